"""The councils of a group put together: their pooled rate, and the mean of their rates beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import for_files, interval, interval_end, thousands, words
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.origin import Origin, derived_from
from dashboard.statistics.intervals import rate, wilson
from dashboard.statistics.pooled import mean_of_rates
from dashboard.statistics.small_numbers import cases_of, counts_lead, few
from dashboard.words.figure_in_table import FEW, NOT_HELD, NOTHING
from dashboard.words.values import mean as mean_text
from dashboard.words.values import of_counts
from dashboard.words.wording import noun

POOLED = "Together: pooled rate"
MEAN = "Together: mean of the councils’ rates"
SUM = "Together"

Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Together:
    """One way of putting a group together: its name, text, parts and origin.

    ``councils`` is how many have a rate in it, ``of`` how many the group has.
    """

    name: str
    text: str
    councils: int
    of: int
    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    interval: str = NOTHING
    origin: Origin | None = None
    few: str = ""

    @property
    def whose(self) -> str:
        """Say whose figures are in it where not all councils' are, and that cases are few."""
        part = "" if self.councils == self.of else f"{self.councils} of {self.of} councils"
        return ", ".join(text for text in (part, self.few) if text)


def together(figures: Sequence[Figure | None], measure: Measure) -> tuple[Together, ...]:
    """Return the pooled rate and the mean of rates of a group; of a count, its sum.

    Only figures with counts go in; how many do is said. Nothing for a single council. A sum is given
    only where every council's count is held: a part of it would pass for the whole.
    """
    if len(figures) < 2:
        return ()
    counted = [f for f in figures if f is not None and f.state is State.VALUE and f.numerator is not None]
    origin = derived_from(*(f.origin for f in counted if f.origin)) if counted else None
    if measure.unit is Unit.COUNT:
        counts = [f.numerator for f in counted if f.numerator is not None]
        return (total(counts, [f.origin for f in counted if f.origin], len(figures)),)
    pairs = [(f.numerator, f.denominator) for f in counted if f.numerator is not None and f.denominator]
    mean = mean_of_rates(pairs)
    if mean is None:
        return tuple(_none(name, len(figures)) for name in (POOLED, MEAN))
    every = len(figures)
    return _pooled(pairs, measure, origin, every), _mean(mean, pairs, measure, origin, every)


def _pooled(pairs: Pairs, measure: Measure, origin: Origin | None, every: int) -> Together:
    above, below = sum(k for k, _ in pairs), sum(n for _, n in pairs)
    percent = measure.unit is Unit.PERCENT
    bounds = wilson(above, below).scaled(100) if percent else rate(above, below)
    lead = counts_lead(measure, above, below)
    return Together(
        name=POOLED,
        text=of_counts(measure, above, below),
        value=for_files(measure, above, below),
        numerator=above,
        denominator=below,
        low=None if lead else interval_end(measure, bounds.low),
        high=None if lead else interval_end(measure, bounds.high),
        interval=NOTHING if lead else interval(measure, bounds.low, bounds.high),
        origin=origin,
        councils=len(pairs),
        of=every,
        few=FEW if few(cases_of(measure, above, below) or 0) and not lead else "",
    )


def _mean(mean: Fraction, pairs: Pairs, measure: Measure, origin: Origin | None, every: int) -> Together:
    thin = sum(counts_lead(measure, k, n) for k, n in pairs)
    return Together(
        name=MEAN,
        text=f"{mean_text(measure, mean)} (mean of {words(len(pairs))} {noun(len(pairs), 'rates')})",
        value=for_files(measure, mean.numerator, mean.denominator),
        origin=origin,
        councils=len(pairs),
        of=every,
        few=f"{words(thin)} of them from fewer than five cases" if thin else "",
    )


def total(counts: Sequence[int], origins: Sequence[Origin], every: int) -> Together:
    """Return the sum of counts, where every one of a group's is known."""
    if len(counts) < every or not origins:
        return _none(SUM, every, len(counts))
    added, origin = sum(counts), derived_from(*origins)
    return Together(SUM, thousands(added), every, every, Decimal(added), added, origin=origin)


def _none(name: str, every: int, councils: int = 0) -> Together:
    return Together(name, NOT_HELD, councils, every)
