"""The list of published decisions held: facts of some of them, no text, those about councils alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from dashboard.addresses.urls import ombudsman_decision_path
from dashboard.domain.bodies import body_kind
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.outcomes import Outcome
from dashboard.domain.references import reference_of
from dashboard.domain.slugs import slug_of
from dashboard.reference.decisions import COLUMNS, DECISIONS
from derive.artefacts import Table, sorted_table
from derive.councils import Councils
from derive.source import DerivationError, Row, SourceFolder

Value = TypeVar("Value")

PUBLISHED = "published/published_decisions.csv"

_COLUMNS = ("reference", "authority", "category", "sub_category", "outcome", "decided", "url")
_HOSTS = ("www.lgo.org.uk", "lgo.org.uk")
_CATEGORIES = {slug_of(category.label): category for category in DecisionCategory}
_OUTCOMES = {outcome.label: outcome for outcome in Outcome}


@dataclass(frozen=True, slots=True)
class Decisions:
    """The list as a table; how many rows were left out, by the kind of body; how many addresses were held,
    of all rows, each the one that the rule of the Ombudsman's addresses gives."""

    table: Table
    left_out: Mapping[str, int]
    addresses: int


def derive_decisions(source: SourceFolder, councils: Councils) -> Decisions:
    """Return the decisions about councils. What was not seen of one stays empty.

    Raises DerivationError for a row that names neither a council nor a kind of body (by its line alone: a
    care provider's name may be a person's), and for an address that is not by the rule.
    """
    known = _names(councils)
    rows: list[tuple[str, ...]] = []
    left_out: Counter[str] = Counter()
    seen: set[str] = set()
    addresses = 0
    for row in source.table(PUBLISHED, _COLUMNS):
        reference = _reference(row)
        if reference in seen:
            raise DerivationError(f"{row.place}: {reference} stands twice.")
        seen.add(reference)
        category = _known(row, "category", _CATEGORIES, slug_of(row["category"]))
        outcome = _known(row, "outcome", _OUTCOMES, row["outcome"]) if row["outcome"] else None
        path = _path(row, category, reference)
        addresses += bool(path)
        slug = known.get(slug_of(row["authority"]))
        if slug is None:
            left_out[_kind(row)] += 1
            continue
        day, sub_category = _day(row), row["sub_category"]
        rows.append((reference, slug, category.value, sub_category, outcome or "", day, path))
    return Decisions(sorted_table(DECISIONS, COLUMNS, rows), dict(sorted(left_out.items())), addresses)


def _names(councils: Councils) -> dict[str, str]:
    """Return the council of each name that is one council's alone, by the name's slug."""
    owners: dict[str, set[str]] = {}
    for slug, name in councils.column("name").items():
        others = (councils.column(column)[slug] for column in ("short_name", "other_names"))
        for one in (name, *(other for cell in others for other in cell.split("|") if other)):
            owners.setdefault(slug_of(one), set()).add(slug)
    return {name: min(slugs) for name, slugs in owners.items() if len(slugs) == 1}


def _kind(row: Row) -> str:
    kind = body_kind(row["authority"])
    if kind is None:
        raise DerivationError(f"{row.place}: the authority is no council, and no kind of body that is known.")
    return kind


def _reference(row: Row) -> str:
    try:
        return reference_of(row["reference"])
    except ValueError as error:
        raise DerivationError(f"{row.place}: {error}") from None


def _known(row: Row, column: str, known: Mapping[str, Value], key: str) -> Value:
    if key not in known:
        raise DerivationError(f"{row.place}: “{row[column]}” is no {column} of a decision.")
    return known[key]


def _day(row: Row) -> str:
    try:
        return date.fromisoformat(row["decided"]).isoformat() if row["decided"] else ""
    except ValueError:
        raise DerivationError(f"{row.place}: “{row['decided']}” is no day.") from None


def _path(row: Row, category: DecisionCategory, reference: str) -> str:
    """Return the path of the address held, host and query aside; it must be the rule's."""
    if not row["url"]:
        return ""
    parts = urlsplit(row["url"])
    path = ombudsman_decision_path(category, row["sub_category"], reference)
    if parts.hostname not in _HOSTS or parts.path != path:
        raise DerivationError(f"{row.place}: the address is not {path} on the Ombudsman's site.")
    return path
