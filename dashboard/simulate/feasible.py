"""Which counts can stand behind what is held of a council in a year, and which printed values none can."""

from collections.abc import Mapping

import numpy as np

from dashboard.simulate.inputs import Bools, Ints

NOT_FOR_US_PARTS = (
    "decided:invalid_or_incomplete",
    "decided:advice_given",
    "decided:referred_back_for_local_resolution",
)
PRINTED = ("upheld_per_100k", "upheld_pct", "satisfactory_remedy_pct")
RELAXATIONS: tuple[tuple[str, ...], ...] = (
    (),
    ("upheld_per_100k",),
    ("upheld_pct",),
    ("upheld_pct", "upheld_per_100k"),
    ("satisfactory_remedy_pct",),
    PRINTED,
)

LEAST = "least_unremedied"
"""Besides the quantities held: the upheld cases without a satisfactory remedy there must at least be."""

Known = Mapping[str, float]


def percentages(numerator: Ints, denominator: Ints) -> Ints:
    """Return whole percentages, rounded half up in integers; -1 where the base is empty."""
    base = np.maximum(denominator, 1)
    return np.where(denominator > 0, (200 * numerator + base) // (2 * base), -1)


def rate_tenths(events: Ints, population: int) -> Ints:
    """Return events per 100,000 residents in tenths, rounded half up; -1 where there is no population."""
    if population <= 0:
        return np.full_like(events, -1)
    return (2_000_000 * events + population) // (2 * population)


def pairs(known: Known, population: int, largest: int) -> tuple[Bools, tuple[str, ...]]:
    """Mark the pairs (investigated, upheld), as a square of side ``largest + 1``, that fit what is held.

    Counts always hold. A printed value that no pair can give is given up, and named in the second part
    of the answer; among the pairs left, only those nearest to it are marked. Raises ValueError when the
    held counts contradict each other.
    """
    investigated, upheld = np.indices((largest + 1, largest + 1), dtype=np.int64)
    counted = _fits_counts(known, investigated, upheld)
    if not counted.any():
        raise ValueError(f"no counts up to {largest} fit {dict(known)}")
    fits = {
        name: _fits_printed(name, known, investigated, upheld, population)
        for name in PRINTED
        if name in known
    }
    for given_up in RELAXATIONS:
        marked = counted.copy()
        for name, mask in fits.items():
            if name not in given_up:
                marked &= mask
        dropped = tuple(name for name in given_up if name in known)
        if marked.any() and len(dropped) == len(given_up):
            return _nearest(
                marked, dropped, known, investigated=investigated, upheld=upheld, population=population
            ), dropped
    raise ValueError(f"nothing fits {dict(known)}")


def _fits_counts(known: Known, investigated: Ints, upheld: Ints) -> Bools:
    marked: Bools = upheld <= investigated
    if "investigated" in known:
        marked &= investigated == int(known["investigated"])
    for name in ("upheld", "satisfactory_remedy_base"):
        if name in known:
            marked &= upheld == int(known[name])
    if "decided:not_upheld" in known:
        marked &= investigated - upheld == int(known["decided:not_upheld"])
    if "satisfactory_remedies" in known:
        marked &= upheld >= int(known["satisfactory_remedies"])
    if LEAST in known and not {"upheld", "satisfactory_remedy_base"} & known.keys():
        marked &= upheld >= int(known[LEAST])
    if "dealt_with" in known:
        others, complete = _other_outcomes(known)
        left = int(known["dealt_with"]) - others
        marked &= (investigated == left) if complete else (investigated <= left)
    return marked


def _other_outcomes(known: Known) -> tuple[int, bool]:
    """Return how many complaints are held as decided uninvestigated, and whether that is all of them."""
    parts = sum(int(known.get(name, 0)) for name in NOT_FOR_US_PARTS)
    not_for_us = int(known.get("not_for_us_or_not_ready", parts))
    complete = "not_for_us_or_not_ready" in known or all(name in known for name in NOT_FOR_US_PARTS)
    return int(closed(known) or 0) + not_for_us, complete and closed(known) is not None


def closed(known: Known) -> float | None:
    """Return the complaints closed after initial enquiries, by whichever of its two names they are held."""
    return known.get("assessed_and_closed", known.get("decided:closed_after_initial_enquiries"))


def _fits_printed(name: str, known: Known, investigated: Ints, upheld: Ints, population: int) -> Bools:
    if name == "upheld_pct":
        return np.asarray(percentages(upheld, investigated) == int(known[name]))
    if name == "upheld_per_100k":
        return np.asarray(rate_tenths(upheld, population) == round(10 * known[name]))
    possible = [remedies(known, total).size > 0 for total in range(upheld.shape[1])]
    return np.asarray(possible)[upheld]


def remedies(known: Known, upheld: int) -> Ints:
    """Return the numbers of satisfactory remedies among so many upheld that fit what is held."""
    number = np.arange(upheld + 1)
    marked = number <= upheld - min(int(known.get(LEAST, 0)), upheld)
    if "satisfactory_remedies" in known:
        marked = number == int(known["satisfactory_remedies"])
    if "satisfactory_remedy_pct" in known:
        printed = int(known["satisfactory_remedy_pct"])
        marked &= percentages(number, np.full_like(number, upheld)) == printed
    return number[marked]


def complied(outcomes: int, printed: int) -> Ints:
    """Return the numbers complied with, out of so many compliance outcomes, that print as this percentage."""
    number = np.arange(outcomes + 1)
    fitting: Ints = number[percentages(number, np.full_like(number, outcomes)) == printed]
    return fitting


def _nearest(
    marked: Bools,
    dropped: tuple[str, ...],
    known: Known,
    *,
    investigated: Ints,
    upheld: Ints,
    population: int,
) -> Bools:
    for name in dropped:
        if name == "upheld_pct":
            value = 100 * upheld / np.maximum(investigated, 1)
        elif name == "upheld_per_100k" and population > 0:
            value = 100_000 * upheld / population
        else:
            continue
        away = np.where(marked, np.abs(value - known[name]), np.inf)
        marked = marked & (away <= away.min() + 1e-9)
    return marked
