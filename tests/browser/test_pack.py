"""The committee's paper in a browser: nothing for axe to find, readable on a phone, and on paper."""

import io

import pikepdf
import pytest

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

PACK = "/council/{}/{}/pack"
PAPERS = [
    ("blackpool-borough-council", "2023-24"),
    ("ashfield-district-council", "2024-25"),
    ("cumbria-county-council", "2023-24"),
    ("city-of-bradford-metropolitan-district-council", "2023-24"),
]


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(("slug", "year"), PAPERS)
def test_axe_finds_nothing_and_one_drawing_shows(
    open_page: OpenPage, slug: str, year: str, width: int
) -> None:
    opened = open_page(PACK.format(slug, year), width=width)
    assert opened.axe() == []
    assert opened.duplicate_ids() == []
    drawings = opened.page.locator(".pack-picture svg")
    shown = [drawings.nth(index).is_visible() for index in range(drawings.count())]
    assert shown == [width == DESKTOP, width == PHONE] * (len(shown) // 2)


@pytest.mark.parametrize(("slug", "year"), PAPERS)
def test_it_reflows_and_needs_no_script(open_page: OpenPage, slug: str, year: str) -> None:
    opened = open_page(PACK.format(slug, year), width=320, javascript=False)
    assert opened.overflow() <= 0
    assert opened.page.locator("h1").count() == 1
    assert opened.page.locator(".pack-commentary").count() == 2  # on the figures, and on what was learnt


def test_it_prints_on_a4_without_what_is_for_the_screen(open_page: OpenPage) -> None:
    opened = open_page(PACK.format("blackpool-borough-council", "2023-24"))
    printed = opened.page.pdf(prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert 6 <= len(pdf.pages) <= 10
        assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 595, 842]
    opened.page.emulate_media(media="print")
    for name in (".pack-files", ".pack-contents", ".pack-choose"):
        assert not opened.page.locator(name).is_visible()
    assert opened.page.locator(".pack-wide svg").first.is_visible()
