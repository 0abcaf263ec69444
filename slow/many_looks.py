"""At least one mark over seven years and three measures: what the sentence says, and what happens."""

from dataclasses import dataclass

import numpy as np

from dashboard.domain.measures import Unit
from dashboard.statistics.compare_type import compare_type
from dashboard.statistics.many_looks import chance_of_a_mark
from dashboard.statistics.type_comparison import CouncilComparison
from slow.simulated_types import RESIDENTS, UPHELD_PER_RESIDENT, candidates, one_year

YEARS = 7
UPHELD, REMEDIED = 0.8, 0.12


@dataclass(frozen=True)
class Looks:
    """Per cent of councils with at least one mark: as said on average, and as it happened, with its error."""

    said: float
    happened: float
    error: float


def looks(kind: str, variance: float, lasting: bool, lives: int, chance: np.random.Generator) -> Looks:
    """Draw so many lives of a type without real differences in its shares, and compare every year.

    Investigations follow from residents; councils' own rates vary with this squared coefficient of
    variation, ``lasting`` over the years or anew each year. Upheld are a share of the investigations,
    satisfactory remedies one of the upheld, so that the three measures of a year hang together.
    """
    residents = RESIDENTS[kind]
    said, happened = [], []
    for _ in range(lives):
        of_council: dict[str, list[CouncilComparison]] = {str(i): [] for i in range(len(residents))}
        own = _varied(residents.size, variance, chance)
        for _year in range(YEARS):
            own = own if lasting else _varied(residents.size, variance, chance)
            investigated = chance.poisson(residents * UPHELD_PER_RESIDENT[kind] / UPHELD * own)
            upheld = chance.binomial(investigated, UPHELD)
            remedied = chance.binomial(upheld, REMEDIED)
            for unit, k, n in (
                (Unit.PERCENT, upheld, investigated),
                (Unit.PERCENT, remedied, upheld),
                (Unit.PER_100K, upheld, residents),
            ):
                year = one_year(zip(k, n, strict=True))
                for council, each in compare_type(unit, candidates([year]), [year]).councils.items():
                    of_council[council].append(each)
        said.append(np.mean([chance_of_a_mark(e.luck for e in each) for each in of_council.values()]))
        happened.append(np.mean([any(e.comparison.marked for e in each) for each in of_council.values()]))
    return Looks(
        100 * float(np.mean(said)),
        100 * float(np.mean(happened)),
        100 * float(np.std(happened)) / lives**0.5,
    )


def _varied(councils: int, variance: float, chance: np.random.Generator) -> np.ndarray:
    return chance.gamma(1 / variance, variance, councils) if variance else np.ones(councils)
