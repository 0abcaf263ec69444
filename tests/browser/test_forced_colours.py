"""In forced colours nothing is drawn that was clear: it would become a bar, or an underline of each tab."""

import pytest

from tests.browser.conftest import OpenPage

_COMPARED = "kent-county-council,surrey-county-council"
PAGES = (
    "/",
    "/council/kent-county-council/2023-24",
    f"/compare?councils={_COMPARED}&view=table",
    f"/compare?councils={_COMPARED}&year=2023-24",
    "/council/kent-county-council/decisions?year=2023-24",
    "/decisions",
    "/watch",
)
CLEAR = """() => {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const body = getComputedStyle(document.body).backgroundColor;
  const found = [];
  [...document.querySelectorAll('body *')].forEach((node, index) => {
    for (const pseudo of ['', '::before', '::after']) {
      const style = getComputedStyle(node, pseudo || null);
      if (pseudo && style.content === 'none') continue;
      for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
        const colour = style[`border${side}Color`];
        if (parseFloat(style[`border${side}Width`]) < 2 || style[`border${side}Style`] === 'none') continue;
        if (colour === 'rgba(0, 0, 0, 0)' || colour === paper || colour === body) {
          found.push([index, pseudo, side, `${node.tagName}.${node.getAttribute('class') ?? ''}`]);
        }
      }
    }
  });
  return found;
}"""


@pytest.mark.parametrize("path", PAGES)
def test_what_is_clear_stays_clear(open_page: OpenPage, path: str) -> None:
    page = open_page(path, javascript=False).page
    clear = page.evaluate(CLEAR)
    page.emulate_media(forced_colors="active")
    still = {tuple(one) for one in page.evaluate(CLEAR)}
    page.emulate_media(forced_colors="none")
    assert sorted({one[3] + one[1] for one in map(tuple, clear) if one not in still}) == []
