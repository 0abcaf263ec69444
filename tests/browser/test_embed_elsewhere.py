"""A figure in a frame of another site: it is there, whole, small, and axe finds nothing in it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Frame, Page

from dashboard.pages.council.embedded import HEIGHT
from tests.browser.watched import run_axe

FIGURES = [
    "/embed/blackpool-borough-council?measure=upheld_pct&year=2023-24",
    "/embed/kent-county-council?measure=compliance_pct",
    "/embed/bournemouth-christchurch-and-poole-council?measure=upheld_pct&year=2020-21",
    "/embed/kent-county-council?measure=upheld_pct&release=held-figures",
    "/embed/city-of-london-corporation?release=held-figures",
]
LOOKS: list[dict[str, str]] = [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


class _Elsewhere(BaseHTTPRequestHandler):
    """A page of another site that frames the address in its query, as the code we offer does."""

    def do_GET(self) -> None:
        framed = self.path.partition("?")[2]
        body = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>'
            f'<body style="margin:0"><iframe src="{framed}" title="A figure" width="100%" height="{HEIGHT}"'
            ' style="border:0"></iframe>'
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}"  # by another name, and so of another site
        server.shutdown()


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(locale="en-GB")
    yield page
    page.close()


def framed(page: Page, elsewhere: str, address: str, width: int = 600) -> Frame:
    """Open the other site's page with an address in its frame; return the frame."""
    page.set_viewport_size({"width": width, "height": HEIGHT + 40})
    page.goto(f"{elsewhere}/?{address}", wait_until="load")
    return page.frames[1]


@pytest.mark.parametrize("width", [320, 600])
@pytest.mark.parametrize("path", FIGURES)
def test_a_figure_is_whole_in_the_frame_of_another_site(
    page: Page, site: str, elsewhere: str, path: str, width: int
) -> None:
    with page.expect_response(f"{site}{path}") as told:
        frame = framed(page, elsewhere, f"{site}{path}", width)
    assert len(told.value.body()) < 15_000
    assert frame.locator("h1").count() == 1
    assert frame.evaluate("window.origin !== 'null' && window.parent !== window && !document.scripts.length")
    for look in LOOKS:
        page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **look})  # type: ignore[arg-type]
        root = frame.evaluate("(({scrollWidth, scrollHeight}) => [scrollWidth, scrollHeight])(document.body)")
        assert root[0] <= width
        assert root[1] <= HEIGHT, look
        assert run_axe(frame) == [], look


@pytest.mark.parametrize("path", ["/", "/council/kent-county-council/2023-24", "/embed/nowhere"])
def test_no_other_page_is_shown_there(page: Page, site: str, elsewhere: str, path: str) -> None:
    frame = framed(page, elsewhere, f"{site}{path}")
    for _ in range(50):  # what is refused says so a moment after the page around it has loaded
        if frame.url:
            break
        page.wait_for_timeout(100)
    assert frame.url.startswith("chrome-error:")
