"""What one line of the held figures says, typed: nothing of it rounded, corrected or filled in."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin


@dataclass(frozen=True, slots=True)
class HeldValue:
    """One value as its source printed it. Years are written 2023-24; ``source_url`` is "" without a page."""

    slug: str
    year: str
    quantity: str
    value: Decimal
    origin: Origin
    source_url: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What names the value: there is one of a council, year and quantity."""
        return self.slug, self.year, self.quantity


@dataclass(frozen=True, slots=True)
class HeldAverage:
    """The average of a measure, of a type in a year, as printed; ``source_url`` is "" without a page."""

    type: AuthorityType
    year: str
    measure: str
    value: Decimal
    origin: Origin
    source_url: str

    @property
    def key(self) -> tuple[AuthorityType, str, str]:
        """What names the average: there is one of a type, year and measure."""
        return self.type, self.year, self.measure


@dataclass(frozen=True, slots=True)
class HeldConflict:
    """A held value that contradicts another or its own counts: which was kept, and why."""

    slug: str
    year: str
    quantity: str
    kind: str
    kept: Decimal | None
    other: Decimal | None
    reason: str


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A page that held values were read from: who published it, and where."""

    id: str
    publisher: str
    url: str
