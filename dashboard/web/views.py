"""What is at each of the other addresses: pages of text and the search."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from dash.development.base_component import Component

from dashboard.addresses.find_state import SHOW
from dashboard.addresses.links import UNNAMED
from dashboard.api import page as api_page
from dashboard.api.cases import a_reference
from dashboard.api.routes import ROUTES
from dashboard.domain.references import reference_slug
from dashboard.pages.site import about, accessibility, complain, data, errors, find
from dashboard.web.answer import JSON, Answer, Keep, redirect
from dashboard.web.page import Page, follow_of
from dashboard.web.request import Asked
from dashboard.words import finding as words


@dataclass(frozen=True, slots=True)
class _Text:
    """A page of text: its title, what it says of itself, its tree; ``dataset``: it is about all figures."""

    title: str
    description: str
    render: Callable[[Asked], Component]
    dataset: bool = False


def _held(asked: Asked) -> dict[str, str]:
    """Return the parts of the API's paths that are this release's own: an example is one that answers."""
    reference = a_reference(asked.repository)
    return {} if reference is None else {"reference": reference_slug(reference)}


_PLAIN = {
    "api": _Text(
        api_page.TITLE,
        "Figures, councils, decisions, improvements and letters as JSON or CSV for other programs: every "
        "route "
        "with a live example, its parameters and limits.",
        lambda asked: api_page.render(ROUTES, asked.release, _held(asked)),
    ),
    "about": _Text(
        "About these figures",
        "What each figure means, where it is from, how it is compared, and what it cannot say.",
        lambda asked: about.render(asked.repository, asked.links),
    ),
    "accessibility": _Text(
        "Accessibility",
        "What was done and tested so that everyone can use this site, and what was not.",
        lambda asked: accessibility.render(asked.repository, asked.links),
    ),
    "complain": _Text(
        complain.TITLE,
        "Which services county, district and single-tier councils run, how to complain to a council and then "
        "to the Ombudsman, and within which times.",
        lambda asked: complain.render(asked.links),
    ),
    "data": _Text(
        "The data behind these pages",
        "The figures as files to take away, their sources and licences, and every release with what changed.",
        lambda asked: data.render(asked.repository, asked.links, asked.served.catalogue()),
        dataset=True,
    ),
}
PLAIN = tuple(_PLAIN)


def plain(name: str) -> Callable[[Asked], Page]:
    """Return the maker of one of the pages of text."""
    told = _PLAIN[name]

    def make(asked: Asked) -> Page:
        tree = told.render(asked)
        return Page(
            told.title,
            tree,
            UNNAMED.plain(name),
            here=name,
            follow=follow_of(tree),
            description=told.description,
            styles=find.STYLES if name == "complain" else (),
            dataset=told.dataset,
        )

    return make


def search(asked: Asked) -> Page | Answer:
    """Answer a search: by the council's page where it is sure, else by a page of what was found.

    No answer is kept by any cache, ours among them: what people type says where they live.
    """
    query = asked.given.words("q").strip()
    found = asked.repository.find(query, whole=asked.given.value(SHOW) is not None)
    if found.sure:
        found_at = asked.links.council(found.councils[0], None)
        return replace(redirect(found_at, 302), keep=Keep.NEVER)
    tree = find.render(found, asked.repository, asked.links)
    serving = [known for slug in found.serving if (known := asked.repository.council(slug)) is not None]
    return Page(
        words.of_page(found, serving),
        tree,
        UNNAMED.find(query),
        query=query[:80],
        styles=find.STYLES,
        keep=Keep.NEVER,
    )


def suggestions(asked: Asked) -> Answer:
    """Answer a search by plain data."""
    found = asked.repository.find(asked.given.words("q").strip())
    told = find.suggestions(found, asked.repository, asked.links)
    return Answer(json.dumps(told, ensure_ascii=False), JSON, keep=Keep.NEVER)


def unknown(asked: Asked) -> Page:
    """Return the page for an address that is none of ours."""
    return Page("No such page", errors.unknown_page(asked.links), "/", status=404)
