"""Where a list of cases stands: over all councils, or below one; what its path says is not in its query."""

from dataclasses import dataclass

from dashboard.addresses.decision_state import DecisionState, query_string
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionKind
from dashboard.repository.records import Council

DECISIONS, REPORTS = "decisions", "reports"


@dataclass(frozen=True, slots=True)
class Place:
    """The search over all councils (no ``council``), or a council's list of ``decisions`` or ``reports``.

    ``release`` is its name where the URL names it.
    """

    council: Council | None = None
    section: str = DECISIONS
    links: Links = UNNAMED

    def within(self, state: DecisionState) -> DecisionState:
        """Return a state with what the path says set."""
        asked = state.asked
        if self.council is not None:
            asked = asked.changed(councils=(self.council.slug,))
        if self.section == REPORTS:
            asked = asked.changed(kind=DecisionKind.REPORT)
        return DecisionState(asked, state.page, state.order)

    def own(self, asked: CaseFilter) -> CaseFilter:
        """Return a filter without what the path says: what the query has to say."""
        if self.council is not None:
            asked = asked.changed(councils=())
        return asked.changed(kind=None) if self.section == REPORTS else asked

    def query(self, state: DecisionState) -> str:
        """Return the query of a state at this place."""
        return query_string(DecisionState(self.own(state.asked), state.page, state.order))

    def url(self, state: DecisionState) -> str:
        """Return the address of a state at this place, its release kept."""
        if self.council is None:
            return self.links.decisions(self.query(state), "")
        return self.links.council_cases(self.council.slug, self.section, self.query(state))

    @property
    def path(self) -> str:
        """The address without any query, for a form."""
        return self.url(self.within(DecisionState())).partition("?")[0]
