"""A page under watch: what goes wrong in it is kept, and axe-core can be asked about it."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Frame, Page, Request, Response

DESKTOP = 1280
PHONE = 390
AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Watched:
    """One window. ``problems`` are sentences: errors, other hosts, other methods than GET."""

    def __init__(self, context: BrowserContext, site: str, *, javascript: bool = True) -> None:
        self.context = context
        self.javascript = javascript
        self.site = site
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def go(self, path: str) -> None:
        """Open a path and wait until the application, where there is one, has drawn."""
        self.page.goto(path)
        self.drawn()

    def drawn(self) -> None:
        """Wait until Dash has taken the place of the server's HTML, where the page has an application."""
        if self.javascript and self.page.locator("#dashboard-settings").count():
            self.page.wait_for_function("() => !document.getElementById('server-tree')")

    def axe(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.2 AA: rule, element, and what it says."""
        return run_axe(self.page)

    def layout_shift(self) -> float:
        """Return the cumulative layout shift of the page so far, without what the user's input caused."""
        return float(
            self.page.evaluate(
                """() => new Promise(done => {
                    let total = 0;
                    new PerformanceObserver(list => {
                        for (const shift of list.getEntries())
                            if (!shift.hadRecentInput) total += shift.value;
                    }).observe({type: 'layout-shift', buffered: true});
                    setTimeout(() => done(total), 300);
                })"""
            )
        )

    def duplicate_ids(self) -> list[str]:
        """Return the ids that more than one element has."""
        return list(
            self.page.evaluate(
                """() => {
                    const seen = new Map();
                    for (const one of document.querySelectorAll('[id]'))
                        seen.set(one.id, (seen.get(one.id) || 0) + 1);
                    return [...seen].filter(pair => pair[1] > 1).map(pair => pair[0]);
                }"""
            )
        )

    def overflow(self) -> float:
        """Return by how many CSS pixels the page is wider than its window (0 when it reflows)."""
        return float(
            self.page.evaluate("""() => {
                const root = document.documentElement;
                return root.scrollWidth - root.clientWidth;
            }""")
        )

    def kept_in_the_way(self) -> float:
        """Return the share of the window that stays covered half down the page, by what sticks."""
        return float(
            self.page.evaluate("""() => {
                scrollTo(0, document.documentElement.scrollHeight / 2);
                const stays = [...document.querySelectorAll('body *')].filter(one =>
                    ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.checkVisibility());
                const boxes = stays.map(one => one.getBoundingClientRect())
                    .filter(box => box.width > innerWidth / 2)
                    .map(box => Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
                return boxes.reduce((total, tall) => total + Math.max(tall, 0), 0) / innerHeight;
            }""")
        )

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning") or message.text.startswith("Failed to load resource"):
            return
        if not self.javascript and "was preloaded" in message.text:  # for a script, which does not run here
            return
        self.problems.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.problems.append(f"request to another host: {request.url}")
        if request.method != "GET":
            self.problems.append(f"{request.method} {request.url}")

    def _response(self, response: Response) -> None:
        expected = response.request.is_navigation_request()
        if response.status >= 400 and not expected:
            self.problems.append(f"{response.status} {response.url}")


@cache
def _axe_script() -> str:
    return AXE.read_text(encoding="utf-8")


def run_axe(document: Page | Frame) -> list[str]:
    """Return what axe-core finds in a page or a frame against WCAG 2.2 AA."""
    document.evaluate(_axe_script())
    found: dict[str, Any] = document.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS
    )
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
