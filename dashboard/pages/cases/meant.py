"""Below a search for words, the subjects the words may mean: each with what a search for it would find."""

from collections.abc import Callable

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.domain.subjects_meant import subjects_meant
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.words.wording import counted

MOST = 4
"""So many subjects are offered at most."""


def by_subject(
    state: DecisionState, place: Place, total: Callable[[DecisionState], int], noun: str = "decisions"
) -> list[Child]:
    """Return a line of subjects; nothing without words, where one is chosen, and of those without any.

    ``total`` counts what a state finds, the rest of the search kept, in the plural ``noun``.
    """
    if state.asked.sub_category:
        return []
    ways: list[list[Child]] = []
    for category, sub_category in subjects_meant(state.asked.words):
        by = state.narrowed(words="", category=category, sub_category=sub_category)
        meant = place.within(by)
        if found := total(meant):
            link = html.A(f"{category.label}: {sub_category}", href=place.url(meant))
            ways.append([link, f" ({counted(found, noun)})"])
        if len(ways) == MOST:
            break
    if not ways:
        return []
    told = [part for way in ways for part in ("; ", *way)][1:]
    return [html.P(["By subject, whatever words are used: ", *told, "."], className="case-reading")]
