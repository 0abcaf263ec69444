"""The addresses below ``/council/``: whose page it is, whether there is one, and what it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED
from dashboard.addresses.pictures import card_of_council
from dashboard.letters import page as letter
from dashboard.pages.council import page as council_page
from dashboard.pages.council import panel as council_panel
from dashboard.pages.site import errors
from dashboard.repository.records import Council
from dashboard.web.answer import Answer, redirect
from dashboard.web.page import Page, follow_of
from dashboard.web.request import Asked
from dashboard.words.wording import council_name

Render = Callable[[str, str, Asked], Component]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the addresses a council has in a year; ``scripts`` and ``styles`` are those of its page."""

    title: Callable[[Council, str], str]
    description: Callable[[Council, str], str]
    render: Render
    canonical: Callable[[str, str], str]
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


_FROM = "from the Local Government and Social Care Ombudsman’s figures"


def _figures_of(council: Council, year: str) -> str:
    return (
        f"How {council_name(council.name)} did on complaints in {year}: complaints upheld, recommendations "
        f"complied with and remedies, beside councils of its type, {_FROM}."
    )


STATISTICS = Kind(
    lambda council, year: f"{council.name}, {year}",
    _figures_of,
    lambda slug, year, asked: council_page.render(slug, year, asked.repository, asked.links),
    UNNAMED.council,
    scripts=("js/funnel.js",),
    styles=("watch",),
)
LETTER = Kind(
    lambda council, year: f"Annual review letter {year}, {council.name_in(year)}",
    lambda council, year: (
        f"The annual review letter to {council_name(council.name_in(year))} for {year}, {_FROM}."
    ),
    lambda slug, year, asked: letter.render(slug, year, asked.repository, asked.links),
    UNNAMED.letter,
)
PANEL = Kind(
    lambda council, year: f"{council.name}, {year}",
    _figures_of,
    lambda slug, year, asked: council_panel.render(slug, year, asked.repository, asked.links),
    UNNAMED.council,
)


def council(slug: str, year: str | None, kind: Kind) -> Callable[[Asked], Page | Answer]:
    """Return the maker of a council's page; without a year, of its latest."""
    return of_council(slug, lambda found, asked: _page(found, year, kind, asked))


def of_council(slug: str, then: Callable[[Council, Asked], Made]) -> Callable[[Asked], Made | Page | Answer]:
    """Return the maker of what ``then`` answers for a council.

    An ONS code in place of the slug, whichever the council had, redirects, and so does a slug it had before
    or has on the Ombudsman's site, in any case; the rest of the address is kept.
    """

    def make(asked: Asked) -> Made | Page | Answer:
        found = asked.repository.council(slug)
        if found is not None:
            return then(found, asked)
        known = asked.repository.slug_meant(slug)
        if known is not None:
            rest = quote(asked.path.removeprefix(f"/council/{slug}"))
            query = f"?{asked.query}" if asked.query else ""
            return redirect(f"/council/{known}{rest}{query}", 301)
        return _unknown(slug, asked)

    return make


def _page(council: Council, year: str | None, kind: Kind, asked: Asked) -> Page:
    years = asked.repository.years_of(council.slug)
    shown = year or (years[-1] if years else asked.years[-1])
    path = kind.canonical(council.slug, shown)
    if shown in asked.years:  # a year it did not exist in has a page that says so, and what to read instead
        tree = kind.render(council.slug, shown, asked)
        status = 200 if shown in years else 404
        title, follow = kind.title(council, shown), follow_of(tree)
        return Page(
            *(title, tree, path),
            status=status,
            follow=follow,
            scripts=kind.scripts,
            styles=kind.styles,
            feed=asked.links.council_feed(council.slug),
            description=kind.description(council, shown),
            trail=_trail(council, shown, path),
            card=card_of_council(council.slug, shown) if status == 200 else "",
        )
    tree = errors.unknown_year(council, years, asked.links)
    return Page(f"No such year for {council.name}", tree, path, status=404)


def _trail(council: Council, year: str, path: str) -> tuple[tuple[str, str], ...]:
    """Return the pages of a council that one of its pages stands below."""
    of_year = UNNAMED.council(council.slug, year)
    own = ((council.name, UNNAMED.council(council.slug)),)
    return own if path == of_year else (*own, (year, of_year))


def _unknown(slug: str, asked: Asked) -> Page:
    near = asked.repository.find(slug.replace("-", " ")[:80]).councils[:8]
    councils = [found for one in near if (found := asked.repository.council(one)) is not None]
    tree = errors.unknown_council(slug, councils, asked.links)
    return Page("No such council", tree, UNNAMED.plain(""), status=404)
