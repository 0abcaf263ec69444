"""What a reorganisation asks of the map, and what comes of it: types, and the check of what is asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.mapview.shapes import Shapes

Covers = Mapping[str, tuple[str, ...]]
"""Of every council of a tier from a day on, the councils of the lower tier before whose area it covers."""


class ReshapeError(ValueError):
    """The councils asked for cannot be drawn from those before; the message is a sentence that names them."""


@dataclass(frozen=True, slots=True)
class Reshaping:
    """Which areas every council covers from a year on.

    ``vintage`` is the first year the new map holds for (2027 for 2027-28). ``lower`` and ``upper`` name every
    council drawn on a tier from then on, with the slugs of the lower tier before that it covers: an unchanged
    district covers itself, a county the districts it keeps, a single-tier council stands in both. A new
    council may have the slug of one that it covers.
    """

    vintage: int
    lower: Covers
    upper: Covers


@dataclass(frozen=True, slots=True)
class Touching:
    """Two councils that touch, and how long their border is as drawn, in kilometres (0: only in a point)."""

    slug: str
    neighbour: str
    shared_km: float


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is allowed and should be looked at: a hole in a council's area, or a part detached from it.

    ``of`` are the councils that lie in the hole, named as they are from then on, or the councils before that
    make up the detached part. Islands and lakes are none; a whole council across the water from the
    others is one.
    """

    slug: str
    kind: Literal["hole", "detached"]
    square_km: float
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reshaped:
    """The maps of both tiers from a year on.

    A council is changed when it is new, or covers more or less than it did. ``touching`` has all neighbours
    of the councils that are changed or touch one that is, on the tiers they share; ``oddities`` are
    those of changed councils which the councils before did not have themselves.
    """

    lower: Shapes
    upper: Shapes
    touching: tuple[Touching, ...]
    oddities: tuple[Oddity, ...]


def check_covers(covers: Covers, before: Collection[str], tier: str) -> None:
    """Raise ReshapeError where a tier leaves out a council before, has it twice, or names an unknown one."""
    used = Counter(slug for slugs in covers.values() for slug in slugs)
    twice = [slug for slug, times in used.items() if times > 1]
    for problem, slugs in (
        ("There was no outline of", used.keys() - set(before)),
        (f"The {tier} tier is left without the area of", set(before) - used.keys()),
        (f"More than one council of the {tier} tier would cover", twice),
        (f"Nothing makes up the {tier} tier’s", [slug for slug, covered in covers.items() if not covered]),
    ):
        if slugs:
            raise ReshapeError(f"{problem} {listed(slugs)}.")


def listed(slugs: Iterable[str]) -> str:
    """Return slugs in order, as a sentence names them."""
    return ", ".join(sorted(slugs))
