"""The addresses of the site, in Flask's terms."""

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, request

from dashboard.addresses.query import bounded
from dashboard.feeds.place import address_asked
from dashboard.pdf.pdf_pool import Press
from dashboard.web.answer import Answer, Keep, redirect
from dashboard.web.compare_views import comparison_as_csv, comparison_as_xlsx, comparison_page
from dashboard.web.council_views import LETTER, PANEL, STATISTICS, council
from dashboard.web.decision_views import council_list, decision, decisions, decisions_file
from dashboard.web.feed_views import council_feed, decisions_feed, improvements_feed
from dashboard.web.headers import cache_control
from dashboard.web.improvement_views import as_csv as improvements_csv
from dashboard.web.improvement_views import as_xlsx as improvements_xlsx
from dashboard.web.improvement_views import council_page, improvements_page
from dashboard.web.letter_views import letter_pdf, letters
from dashboard.web.machine_routes import add_machine_routes
from dashboard.web.map_view import home
from dashboard.web.pack_views import ENDINGS, PACK, pack_file
from dashboard.web.quality_views import quality_page
from dashboard.web.settings import Settings
from dashboard.web.site import Make, Site
from dashboard.web.views import PLAIN, plain, search, suggestions, unknown

_COUNCIL = "/council/<slug>"
_YEAR = "/council/<slug>/<year>"
_FILES = {
    "/decisions.csv": decisions_file,
    "/improvements.csv": improvements_csv,
    "/improvements.xlsx": improvements_xlsx,
    "/compare.csv": comparison_as_csv,
    "/compare.xlsx": comparison_as_xlsx,
}
_FEEDS: dict[str, Callable[..., Make]] = {
    f"{_COUNCIL}/feed.atom": council_feed,
    "/decisions.atom": decisions_feed,
    "/improvements.atom": improvements_feed,
}


def _papers(press: Press, address: str) -> dict[str, Callable[..., Make]]:
    """Return what is set on paper for a request, by its rule."""
    return {
        f"{_YEAR}/letter.pdf": partial(letter_pdf, press=press),
        **{
            f"{_YEAR}/pack{ending}": partial(pack_file, ending=ending, press=press, address=address)
            for ending in ENDINGS
        },
    }


def add_routes(server: Flask, site: Site, settings: Settings) -> Callable[..., Response]:
    """Add every address to a Flask server; return the view for addresses that are none of them."""

    def responded(answer: Answer) -> Response:
        response = Response(answer.payload, status=answer.status, content_type=answer.content_type)
        response.headers["Cache-Control"] = cache_control(answer.keep, settings.page_seconds)
        response.headers.update(answer.headers)
        return response

    def asked(write: Callable[[Make, str, str], Answer], make: Make) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        return responded(write(make, request.path, query))

    def page(rule: str, make_for: Callable[..., Make], *, html: bool = True, tree: str | None = None) -> None:
        if html:
            server.add_url_rule(rule, f"page {rule}", lambda **parts: asked(site.html, make_for(**parts)))
        twin = tree or f"{rule}.json"
        server.add_url_rule(twin, f"tree {twin}", lambda **parts: asked(site.json, make_for(**parts)))

    def feed(rule: str, make_for: Callable[..., Make]) -> None:
        def answer(**parts: str) -> Response:
            host = request.environ.get("HTTP_HOST", "")
            address = settings.address or address_asked(request.scheme, host)
            return asked(site.html, make_for(**parts, address=address))

        server.add_url_rule(rule, f"feed {rule}", answer)

    page("/", lambda: home, tree="/index.json")
    for name in PLAIN:
        page(f"/{name}", lambda name=name: plain(name))
    page(_COUNCIL, lambda slug, year=None: council(slug, year, STATISTICS))
    page(_YEAR, lambda slug, year: council(slug, year, STATISTICS))
    page(f"{_YEAR}/letter", lambda slug, year: council(slug, year, LETTER))
    page(f"{_COUNCIL}/letters", letters)
    page(f"{_YEAR}/pack", lambda slug, year: council(slug, year, PACK))
    for rule, paper in _papers(Press(), settings.address).items():  # one press a worker
        server.add_url_rule(
            rule, f"paper {rule}", lambda paper=paper, **parts: asked(site.html, paper(**parts))
        )
    page("", lambda slug, year: council(slug, year, PANEL), html=False, tree=f"{_YEAR}/panel.json")
    for section in ("decisions", "reports"):
        page(f"{_COUNCIL}/{section}", lambda slug, section=section: council_list(slug, section))
    page("/decisions", lambda: decisions)
    page("/decisions/<reference>", decision)
    page("/improvements", lambda: improvements_page)
    page(f"{_COUNCIL}/improvements", council_page)
    page("/compare", lambda: comparison_page)
    page("/data/quality", lambda: quality_page)
    for rule, make in _FILES.items():
        server.add_url_rule(rule, f"file {rule}", lambda make=make: asked(site.html, make))
    for rule, make_for in _FEEDS.items():
        feed(rule, make_for)
    server.add_url_rule("/find", "find", lambda: asked(site.html, search))
    server.add_url_rule("/find.json", "suggestions", lambda: asked(site.json, suggestions))
    server.add_url_rule("/healthz", "health", lambda: responded(site.health()))
    add_machine_routes(server, site, settings, responded)

    def other(**_parts: str) -> Response:
        path = request.path
        if path != "/" and path.endswith("/"):
            query = bounded(request.query_string.decode("latin-1"))
            plain_path = "/" + path.strip("/")
            return responded(redirect(plain_path + (f"?{query}" if query else ""), 301))
        return asked(site.html, unknown)

    def kept(response: Response) -> Response:
        """Let Dash's own two answers, which never change, be kept like a page."""
        response.headers.setdefault("Cache-Control", cache_control(Keep.PAGE, settings.page_seconds))
        return response

    server.register_error_handler(404, lambda _error: other())
    server.register_error_handler(500, lambda _error: responded(site.failed()))  # Flask has recorded it
    server.after_request(kept)
    return other
