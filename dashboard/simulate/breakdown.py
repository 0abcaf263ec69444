"""The complaints that were not investigated: closed after initial enquiries, or not for the Ombudsman."""

from dataclasses import dataclass

import numpy as np

from dashboard.domain.authority_types import AuthorityType
from dashboard.simulate.feasible import NOT_FOR_US_PARTS, closed
from dashboard.simulate.inputs import Bools, Floats, Inputs, Ints
from dashboard.simulate.propensities import Propensities
from dashboard.simulate.randomness import stream
from dashboard.simulate.targets import known_values

# Invalid or incomplete, advice given, referred back, as shares of "not for us or not ready for us": about
# what the councils show of which all three are held (Birmingham 2017-18: 21, 34, 221).
PART_SHARES = (0.10, 0.12, 0.78)
DISTRICT_PART_SHARES = (0.13, 0.20, 0.67)


@dataclass(frozen=True)
class Enquiries:
    """Counts a council-year, in the order of the inputs' rows: column 0 closed, 1 to 3 not for us.

    ``flexible`` marks the counts that nothing held fixes, and that may still be moved.
    """

    counts: Ints
    flexible: Bools


def draw_enquiries(inputs: Inputs, propensities: Propensities, investigated: Ints, seed: int) -> Enquiries:
    """Draw what is not held, Poisson at the council's propensity, within the totals that are held."""
    rng = stream(seed, "breakdown")
    means = _means(inputs, propensities)
    counts = rng.poisson(means).astype(np.int64)
    flexible = np.repeat(inputs.rows["exists"].to_numpy()[:, None], 4, axis=1)
    for row in np.flatnonzero(inputs.held.notna().any(axis=1).to_numpy()):
        known = known_values(inputs, int(row))
        _settle_row(
            counts[row],
            flexible[row],
            means[row],
            known,
            investigated=int(investigated[row]),
            rng=rng,
        )
    return Enquiries(counts, flexible)


def _means(inputs: Inputs, propensities: Propensities) -> Floats:
    district = (inputs.rows["type"] == AuthorityType.DISTRICT.value).to_numpy()[:, None]
    shares = np.where(district, DISTRICT_PART_SHARES, PART_SHARES)
    return np.column_stack([propensities.closed, propensities.not_for_us[:, None] * shares])


def _settle_row(
    counts: Ints,
    flexible: Bools,
    means: Floats,
    known: dict[str, float],
    *,
    investigated: int,
    rng: np.random.Generator,
) -> None:
    """Put what is held into one row, in place, and share out the held totals among the rest."""
    fixed = [closed(known), *(known.get(name) for name in NOT_FOR_US_PARTS)]
    for column, value in enumerate(fixed):
        if value is not None:
            counts[column], flexible[column] = int(value), False
    if "not_for_us_or_not_ready" in known:
        _fill(counts[1:], flexible[1:], means[1:], int(known["not_for_us_or_not_ready"]), rng)
        flexible[1:] = False
    if "dealt_with" in known:
        _fill(counts, flexible, means, int(known["dealt_with"]) - investigated, rng)
        flexible[:] = False


def _fill(counts: Ints, flexible: Bools, means: Floats, total: int, rng: np.random.Generator) -> None:
    """Share what the fixed counts leave of ``total`` among the flexible ones, in place."""
    left = total - int(counts[~flexible].sum())
    if left < 0 or (left > 0 and not flexible.any()):
        raise ValueError(f"the outcomes held do not add up to {total}")
    if flexible.any():
        weights = np.maximum(means[flexible], 1e-6)
        counts[flexible] = rng.multinomial(left, weights / weights.sum())


def resize(enquiries: Enquiries, row: int, change: int, rng: np.random.Generator) -> None:
    """Add complaints to a row's flexible counts, or take some away, in place."""
    counts, flexible = enquiries.counts[row], enquiries.flexible[row]
    columns = np.flatnonzero(flexible)
    if change > 0:
        weights = counts[columns] + 1.0
        counts[columns] += rng.multinomial(change, weights / weights.sum())
    elif change < 0:
        counts[columns] -= rng.multivariate_hypergeometric(counts[columns], -change)
