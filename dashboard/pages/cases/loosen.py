"""What to do where a search finds nothing: leave out one part of it or another, each with what it finds."""

from collections.abc import Callable

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.domain.outcomes import NOT_FOR_US
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.words.decisions import asked_parts
from dashboard.words.wording import counted


def nothing_found(
    state: DecisionState, place: Place, named: Callable[[str], str], total: Callable[[DecisionState], int]
) -> list[Child]:
    """Say what to loosen; nothing where nothing was asked. ``total`` counts what a state finds."""
    asked = state.asked
    if place.within(DecisionState()).asked == asked:
        return []
    said: list[Child] = []
    if asked.since and asked.until and asked.since > asked.until:
        said.append(html.P("The first day is after the last, so no day lies between them."))
    if asked.outcomes and set(asked.outcomes) <= set(NOT_FOR_US):
        said.append(html.P("A complaint that ends so is counted, but no decision on it is published."))
    ways: list[Child] = []
    for words, change in asked_parts(place.own(asked), named):
        without = place.within(state.narrowed(**change))
        if found := total(without):
            link = html.A(f"Without {_quoted(words)}", href=place.url(without))
            ways.append(html.Li([link, f": {counted(found, 'decisions')}"]))
    if ways:
        said += [html.P("Each of these ways finds some:"), html.Ul(ways)]
    else:
        said.append(html.P("Leaving out any one part of the search finds nothing either."))
    every = place.url(place.within(DecisionState()))
    return [*said, html.P(html.A("Start again with all", href=every))]


def _quoted(words: str) -> str:
    return words if words.startswith("“") else f"“{words}”"
