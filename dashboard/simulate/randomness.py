"""Random numbers: one independent stream a step, so that a change in one step leaves the others alone."""

from zlib import crc32

import numpy as np

from dashboard.simulate.inputs import Bools, Floats, Ints


def stream(seed: int, step: str) -> np.random.Generator:
    """Return the generator of one named step."""
    return np.random.default_rng([seed, crc32(step.encode())])


def choose_exactly(log_odds: Floats, total: int, rng: np.random.Generator) -> Bools:
    """Mark exactly ``total`` items, each the likelier the higher its log odds.

    Every item has a latent value, its log odds plus logistic noise, and the highest are marked. With
    the threshold left free that is a logistic model; with the total given it is that model conditional
    on its total (equal odds make it a simple random sample). Raises ValueError for an impossible total.
    """
    if not 0 <= total <= len(log_odds):
        raise ValueError(f"cannot mark {total} of {len(log_odds)}")
    marked = np.zeros(len(log_odds), dtype=np.bool_)
    latent = log_odds + rng.logistic(size=len(log_odds))
    marked[np.argsort(-latent, kind="stable")[:total]] = True
    return marked


def successes(trials: Ints, log_odds: Floats, total: int, rng: np.random.Generator) -> Ints:
    """Share ``total`` successes among groups of trials with log odds of their own, none above its trials."""
    group = np.repeat(np.arange(len(trials)), trials)
    marked = choose_exactly(log_odds[group], total, rng)
    return np.bincount(group[marked], minlength=len(trials)).astype(np.int64)


def choose_within(groups: Ints, log_odds: Floats, totals: Ints, rng: np.random.Generator) -> Bools:
    """Mark exactly ``totals[g]`` of the items of each group g, the likelier the higher their log odds."""
    sizes = np.bincount(groups, minlength=len(totals))
    if (totals > sizes).any() or (totals < 0).any():
        raise ValueError("a group has fewer items than are to be marked in it")
    latent = log_odds + rng.logistic(size=len(log_odds))
    order = np.lexsort((-latent, groups))
    start = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    rank = np.arange(len(groups)) - start[groups[order]]
    marked = np.zeros(len(groups), dtype=np.bool_)
    marked[order] = rank < totals[groups[order]]
    return marked
