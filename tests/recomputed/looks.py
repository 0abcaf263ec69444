"""R11, by scipy: the chance that a council like its type is marked anywhere in its years and measures."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import numpy as np
from scipy import stats
from scipy.optimize import brentq
from scipy.special import expit, logit

PLACES, WEIGHTS = np.polynomial.hermite_e.hermegauss(60)
CLOSE = 0.002


def recompute_looks(release: Path) -> tuple[int, list[str]]:
    """How many councils were worked out again, and those of which another chance is stored."""
    with closing(sqlite3.connect(f"file:{release / 'release.sqlite'}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        stored = {row["slug"]: row for row in connection.execute("SELECT * FROM many_looks")}
        compared = defaultdict(list)
        for row in connection.execute("SELECT * FROM figure WHERE period = 1 AND comparison <> 'none'"):
            compared[row["slug"]].append(row)
    different = [f"{slug}: stored and compared nowhere, or the reverse" for slug in stored.keys() ^ compared]
    for slug in stored.keys() & compared:
        again = at_least_one(compared[slug])
        if stored[slug]["looks"] != len(compared[slug]) or abs(stored[slug]["chance"] - again) > CLOSE:
            different.append(f"{slug}: {stored[slug]['chance']} is stored, and {again} worked out again")
    return len(compared), different


def at_least_one(rows: list[sqlite3.Row]) -> float:
    """Independent where nothing varies; else averaged over the place that a council keeps in its type."""
    none = np.prod([1 - row["luck"] for row in rows if not row["spread"]])
    for measure in {row["measure"] for row in rows if row["spread"]}:
        inside = np.ones_like(PLACES)
        for row in rows:
            if row["measure"] == measure and row["spread"]:
                inside = inside * _within(row)
        none *= np.average(inside, weights=WEIGHTS)
    return float(1 - none)


def _within(row: sqlite3.Row) -> np.ndarray:
    """No mark in a year by place, to the power at which the year's own chance of a mark comes out."""
    inside = np.maximum(_by_place(row), 1e-12)

    def too_likely(power: float) -> float:
        return float(np.average(inside**power, weights=WEIGHTS) - (1 - row["luck"]))

    power = brentq(too_likely, 0, 64) if too_likely(64) < 0 < too_likely(0) else 64.0
    return np.asarray(inside**power)


def _by_place(row: sqlite3.Row) -> np.ndarray:
    spread = row["spread"]
    if row["measure"] == "upheld_per_100k":
        law = stats.poisson(row["expected"] * _multiple(spread))
    else:
        share = row["expected"] / row["denominator"]
        law = stats.binom(
            row["denominator"], expit(logit(share) + PLACES * (spread / share / (1 - share)) ** 0.5)
        )
    return np.asarray(law.cdf(row["usual_high"]) - law.cdf(row["usual_low"] - 1))


def _multiple(spread: float) -> np.ndarray:
    """A lognormal of mean 1 whose squared coefficient of variation is the spread."""
    width = np.log(1 + spread)
    return np.asarray(np.exp(PLACES * width**0.5 - width / 2))
