"""How often what is said to be beyond chance at ``/watch`` is false: whole worlds without a real difference.

Every world has councils of the sizes of the five types, and services of very different ones, over three
years. In “alike” all councils have one share and one rate of a service; in “varied” each has its own, as far
apart as those of the demonstration are, and none stands apart; in “some apart” one in a hundred services of
councils has four times its rate besides. A signal of the first two is false, whatever it is of; the rate
held is the mean, over the worlds, of the share of false among the signals (none where there are none).
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.random import Generator

from dashboard.domain.watch import FALSE_DISCOVERIES, UpheldCase
from dashboard.metrics.watch_faults import repeated
from dashboard.metrics.watch_services import TypeYears, excesses

SEED = 20261130
WORLDS = 100
TYPES = {"county": 21, "district": 181, "metropolitan": 36, "unitary": 62, "london": 33}
RESIDENTS = {
    "county": 850_000,
    "district": 115_000,
    "metropolitan": 320_000,
    "unitary": 230_000,
    "london": 270_000,
}
SERVICES = {
    "education": 4.0,
    "adult care": 2.0,
    "housing": 1.5,
    "planning": 0.7,
    "highways": 0.4,
    "other": 0.15,
}
"""Investigations of a service a year for each 100,000 residents."""
UPHELD = 0.75
FAULTS = 8
APART = 0.01
TIMES = 4.0

Apart = frozenset[tuple[str, str]]


def world(
    draw: Generator,
    *,
    rate_spread: float,
    share_spread: float,
    apart: float = 0.0,
    types: Sequence[str] = tuple(TYPES),
) -> tuple[list[TypeYears], Apart]:
    """Return three years of the types given, and which services of councils truly stand apart.

    The spreads are a squared coefficient of variation of rates and an intra-class correlation of shares.
    """
    made, truly = [], set[tuple[str, str]]()
    for kind in types:
        size = TYPES[kind]
        people = (RESIDENTS[kind] * np.exp(draw.normal(0, 0.4, size))).astype(int)
        slugs = [f"{kind}-{i}" for i in range(size)]
        residents = dict(zip(slugs, people.tolist(), strict=True))
        years: list[dict[str, dict[str, tuple[int, int]]]] = [{}, {}, {}]
        for service, per_100k in SERVICES.items():
            own = _gamma(draw, rate_spread, size)
            share = _beta(draw, UPHELD, share_spread, size)
            out = draw.random(size) < apart
            truly |= {(slug, service) for slug, is_out in zip(slugs, out, strict=True) if is_out}
            mean = people / 100_000 * per_100k * own * np.where(out, TIMES, 1.0)
            for year in years:
                investigated = draw.poisson(mean)
                upheld = draw.binomial(investigated, share)
                pairs = zip(upheld.tolist(), investigated.tolist(), strict=True)
                year[service] = dict(zip(slugs, pairs, strict=True))
        made.append(TypeYears(years, [residents] * 3))
    return made, frozenset(truly)


def faults_of(draw: Generator, *, spread: float, types: Sequence[str] = tuple(TYPES)) -> list[UpheldCase]:
    """Return upheld cases of one service, each of one of some faults, by the council's own frequencies."""
    frequency = np.arange(FAULTS, 0, -1) / np.arange(FAULTS, 0, -1).sum()
    day, number, cases = date(2024, 5, 1), 0, list[UpheldCase]()
    for kind in types:
        for i in range(TYPES[kind]):
            many = draw.poisson(RESIDENTS[kind] / 100_000 * 9 * np.exp(draw.normal(0, 0.4)))
            own = draw.dirichlet(frequency * (1 / spread - 1)) if spread else frequency
            for fault in draw.choice(FAULTS, many, p=own).tolist():
                number += 1
                cases.append(
                    UpheldCase(number, f"{kind}-{i}", kind, "education", ("A plan", str(fault)), day, day)
                )
    return cases


def false_share(signals: Sequence[tuple[str, str]], truly: Apart) -> float:
    """Return the share of signals that are false; 0 where there are none."""
    return sum(signal not in truly for signal in signals) / len(signals) if signals else 0.0


def signals_of(types: Sequence[TypeYears]) -> list[tuple[str, str]]:
    """Return what is said to stand out, by council and service."""
    return [(one.slug, one.service) for one in excesses(types)[0]]


def _gamma(draw: Generator, spread: float, size: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return draw.gamma(1 / spread, spread, size) if spread else np.ones(size)


def _beta(
    draw: Generator, mean: float, spread: float, size: int
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    prior = 1 / spread - 1 if spread else 0.0
    return draw.beta(mean * prior, (1 - mean) * prior, size) if spread else np.full(size, mean)


KINDS: dict[str, dict[str, float]] = {
    "alike": {"rate_spread": 0.0, "share_spread": 0.0},
    "varied": {"rate_spread": 0.25, "share_spread": 0.02},
    "some apart": {"rate_spread": 0.05, "share_spread": 0.01, "apart": APART},
}


def main() -> int:
    """Print the shares of false signals; return 1 where one is more than is said."""
    print(f"{WORLDS} worlds of {sum(TYPES.values())} councils and {len(SERVICES)} services each\n")
    print(f"{'':<14}{'false share':>13}{'signals':>10}{'of them true':>14}")
    worst = 0.0
    for name, told in KINDS.items():
        draw = np.random.default_rng(SEED)
        shares, signals, true = [], 0, 0
        for _ in range(WORLDS):
            types, truly = world(draw, **told)
            found = signals_of(types)
            shares.append(false_share(found, truly))
            signals += len(found)
            true += sum(one in truly for one in found)
        worst = max(worst, float(np.mean(shares)))
        print(f"{name:<14}{np.mean(shares):>13.1%}{signals:>10,}{true:>14,}", flush=True)
    for name, spread in (("faults alike", 0.0), ("faults varied", 0.05)):
        draw = np.random.default_rng(SEED)
        worlds = [
            [one for one in repeated(faults_of(draw, spread=spread))[0] if one.beyond] for _ in range(WORLDS)
        ]
        false = float(np.mean([bool(found) for found in worlds]))
        worst = max(worst, false)
        print(f"{name:<14}{false:>13.1%}{sum(map(len, worlds)):>10,}{0:>14,}", flush=True)
    return int(worst > FALSE_DISCOVERIES)
