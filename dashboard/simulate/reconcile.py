"""Fills in the councils of which nothing is held, so that the printed averages of their type are met."""

from dataclasses import dataclass

import numpy as np

from dashboard.domain.authority_types import AuthorityType
from dashboard.simulate.expectations import Expectations, TypeYear
from dashboard.simulate.inputs import TYPES, YEARS, Floats, Inputs, Ints
from dashboard.simulate.propensities import Propensities
from dashboard.simulate.randomness import stream, successes
from dashboard.simulate.targets import FREE, Pinned

# Where no rate is printed for a type, how far its free councils may be moved together from expectation.
LEAST_MOVE, LARGEST_MOVE = 0.6, 1.6


@dataclass(frozen=True)
class Investigations:
    """Counts a council-year, in the order of the inputs' rows: remedies <= upheld <= investigated."""

    investigated: Ints
    upheld: Ints
    remedies: Ints


def reconcile(
    inputs: Inputs, expected: Expectations, propensities: Propensities, pinned: Pinned, seed: int
) -> Investigations:
    """Draw the free counts of each type and year conditional on the totals its printed averages call for.

    Given their sum, independent Poisson counts are multinomial, and binomial ones hypergeometric: so the
    free councils absorb what the held ones leave over without losing the spread that chance gives them.
    """
    rng = stream(seed, "reconcile")
    investigated, upheld, remedies = (
        np.maximum(counts, 0) for counts in (pinned.investigated, pinned.upheld, pinned.remedies)
    )
    for kind in TYPES:
        for year in YEARS:
            marked = inputs.of_type(kind, year)
            of = expected[kind, year]
            total_upheld, total = _totals(inputs, of, propensities, pinned, kind=kind, year=year)
            free = marked & (pinned.investigated == FREE)
            left = max(total - int(investigated[marked & ~free].sum()), 0)
            weights = propensities.investigated[free]
            investigated[free] = rng.multinomial(left, weights / weights.sum())
            free = marked & (pinned.upheld == FREE)
            left = total_upheld - int(upheld[marked & ~free].sum())
            upheld[free] = _shared(investigated[free], propensities.upheld_odds[free], left, rng)
            free = marked & (pinned.remedies == FREE)
            left = round(of.remedy_share * int(upheld[marked].sum())) - int(remedies[marked & ~free].sum())
            remedies[free] = _shared(upheld[free], propensities.remedy_odds[free], left, rng)
    return Investigations(investigated, upheld, remedies)


def _shared(trials: Ints, log_odds: Floats, total: int, rng: np.random.Generator) -> Ints:
    """Share out a total among councils, or as much of it as they can have."""
    return successes(trials, log_odds, min(max(total, 0), int(trials.sum())), rng)


def _totals(
    inputs: Inputs,
    of: TypeYear,
    propensities: Propensities,
    pinned: Pinned,
    *,
    kind: AuthorityType,
    year: int,
) -> tuple[int, int]:
    """Return the totals (upheld, investigated) of a type and year.

    A printed rate fixes the first to the middle of its rounding; otherwise it is what is held plus what is
    expected of the rest, moved towards the England figures within bounds. The share fixes the second.
    """
    marked = inputs.of_type(kind, year)
    counted = marked & (pinned.upheld != FREE)
    partly = marked & (pinned.upheld == FREE) & (pinned.investigated != FREE)
    free = marked & (pinned.investigated == FREE)
    settled = int(pinned.upheld[counted].sum())
    expected_partly = of.upheld_share * int(pinned.investigated[partly].sum())
    expected_free = of.upheld_share * float(propensities.investigated[free].sum())
    upheld = of.upheld
    if (kind, year, "upheld_per_100k") not in inputs.averages:
        rest = upheld - settled - expected_partly
        rest = min(max(rest, LEAST_MOVE * expected_free), LARGEST_MOVE * expected_free)
        upheld = settled + expected_partly + rest
    total_upheld = round(upheld)
    return total_upheld, round(total_upheld / of.upheld_share)
