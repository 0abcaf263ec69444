"""The comparison of one council with its type, given what all councils of the type have in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.comparison import ComparedWith, Comparison, NoComparison
from dashboard.domain.origin import Origin, derived_from
from dashboard.statistics.null_of_variation import Null
from dashboard.statistics.others import SizesOfOthers, YearTotals
from dashboard.statistics.predictive import Others, YearExpected, expected_rate, expected_share
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.statistics.type_comparison import Candidate, CouncilComparison, SpreadRule

Counts = tuple[tuple[int, int], ...]
"""Numerator and denominator of a council in each year."""


def _with_what(others: int, years: int) -> ComparedWith:
    """Say what so many years were compared with, in ``others`` of which all others are held."""
    if others == years:
        return ComparedWith.OTHERS
    return ComparedWith.IN_PART_PRINTED if others else ComparedWith.PRINTED_AVERAGE


@dataclass(frozen=True)
class TypeInCommon:
    """What all councils of a type share, worked out once, so that each takes only what is its own.

    ``counts`` are of the councils held, ``origins`` theirs. ``judged`` says whether they speak for the type,
    ``spread`` how far it varies (None: no spread is used). ``null`` is the test of whether they vary, in the
    order of the counts (None: it decides no range, or has decided that they do).
    """

    share: bool
    judged: bool
    rule: SpreadRule
    spread: float | None
    counts: Mapping[str, Counts]
    sizes: SizesOfOthers
    years: Sequence[YearTotals]
    origins: frozenset[Origin | None]
    null: Null | None = None

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each council among those held."""
        return {council: place for place, council in enumerate(self.counts)}

    def compare(self, candidate: Candidate) -> CouncilComparison:
        """Compare a council with all others of its type, or say why not."""
        counts = self.counts.get(candidate.council)
        averages = [
            year.average(part.councils) for year, part in zip(self.years, candidate.parts, strict=True)
        ]
        known = [average for average in averages if average is not None]
        reason = candidate.barred or self._reason(counts)
        if reason is None and len(known) < len(averages):
            reason = NoComparison.NO_AVERAGE
        if reason is not None or counts is None:
            return CouncilComparison(candidate.council, Comparison.NONE, reason)
        years = [YearExpected(n, average) for (_, n), average in zip(counts, known, strict=True)]
        predict = expected_share if self.share else expected_rate
        size = self.sizes.without(candidate.council)
        expectation = predict(years, self.spread or 0.0, size)
        usual = expectation.usual()
        others = [average for average in known if isinstance(average, Others)]
        with_all = len(others) == len(known)
        return CouncilComparison(
            council=candidate.council,
            comparison=usual.place(sum(k for k, _ in counts)),
            reason=None,
            usual=usual,
            without_spread=predict(years, 0.0, size).usual() if self.spread else None,
            expected=expectation.mean,
            compared_with=_with_what(len(others), len(known)),
            others_numerator=sum(each.numerator for each in others) if with_all else None,
            others_denominator=sum(each.denominator for each in others) if with_all else None,
            printed_years=len(known) - len(others),
            spread=self.spread,
            origin=self._origin(candidate),
            luck=expectation.luck(usual, self._stays(candidate.council)),
            could_be_lower=usual.low > 0,
            could_be_higher=not self.share or usual.high < sum(n for _, n in counts),
        )

    def _stays(self, council: str) -> Callable[[int], float] | None:
        """Return how likely the mark of a count is to stay, where it may be what makes the type vary.

        Where the test finds a type to vary by more than chance, the spread is in the range, and what was a
        mark by chance alone is none. None where the test decides no range.
        """
        if self.null is None:
            return None
        null, place = self.null, self.places[council]
        own = sum(k for k, _ in self.counts[council])
        return lambda count: 1 - null.rejects(place, count - own)

    def _reason(self, counts: Counts | None) -> NoComparison | None:
        """Say why these counts are not compared, whatever the average; None where they can be."""
        if counts is None:
            return NoComparison.NOT_HELD
        cases = sum(n for _, n in counts)
        if self.share and not cases:
            return NoComparison.NO_CASES
        if self.share and too_few_to_compare(cases):
            return NoComparison.TOO_FEW_CASES
        needs_spread = not self.share or self.rule is SpreadRule.ALWAYS
        return NoComparison.SPREAD_NOT_KNOWN if needs_spread and not self.judged else None

    def _origin(self, candidate: Candidate) -> Origin:
        """Return the weakest origin of what the comparison rests on. We work it out, so derived at best."""
        parts = {Origin.DERIVED, *(part.count.origin for part in candidate.parts)}
        for year, part in zip(self.years, candidate.parts, strict=True):
            parts |= year.origins(part.councils)
        if self.spread is not None:
            parts |= self.origins
        return derived_from(*(origin for origin in parts if origin is not None))
