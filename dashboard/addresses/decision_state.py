"""What the URL of a list of cases says: which cases, in which order, which page. Any query string is read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Category, Compliance, Outcome

Member = TypeVar("Member", bound=StrEnum)

MOST_COUNCILS = 100
"""How many councils of a query are looked at; nobody writes as many by hand."""
LAST_PAGE = 999_999_999
"""A larger page number is read as this one; the last page there is answers it."""
_LONGEST_SLUG = 120
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


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


def parse(query: str, years: Sequence[str]) -> DecisionState:
    """Read any query string at all; what is unknown is left out.

    ``years`` are the release's. Several outcomes, councils or findings of compliance are given as
    ``outcome=a,b`` or ``outcome=a&outcome=b``. Words are kept as they were typed.
    """
    given = parse_qs(query, errors="replace")

    def last(name: str) -> str:
        return given.get(name, [""])[-1].strip()

    def every(name: str) -> list[str]:
        return [part.strip() for text in given.get(name, []) for part in text.split(",")]

    def year(name: str) -> str | None:
        return last(name) if last(name) in years else None

    words = given.get("q", [""])[-1]
    slugs = (slug.casefold()[:_LONGEST_SLUG].strip() for slug in every("council"))
    return DecisionState(
        CaseFilter(
            words=words if words.strip() else "",
            councils=tuple(dict.fromkeys(slug for slug in slugs if slug))[:MOST_COUNCILS],
            type=_one_of(AuthorityType, last("type")),
            decided=year("year"),
            received=year("received"),
            due=year("due"),
            since=_day(last("from")),
            until=_day(last("to")),
            outcomes=_some_of(Outcome, every("outcome")),
            service=_one_of(Category, last("service")),
            category=_one_of(DecisionCategory, last("category")),
            sub_category=last("sub") or None,
            kind=_one_of(DecisionKind, last("kind")),
            remedied=last("remedy") == "1",
            compliance=_some_of(Compliance, every("compliance")),
        ),
        page=_page(last("page")),
        order=_one_of(Order, last("order")) or Order.NEWEST,
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


def _one_of(kind: type[Member], text: str) -> Member | None:
    return next((member for member in kind if member.value == text), None)


def _some_of(kind: type[Member], texts: Iterable[str]) -> tuple[Member, ...]:
    """Return the members named, each once, in the order of the field."""
    named = set(texts)
    return tuple(member for member in kind if member.value in named)


def _day(text: str) -> date | None:
    """Return a day written 2023-04-01, the only form a browser sends (``date`` reads others too)."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _page(text: str) -> int:
    """Return a page number from 1; of one too large to mean anything the largest."""
    if not (text.isascii() and text.isdigit()):
        return 1
    digits = text.lstrip("0")
    return LAST_PAGE if len(digits) > len(str(LAST_PAGE)) else max(1, int(digits or "0"))
