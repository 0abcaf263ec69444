"""A part of a council's cases that is larger than at others of its type, beyond what chance explains."""

from dataclasses import dataclass
from enum import StrEnum


class PartOf(StrEnum):
    """What a part is one of that no table of figures tells: its services are told elsewhere."""

    REFERRED_BACK = "referred back"
    """What was referred back because the council had not had its say, of all that was decided."""
    SUBJECT = "subject"
    """A subject, of the published upheld cases."""


@dataclass(frozen=True, slots=True)
class LargerPart:
    """A part that is larger than at others of the type by more than chance and their spread explain.

    ``count`` of ``whole`` are the council's own, ``others`` the same of the others together. ``looked_at``
    is how many such parts were looked at, ``luck`` how many of them chance alone would mark.
    """

    name: str
    count: int
    whole: int
    others: tuple[int, int]
    simulated: bool
    looked_at: int = 1
    luck: float = 0.0
