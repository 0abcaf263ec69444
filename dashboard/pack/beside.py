"""The councils a paper sets beside its own: by a way that was asked for, else those most like it."""

from dataclasses import dataclass

from dashboard.addresses.peer_methods import Peers
from dashboard.compare.peers import how_chosen, peers_of, residents_of
from dashboard.domain.formats import words
from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.repository.records import Council
from dashboard.words.wording import council_of_type

MOST, BY_SIZE = 8, 5
"""How many stand beside it at most; how many where they are only chosen by their residents."""
_ENOUGH = 3
"""Neighbours of its own type below which those nearest in residents say more."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The councils, the most alike first, and in a sentence how they were chosen."""

    councils: tuple[Council, ...]
    how: str


def beside(known: Known, method: Peers | None) -> Beside:
    """Return the councils of the paper's year set beside it; nobody beside one that has ended."""
    if known.ended:
        return Beside((), "None: the council had ended, and is not set beside others.")
    if method is not None:
        found = peers_of(known.council, method, known.repository, known.year)
        shown = found[:MOST]
        how = how_chosen(known.council, method, len(shown), len(found), known.repository, year=known.year)
        return Beside(shown, how)
    return _statistical(known) or _by_size(known)


def _statistical(known: Known) -> Beside | None:
    """Return its statistical neighbours of its own type: those of another run other services."""
    kind, named = known.council.type, Peers.ONS_GLOBAL.value
    slugs = known.repository.neighbours(known.council.slug, named, known.year)
    found = [c for slug in slugs if (c := known.repository.council(slug)) is not None and c.type is kind]
    if len(found) < _ENOUGH:
        return None
    shown = tuple(found[:MOST])
    return Beside(
        shown,
        f"{known.council.short_name} and the {words(len(shown))} {kind.councils} most like it by the "
        "statistical neighbours of the Office for National Statistics, over all characteristics; councils of "
        "other types are left out, since they run other services.",
    )


def _by_size(known: Known) -> Beside:
    """Return the councils of the type nearest in residents, and how far from it they are."""
    kind = known.council.type
    residents = residents_of(known.repository.councils(known.year), known.year, known.repository)
    own = residents.get(known.council.slug)
    alike = [
        c for c in peers_of(known.council, Peers.TYPE, known.repository, known.year) if c.slug in residents
    ]
    shown = tuple(alike[:BY_SIZE])
    if not own:
        why = "too few statistical neighbours of its type are held, and how many residents it has is not held"
        return Beside((), f"Nobody: {why}.")
    if not shown:
        return Beside((), f"There is no other {council_of_type(kind)} to set beside it.")
    ratios = sorted(residents[council.slug] / own for council in shown)
    low, high = _times(ratios[0]), _times(ratios[-1])
    span = f"{low} times" if low == high else f"{low} to {high} times"
    mid_year = ReportingYear.parse(known.year).population_year
    which = f"the {words(len(shown))} {kind.councils}" if len(shown) > 1 else f"the {council_of_type(kind)}"
    return Beside(
        shown,
        f"{known.council.short_name} and {which} nearest to it in residents, which have {span} as many as it "
        f"(mid-{mid_year} estimates). Too few statistical neighbours of its own type are held.",
    )


def _times(ratio: float) -> str:
    """Write a ratio to one decimal, from ten on to none."""
    return f"{ratio:.0f}" if ratio >= 9.95 else f"{ratio:.1f}"
