"""Types of councils with known differences, or none: drawn, compared by the product, their marks counted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from dashboard.domain.comparison import Comparison
from dashboard.domain.measure import Unit
from dashboard.domain.origin import Origin
from dashboard.statistics.compare_type import compare_type, of_one_year
from dashboard.statistics.predictive import Others, YearExpected, expected_share
from dashboard.statistics.type_comparison import Candidate, Count, Part, SpreadRule, TypeComparison, TypeYear

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]
_NEGLIGIBLE = 1e-9
MUCH = (Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER)


def sizes(councils: int, least: int, median: int, largest: int) -> Numbers:
    """Return bases from the least to the largest, as skewed as the median says."""
    power = log(log(median / least) / log(largest / least)) / log(0.5)
    steps = np.linspace(0, 1, councils) ** power
    return np.rint(least * (largest / least) ** steps).astype(np.int64)


INVESTIGATED = {
    "district": sizes(181, 1, 2, 11),
    "unitary": sizes(62, 4, 15, 64),
    "metropolitan": sizes(36, 5, 15, 132),
    "london": sizes(33, 5, 28, 65),
    "county": sizes(21, 20, 40, 250),
}
"""Investigations of a year by council, as large as those of the five types are."""
RECEIVED = {
    "district": sizes(181, 3, 12, 40),
    "metropolitan": sizes(36, 30, 75, 455),
    "county": sizes(21, 60, 140, 320),
}
RESIDENTS = {
    "district": sizes(181, 39_000, 115_000, 280_000),
    "metropolitan": sizes(36, 150_000, 275_000, 1_150_000),
    "county": sizes(21, 500_000, 800_000, 1_600_000),
}
UPHELD_PER_RESIDENT = {"district": 1.3e-5, "metropolitan": 4.6e-5, "county": 4.9e-5}


@dataclass(frozen=True)
class Alarms:
    """How often councils that differ by no more than their type does were marked, in per cent.

    ``error`` is the simulation's standard error of ``marked``, ``much_error`` that of ``much`` (no less than
    one mark would make), from the simulated types; ``largest`` is of the council with the largest base
    alone, ``rejected`` how often the type was found to vary by more than chance.
    """

    marked: float
    error: float
    much: float
    much_error: float
    largest: float
    rejected: float
    councils: int

    @property
    def within_nominal(self) -> bool:
        """Whether no more than 5% are marked and 0.2% much, within three standard errors."""
        return self.marked <= 5 + 3 * self.error and self.much <= 0.2 + 3 * self.much_error


def one_year(counts: Iterable[tuple[int, int]]) -> TypeYear:
    """Return a type's year of these (numerator, denominator)."""
    return TypeYear({str(i): Count(int(k), int(n), Origin.DERIVED) for i, (k, n) in enumerate(counts)})


def alarms(
    unit: Unit,
    bases: Numbers,
    draw: Callable[[], Sequence[Numbers]],
    types: int,
    rule: SpreadRule = SpreadRule.WHERE_FOUND,
) -> Alarms:
    """Compare so many types drawn by ``draw``, which returns the numerators of one year or several."""
    compared = [_compared(unit, bases, draw(), rule) for _ in range(types)]
    of_types = [[each for each in type_.councils.values() if each.reason is None] for type_ in compared]
    counted = [councils for councils in of_types if councils]
    marked = [100 * np.mean([each.comparison.marked for each in councils]) for councils in counted]
    much = [100 * np.mean([each.comparison in MUCH for each in councils]) for councils in counted]
    largest = str(int(bases.argmax()))
    return Alarms(
        marked=float(np.mean(marked)),
        error=float(np.std(marked) / len(marked) ** 0.5),
        much=float(np.mean(much)),
        much_error=max(float(np.std(much)) / len(much) ** 0.5, 100 / sum(map(len, counted))),
        largest=100 * float(np.mean([type_.councils[largest].comparison.marked for type_ in compared])),
        rejected=100 * float(np.mean([bool(t.variation and t.variation.more_than_chance) for t in compared])),
        councils=sum(map(len, counted)),
    )


def exact_alarms(n: int, others: int, share: float) -> tuple[float, float]:
    """Return the exact probabilities, of 1, that a council like its type is marked, and marked much.

    It has n cases, the others so many together, and all the same true share: summed over every count that
    the others may have, and the council.
    """
    own = stats.binom.pmf(np.arange(n + 1), n, share)
    of_others = stats.binom.pmf(np.arange(others + 1), others, share)
    marked = much = 0.0
    for k in np.flatnonzero(of_others > _NEGLIGIBLE):
        usual = expected_share([YearExpected(n, Others(int(k), others))], None, 0).usual()
        marked += of_others[k] * (own[: usual.low].sum() + own[usual.high + 1 :].sum())
        much += of_others[k] * (own[: usual.far_low].sum() + own[usual.far_high + 1 :].sum())
    return float(marked), float(much)


def shares(
    bases: Numbers, share: float, deviation: float, chance: np.random.Generator, years: int = 1
) -> list[Numbers]:
    """Draw counts of shares that vary between councils by so much in log-odds, alike in every year."""
    odds = log(share / (1 - share)) + deviation * chance.standard_normal(len(bases))
    own = 1 / (1 + np.exp(-odds))
    return [chance.binomial(bases, own) for _ in range(years)]


def rates(
    expected: Values, phi: float, chance: np.random.Generator, years: int = 1, law: str = "gamma"
) -> list[Numbers]:
    """Draw events whose variance is phi times their mean over the councils, alike in every year.

    Councils' own rates vary as a gamma or a lognormal of the same mean and variance.
    """
    means = expected * _own(expected, phi, chance, law)
    return [chance.poisson(means) for _ in range(years)]


def _own(expected: Values, phi: float, chance: np.random.Generator, law: str) -> Values:
    variance = (phi - 1) / float(expected.mean())
    if not variance:
        return np.ones(len(expected))
    if law == "gamma":
        return chance.gamma(1 / variance, variance, len(expected))
    width = np.log1p(variance)
    return np.exp(chance.standard_normal(len(expected)) * width**0.5 - width / 2)


def _compared(unit: Unit, bases: Numbers, drawn: Sequence[Numbers], rule: SpreadRule) -> TypeComparison:
    years = [one_year(zip(numerators, bases, strict=True)) for numerators in drawn]
    return compare_type(unit, candidates(years), years, rule)


def candidates(years: Sequence[TypeYear]) -> tuple[Candidate, ...]:
    """Return the councils of a type that has the same in every year."""
    if len(years) == 1:
        return of_one_year(years[0])
    return tuple(
        Candidate(council, tuple(Part(year.counts[council], frozenset({council})) for year in years))
        for council in years[0].counts
    )
