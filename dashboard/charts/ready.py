"""What all councils of a type share of their pictures on one measure, ready-made at build, read by pages.

A release keeps it by type, year, period, measure and part, each part as text: compact numbers, or the inner
HTML of table cells. A page adds what is its own council's: the dot, the label, the sentence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.charts.cells import Cells, cells, cells_from_json, cells_to_json
from dashboard.charts.funnel import Funnel, funnel
from dashboard.charts.funnel_svg import Picture, picture
from dashboard.charts.peers import Group
from dashboard.charts.strip import Strip, missed_strip, strip
from dashboard.charts.type_counts import TypeCounts, type_counts
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, UPHELD, compared


class Part(StrEnum):
    """The parts of what is ready-made."""

    COUNTS = "counts"
    STRIP = "strip"
    FUNNEL = "funnel"
    PICTURE = "picture"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Ready:
    """A type on one measure: its parts as they are kept, each read when it is asked for."""

    parts: Mapping[str, str]

    @property
    def counts(self) -> TypeCounts:
        """The type in numbers."""
        return TypeCounts.from_json(self.parts[Part.COUNTS])

    @property
    def strip(self) -> Strip | None:
        """Its strip; None without a council that has counts."""
        kept = self.parts.get(Part.STRIP)
        return None if kept is None else Strip.from_json(kept)

    @property
    def funnel(self) -> Funnel | None:
        """Its funnel in numbers, for paper; None where nothing is compared."""
        kept = self.parts.get(Part.FUNNEL)
        return None if kept is None else Funnel.from_json(kept)

    @property
    def picture(self) -> Picture | None:
        """Its funnel as it is drawn on a screen; None where nothing is compared."""
        kept = self.parts.get(Part.PICTURE)
        return None if kept is None else Picture.from_json(kept)

    @property
    def cells(self) -> Cells:
        """Its column of the table, by council."""
        kept = self.parts.get(Part.CELLS)
        return {} if kept is None else cells_from_json(kept)


def measures_drawn() -> tuple[Measure, ...]:
    """Return the measures on which a type is drawn: those compared, and compliance, which is counted."""
    return (*compared(), COMPLIANCE)


def parts_of(group: Group) -> Iterator[tuple[Part, str]]:
    """Yield the parts of a group."""
    yield Part.COUNTS, type_counts(group).to_json()
    if group.measure == COMPLIANCE:
        if (missed := missed_strip(group)) is not None:
            yield Part.STRIP, missed.to_json()
        return
    if (drawn := strip(group)) is not None:
        yield Part.STRIP, drawn.to_json()
    if (limits := funnel(group)) is not None:
        if group.measure == UPHELD:  # the one that papers show
            yield Part.FUNNEL, limits.to_json()
        yield Part.PICTURE, picture(limits, group.year).to_json()
    yield Part.CELLS, cells_to_json(cells(group))
