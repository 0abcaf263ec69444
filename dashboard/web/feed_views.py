"""The Atom feeds: of a council, of a search of the decisions, of a search of the improvements."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.addresses.decision_state import PAGE, DecisionState
from dashboard.addresses.decision_state import query_string as decisions_query
from dashboard.addresses.improvement_state import query_string as improvements_query
from dashboard.addresses.query import read
from dashboard.feeds.atom import SERVED_AS, Feed, atom
from dashboard.feeds.feeds import Feeds
from dashboard.feeds.place import Place
from dashboard.pages.improvements.group import cases_meant
from dashboard.repository.records import Council
from dashboard.web import decision_views, improvement_views
from dashboard.web.answer import Answer
from dashboard.web.council_views import of_council
from dashboard.web.page import Page
from dashboard.web.request import Asked

ATOM = f"{SERVED_AS}; charset=utf-8"

Make = Callable[[Asked], Page | Answer]


@dataclass(frozen=True, slots=True)
class At:
    """Where feeds are served: the site's address, and on it the sheet for those who open one in a browser."""

    address: str
    style: str


def council_feed(slug: str, at: At) -> Make:
    """Return the maker of a council's feed."""

    def make(council: Council, asked: Asked) -> Answer:
        page = read(asked.query).value(PAGE) or 1
        return _answer(_feeds(asked, at, page).of_council(council))

    return of_council(slug, make)


def decisions_feed(at: At) -> Make:
    """Return the maker of the feed of a search of the decisions, whatever its order."""

    def make(asked: Asked) -> Answer:
        state, _ = decision_views.asked_state(asked)
        query = decisions_query(DecisionState(state.asked))
        return _answer(_feeds(asked, at, state.page).of_decisions(state.asked, query))

    return make


def improvements_feed(at: At) -> Make:
    """Return the maker of the feed of a search of the improvements."""

    def make(asked: Asked) -> Answer:
        state, group = improvement_views.asked_state(asked)
        whose = group.whose if group else ""
        query = improvements_query(state.at(1))
        feeds = _feeds(asked, at, state.cases.page)
        return _answer(feeds.of_improvements(cases_meant(state, group), query, whose))

    return make


def _feeds(asked: Asked, at: At, page: int) -> Feeds:
    simulated = asked.repository.release().is_demonstration
    return Feeds(asked.repository, Place(at.address, simulated), asked.links, page, at.style)


def _answer(feed: Feed) -> Answer:
    return Answer(atom(feed), ATOM)
