"""A page that has arrived in part stands where the whole page will have it: nothing that is being read jumps.

The shift that a browser reports depends on where the network happened to break a page. Here the page is cut
at fixed places instead, so that the same fault fails every time.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

PATHS = [
    "/",
    "/?council=blackpool-borough-council&year=2023-24",
    "/?tier=lower&type=district&council=dover-district-council",
    "/council/blackpool-borough-council/2023-24",
    "/council/blackpool-borough-council/2023-24/letter",
    "/?view=tiles&council=blackpool-borough-council",
    "/watch",
    "/compare?type=unitary&year=2023-24",
    "/decisions",
    "/about",
]
EARLY, STEP, CUTS = 40_000, 2_500, 8
HEIGHT = 900
# Document order numbers the elements: those of a part are the first ones of the whole page. The shapes of a
# map and the columns of a table take their places as they come; whatever stands around them may not.
STANDS = """() => [...document.body.querySelectorAll('*')].map(one => {
    if (one.closest('svg *, table *, .visually-hidden')) return null;
    const box = one.getBoundingClientRect();
    const shown = box.width && box.height && getComputedStyle(one).visibility === 'visible';
    const name = one.tagName + '#' + one.id + '.' + one.className;
    return shown && box.top < innerHeight ? [name, box.left, box.top] : null;
})"""


def parts(page: str) -> Iterator[str]:
    """Yield beginnings of a page, each up to the end of a tag: many of the first screen, then its eighths."""
    start = page.index("</header>", page.index("<body"))
    wanted = {start + far for far in range(0, EARLY, STEP)} | {
        len(page) * part // CUTS for part in range(1, CUTS)
    }
    for end in sorted(end for end in wanted if start <= end < len(page) - 1):
        yield page[: page.index(">", end) + 1]


@pytest.mark.parametrize("width", [PHONE, DESKTOP, 1920])
@pytest.mark.parametrize("path", PATHS)
def test_what_has_arrived_stands_where_it_will_stand(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, height=HEIGHT, javascript=False).page
    whole = page.evaluate(STANDS)
    moved = []
    for part in parts(page.request.get(path).text()):
        page.set_content(part, wait_until="commit")
        moved += [
            f"{name} at {left:.0f}, {top:.0f} after {len(part)}, then at {now[1]:.0f}, {now[2]:.0f}"
            for (name, left, top), now in _both(page.evaluate(STANDS), whole)
            if max(abs(left - now[1]), abs(top - now[2])) > 1
        ]
    assert moved == []


def _both(part: list[Any], whole: list[Any]) -> list[tuple[Any, Any]]:
    """Return the places of what a part shows beside those it has in the whole page."""
    return [(was, now) for was, now in zip(part, whole, strict=False) if was and now and was[0] == now[0]]
