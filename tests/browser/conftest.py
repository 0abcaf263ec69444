"""A served release and a real browser. Tests ask for ``site`` (an address) and ``open_page``."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.browser.serving import served
from tests.browser.watched import DESKTOP, Watched

OpenPage = Callable[..., Watched]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(releases: Path) -> Iterator[str]:
    """The address of the demonstration, served by gunicorn on this machine as in production."""
    with served("demo", releases) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile(chromium: Browser, site: str) -> Callable[[bool], BrowserContext]:
    """The reader's profile with scripts or without, one for all tests.

    The site keeps nothing on a reader's machine but what it lets be cached, so a page does not depend on
    the pages before it; fetching and compiling every script anew for each test takes a fifth of the time.
    """

    @cache
    def of(javascript: bool) -> BrowserContext:
        context = chromium.new_context(
            java_script_enabled=javascript, base_url=site, locale="en-GB", reduced_motion="reduce"
        )
        context.set_default_timeout(15_000)
        return context

    return of


@pytest.fixture
def open_page(profile: Callable[[bool], BrowserContext], site: str) -> Iterator[OpenPage]:
    """Open a path of the site in a new window of a size; at the end nothing may have gone wrong in it.

    ``open_page("/about", width=390, javascript=False)`` returns a ``Watched``: its ``page`` is
    Playwright's. Console errors, failed requests, requests to another host or by another method than
    GET fail the test, unless it takes them out of ``watched.problems``.
    """
    opened: list[Watched] = []

    def open_one(path: str, *, width: int = DESKTOP, height: int = 900, javascript: bool = True) -> Watched:
        watched = Watched(profile(javascript), site, javascript=javascript)
        opened.append(watched)
        watched.page.set_viewport_size({"width": width, "height": height})
        watched.go(path)
        return watched

    yield open_one
    problems = [problem for watched in opened for problem in watched.problems]
    for watched in opened:
        watched.page.close()
    assert problems == []
