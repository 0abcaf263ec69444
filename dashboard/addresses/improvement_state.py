"""What the URL of a search of the improvements says: the cases, and councils like one. Any query is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses import decision_state
from dashboard.addresses.decision_state import DecisionState, Order
from dashboard.addresses.peer_methods import Peers
from dashboard.addresses.query import Parameter, read

BY = Parameter("by", "a way of being alike", "known here", Peers.of)


@dataclass(frozen=True, slots=True)
class ImprovementState:
    """A view of the improvements: the cases they come from, and the council whose like agreed to them.

    ``like`` is a slug, or what was typed for one, unchecked; empty without a group. ``by`` says what makes
    a council like it. A group takes the place of councils named one by one.
    """

    cases: DecisionState = field(default_factory=DecisionState)
    like: str = ""
    by: Peers = Peers.TYPE

    def narrowed(self, **changes: object) -> "ImprovementState":
        """Return the state with some parts of its filter replaced, from its first page."""
        return replace(self, cases=self.cases.narrowed(**changes))

    def at(self, page: int) -> "ImprovementState":
        """Return the state at another page."""
        return replace(self, cases=self.cases.at(page))

    def alone(self) -> "ImprovementState":
        """Return the state without a group, from its first page."""
        return replace(self, cases=self.cases.at(1), like="", by=Peers.TYPE)


def parameters(years: Sequence[str]) -> tuple[Parameter[Any], ...]:
    """Return what the query of a search of the improvements may say; ``years`` are the release's."""
    return (*decision_state.parameters(years), BY)


def parse(query: str, years: Sequence[str]) -> ImprovementState:
    """Read any query string at all; what is unknown is left out. ``years`` are the release's."""
    given = read(query)
    like = " ".join(given.text("like").split())
    cases = replace(decision_state.parse(query, years), order=Order.NEWEST)
    if not like:
        return ImprovementState(cases)
    of_a_group = replace(cases, asked=cases.asked.changed(councils=()))
    return ImprovementState(of_a_group, like, given.value(BY) or Peers.TYPE)


def pairs(state: ImprovementState) -> list[tuple[str, str]]:
    """Return the state as names and values of a query; defaults are left out."""
    group = [("like", state.like)] if state.like else []
    if state.like and state.by is not Peers.TYPE:
        group.append(("by", state.by.value))
    return [*group, *decision_state.pairs(state.cases)]


def query_string(state: ImprovementState) -> str:
    """Print the state as a query string without its question mark; defaults are left out."""
    return urlencode(pairs(state), safe=",", errors="replace")
