"""Pins what is held: for each council-year, the investigated, upheld and remedied counts behind it."""

from dataclasses import dataclass
from math import lgamma, log

import numpy as np

from dashboard.simulate import feasible
from dashboard.simulate.inputs import QUANTITIES, Floats, Inputs, Ints
from dashboard.simulate.propensities import Propensities
from dashboard.simulate.randomness import stream
from dashboard.simulate.requirements import least_unremedied

FREE = -1
SETTLING = (
    "upheld",
    "upheld_pct",
    "upheld_per_100k",
    "satisfactory_remedies",
    "satisfactory_remedy_base",
    "satisfactory_remedy_pct",
    "decided:not_upheld",
    feasible.LEAST,
)
REMEDY = ("satisfactory_remedies", "satisfactory_remedy_pct", feasible.LEAST)


@dataclass(frozen=True)
class Pinned:
    """Counts a council-year, in the order of the inputs' rows; -1 where nothing held settles them."""

    investigated: Ints
    upheld: Ints
    remedies: Ints


def known_values(inputs: Inputs, row: int) -> dict[str, float]:
    """Return what is held of one council-year, by quantity."""
    values = inputs.held.iloc[row]
    return {name: float(values[name]) for name in QUANTITIES if not np.isnan(values[name])}


def pin(inputs: Inputs, propensities: Propensities, seed: int) -> Pinned:
    """Choose the counts behind whatever is held.

    A count held is taken. Where a percentage or rate is held without its counts, or only a part of them,
    the rest is drawn from the model conditional on everything held: each pair (investigated, upheld) that
    fits has the probability Poisson x binomial at the council's own propensity.
    """
    rng = stream(seed, "pin")
    least = least_unremedied(inputs)
    size = len(inputs.rows)
    residents = inputs.rows["population"].to_numpy()
    exists = inputs.rows["exists"].to_numpy()
    investigated, upheld, remedies = (np.full(size, FREE, dtype=np.int64) for _ in range(3))
    for row in np.flatnonzero(inputs.held.notna().any(axis=1).to_numpy() | (least > 0)):
        known = known_values(inputs, int(row))
        if least[row]:
            known[feasible.LEAST] = float(least[row])
        settles = any(name in known for name in SETTLING)
        if not settles and not ({"investigated", "dealt_with"} & known.keys()):
            continue
        mean = float(propensities.investigated[row])
        marked, _ = feasible.pairs(known, int(residents[row]), largest(known, mean))
        weights = _pair_weights(marked.shape[0] - 1, mean, float(propensities.upheld_share[row]))
        chosen = _draw(np.where(marked, weights, -np.inf).ravel(), rng)
        investigated[row], pair_upheld = divmod(chosen, marked.shape[0])
        if settles or not exists[row]:
            upheld[row] = pair_upheld
        if any(name in known for name in REMEDY) or not exists[row]:
            remedies[row] = _draw_remedies(known, pair_upheld, float(propensities.remedy_share[row]), rng)
    gone = ~exists
    for counts in (investigated, upheld, remedies):
        counts[gone] = np.maximum(counts[gone], 0)
    return Pinned(investigated, upheld, remedies)


def largest(known: dict[str, float], mean: float = 60.0) -> int:
    """Return a count that nothing behind these values exceeds, all but certainly, at an expected count."""
    counts = [known[name] for name in ("investigated", "upheld", "satisfactory_remedy_base") if name in known]
    if "investigated" in known:
        return int(known["investigated"])
    return int(4 * max([mean, 10.0, *counts]) + 40)


def _pair_weights(largest: int, mean: float, share: float) -> Floats:
    """Return log Poisson(n; mean) + log binomial(u; n, share) for every pair, as a square."""
    mean = max(mean, 1e-3)
    factorial = np.array([lgamma(k + 1) for k in range(largest + 1)])
    investigated, upheld = np.indices((largest + 1, largest + 1))
    not_upheld = np.maximum(investigated - upheld, 0)
    weights: Floats = (
        investigated * log(mean)
        - factorial[upheld]
        - factorial[not_upheld]
        + upheld * log(share)
        + not_upheld * log(1 - share)
    )
    return weights


def _draw(log_weights: Floats, rng: np.random.Generator) -> int:
    weights = np.exp(log_weights - log_weights.max())
    return int(np.searchsorted(np.cumsum(weights), rng.random() * weights.sum(), side="right"))


def _draw_remedies(known: dict[str, float], upheld: int, share: float, rng: np.random.Generator) -> int:
    choices = feasible.remedies(known, upheld)
    if choices.size == 0:
        choices = np.arange(upheld + 1)
    weights = _pair_weights(upheld, 1.0, share)[upheld, choices]
    return int(choices[_draw(weights, rng)])
