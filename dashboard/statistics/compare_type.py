"""The comparison of the councils of a type on one measure: the only home of its rules.

Who is compared, with what, within which range, how far the type varies, what luck does: called by the
build once a type, year, period and measure. What it returns is what every page and file says.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from dashboard.domain.comparison import NoComparison
from dashboard.domain.measure import Unit
from dashboard.statistics.chance import expected_marks
from dashboard.statistics.compare_council import Counts, TypeInCommon
from dashboard.statistics.others import SizesOfOthers, YearTotals
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.statistics.spread import spread_of_rates, spread_of_shares
from dashboard.statistics.type_comparison import (
    Candidate,
    CouncilComparison,
    Part,
    SpreadRule,
    TypeComparison,
    TypeYear,
)
from dashboard.statistics.variation import Variation, variation_of_rates, variation_of_shares
from dashboard.statistics.who_is_compared import quartiles_of_rates, quartiles_of_shares, type_is_held


def compare_type(
    unit: Unit,
    candidates: Sequence[Candidate],
    years: Sequence[TypeYear],
    rule: SpreadRule = SpreadRule.WHERE_FOUND,
) -> TypeComparison:
    """Compare every council of a type over one year or several (``years`` ascending, as the parts are).

    ``candidates`` are all councils of the type in the last year, held or not. Raises ValueError for a
    measure that is neither a share nor a rate.
    """
    known = _type(unit, candidates, years, rule)
    in_common, totals = known.in_common, known.totals
    compared = {each.council: in_common.compare(each) for each in candidates}
    quartiles = quartiles_of_shares if in_common.share else quartiles_of_rates
    enough = sum(not too_few_to_compare(n) for _, n in totals.values()) if in_common.share else len(totals)
    return TypeComparison(
        councils=compared,
        size=len(candidates),
        held=len(totals),
        enough=enough,
        judged=in_common.judged,
        variation=known.variation,
        spread=in_common.spread,
        quartiles=quartiles(tuple(totals.values()), len(candidates)),
        luck=expected_marks(each.luck for each in compared.values()),
    )


def compare_some(year: TypeYear, councils: Collection[str], rule: SpreadRule) -> dict[str, CouncilComparison]:
    """Compare some councils of a type with its others by a share of one year: as ``compare_type`` does, at
    the cost of their comparisons alone. Raises KeyError for a council that is not of the type."""
    if not councils:
        return {}
    candidates = {each.council: each for each in of_one_year(year)}
    known = _type(Unit.PERCENT, [*candidates.values()], [year], rule, tested=rule is SpreadRule.WHERE_FOUND)
    return {council: known.in_common.compare(candidates[council]) for council in councils}


@dataclass(frozen=True, slots=True)
class _Type:
    """What all councils of a type share. ``totals``: numerator and denominator of each that is held;
    ``variation``: None where that could not be tested, or nothing asked for it."""

    in_common: TypeInCommon
    totals: Mapping[str, tuple[int, int]]
    variation: Variation | None


def _type(
    unit: Unit,
    candidates: Sequence[Candidate],
    years: Sequence[TypeYear],
    rule: SpreadRule,
    *,
    tested: bool = True,
) -> _Type:
    if unit not in (Unit.PERCENT, Unit.PER_100K):
        raise ValueError(f"a {unit} is neither a share nor a rate")
    share = unit is Unit.PERCENT
    own = {each.council: counts for each in candidates if (counts := _counts(each, share)) is not None}
    totals = {council: (sum(k for k, _ in c), sum(n for _, n in c)) for council, c in own.items()}
    expected = _expected(own)
    judged = type_is_held(len(own), len(candidates))
    variation = (
        (variation_of_shares if share else variation_of_rates)(tuple(own.values()))
        if judged and tested
        else None
    )
    spread = _spread(share, rule, totals, expected, variation) if judged else None
    by_chance = share and rule is SpreadRule.WHERE_FOUND and spread is None
    return _Type(
        in_common=TypeInCommon(
            share=share,
            judged=judged,
            rule=rule,
            spread=spread,
            counts=own,
            sizes=SizesOfOthers({council: totals[council][1] for council in own} if share else expected),
            years=tuple(YearTotals.of(year) for year in years),
            origins=frozenset(
                part.count.origin for each in candidates for part in each.parts if part.count.held
            ),
            null=variation.null if by_chance and variation else None,
        ),
        totals=totals,
        variation=variation,
    )


def of_one_year(year: TypeYear, barred: Mapping[str, NoComparison] | None = None) -> tuple[Candidate, ...]:
    """Return the councils of a type's year as candidates of that year alone (``barred``: see there)."""
    reasons = barred or {}
    return tuple(
        Candidate(council, (Part(count, frozenset({council})),), reasons.get(council))
        for council, count in year.counts.items()
    )


def _counts(candidate: Candidate, share: bool) -> Counts | None:
    """Return a council's counts of every year; None where one is not held, or has no residents."""
    counts = []
    for part in candidate.parts:
        numerator, denominator = part.count.numerator, part.count.denominator
        if numerator is None or denominator is None or not (share or denominator):
            return None
        counts.append((numerator, denominator))
    return tuple(counts)


def _expected(own: Mapping[str, Counts]) -> Mapping[str, float]:
    """Return what each council's numerator would be at the average of all that are held, year by year."""
    years = [(sum(k for k, _ in year), sum(n for _, n in year)) for year in zip(*own.values(), strict=True)]
    return {
        council: fsum(n * total / base for (_, n), (total, base) in zip(counts, years, strict=True) if base)
        for council, counts in own.items()
    }


def _spread(
    share: bool,
    rule: SpreadRule,
    totals: Mapping[str, tuple[int, int]],
    expected: Mapping[str, float],
    variation: Variation | None,
) -> float | None:
    """Return the spread that the ranges of a type have in them; None where they have none."""
    if not share:
        return spread_of_rates([(k, expected[council]) for council, (k, _) in totals.items()])
    found = variation is not None and variation.more_than_chance
    if not found and rule is SpreadRule.WHERE_FOUND:
        return None
    return spread_of_shares([(k, n, expected[council]) for council, (k, n) in totals.items()])
