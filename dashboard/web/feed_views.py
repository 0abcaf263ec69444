"""The Atom feeds: of a council, of a search of the decisions, of a search of the improvements."""

from collections.abc import Callable

from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.decision_state import query_string as decisions_query
from dashboard.addresses.improvement_state import query_string as improvements_query
from dashboard.feeds.atom import MEDIA_TYPE, Feed, atom
from dashboard.feeds.feeds import Feeds
from dashboard.feeds.place import Place
from dashboard.pages.improvements.group import cases_meant
from dashboard.web import decision_views, improvement_views
from dashboard.web.answer import Answer
from dashboard.web.council_views import of_council
from dashboard.web.page import Page
from dashboard.web.request import Asked

ATOM = f"{MEDIA_TYPE}; charset=utf-8"

Make = Callable[[Asked], Page | Answer]


def council_feed(slug: str, address: str) -> Make:
    """Return the maker of a council's feed, at a site's address."""
    return of_council(slug, lambda council, asked: _answer(_feeds(asked, address).of_council(council)))


def decisions_feed(address: str) -> Make:
    """Return the maker of the feed of a search of the decisions, whatever its page and order."""

    def make(asked: Asked) -> Answer:
        state, _ = decision_views.asked_state(asked)
        query = decisions_query(DecisionState(state.asked))
        return _answer(_feeds(asked, address).of_decisions(state.asked, query))

    return make


def improvements_feed(address: str) -> Make:
    """Return the maker of the feed of a search of the improvements."""

    def make(asked: Asked) -> Answer:
        state, group = improvement_views.asked_state(asked)
        whose = group.whose if group else ""
        query = improvements_query(state.at(1))
        return _answer(_feeds(asked, address).of_improvements(cases_meant(state, group), query, whose))

    return make


def _feeds(asked: Asked, address: str) -> Feeds:
    simulated = asked.repository.release().is_demonstration
    return Feeds(asked.repository, Place(address, simulated), asked.links)


def _answer(feed: Feed) -> Answer:
    return Answer(atom(feed), ATOM)
