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


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    assert opened.axe() == []
    assert opened.duplicate_ids() == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_reflows_at_320_pixels(open_page: OpenPage, path: str) -> None:
    assert open_page(path, width=320).overflow() <= 0


@pytest.mark.parametrize("path", [PAGES[0], PAGES[1], COUNCIL])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_nothing_jumps_while_a_page_loads(open_page: OpenPage, path: str, width: int) -> None:
    assert open_page(path, width=width).layout_shift() < 0.01
