"""Where a list of improvements stands: over all councils or those like one, or below one council."""

from dataclasses import dataclass, replace

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.improvement_state import ImprovementState, query_string
from dashboard.addresses.links import Links
from dashboard.repository.records import Council

SECTION = "improvements"


@dataclass(frozen=True, slots=True)
class SearchPlace(Place):
    """The search of the improvements: its addresses keep the group of councils that ``around`` names."""

    around: ImprovementState | None = None

    def query(self, state: DecisionState) -> str:
        """Return the query of a state at this place, its group kept."""
        return query_string(replace(self.around or ImprovementState(), cases=state))

    def url(self, state: DecisionState) -> str:
        """Return the address of a state at this place, its release kept."""
        return self.links.improvements(self.query(state), "")


def search_place(state: ImprovementState, links: Links) -> SearchPlace:
    """Return the place of the search over all councils, or over those like one."""
    return SearchPlace(None, SECTION, links, state)


def council_place(council: Council, links: Links) -> Place:
    """Return the place of one council's list."""
    return Place(council, SECTION, links)
