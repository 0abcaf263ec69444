"""What the URL of a list of cases says: which cases, in which order, which page. Any query string is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses.query import Parameter, choice, read, read_day, several, year
from dashboard.addresses.view_state import TYPE
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Category, Compliance, Outcome

COUNCIL = "council"
"""The parameter that names councils, by slug or ONS code."""
LAST_PAGE = 999_999_999
"""A larger page number is read as this one; the last page there is answers it."""


class Order(StrEnum):
    """How decisions are ordered: the newest first, or those that fit the words best."""

    NEWEST = "newest"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class DecisionState:
    """A view of the cases: the filter (``improving`` is the page's own, never the URL's), a page from 1.

    Councils are slugs or ONS codes as asked, each once, unchecked. The release asked for is not part of it.
    """

    asked: CaseFilter = field(default_factory=CaseFilter)
    page: int = 1
    order: Order = Order.NEWEST

    def narrowed(self, **changes: object) -> "DecisionState":
        """Return the state with some parts of its filter replaced, from its first page."""
        return replace(self, asked=self.asked.changed(**changes), page=1)

    def at(self, page: int) -> "DecisionState":
        """Return the state at another page."""
        return replace(self, page=page)

    def ordered(self, order: Order) -> "DecisionState":
        """Return the state in another order, from its first page."""
        return replace(self, order=order, page=1)


def parameters(years: Sequence[str]) -> tuple[Parameter[Any], ...]:
    """Return what the query of a list of cases may say; ``years`` are the release's."""
    of_years = (year(name, years) for name in ("year", "received", "due"))
    return (_FROM, _TO, *of_years, *_CHOICES)


def parse(query: str, years: Sequence[str]) -> DecisionState:
    """Read any query string at all; what is unknown is left out.

    ``years`` are the release's. Several outcomes, councils or findings of compliance are given as
    ``outcome=a,b`` or ``outcome=a&outcome=b``. Words are kept as they were typed, their beginning where
    they are long.
    """
    given = read(query)
    outcomes, compliance = given.values(_OUTCOME), given.values(_COMPLIANCE)
    return DecisionState(
        CaseFilter(
            words=given.words("q"),
            councils=given.names(COUNCIL),
            type=given.value(TYPE),
            decided=given.value(year("year", years)),
            received=given.value(year("received", years)),
            due=given.value(year("due", years)),
            since=given.value(_FROM),
            until=given.value(_TO),
            outcomes=tuple(one for one in Outcome if one in outcomes),
            service=given.value(_SERVICE),
            category=given.value(_CATEGORY),
            sub_category=given.text("sub") or None,
            kind=given.value(_KIND),
            remedied=given.value(_REMEDY) or False,
            compliance=tuple(one for one in Compliance if one in compliance),
        ),
        page=given.value(PAGE) or 1,
        order=given.value(_ORDER) or Order.NEWEST,
    )


def pairs(state: DecisionState) -> list[tuple[str, str]]:
    """Return the state as names and values of a query; defaults are left out."""
    asked = state.asked
    told: dict[str, str | None] = {
        "q": asked.words,
        "council": ",".join(asked.councils),
        "type": asked.type,
        "category": asked.category,
        "sub": asked.sub_category,
        "outcome": ",".join(asked.outcomes),
        "year": asked.decided,
        "received": asked.received,
        "due": asked.due,
        "from": asked.since.isoformat() if asked.since else None,
        "to": asked.until.isoformat() if asked.until else None,
        "kind": asked.kind,
        "service": asked.service,
        "remedy": "1" if asked.remedied else None,
        "compliance": ",".join(asked.compliance),
        "order": state.order if state.order is not Order.NEWEST else None,
        "page": str(state.page) if state.page != 1 else None,
    }
    return [(name, str(value)) for name, value in told.items() if value]


def query_string(state: DecisionState) -> str:
    """Print the state as a query string without its question mark; defaults are left out."""
    return urlencode(pairs(state), safe=",", errors="replace")


def _page(text: str) -> int | None:
    """Return a page number from 1; of one too large to mean anything the largest."""
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0")
    return LAST_PAGE if len(digits) > len(str(LAST_PAGE)) else max(1, int(digits or "0"))


def page_of(pages: int) -> Parameter[int]:
    """Return the number of a page of a list of so many: beyond the last there is none, and the last is shown.

    What is no number at all is for the list's own parameter to say.
    """

    def held(text: str) -> int | None:
        asked = _page(text)
        return None if asked is not None and asked > max(pages, 1) else asked or 1

    return Parameter("page", "a page", "of this list", held, f"Its last page is {max(pages, 1)}.")


_WRITTEN = "Days are written 2023-04-01."
_FROM = Parameter("from", "a day", "in the calendar", read_day, _WRITTEN)
_TO = Parameter("to", "a day", "in the calendar", read_day, _WRITTEN)
_OUTCOME = several("outcome", "an outcome", Outcome)
_COMPLIANCE = several("compliance", "a finding of compliance", Compliance)
_SERVICE = choice("service", "a service", Category)
_CATEGORY = choice("category", "a category", DecisionCategory)
_KIND = choice("kind", "a kind of decision", DecisionKind)
_REMEDY = Parameter("remedy", "a choice of remedy", "known here", {"1": True}.get)
_ORDER = choice("order", "an order", Order)
PAGE = Parameter("page", "a page number", "written in digits", _page)
_CHOICES: tuple[Parameter[Any], ...] = (
    *(TYPE, _CATEGORY, _OUTCOME, _KIND, _SERVICE, _REMEDY, _COMPLIANCE, _ORDER, PAGE),
)
