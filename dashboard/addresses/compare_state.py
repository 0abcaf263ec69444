"""What a comparison's URL says: the group, the year, how it is looked at. Any query string is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlencode

from dashboard.addresses.links import Links
from dashboard.addresses.peer_methods import Peers
from dashboard.addresses.query import MOST_NAMED, Parameter, choice, read, year
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, MEASURES, SATISFACTORY_REMEDY, UPHELD

NAMES = ("councils", "council")
"""The parameters that name councils, by slug or ONS code."""


class Look(StrEnum):
    """How the group is looked at: all of a year, one measure over seven years, several over chosen ones."""

    YEAR = "year"
    YEARS = "years"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class CompareState:
    """The comparison a URL asks for.

    ``councils`` are slugs or ONS codes as asked, each once, unchecked. ``peers`` fills the group up by
    a method, around the first of them; None: it is chosen by hand. ``add`` is what was typed to add a
    council, to be searched for. ``release`` is the name asked for with ``?release=``, or None.
    ``measures`` and ``years`` are those chosen for the one table, in the order of the catalogue and of time;
    empty: those it has by itself.
    """

    councils: tuple[str, ...]
    peers: Peers | None
    year: str
    look: Look
    measure: str
    add: str
    release: str | None
    measures: tuple[str, ...] = ()
    years: tuple[str, ...] = ()

    @property
    def links(self) -> Links:
        """The addresses that keep the release asked for."""
        return Links(self.release)

    def changed(self, **changes: object) -> "CompareState":
        """Return the state with some parts replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


def parameters(years: Sequence[str]) -> tuple[Parameter[Any], ...]:
    """Return what a comparison's query may say; ``years`` are the release's."""
    return (PEERS, year("year", years), _VIEW, MEASURE, _MEASURES, _chosen(years))


def parse(query: str, years: Sequence[str]) -> CompareState:
    """Read any query string at all; what is unknown takes its default.

    The group is ``councils=a,b`` or ``council=a&council=b``, or both. An unknown method of choosing
    peers is the first one; an unknown year the release's last. Who chooses measures or years, and no view,
    means the one table.
    """
    asked = read(query)
    named = dict.fromkeys((*asked.names("councils"), *asked.names("council")))
    peers = asked.value(PEERS) or Peers.TYPE
    measures, chosen = asked.values(_MEASURES), asked.values(_chosen(years))
    look = asked.value(_VIEW) or (Look.TABLE if measures or chosen else Look.YEAR)
    table = look is Look.TABLE
    measure = asked.value(MEASURE) if look is Look.YEARS else None  # of one year all are shown
    return CompareState(
        councils=tuple(named)[:MOST_NAMED],
        peers=peers if asked.text("peers") else None,
        year=asked.value(year("year", years)) or years[-1],
        look=look,
        measure=measure or UPHELD.id,
        add=asked.text("add"),
        release=asked.text("release") or None,
        measures=tuple(each for each in MEASURES if table and each in measures),
        years=tuple(each for each in years if table and each in chosen),
    )


def query_string(state: CompareState, years: Sequence[str]) -> str:
    """Print the state as a query string without its question mark; defaults are left out."""
    group = f"councils={','.join(quote(slug, safe='') for slug in state.councils)}"
    told = {
        "peers": state.peers,
        "year": state.year if state.year != years[-1] else None,
        "view": state.look if state.look is not Look.YEAR else None,
        "measure": state.measure if state.look is Look.YEARS and state.measure != UPHELD.id else None,
        "measures": ",".join(state.measures) or None,
        "years": ",".join(state.years) or None,
        "add": state.add or None,
        "release": state.release,
    }
    rest = urlencode({name: str(value) for name, value in told.items() if value is not None}, safe=",")
    return "&".join(part for part in (group if state.councils else "", rest) if part)


def seven_years(year: str, years: Sequence[str]) -> tuple[str, ...]:
    """Return the seven of a release's years that end with one (fewer at its beginning), ascending."""
    return _ending_with(year, years, 7)


def years_shown(state: CompareState, years: Sequence[str]) -> tuple[str, ...]:
    """Return which of a release's years a comparison shows, ascending."""
    if state.look is Look.YEAR:
        return (state.year,)
    return seven_years(state.year, years) if state.look is Look.YEARS else _of_table(state, years)


def measures_shown(state: CompareState) -> tuple[Measure, ...]:
    """Return the measures of the one table: those chosen, or the three shares; last what is not compared."""
    chosen = [MEASURES[each] for each in state.measures or BY_ITSELF]
    return tuple(sorted(chosen, key=lambda measure: not measure.compared))


def _of_table(state: CompareState, years: Sequence[str]) -> tuple[str, ...]:
    return state.years or _ending_with(state.year, years, 5)


def _ending_with(year: str, years: Sequence[str], many: int) -> tuple[str, ...]:
    end = years.index(year) + 1
    return tuple(years[max(0, end - many) : end])


def _chosen(years: Sequence[str]) -> Parameter[str]:
    return replace(year("years", years), several=True)


BY_ITSELF = tuple(measure.id for measure in (UPHELD, SATISFACTORY_REMEDY, COMPLIANCE))
"""The measures of the one table where none are chosen."""

PEERS = Parameter("peers", "a way of choosing councils", "known here", Peers.of)
_VIEW = choice("view", "a view", Look)
MEASURE = Parameter("measure", "a measure", "known here", lambda text: text if text in MEASURES else None)
_MEASURES = replace(MEASURE, name="measures", several=True)
