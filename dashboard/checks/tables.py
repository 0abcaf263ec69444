"""The tables of a draft as checks look at them: which table a quantity is of, the values by council."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from dashboard.imports.imported import ImportedValue
from dashboard.metrics.counts_with_origin import SlugYear

Values = Mapping[SlugYear, Mapping[str, ImportedValue]]
"""The values of the tables by (slug, year), then by quantity; the first where one stands twice."""


class TableKind(StrEnum):
    """The publisher's three tables."""

    RECEIVED = "received"
    DECIDED = "decided"
    REMEDIES = "remedies"

    @property
    def words(self) -> str:
        """The table in running text."""
        return {
            TableKind.RECEIVED: "complaints received",
            TableKind.DECIDED: "complaints decided",
            TableKind.REMEDIES: "remedies and compliance",
        }[self]


def table_of(quantity: str) -> TableKind:
    """Return the table a quantity is printed in. Upheld stands in two, and is counted to the decided."""
    if quantity.startswith("received:"):
        return TableKind.RECEIVED
    if quantity.startswith(("satisfactory", "compliance", "complied")):
        return TableKind.REMEDIES
    return TableKind.DECIDED


def by_council(values: Iterable[ImportedValue]) -> Values:
    """Index the values of the tables by council and year, and by quantity."""
    found: dict[SlugYear, dict[str, ImportedValue]] = {}
    for value in values:
        found.setdefault((value.slug, value.year), {}).setdefault(value.quantity, value)
    return found
