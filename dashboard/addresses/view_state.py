"""The whole view of the map page, parsed from any query string and printed back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses.links import Links
from dashboard.addresses.query import Parameter, choice, read, year
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.measures import UPHELD, on_map
from dashboard.domain.years import ReportingYear


class Reading(StrEnum):
    """How the map is read: the figure with marks, or the comparison with councils of its type."""

    FIGURE = "figure"
    COMPARED = "compared"


class Drawn(StrEnum):
    """How councils are drawn: their outlines, or a tile each, all of one size."""

    MAP = "map"
    TILES = "tiles"


@dataclass(frozen=True, slots=True)
class ViewState:
    """What the URL says. ``year`` is one of the release's years; ``council`` is a slug, unchecked.

    ``period`` is 1 or 3 (years pooled). ``release`` is the name asked for with ``?release=``, or None.
    """

    measure: str
    year: str
    tier: Tier
    type: AuthorityType | None
    reading: Reading
    period: int
    council: str | None
    release: str | None
    drawn: Drawn = Drawn.MAP

    @property
    def links(self) -> Links:
        """The addresses that keep the release asked for."""
        return Links(self.release)

    def changed(self, **changes: object) -> "ViewState":
        """Return the state with some parts replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


def parameters(years: Sequence[str]) -> tuple[Parameter[Any], ...]:
    """Return what the map's query may say; ``years`` are the release's."""
    return (_MEASURE, year("year", years), _TIER, TYPE, _READING, _PERIOD, _VIEW)


def parse(query: str, years: Sequence[str]) -> ViewState:
    """Read any query string at all; what is unknown takes its default.

    ``years`` are the release's, ascending; the last is the default. A type decides the tier it is
    on when the one asked for does not show it. The lower tier pools three years unless told not to.
    """
    asked = read(query)
    kind = asked.value(TYPE)
    tier = asked.value(_TIER) or Tier.UPPER
    if kind is not None and tier not in kind.tiers:
        tier = next(iter(kind.tiers))
    return ViewState(
        measure=asked.value(_MEASURE) or UPHELD.id,
        year=asked.value(year("year", years)) or years[-1],
        tier=tier,
        type=kind,
        reading=asked.value(_READING) or Reading.FIGURE,
        period=asked.value(_PERIOD) or default_period(tier),
        council=asked.text("council") or None,
        release=asked.text("release") or None,
        drawn=asked.value(_VIEW) or Drawn.MAP,
    )


def query_string(state: ViewState, years: Sequence[str]) -> str:
    """Print the state as a query string without its question mark; defaults are left out."""
    told = {
        "measure": state.measure if state.measure != UPHELD.id else None,
        "year": state.year if state.year != years[-1] else None,
        "tier": state.tier if state.tier is not Tier.UPPER else None,
        "type": state.type,
        "reading": state.reading if state.reading is not Reading.FIGURE else None,
        "period": str(state.period) if state.period != default_period(state.tier) else None,
        "view": state.drawn if state.drawn is not Drawn.MAP else None,
        "council": state.council,
        "release": state.release,
    }
    return urlencode({name: str(value) for name, value in told.items() if value is not None})


def default_period(tier: Tier) -> int:
    """Return how many years a tier's map pools by default: three for districts, whose cases are few."""
    return 3 if tier is Tier.LOWER else 1


def first_year_pooled(year: str, period: int) -> str:
    """Return the first year of a pooled period ending with ``year``."""
    return str(ReportingYear.parse(year).shifted(1 - period))


def _measure(text: str) -> str | None:
    return text if text in {measure.id for measure in on_map()} else None


TYPE = choice("type", "a type of council", AuthorityType)
_MEASURE = Parameter("measure", "a measure", "shown on the map", _measure)
_TIER = choice("tier", "a kind of map", Tier)
_READING = choice("reading", "a way to read the map", Reading)
_VIEW = choice("view", "a way to draw the councils", Drawn)
_PERIOD = Parameter("period", "a period", "known here", {"1": 1, "3": 3}.get)
