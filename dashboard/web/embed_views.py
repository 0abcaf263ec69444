"""What is at ``/embed/<slug>``, which other sites may frame, and the page with the code for it."""

from collections.abc import Callable

from dashboard.addresses.links import UNNAMED
from dashboard.markup.html import render, text
from dashboard.pages.council import embedded
from dashboard.pages.site import errors
from dashboard.repository.records import Council
from dashboard.web.answer import Answer, redirect
from dashboard.web.council_views import of_council
from dashboard.web.document import MAIN
from dashboard.web.headers import POLICY, framed_policy
from dashboard.web.page import Page
from dashboard.web.request import Asked

_STYLE = (
    "body{margin:0;padding:12px 16px;font:16px/1.45 system-ui,sans-serif;color:#0b0c0c;background:#fff}"
    "h1{font-size:1rem;margin:0}p{margin:8px 0 0}.number strong{font-size:2rem}.small{font-size:.875rem}"
    ".made-up{margin:0 0 8px;padding:0 0 0 8px;border-left:4px solid #b98a16;font-size:.875rem}"
    "a{color:#12436d}@media(prefers-color-scheme:dark){body{color:#f3f2f1;background:#16181c}a{color:#8ec7f0}}"
)


def framed(slug: str, address: str) -> Callable[[Asked], Page | Answer]:
    """Return the maker of the document that other sites frame: no script, 15 kB at most.

    ``address`` is the site's own, empty where it is not known.
    """

    def make(asked: Asked) -> Page | Answer:
        known = asked.repository.slug_meant(slug)
        council = asked.repository.council(known) if known else None
        if council is None:
            tree = errors.unknown_council(slug, [], asked.links)
            return Page("No such council", tree, UNNAMED.plain(""), status=404)
        measure = embedded.measure_asked(asked.given.text("measure"))
        years = asked.repository.years_of(council.slug)
        year = asked.given.text("year")
        shown = year if year in years else years[-1]
        if council.slug != slug:
            return redirect(asked.links.embed(council.slug, measure.id, shown), 301)
        figure = asked.repository.figures(council.slug, shown)[measure.id]
        tree = embedded.render(council, figure, asked.repository.release(), asked.links, address)
        name = embedded.title(council, measure, shown)
        return Answer(_document(name, render(tree)), headers={POLICY: framed_policy(_STYLE)})

    return make


def codes(slug: str, year: str, address: str) -> Callable[[Asked], Page | Answer]:
    """Return the maker of the page with the code of a council's figures of a year."""

    def make(council: Council, asked: Asked) -> Page | Answer:
        years = asked.repository.years_of(council.slug)
        if year not in years:
            tree = errors.unknown_year(council, years, asked.links)
            return Page(f"No such year for {council.name}", tree, UNNAMED.council(council.slug), status=404)
        return Page(
            f"{council.name}, {year}: figures for another site",
            embedded.codes(council, year, asked.links, address),
            UNNAMED.embed_codes(council.slug, year),
            description=f"Code that shows a figure of {council.name} for {year} on another site.",
            trail=(
                (council.name, UNNAMED.council(council.slug)),
                (year, UNNAMED.council(council.slug, year)),
            ),
        )

    return of_council(slug, make)


def _document(name: str, tree: str) -> str:
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{text(name)}</title>\n<style>{_STYLE}</style>\n'
        f"</head>\n<body>\n{MAIN}{tree}</main>\n</body>\n</html>\n"
    )
