"""What checks look at: a draft as corrected, beside what is known of councils and held of other years."""

from collections.abc import Collection
from dataclasses import dataclass

from dashboard.checks.held_rows import Key
from dashboard.checks.merged import Merged, merge
from dashboard.checks.tables import TableKind, Values, by_council, table_of
from dashboard.imports.imported import Imported
from dashboard.reference.held import Held
from dashboard.reference.load import Reference


@dataclass(frozen=True)
class Material:
    """A draft, corrected, with all that it is judged by. ``held`` is None where nothing may be added."""

    imported: Imported
    reference: Reference
    held: Held | None
    merged: Merged
    values: Values

    @property
    def tables(self) -> frozenset[tuple[TableKind, str]]:
        """The tables there are: kind and year."""
        return frozenset((table_of(value.quantity), value.year) for value in self.imported.values)

    def name(self, slug: str) -> str:
        """Return a council's name; the slug of one that is unknown."""
        council = self.reference.councils.get(slug)
        return council.name if council else slug


def material_of(
    imported: Imported, reference: Reference, held: Held | None, corrected: Collection[Key] = ()
) -> Material:
    """Return what the checks look at. ``corrected`` are the values of ``imported`` that were put right."""
    merged = merge(imported, reference, held, corrected)
    return Material(imported, reference, held, merged, by_council(imported.values))
