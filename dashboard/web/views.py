"""What is at each of the other addresses: pages of text and the search."""

import json
from collections.abc import Callable

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.pages.site import about, accessibility, data, errors, find
from dashboard.web.answer import JSON, Answer, redirect
from dashboard.web.page import Page, follow_of
from dashboard.web.request import Asked

_PLAIN: dict[str, tuple[str, Callable[[Asked], Component]]] = {
    "about": ("About these figures", lambda asked: about.render(asked.repository, asked.release)),
    "accessibility": (
        "Accessibility",
        lambda asked: accessibility.render(asked.repository, asked.release),
    ),
    "data": (
        "The data behind these pages",
        lambda asked: data.render(asked.repository, asked.release, asked.served.catalogue()),
    ),
}
PLAIN = tuple(_PLAIN)


def plain(name: str) -> Callable[[Asked], Page]:
    """Return the maker of one of the pages of text."""
    title, render = _PLAIN[name]

    def make(asked: Asked) -> Page:
        tree = render(asked)
        return Page(title, tree, urls.plain(name), here=name, follow=follow_of(tree))

    return make


def search(asked: Asked) -> Page | Answer:
    """Answer a search: by the council's page where one was found, else by a page of what was found."""
    query = asked.given.words("q").strip()
    found = asked.repository.find(query)
    if len(found.councils) == 1:
        return redirect(urls.council(found.councils[0], None, asked.release), 302)
    tree = find.render(found, asked.repository, asked.release)
    title = f"Find a council: {query[:80]}" if query else "Find a council"
    return Page(title, tree, urls.find(query), query=query[:80])


def suggestions(asked: Asked) -> Answer:
    """Answer a search by plain data."""
    found = asked.repository.find(asked.given.words("q").strip())
    told = find.suggestions(found, asked.repository, asked.release)
    return Answer(json.dumps(told, ensure_ascii=False), JSON)


def unknown(asked: Asked) -> Page:
    """Return the page for an address that is none of ours."""
    return Page("No such page", errors.unknown_page(asked.release), "/", status=404)
