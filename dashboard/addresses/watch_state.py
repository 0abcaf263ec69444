"""What the URL of what to watch says: a year, councils, a service, questions. Any query is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses.decision_state import PAGE
from dashboard.addresses.query import Parameter, choice, read, year
from dashboard.addresses.view_state import TYPE
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category
from dashboard.domain.regions import Region
from dashboard.domain.watch import Question

_REGION = choice("region", "a region", Region, "of England")
_SERVICE = choice("category", "a service", Category)
_QUESTION = choice("what", "a sort of question", Question)
_BEYOND: Parameter[bool] = Parameter(
    "beyond", "a choice", "known here", lambda text: True if text == "1" else None
)


@dataclass(frozen=True, slots=True)
class WatchState:
    """A view of what to watch. ``year`` None: the latest that is looked at; ``page``, from 1, is of one sort
    of question alone. The release asked for is not part of it."""

    year: str | None = None
    type: AuthorityType | None = None
    region: Region | None = None
    service: Category | None = None
    question: Question | None = None
    beyond: bool = False
    page: int = 1

    def of(self, question: Question | None, *, beyond: bool = False) -> "WatchState":
        """Return the state with questions of one sort, from their first page, or of all."""
        return replace(self, question=question, beyond=beyond, page=1)

    def at(self, page: int) -> "WatchState":
        """Return the state at another page."""
        return replace(self, page=page)


def parameters(years: Sequence[str]) -> tuple[Parameter[Any], ...]:
    """Return what the query may say; ``years`` are the release's."""
    return (year("year", years), TYPE, _REGION, _SERVICE, _QUESTION, _BEYOND, PAGE)


def parse(query: str, years: Sequence[str]) -> WatchState:
    """Read any query string at all; what is unknown is left out. ``years`` are the release's."""
    given = read(query)
    return WatchState(
        year=given.value(year("year", years)),
        type=given.value(TYPE),
        region=given.value(_REGION),
        service=given.value(_SERVICE),
        question=given.value(_QUESTION),
        beyond=given.value(_BEYOND) or False,
        page=given.value(PAGE) or 1,
    )


def pairs(state: WatchState) -> list[tuple[str, str]]:
    """Return the state as names and values of a query; defaults are left out."""
    told: dict[str, str | None] = {
        "year": state.year,
        "type": state.type,
        "region": state.region,
        "category": state.service,
        "what": state.question,
        "beyond": "1" if state.beyond else None,
        "page": str(state.page) if state.page != 1 else None,
    }
    return [(name, str(value)) for name, value in told.items() if value]


def query_string(state: WatchState) -> str:
    """Print the state as a query string without its question mark; defaults are left out."""
    return urlencode(pairs(state))
