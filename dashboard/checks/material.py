"""What checks look at: a draft as corrected, beside what is known of councils and held of other years."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dashboard.checks.held_rows import Key
from dashboard.checks.merged import Merged, merge
from dashboard.checks.tables import TableKind, Values, by_council, table_of
from dashboard.imports.imported import Imported
from dashboard.metrics.counts_with_origin import SlugYear
from dashboard.metrics.held_counts import held_counts
from dashboard.reference.held import Held
from dashboard.reference.load import Reference


@dataclass(frozen=True)
class Material:
    """A draft, corrected, with all that it is judged by. ``held`` is None where nothing may be added;
    ``already`` are the counts of it in the years the draft's register is whole for. What is said to have been
    decided after ``today`` cannot be (None: all days have come)."""

    imported: Imported
    reference: Reference
    held: Held | None
    merged: Merged
    values: Values
    already: Mapping[SlugYear, Mapping[str, int]] = field(default_factory=dict)
    today: date | None = None

    @property
    def tables(self) -> frozenset[tuple[TableKind, str]]:
        """The tables there are: kind and year."""
        return frozenset((table_of(value.quantity), value.year) for value in self.imported.values)

    def name(self, slug: str) -> str:
        """Return a council's name; the slug of one that is unknown."""
        council = self.reference.councils.get(slug)
        return council.name if council else slug


def material_of(
    imported: Imported,
    reference: Reference,
    held: Held | None,
    corrected: Collection[Key] = (),
    *,
    today: date | None = None,
) -> Material:
    """Return what the checks look at. ``corrected`` are the values of ``imported`` that were put right."""
    merged = merge(imported, reference, held, corrected)
    already = _already(held, imported)
    return Material(imported, reference, held, merged, by_council(imported.values), already, today)


def _already(held: Held | None, imported: Imported) -> dict[SlugYear, dict[str, int]]:
    if held is None or not imported.whole:
        return {}
    of = replace(held, values=tuple(value for value in held.values if value.year in imported.whole))
    return {key: {q: count.value for q, count in row.items()} for key, row in held_counts(of).items()}
