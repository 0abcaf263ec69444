"""What holds on every page: nothing for axe-core to find, it reflows, ids are unique, nothing jumps."""

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

COUNCIL = "/council/blackpool-borough-council/2023-24"
PAGES = [
    "/",
    "/?council=blackpool-borough-council&year=2023-24",
    "/?tier=lower&type=district&council=dover-district-council",
    COUNCIL,
    f"{COUNCIL}/letter",
    "/council/cumberland-council/letters",
    f"{COUNCIL}/embed",
    "/embed/blackpool-borough-council?measure=upheld_pct&year=2023-24",
    "/about",
    "/api",
    "/accessibility",
    "/data",
    "/data/quality?year=2023-24&type=unitary",
    "/data/quality?release=held-figures",
    "/watch",
    "/watch?what=promise&type=county",
    "/watch?release=held-figures",
    "/find?q=dorset",
    "/find?q=zzz",
    "/council/nowhere",
    "/council/cumberland-council/2021-22",
    "/?release=held-figures",
    "/decisions?release=held-figures",
    "/decisions?release=held-figures&q=lewisham&outcome=upheld",
    "/decisions/25-021-004?release=held-figures",
    "/council/london-borough-of-lewisham/decisions?release=held-figures",
    "/council/london-borough-of-lewisham/reports?release=held-figures",
]
TABLE = (
    "/compare?councils=leeds-city-council,kent-county-council&measures=upheld_pct,compliance_pct"
    "&years=2022-23,2023-24,2024-25"
)
ALSO_ENLARGED = [TABLE, "/compare?council=blackpool-borough-council", "/improvements", "/?view=tiles"]
"""Kinds of pages that other modules ask axe-core about."""


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    assert opened.axe() == []
    assert opened.duplicate_ids() == []


@pytest.mark.parametrize("path", [*PAGES, *ALSO_ENLARGED])
def test_a_page_reflows_at_320_pixels(open_page: OpenPage, path: str) -> None:
    """320 by 256: a window of 1280 by 1024 enlarged four times. Nothing that stays put eats a quarter."""
    opened = open_page(path, width=320, height=256)
    assert opened.overflow() <= 0
    assert opened.kept_in_the_way() < 0.25


@pytest.mark.parametrize("path", [PAGES[0], PAGES[1], COUNCIL])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_nothing_jumps_while_a_page_loads(open_page: OpenPage, path: str, width: int) -> None:
    assert open_page(path, width=width).layout_shift() < 0.01
