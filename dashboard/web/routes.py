"""The addresses of the site, in Flask's terms."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import quote

from flask import Flask, Response, request

from dashboard.addresses import reading as of
from dashboard.api.route import BASE
from dashboard.api.routes import DESCRIPTION, ROUTES
from dashboard.pdf.pdf_pool import Press
from dashboard.web.addressing import Addressing, ReadingOf
from dashboard.web.answer import Answer, Keep, redirect
from dashboard.web.api_reading import of_route
from dashboard.web.api_views import api, described, failed, no_such_route
from dashboard.web.assets import page_style
from dashboard.web.compare_views import comparison_as_csv, comparison_as_xlsx, comparison_page
from dashboard.web.council_views import LETTER, PANEL, STATISTICS, council
from dashboard.web.decision_views import (
    council_list,
    decision,
    decisions,
    decisions_file,
    decisions_workbook,
)
from dashboard.web.embed_views import codes, framed
from dashboard.web.feed_views import At, council_feed, decisions_feed, improvements_feed
from dashboard.web.headers import cache_control
from dashboard.web.improvement_views import as_csv as improvements_csv
from dashboard.web.improvement_views import as_xlsx as improvements_xlsx
from dashboard.web.improvement_views import council_page, improvements_page
from dashboard.web.kept_pictures import KeptPictures
from dashboard.web.letter_views import letter_pdf, letters
from dashboard.web.machine_routes import add_machine_routes
from dashboard.web.map_view import home
from dashboard.web.pack_views import ENDINGS, PACK, pack_file
from dashboard.web.picture_routes import picture_routes
from dashboard.web.picture_views import Studio
from dashboard.web.quality_views import quality_page
from dashboard.web.settings import Settings
from dashboard.web.site import Make, Site
from dashboard.web.views import PLAIN, plain, search, suggestions, unknown
from dashboard.web.watch_views import as_csv as watch_csv
from dashboard.web.watch_views import as_xlsx as watch_xlsx
from dashboard.web.watch_views import watch_page

_COUNCIL = "/council/<slug>"
_YEAR = "/council/<slug>/<year>"
_FILES: dict[str, tuple[Make, ReadingOf]] = {
    "/decisions.csv": (decisions_file, of.of_decisions),
    "/decisions.xlsx": (decisions_workbook, of.of_decisions),
    "/improvements.csv": (improvements_csv, of.of_improvements),
    "/improvements.xlsx": (improvements_xlsx, of.of_improvements),
    "/watch.csv": (watch_csv, of.of_watch),
    "/watch.xlsx": (watch_xlsx, of.of_watch),
    "/compare.csv": (comparison_as_csv, of.of_comparison),
    "/compare.xlsx": (comparison_as_xlsx, of.of_comparison),
}
_FEEDS: dict[str, tuple[Callable[..., Make], ReadingOf]] = {
    f"{_COUNCIL}/feed.atom": (council_feed, of.of_council_feed),
    "/decisions.atom": (decisions_feed, of.of_decisions),
    "/improvements.atom": (improvements_feed, of.of_improvements),
}


@dataclass(frozen=True, slots=True)
class Routes:
    """The site's addresses: what the query of each may say, by rule, and which of them are trees of pages."""

    readings: dict[str, ReadingOf] = field(default_factory=dict)
    trees: set[str] = field(default_factory=set)


def _papers(press: Press, address: str) -> dict[str, Callable[..., Make]]:
    """Return what is set on paper for a request, by its rule."""
    return {
        f"{_YEAR}/letter.pdf": partial(letter_pdf, press=press),
        **{
            f"{_YEAR}/pack{ending}": partial(pack_file, ending=ending, press=press, address=address)
            for ending in ENDINGS
        },
    }


