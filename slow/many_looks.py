"""At least one mark over seven years and three measures: what the sentence says, and what happens."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from dashboard.domain import measures
from dashboard.metrics.type_comparisons import compared_from
from dashboard.statistics.compare_type import compare_type
from dashboard.statistics.many_looks import Look, chance_of_a_mark, look_of, may_be
from slow.simulated_types import RESIDENTS, UPHELD_PER_RESIDENT, Values, candidates, one_year

YEARS = 7
UPHELD, REMEDIED = 0.8, 0.12


@dataclass(frozen=True)
class Looks:
    """Per cent of councils with at least one mark: as worked out on average, between what it is said to lie,
    and as it happened, with its error.
    """

    said: float
    low: float
    high: float
    happened: float
    error: float


def looks(
    kind: str,
    variance: float,
    deviation: float,
    lives: int,
    chance: np.random.Generator,
    *,
    lasting: bool = True,
) -> Looks:
    """Draw so many lives of a type, and compare every year.

    Investigations follow from residents; councils' own rates vary with this squared coefficient of
    variation, their shares with this ``deviation`` in log-odds, ``lasting`` over the years or anew each year.
    Upheld are a share of the investigations, satisfactory remedies one of the upheld, so that the three
    measures of a year hang together.
    """
    residents = RESIDENTS[kind]
    said, ends, happened = [], [], []
    for _ in range(lives):
        of_council: dict[str, list[tuple[Look | None, bool]]] = {str(i): [] for i in range(len(residents))}
        own = _Own.drawn(residents.size, variance, deviation, chance)
        for _year in range(YEARS):
            own = own if lasting else _Own.drawn(residents.size, variance, deviation, chance)
            investigated = chance.poisson(residents * UPHELD_PER_RESIDENT[kind] / UPHELD * own.rate)
            upheld = chance.binomial(investigated, own.upheld)
            remedied = chance.binomial(upheld, own.remedied)
            for measure, k, n in (
                (measures.UPHELD, upheld, investigated),
                (measures.SATISFACTORY_REMEDY, remedied, upheld),
                (measures.UPHELD_RATE, upheld, residents),
            ):
                year = one_year(zip(k, n, strict=True))
                for council, each in compare_type(measure.unit, candidates([year]), [year]).councils.items():
                    look = look_of(measure, int(n[int(council)]), compared_from(each))
                    of_council[council].append((look, each.comparison.marked))
        told = of_council.values()
        chances = [chance_of_a_mark(look for look, _ in each if look) for each in told]
        said.append(np.mean(chances))
        ends.append(np.mean([may_be(each) for each in chances], axis=0))
        happened.append(np.mean([any(marked for _, marked in each) for each in told]))
    low, high = np.mean(ends, axis=0)
    return Looks(
        *(100 * float(np.mean(said)), 100 * float(low), 100 * float(high)),
        100 * float(np.mean(happened)),
        100 * float(np.std(happened)) / lives**0.5,
    )


@dataclass(frozen=True)
class _Own:
    """What is each council's own: its rate as a multiple of the type's, and its two shares."""

    rate: Values
    upheld: Values
    remedied: Values

    @classmethod
    def drawn(cls, councils: int, variance: float, deviation: float, chance: np.random.Generator) -> "_Own":
        """Draw them for so many councils."""
        rate = chance.gamma(1 / variance, variance, councils) if variance else np.ones(councils)
        upheld, remedied = (
            expit(logit(share) + deviation * chance.standard_normal(councils)) for share in (UPHELD, REMEDIED)
        )
        return cls(rate, upheld, remedied)
