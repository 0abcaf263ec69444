"""Which list of neighbours a file is, as far as that can be known: by its name, and by the lists held.

The three lists of the office have one form, so that one handed in as another has nothing wrong in it. Of two
lists held at most 55% of the neighbours are the same.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath

from dashboard.domain.years import ReportingYear
from dashboard.reference.neighbours import Neighbour
from derive.neighbours import ONS
from derive.source import DerivationError

FEW = 0.6
"""The share of neighbours that are as they were, below which somebody should look whether it is the list."""
MUTUAL = 0.9
"""The share of neighbours that are so both ways from which a list is none of nearest ones: of those held 49%
to 64% are, since who is near to a council may have others that are nearer."""

Pair = tuple[str, str]


def check_list(
    file: str, new: Sequence[Neighbour], held: Sequence[Neighbour], method: str
) -> tuple[str, ...]:
    """Return what should be looked at. Raises DerivationError where a file is another list than ``method``.

    ``new`` are its neighbours, all from one year on; it is held against its own list of the year before,
    and against the others of that year.
    """
    said = {one for one in ONS if _word(one) in PurePath(file).stem.casefold()}
    if said and method not in said:
        raise DerivationError(f"{file} is called one of {min(said)}, and is handed in as one of {method}.")
    pairs = {(row.slug, row.neighbour) for row in new}
    mutual = _share(pairs, {(neighbour, slug) for slug, neighbour in pairs})
    if mutual > MUTUAL:
        raise DerivationError(
            f"{file}: {mutual:.0%} of its neighbours are so both ways, as areas that touch are. Of nearest "
            "ones about half are: it is no such list."
        )
    shares = {one: _share(pairs, of) for one, of in _held(held, new[0].from_year or 0, method).items()}
    own = shares.pop(method, None)
    if own is None:
        return ()
    other = max(shares, key=lambda one: (shares[one], one), default=method)
    if shares.get(other, 0) > own:
        raise DerivationError(
            f"{file}: {shares[other]:.0%} of its neighbours are those that {other} has, and {own:.0%} those "
            f"that {method} has, as they are held: it is the other list."
        )
    told = f"{own:.0%} of the neighbours are those that {method} had before. Is it the list?"
    return (told,) if own < FEW else ()


def _held(held: Sequence[Neighbour], first: int, method: str) -> Mapping[str, Collection[Pair]]:
    """Return the pairs of every list of statistical neighbours: of ``method`` as it was before a year, so
    that a list that is replaced does not speak for itself; of the others as they are in it."""
    lists: dict[str, set[Pair]] = {}
    for row in held:
        year = ReportingYear(first - 1 if row.method == method else first)
        if row.method in ONS and row.holds_in(year):
            lists.setdefault(row.method, set()).add((row.slug, row.neighbour))
    return lists


def _share(pairs: Collection[Pair], of: Collection[Pair]) -> float:
    return sum(pair in of for pair in pairs) / len(pairs)


def _word(method: str) -> str:
    return method.removeprefix("ons_")