def add_routes(server: Flask, site: Site, settings: Settings) -> Routes:
    """Add every address to a Flask server; return what is known of them."""
    routes = Routes()

    def asked(write: Callable[[Make, str, str], Answer], make: Make) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        return responded(write(make, request.path, query), settings)

    def add(
        rule: str,
        write: Callable[[Make, str, str], Answer],
        make_for: Callable[..., Make],
        reading: ReadingOf,
    ) -> None:
        routes.readings[rule] = reading
        server.add_url_rule(rule, f"site {rule}", lambda **parts: asked(write, make_for(**parts)))

    def page(
        rule: str, make_for: Callable[..., Make], reading: ReadingOf = of.of_year, tree: str | None = None
    ) -> None:
        twin = tree or f"{rule}.json"
        if rule:
            add(rule, site.html, make_for, reading)
        add(twin, site.json, make_for, reading)
        routes.trees.add(twin)

    page("/", lambda: home, of.of_map, tree="/index.json")
    for name in PLAIN:
        page(f"/{name}", lambda name=name: plain(name))
    page(_COUNCIL, lambda slug, year=None: council(slug, year, STATISTICS))
    page(_YEAR, lambda slug, year: council(slug, year, STATISTICS))
    page(f"{_YEAR}/letter", lambda slug, year: council(slug, year, LETTER))
    page(f"{_COUNCIL}/letters", letters)
    page(f"{_YEAR}/pack", lambda slug, year: council(slug, year, PACK), of.of_paper)
    press = Press()  # one a worker
    for rule, paper in _papers(press, settings.address).items():
        add(rule, site.html, paper, of.of_year if "letter" in rule else of.of_paper)
    page(f"{_YEAR}/embed", partial(codes, address=settings.address))
    add("/embed/<slug>", site.html, partial(framed, address=settings.address), of.of_figure)
    page("", lambda slug, year: council(slug, year, PANEL), tree=f"{_YEAR}/panel.json")
    for section in ("decisions", "reports"):
        page(
            f"{_COUNCIL}/{section}",
            lambda slug, section=section: council_list(slug, section),
            of.of_own_decisions,
        )
    page("/decisions", lambda: decisions, of.of_decisions)
    page("/decisions/<reference>", decision)
    page("/improvements", lambda: improvements_page, of.of_improvements)
    page(f"{_COUNCIL}/improvements", council_page, of.of_own_improvements)
    page("/compare", lambda: comparison_page, of.of_comparison)
    page("/watch", lambda: watch_page, of.of_watch)
    page("/data/quality", lambda: quality_page, of.of_quality)
    studio = Studio(press, KeptPictures(settings.cache / "pictures"), settings.address)
    for rule, picture, reading in picture_routes(studio):
        add(rule, site.html, picture, reading)
    for rule, (make, reading) in _FILES.items():
        add(rule, site.html, lambda make=make: make, reading)
    feeds_at = At(settings.feed_address, site.frame.files.url(page_style("feed")))
    for rule, (make_for, reading) in _FEEDS.items():
        add(rule, site.html, partial(make_for, at=feeds_at), reading)
    for route in ROUTES:
        add(route.rule, site.data, partial(api, route), of_route(route))
    add(DESCRIPTION, site.data, lambda: described(settings.address), of.of_nothing)
    for rule in (f"{BASE}/<one>", f"{BASE}/<one>/<two>"):
        add(rule, site.data, no_such_route, of.of_nothing)
    add("/find", site.html, lambda: search, of.of_search)
    add("/find.json", site.json, lambda: suggestions, of.of_search)
    for rule, told in (("/livez", site.alive), ("/readyz", site.ready), ("/healthz", site.health)):
        server.add_url_rule(rule, f"site {rule}", lambda told=told: responded(told(), settings))
    add_machine_routes(server, site, settings, partial(responded, settings=settings))
    return routes


def answer_the_rest(
    server: Flask, site: Site, settings: Settings, addressing: Addressing
) -> Callable[..., Response]:
    """Answer what is at no rule, and what fails; return the view for addresses that are none of ours."""

    def other(**_parts: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        if addressing.leads(request.path):
            return responded(redirect(_plain(request.path) + (f"?{query}" if query else ""), 301), settings)
        return responded(site.html(unknown, request.path, query), settings)

    def broken(_error: Exception) -> Response:
        of_api = request.path.startswith(f"{BASE}/")
        return responded(failed() if of_api else site.failed(), settings)

    def kept(response: Response) -> Response:
        """Let Dash's own two answers, which never change, be kept like a page."""
        response.headers.setdefault("Cache-Control", cache_control(Keep.PAGE, settings.page_seconds))
        return response

    server.register_error_handler(404, lambda _error: other())
    server.register_error_handler(500, broken)  # it is recorded
    server.after_request(kept)
    return other


def responded(answer: Answer, settings: Settings) -> Response:
    """Return an answer as Flask's."""
    response = Response(answer.payload, status=answer.status, content_type=answer.content_type)
    response.headers["Cache-Control"] = cache_control(answer.keep, settings.page_seconds)
    response.headers.update(answer.headers)
    return response


def _plain(path: str) -> str:
    """Return a path of this site without slashes at its ends: one slash, then no other, and nothing raw."""
    return "/" + quote(path.strip("/"))
