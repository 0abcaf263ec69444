"""How many marks luck alone would make."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Luck:
    """Expected marks if every council were like its type: ``marked`` in all, ``much`` of them "much"."""

    marked: float
    much: float


def expected_marks(each: Iterable[Luck]) -> Luck:
    """Return the number of marks expected by luck over many councils: the sum of their probabilities."""
    held = tuple(each)
    return Luck(sum(luck.marked for luck in held), sum(luck.much for luck in held))
