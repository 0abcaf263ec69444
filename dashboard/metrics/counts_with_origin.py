"""A count or printed value together with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.origin import Origin, derived_from


@dataclass(frozen=True, slots=True)
class KnownCount:
    """A count, its origin, the page it was read on (None for one of ours), and how it was inferred."""

    value: int
    origin: Origin
    source_url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A percentage or rate as its source printed it."""

    value: Decimal
    origin: Origin
    source_url: str | None


SlugYear = tuple[str, str]
Counts = Mapping[SlugYear, Mapping[str, KnownCount]]
"""Counts by (slug, year), then by quantity."""
Printed = Mapping[SlugYear, Mapping[str, PrintedValue]]
"""Printed values by (slug, year), then by measure."""


def pair_origin(*counts: KnownCount, as_printed: bool) -> Origin:
    """Return the origin of a fraction.

    One simulated count makes it simulated. Where the source printed the percentage beside its counts
    nothing is ours: the weaker of the counts' origins stands (reported before published, derived
    before both). Where it did not, the percentage is derived.
    """
    origins = {count.origin for count in counts}
    if not as_printed or origins & {Origin.SIMULATED, Origin.DERIVED}:
        return derived_from(*origins)
    return Origin.REPORTED if Origin.REPORTED in origins else Origin.PUBLISHED
