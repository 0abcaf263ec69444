"""Rules R1 to R6 and R14 over a whole type: who is compared, with what, and what is said."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.comparison import ComparedWith, Comparison, NoComparison
from dashboard.domain.measure import Unit
from dashboard.domain.origin import Origin
from dashboard.statistics.compare_type import compare_some, compare_type, of_one_year
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.type_comparison import (
    Candidate,
    Count,
    Part,
    SpreadRule,
    TypeComparison,
    TypeYear,
)

PRINTED_80 = PrintedAverage.of(Decimal(80), 0, 100, Origin.PUBLISHED)
RATE_46 = PrintedAverage.of(Decimal("4.6"), 1, 100_000, Origin.PUBLISHED)
NOT_HELD = Count(None, None, None)
Pairs = Mapping[str, tuple[int, int]]


def held(pairs: Pairs, origin: Origin = Origin.PUBLISHED) -> dict[str, Count]:
    return {council: Count(k, n, origin) for council, (k, n) in pairs.items()}


def calm(councils: int, k: int = 8, n: int = 10) -> dict[str, tuple[int, int]]:
    """So many councils that are all alike."""
    return {f"other-{i}": (k, n) for i in range(councils)}


def shares(year: TypeYear, barred: Mapping[str, NoComparison] | None = None) -> TypeComparison:
    return compare_type(Unit.PERCENT, of_one_year(year, barred), [year])


def rates(year: TypeYear, barred: Mapping[str, NoComparison] | None = None) -> TypeComparison:
    return compare_type(Unit.PER_100K, of_one_year(year, barred), [year])


BOROUGHS = {**calm(34, 12, 15), "other-34": (15, 30), "birmingham": (115, 132)}  # others 423 of 540


def test_r2_birmingham_among_boroughs_that_are_all_held() -> None:
    told = shares(TypeYear(held(BOROUGHS), PRINTED_80)).councils["birmingham"]
    assert (told.others_numerator, told.others_denominator) == (423, 540)
    assert told.usual is not None
    assert (told.usual.low, told.usual.high) == (93, 113)
    assert told.comparison is Comparison.HIGHER
    assert (told.compared_with, told.spread, told.printed_years) == (ComparedWith.OTHERS, None, 0)
    assert told.expected == pytest.approx(132 * 423.5 / 541)


def test_r2_where_one_other_is_not_held_it_is_the_printed_average_that_includes_it() -> None:
    told = shares(TypeYear({**held(BOROUGHS), "other-3": NOT_HELD}, PRINTED_80)).councils["birmingham"]
    assert told.comparison is Comparison.NO_CLEAR_DIFFERENCE
    assert told.compared_with is ComparedWith.PRINTED_AVERAGE
    assert (told.others_numerator, told.others_denominator, told.printed_years) == (None, None, 1)
    assert told.expected == pytest.approx(132 * 0.8)


def test_r2_one_simulated_count_among_the_others_makes_the_comparison_simulated() -> None:
    real = TypeYear(held(BOROUGHS), PRINTED_80)
    mixed = TypeYear({**real.counts, "other-3": Count(12, 15, Origin.SIMULATED)}, PRINTED_80)
    gap = TypeYear({**mixed.counts, "other-4": NOT_HELD}, PRINTED_80)
    assert shares(real).councils["birmingham"].origin is Origin.DERIVED
    assert shares(mixed).councils["birmingham"].origin is Origin.SIMULATED
    assert shares(mixed).councils["other-3"].origin is Origin.SIMULATED
    assert shares(gap).councils["birmingham"].origin is Origin.DERIVED  # beside the printed average alone


def test_r4_where_the_spread_is_used_whose_counts_it_comes_from_counts_too() -> None:
    events = {**calm(12, 10, 200_000), "own": (30, 200_000), "gap": (11, 200_000)}
    counts = {**held(events), "other-3": Count(9, 200_000, Origin.SIMULATED), "gap": NOT_HELD}
    assert rates(TypeYear(counts, RATE_46)).councils["own"].origin is Origin.SIMULATED


@pytest.mark.parametrize(
    ("count", "barred", "reason"),
    [
        (NOT_HELD, None, NoComparison.NOT_HELD),
        (NOT_HELD, NoComparison.PERCENTAGE_WITHOUT_COUNTS, NoComparison.PERCENTAGE_WITHOUT_COUNTS),
        (Count(3, None, Origin.PUBLISHED), None, NoComparison.NOT_HELD),
        (Count(0, 0, Origin.PUBLISHED), None, NoComparison.NO_CASES),
        (Count(0, 4, Origin.PUBLISHED), None, NoComparison.TOO_FEW_CASES),
        (Count(4, 5, Origin.PUBLISHED), None, None),
        (Count(4, 5, Origin.PUBLISHED), NoComparison.MEASURE_NOT_COMPARED, NoComparison.MEASURE_NOT_COMPARED),
    ],
)
def test_r3_an_empty_comparison_of_a_share_names_its_reason(
    count: Count, barred: NoComparison | None, reason: NoComparison | None
) -> None:
    year = TypeYear({**held(calm(12)), "own": count})
    told = shares(year, {"own": barred} if barred else {}).councils["own"]
    assert told.reason is reason
    assert (told.comparison is Comparison.NONE) == (reason is not None)
    if reason:
        assert (told.usual, told.compared_with, told.origin, told.luck.marked) == (None, None, None, 0.0)


def test_r3_without_all_others_and_without_a_printed_average_there_is_none() -> None:
    year = TypeYear({**held(calm(12)), "gap": NOT_HELD})
    told = shares(year)
    assert {each.reason for each in told.councils.values()} == {
        NoComparison.NO_AVERAGE,
        NoComparison.NOT_HELD,
    }
    assert told.compared == 0


def test_r3_others_without_a_case_are_no_average() -> None:
    told = shares(TypeYear({**held(calm(11, 0, 0)), "own": Count(5, 6, Origin.PUBLISHED)}))
    assert told.councils["own"].reason is NoComparison.NO_AVERAGE


@pytest.mark.parametrize(
    ("count", "barred", "reason"),
    [
        (Count(0, 100_000, Origin.PUBLISHED), None, None),
        (Count(2, 0, Origin.PUBLISHED), None, NoComparison.NOT_HELD),
        (Count(2, None, Origin.PUBLISHED), None, NoComparison.NOT_HELD),
        (Count(40, 600_000, Origin.PUBLISHED), NoComparison.FIRST_YEAR, NoComparison.FIRST_YEAR),
    ],
)
def test_r1_every_rate_with_residents_and_a_count_is_compared_but_for_a_first_year(
    count: Count, barred: NoComparison | None, reason: NoComparison | None
) -> None:
    year = TypeYear({**held(calm(12, 2, 120_000)), "own": count})
    assert rates(year, {"own": barred} if barred else {}).councils["own"].reason is reason


def test_r1_the_base_of_a_types_rates_is_all_of_it_and_five_of_1_45_is_high() -> None:
    districts = {
        **calm(140, 1, 115_000),
        **{f"two-{i}": (3, 115_000) for i in range(40)},
        "own": (6, 115_000),
    }
    told = rates(TypeYear(held(districts)))
    assert (told.size, told.compared, told.enough) == (181, 181, 181)
    assert [c.council for c in told.councils.values() if c.comparison.marked] == ["own"]
    assert not any(each.could_be_lower for each in told.councils.values())
    assert all(each.could_be_higher for each in told.councils.values())


def test_r3_three_of_thirty_six_are_not_the_type() -> None:
    counts = {**held(calm(3)), **{f"gap-{i}": NOT_HELD for i in range(33)}}
    told = shares(TypeYear(counts, PRINTED_80))
    assert (told.held, told.size, told.judged) == (3, 36, False)
    assert (told.variation, told.quartiles, told.spread) == (None, None, None)
    assert told.compared == 3  # with the printed average, which is of all


def test_r4_no_rate_is_compared_where_the_spread_of_the_type_is_not_known() -> None:
    counts = {**held(calm(9, 20, 400_000)), "own": Count(60, 400_000, Origin.PUBLISHED)}
    gaps = {f"gap-{i}": NOT_HELD for i in range(20)}
    assert (
        rates(TypeYear({**counts, **gaps}, RATE_46)).councils["own"].reason is NoComparison.SPREAD_NOT_KNOWN
    )
    half = rates(TypeYear({**counts, **dict(list(gaps.items())[:10])}, RATE_46)).councils["own"]
    assert half.compared_with is ComparedWith.PRINTED_AVERAGE
    assert half.spread is not None


def test_r6_where_no_result_could_be_beyond_chance_there_are_too_few_to_show_one() -> None:
    told = shares(TypeYear(held({**calm(20, 10, 20), "five": (5, 5), "ten": (10, 10)}))).councils
    assert (told["five"].could_be_lower, told["five"].could_be_higher) == (False, False)
    assert told["five"].comparison is Comparison.NO_CLEAR_DIFFERENCE
    assert not told["five"].could_differ
    assert told["ten"].could_differ


VARIED = {f"v-{i}": (k, 60) for i, k in enumerate([20, 28, 33, 38, 41, 44, 47, 50, 53, 55, 57, 59])}


def test_r14_where_a_type_varies_by_more_than_chance_the_spread_is_in_the_range() -> None:
    told = shares(TypeYear(held(VARIED)))
    assert told.variation is not None
    assert told.variation.more_than_chance
    assert told.spread is not None
    of_lowest = told.councils["v-0"]
    assert of_lowest.spread == told.spread > 0
    assert of_lowest.usual is not None
    assert of_lowest.without_spread is not None
    assert of_lowest.usual.low < of_lowest.without_spread.low
    assert of_lowest.without_spread.place(20) is Comparison.MUCH_LOWER
    assert of_lowest.comparison is Comparison.NO_CLEAR_DIFFERENCE


def test_r14_and_where_it_does_not_it_is_not() -> None:
    told = shares(TypeYear(held(calm(12))))
    assert told.variation is not None
    assert not told.variation.more_than_chance
    assert told.spread is None
    assert all(each.without_spread is None for each in told.councils.values())


def test_r14_shares_of_complaints_by_service_always_have_it_in_them() -> None:
    mild = {f"c-{i}": (k, 60) for i, k in enumerate([14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 27, 29])}
    year = TypeYear(held(mild))
    assert shares(year).spread is None
    always = compare_type(Unit.PERCENT, of_one_year(year), [year], SpreadRule.ALWAYS)
    assert always.spread is not None
    assert always.spread > 0
    few = TypeYear(dict(list(year.counts.items())[:9]))
    told = compare_type(Unit.PERCENT, of_one_year(few), [few], SpreadRule.ALWAYS)
    assert {each.reason for each in told.councils.values()} == {NoComparison.SPREAD_NOT_KNOWN}


def three_years(*years: TypeYear, **members: frozenset[str]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            council,
            tuple(
                Part(year.counts.get(council, NOT_HELD), members.get(council, frozenset({council})))
                for year in years
            ),
        )
        for council in years[-1].counts
    )


def test_r2_three_years_are_compared_with_the_others_of_each() -> None:
    years = [TypeYear(held({**calm(12, k, 10), "own": (6, 10)}), PRINTED_80) for k in (6, 7, 8)]
    told = compare_type(Unit.PERCENT, three_years(*years), years).councils["own"]
    assert (told.others_numerator, told.others_denominator) == (12 * 21, 360)
    assert told.expected == pytest.approx(sum(10 * (12 * k + 0.5) / 121 for k in (6, 7, 8)))
    assert told.comparison is Comparison.NO_CLEAR_DIFFERENCE


def test_r2_a_year_that_is_not_fully_held_uses_its_printed_average() -> None:
    whole = TypeYear(held({**calm(12, 7), "own": (6, 10)}))
    partly = TypeYear({**held({**calm(11, 7), "own": (6, 10)}), "other-11": NOT_HELD}, PRINTED_80)
    years = [whole, whole, partly]
    told = compare_type(Unit.PERCENT, three_years(*years), years).councils["own"]
    assert (told.compared_with, told.printed_years) == (ComparedWith.IN_PART_PRINTED, 1)
    assert told.expected == pytest.approx(2 * 10 * 84.5 / 121 + 8)
    without = [whole, whole, replace(partly, printed=None)]
    assert compare_type(Unit.PERCENT, three_years(*without), without).councils["own"].reason is (
        NoComparison.NO_AVERAGE
    )


def test_predecessors_combined_are_left_out_of_the_others_of_their_year() -> None:
    before = TypeYear(held({**calm(12), "east": (3, 6), "west": (4, 6)}))
    after = TypeYear(held({**calm(12), "merged": (9, 12)}))
    merged = Candidate(
        "merged",
        (
            Part(Count(7, 12, Origin.DERIVED), frozenset({"east", "west"})),
            Part(after.counts["merged"], frozenset({"merged"})),
        ),
    )
    others = three_years(before, after)
    candidates = (merged, *(each for each in others if each.council != "merged"))
    told = compare_type(Unit.PERCENT, candidates, [before, after]).councils["merged"]
    assert (told.others_numerator, told.others_denominator) == (2 * 12 * 8, 2 * 12 * 10)


def test_a_count_is_neither_a_share_nor_a_rate() -> None:
    with pytest.raises(ValueError, match="neither a share nor a rate"):
        compare_type(Unit.COUNT, [], [])


counts = st.integers(0, 90).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(deadline=None)
@given(st.lists(counts, min_size=1, max_size=25), st.sampled_from([Unit.PERCENT, Unit.PER_100K]))
def test_r7_whatever_the_counts_words_and_range_agree_and_luck_adds_up(
    pairs: list[tuple[int, int]], unit: Unit
) -> None:
    year = TypeYear(held({str(i): pair for i, pair in enumerate(pairs)}), PRINTED_80)
    told = compare_type(unit, of_one_year(year), [year])
    assert told.size == len(pairs) == len(told.councils)
    for council, each in told.councils.items():
        k, n = pairs[int(council)]
        assert (each.reason is None) == (each.usual is not None) == (each.comparison is not Comparison.NONE)
        if each.usual is None:
            continue
        assert each.comparison.marked == (not each.usual.low <= k <= each.usual.high)
        assert each.usual.far_low <= each.usual.low <= each.usual.high <= each.usual.far_high
        assert 0 <= each.luck.much <= each.luck.marked
        if unit is Unit.PERCENT:
            assert n >= 5
            assert each.could_differ == (each.usual.low > 0 or each.usual.high < n)
            assert each.usual.far_high <= n
    assert told.luck.marked == pytest.approx(sum(each.luck.marked for each in told.councils.values()))
    assert told.compared == sum(each.reason is None for each in told.councils.values())


@pytest.mark.parametrize("rule", SpreadRule)
def test_some_councils_are_compared_as_they_are_among_all(rule: SpreadRule) -> None:
    shares = {f"c{n}": Count(n % 7 + n // 3, 9 + n, Origin.DERIVED) for n in range(24)}
    year = TypeYear({**shares, "none": Count(0, 0, Origin.DERIVED), "unheld": Count(None, None, None)})
    whole = compare_type(Unit.PERCENT, of_one_year(year), [year], rule)
    for some in (["c3"], ["c7", "none", "unheld"], [*year.counts]):
        assert compare_some(year, some, rule) == {slug: whole.councils[slug] for slug in some}
    assert compare_some(year, [], rule) == {}
    with pytest.raises(KeyError):
        compare_some(year, ["elsewhere"], rule)


_SHARES = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(st.lists(_SHARES, min_size=2, max_size=24))
def test_no_part_is_marked_as_larger_that_is_not_above_that_of_the_others(
    shares: list[tuple[int, int]],
) -> None:
    """So half the councils need not be compared where only larger parts are looked for."""
    counts = {f"c{place}": Count(k, n, Origin.DERIVED) for place, (k, n) in enumerate(shares)}
    (k, n), others = shares[0], shares[1:]
    if k * sum(m for _, m in others) > n * sum(j for j, _ in others):
        return
    found = compare_some(TypeYear(counts), ["c0"], SpreadRule.ALWAYS)["c0"]
    assert found.comparison not in (Comparison.HIGHER, Comparison.MUCH_HIGHER)
