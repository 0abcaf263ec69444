"""What a person sees and waits for, measured in Chromium."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from bench.servers import HOST, BenchError, Server
from bench.subjects import COUNCILS, EMPTY_WORLD, MEASURES, Subject

PROBE = Path(__file__).with_name("probe.js")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
)
_TIMEOUT = 60_000
_PATIENCE = 30_000


@dataclass(frozen=True, slots=True)
class Profile:
    """A machine and a line: how many times slower the processor, megabits a second, latency."""

    name: str
    slowdown: int = 1
    megabits: float | None = None
    latency_ms: int = 0


LOCAL = Profile("local")
MID = Profile("mid", slowdown=4, megabits=10, latency_ms=40)


@dataclass(slots=True)
class Traffic:
    """What a page asked for: addresses of our host, of other hosts, and the bodies posted."""

    own: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    posted: list[tuple[str, bytes]] = field(default_factory=list)

    def note(self, request: Request) -> None:
        """Remember one request; ``data:`` and ``blob:`` are none."""
        address = urlsplit(request.url)
        if address.scheme not in {"http", "https"}:
            return
        if address.hostname != HOST:
            self.foreign.append(request.url)
            return
        path = f"{address.path}?{address.query}" if address.query else address.path
        if request.method == "POST":
            self.posted.append((path, request.post_data_buffer or b""))
        else:
            self.own.append(path)


@dataclass(frozen=True, slots=True)
class Seen:
    """Medians of one profile in ms; ``first_load`` is one first visit's traffic, ``traffic`` all of it."""

    visible_ms: float
    ready_ms: float | None
    recolour_ms: float | None
    opening_ms: float | None
    first_load: Traffic
    traffic: Traffic


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the system's Chromium (``CHROMIUM_PATH``, else /usr/bin/chromium), with no way to other hosts."""
    path = os.environ.get("CHROMIUM_PATH", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def look(browser: Browser, server: Server, subject: Subject, profile: Profile, visits: int) -> Seen:
    """Visit so many times with an empty cache, then change the measure and open councils."""
    everything = Traffic()
    visible, ready = [], []
    for _ in range(visits):
        first_load = Traffic()
        with _visit(browser, server, subject, profile, first_load) as page:
            visible.append(_visible(page, subject))
            page.wait_for_load_state("networkidle")
    for _ in range(visits):
        with _visit(browser, server, subject, profile, everything) as page:
            ready.append(_number(page, f"probe.ready({json.dumps(MEASURES)})", _PATIENCE))
    with _visit(browser, server, subject, profile, everything) as page:
        _visible(page, subject)
        page.wait_for_load_state("networkidle")
        recolour = _recolour(page)
        opening = _open_councils(page, subject)
    everything.foreign += first_load.foreign
    everything.posted += first_load.posted
    counted = [value for value in ready if value is not None]
    return Seen(
        visible_ms=median(visible),
        ready_ms=median(counted) if len(counted) == visits else None,
        recolour_ms=median(recolour) if recolour else None,
        opening_ms=median(opening) if opening else None,
        first_load=first_load,
        traffic=everything,
    )


@contextmanager
def _visit(
    browser: Browser, server: Server, subject: Subject, profile: Profile, traffic: Traffic
) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(_TIMEOUT)
    page.on("request", lambda request: traffic.note(request))  # noqa: PLW0108 - a bound method has no room
    page.route(lambda url: urlsplit(url).hostname != HOST, _answer_for_the_world)
    page.add_init_script(path=PROBE)
    page.add_init_script(f"probe.start({subject.settings})")
    session = context.new_cdp_session(page)
    if profile.megabits:
        rate = profile.megabits * 1e6 / 8
        limits = {"offline": False, "latency": profile.latency_ms}
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {**limits, "downloadThroughput": rate, "uploadThroughput": rate},
        )
    session.send("Emulation.setCPUThrottlingRate", {"rate": profile.slowdown})
    try:
        page.goto(server.url, wait_until="commit")
        yield page
    finally:
        context.close()


def _answer_for_the_world(route: Route) -> None:
    """Give an empty world for the file ``go.Choropleth`` asks for, at no cost; refuse everything else."""
    if "topojson" in route.request.url or "world" in route.request.url:
        route.fulfill(
            body=EMPTY_WORLD, content_type="application/json", headers={"Access-Control-Allow-Origin": "*"}
        )
    else:
        route.abort()


def _visible(page: Page, subject: Subject) -> float:
    value = _number(page, "probe.visible", _TIMEOUT)
    if value is None:
        raise BenchError(f"the map of the {subject.name} did not appear within {_TIMEOUT // 1000} s")
    return value


def _recolour(page: Page) -> list[float]:
    times = []
    for turn in range(8):
        value = _number(page, f"probe.recolour({MEASURES[(turn + 1) % 2]!r})", _PATIENCE)
        if value is None:
            return []
        times.append(value)
        page.wait_for_timeout(60)
    return times[2:]


def _open_councils(page: Page, subject: Subject) -> list[float]:
    times = []
    for slug in COUNCILS:
        place = page.evaluate(f"probe.pointIn(({subject.shape})({slug!r}))")
        if place is None:
            raise BenchError(f"{slug} cannot be clicked in the {subject.name}")
        page.evaluate(f"void (probe.opened = probe.opening(({subject.shown})({slug!r})))")
        page.mouse.move(*place)
        page.wait_for_timeout(150)
        page.mouse.click(*place)
        value = _number(page, "probe.opened", _PATIENCE)
        if value is None:
            return []
        times.append(value)
        page.wait_for_timeout(300)
    return times[1:]


def _number(page: Page, expression: str, patience_ms: int) -> float | None:
    """Return a promised number, or None when it does not come in time."""
    late = f"new Promise((resolve) => setTimeout(() => resolve(null), {patience_ms}))"
    value = page.evaluate(f"Promise.race([{expression}, {late}])")
    return None if value is None else float(value)
