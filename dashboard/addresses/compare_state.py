"""What a comparison's URL says: the group, the year, how it is looked at. Any query string is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import parse_qs, quote, urlencode

from dashboard.addresses.peer_methods import Peers
from dashboard.domain.measures import MEASURES, UPHELD

MOST_ASKED = 100
"""How many councils of a query are looked at; nobody writes as many by hand."""
_LONGEST = 120


class Look(StrEnum):
    """How the group is looked at: all measures of a year, or one measure over seven years."""

    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class CompareState:
    """The comparison a URL asks for.

    ``councils`` are slugs or ONS codes as asked, each once, unchecked. ``peers`` fills the group up by
    a method, around the first of them; None: it is chosen by hand. ``add`` is what was typed to add a
    council, to be searched for. ``release`` is the name asked for with ``?release=``, or None.
    """

    councils: tuple[str, ...]
    peers: Peers | None
    year: str
    look: Look
    measure: str
    add: str
    release: str | None

    def changed(self, **changes: object) -> "CompareState":
        """Return the state with some parts replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


def parse(query: str, years: Sequence[str]) -> CompareState:
    """Read any query string at all; what is unknown takes its default.

    The group is ``councils=a,b`` or ``council=a&council=b``, or both. An unknown method of choosing
    peers is the first one; an unknown year the release's last.
    """
    asked = parse_qs(query, errors="replace")

    def last(name: str) -> str:
        return asked.get(name, [""])[-1].strip()

    named = [part for text in asked.get("councils", []) for part in text.split(",")]
    named += asked.get("council", [])
    slugs = dict.fromkeys(slug for text in named if (slug := text.strip().casefold()[:_LONGEST]))
    year, measure = last("year"), last("measure")
    return CompareState(
        councils=tuple(slugs)[:MOST_ASKED],
        peers=Peers.named(last("peers")) if last("peers") else None,
        year=year if year in years else years[-1],
        look=Look.YEARS if last("view") == Look.YEARS else Look.YEAR,
        measure=measure if measure in MEASURES else UPHELD.id,
        add=last("add")[:_LONGEST],
        release=last("release") or None,
    )


def query_string(state: CompareState, years: Sequence[str]) -> str:
    """Print the state as a query string without its question mark; defaults are left out."""
    group = f"councils={','.join(quote(slug, safe='') for slug in state.councils)}"
    told = {
        "peers": state.peers,
        "year": state.year if state.year != years[-1] else None,
        "view": state.look if state.look is not Look.YEAR else None,
        "measure": state.measure if state.look is Look.YEARS and state.measure != UPHELD.id else None,
        "add": state.add or None,
        "release": state.release,
    }
    rest = urlencode({name: str(value) for name, value in told.items() if value is not None})
    return "&".join(part for part in (group if state.councils else "", rest) if part)


def seven_years(year: str, years: Sequence[str]) -> tuple[str, ...]:
    """Return the seven of a release's years that end with one (fewer at its beginning), ascending."""
    end = years.index(year) + 1
    return tuple(years[max(0, end - 7) : end])
