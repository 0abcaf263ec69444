"""What a release says of its own quality, as pages receive it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin

RECEIVED = "received:total"
"""The quantity looked at besides the measures: complaints received in all."""


class Known(StrEnum):
    """What is known of one measure of a council in a year: a value by its origin, or why there is none."""

    PUBLISHED = Origin.PUBLISHED.value
    REPORTED = Origin.REPORTED.value
    DERIVED = Origin.DERIVED.value
    SIMULATED = Origin.SIMULATED.value
    NO_CASES = "no_cases"
    NOT_HELD = "not_held"
    NOT_APPLICABLE = "not_applicable"

    @property
    def complete(self) -> bool:
        """Whether nothing is missing: there is a value, or it is known that there was nothing to count."""
        return self not in (Known.NOT_HELD, Known.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many councils of a type that existed in a year have a measure known so."""

    year: str
    type: AuthorityType
    quantity: str
    known: Known
    councils: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A source's figure that a person put right; None is nothing said, or nothing known."""

    slug: str
    year: str
    quantity: str
    was: Decimal | None
    became: Decimal | None
    reason: str
    decided_by: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class Accepted:
    """A warning of the checks that a person accepted."""

    check: str
    slug: str | None
    year: str | None
    quantity: str | None
    sentence: str
    reason: str
    accepted_by: str
    accepted_on: date


@dataclass(frozen=True, slots=True)
class InputRead:
    """A file the release was made from, by name and checksum; ``year`` as told at its import."""

    name: str
    kind: str
    year: str | None
    sha256: str
    bytes: int
    rows: int
    imported_at: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A value that contradicts another of its source or its own counts: what is shown, what is not, why."""

    slug: str
    year: str
    quantity: str
    kind: str
    kept: Decimal | None
    other: Decimal | None
    reason: str
