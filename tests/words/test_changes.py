"""Changes and trends in sentences: beside the type's own change, and never across a break of the measure."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.comparison import (
    Compared,
    ComparedWith,
    Comparison,
    NoComparison,
    not_compared,
)
from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure
from dashboard.domain.measures import SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE, charted
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.statistics.of_history import first_trend, series_trend
from dashboard.words.changes import change, change_in_short, moved, verdict
from tests.support.figures import figure, printed_benchmark, stands

Counts = tuple[int, int]
CLEAR = Comparison.NO_CLEAR_DIFFERENCE
PRINTED = ComparedWith.PRINTED_AVERAGE


def beside(*others: Counts, origin: Origin = Origin.DERIVED) -> list[Compared]:
    """Compared with these counts of the others, year by year."""
    return [stands(CLEAR, others=each, origin=origin) for each in others]


def two_years(
    then: Counts,
    now: Counts,
    compared: list[Compared] | None = None,
    *,
    measure: Measure = UPHELD,
    year: str = "2023-24",
    **more: object,
) -> Mapping[str, Figure]:
    before = str(ReportingYear.parse(year).shifted(-1))
    of_type = compared or beside((500, 1000), (500, 1000))
    return {
        y: figure("x", y, measure.id, *counts, compared=c, **more)  # type: ignore[arg-type]
        for y, counts, c in zip((before, year), (then, now), of_type, strict=True)
    }


@pytest.mark.parametrize(
    ("then", "now", "others", "said"),
    [
        (
            (60, 100),
            (69, 100),
            ((600, 1000), (660, 1000)),
            "Rose by 9 points since 2022-23; its type rose by 6. No clear change beside its type: 60% (60 of "
            "100), then 69% (69 of 100).",
        ),
        (
            (40, 100),
            (80, 100),
            ((600, 1000), (600, 1000)),
            "▲ Rose by 40 points since 2022-23; its type did not change. The difference is more than chance "
            "explains: 40% (40 of 100), then 80% (80 of 100).",
        ),
        (
            (60, 100),
            (60, 100),
            ((500, 1000), (800, 1000)),
            "Did not change since 2022-23; its type rose by 30. The difference is more than chance "
            "explains: 60% (60 of 100), then 60% (60 of 100).",
        ),
        (
            (40, 100),
            (70, 100),
            ((4000, 10000), (7000, 10000)),  # clear by itself, nothing beside its type
            "Rose by 30 points since 2022-23; its type rose by 30. No clear change beside its type: 40% (40 "
            "of 100), then 70% (70 of 100).",
        ),
    ],
)  # fmt: skip
def test_a_change_stands_beside_that_of_its_type(
    then: Counts, now: Counts, others: tuple[Counts, Counts], said: str
) -> None:
    assert change(two_years(then, now, beside(*others)), "2023-24", UPHELD) == said


@pytest.mark.parametrize(
    ("then", "now", "others", "lead", "short"),
    [
        ((40, 100), (80, 100), ((600, 1000), (600, 1000)), "▲ Rose by 40", "▲ Rose beside its type"),
        ((80, 100), (40, 100), ((600, 1000), (600, 1000)), "▼ Fell by 40", "▼ Fell beside its type"),
        ((60, 100), (60, 100), ((500, 1000), (800, 1000)), "Did not", "Did not change as did its type"),
        ((60, 100), (62, 100), ((500, 1000), (800, 1000)), "Rose by 2 points", "Rose less than its type"),
        ((60, 100), (58, 100), ((800, 1000), (500, 1000)), "Fell by 2 points", "Fell less than its type"),
    ],
)  # fmt: skip
def test_an_arrow_stands_only_for_a_council_that_went_that_way_itself(
    then: Counts, now: Counts, others: tuple[Counts, Counts], lead: str, short: str
) -> None:
    years = two_years(then, now, beside(*others))
    assert str(change(years, "2023-24", UPHELD)).startswith(lead)
    assert "The difference is more than chance explains" in str(change(years, "2023-24", UPHELD))
    assert change_in_short(years, "2023-24", UPHELD) == f"{short}, beyond chance"


@given(*[st.integers(5, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))) for _ in range(4)])
def test_no_arrow_contradicts_the_council_s_own_two_years(
    then: Counts, now: Counts, others_then: Counts, others_now: Counts
) -> None:
    years = two_years(then, now, beside(others_then, others_now))
    moved_by = now[0] * then[1] - then[0] * now[1]
    for said in (change(years, "2023-24", UPHELD), change_in_short(years, "2023-24", UPHELD)):
        assert "▲" not in str(said) or moved_by > 0
        assert "▼" not in str(said) or moved_by < 0


def test_fewer_than_five_cases_lead_and_claim_nothing() -> None:
    years = two_years((1, 2), (9, 10))
    assert change(years, "2023-24", UPHELD) == (
        "Too few cases to say whether it has changed since 2022-23: 1 of 2 (50%), then 90% (9 of 10)."
    )
    assert change_in_short(years, "2023-24", UPHELD) == "Too few cases"


def test_no_arrow_runs_across_a_break_of_the_measure() -> None:
    years = two_years((20, 100), (80, 100), year="2022-23")
    assert change(years, "2022-23", UPHELD) == (
        "No change on 2021-22 is claimed, since the series has a break in 2022-23: 20% (20 of 100), then 80% "
        "(80 of 100)."
    )
    assert change_in_short(years, "2022-23", UPHELD) == "Not across the break"


def test_what_breaks_one_measure_does_not_break_another() -> None:
    remedy = two_years((20, 100), (80, 100), year="2022-23", measure=SATISFACTORY_REMEDY)
    assert str(change(remedy, "2022-23", SATISFACTORY_REMEDY)).startswith("▲ Rose by 60 points")


def test_a_year_that_is_only_marked_is_named() -> None:
    years = two_years((50, 100), (52, 100), year="2020-21")
    assert str(change(years, "2020-21", UPHELD)).endswith(
        "then 52% (52 of 100). No new complaints were taken from March to June 2020, so fewer were decided. "
        "Read this change with care."
    )


def test_a_printed_average_stands_for_the_type_where_its_counts_are_not_held() -> None:
    printed = [stands(CLEAR, compared_with=PRINTED), stands(CLEAR, compared_with=PRINTED)]
    years = {
        year: figure("x", year, "upheld_pct", k, 100, compared=c, benchmark=printed_benchmark(average))
        for (year, k, average), c in zip((("2022-23", 60, "77"), ("2023-24", 69, "80")), printed, strict=True)
    }
    assert str(change(years, "2023-24", UPHELD)).startswith(
        "Rose by 9 points since 2022-23; its type rose by 3. No clear change beside its type"
    )


def test_without_the_type_s_own_change_none_is_claimed() -> None:
    unknown = [stands(CLEAR, compared_with=PRINTED), stands(CLEAR, compared_with=PRINTED)]
    years = two_years((20, 100), (80, 100), unknown)
    assert str(change(years, "2023-24", UPHELD)).startswith(
        "No change on 2022-23 is claimed, since that of its type is not held: 20%"
    )
    assert change_in_short(years, "2023-24", UPHELD) == "Change of its type not held"


def test_the_rate_of_a_first_year_is_nothing_to_have_changed_from() -> None:
    first = [not_compared(NoComparison.FIRST_YEAR), stands(CLEAR, others=(900, 10**7))]
    years = two_years((9, 200_000), (30, 200_000), first, measure=UPHELD_RATE, year="2024-25")
    assert str(change(years, "2024-25", UPHELD_RATE)).startswith(
        "No change on 2023-24 is claimed, the first year of the council: 4.5 (9 upheld), then 15 (30 upheld)"
    )


def test_simulated_years_and_a_simulated_type_are_named() -> None:
    of_type = beside((600, 1000), (660, 1000), origin=Origin.SIMULATED)
    assert "; its type (simulated) rose by 6." in str(
        change(two_years((60, 100), (69, 100), of_type), "2023-24", UPHELD)
    )
    clear = two_years((40, 100), (80, 100), beside((600, 1000), (600, 1000), origin=Origin.SIMULATED))
    assert change_in_short(clear, "2023-24", UPHELD) == "▲ Rose beside its type (simulated), beyond chance"
    own = two_years((60, 100), (69, 100), of_type, origin=Origin.SIMULATED)
    assert str(change(own, "2023-24", UPHELD)).endswith(
        "60% (60 of 100, simulated), then 69% (69 of 100, simulated)."
    )


def test_no_change_is_told_without_both_counts() -> None:
    alone = {"2023-24": figure("x", "2023-24", "upheld_pct", 6, 9)}
    assert change(alone, "2023-24", UPHELD) is None
    assert change_in_short(alone, "2023-24", UPHELD) is None


@pytest.mark.parametrize(
    ("difference", "measure", "said"),
    [
        (0.09, UPHELD, "rose by 9 points"),
        (-0.01, UPHELD, "fell by 1 point"),
        (0.825 - 0.7, UPHELD, "rose by 13 points"),  # 12.5 in decimals, a little less in binary floats
        (0.004, UPHELD, "rose by under 1 point"),
        (0.0, UPHELD, "did not change"),
        (-1.24e-5, UPHELD_RATE, "fell by 1.2 per 100,000"),
        (1e-8, UPHELD_RATE, "rose by under 0.1 per 100,000"),
    ],
)
def test_by_how_much(difference: float, measure: Measure, said: str) -> None:
    assert moved(difference, measure) == said


def series(*counts: Counts, first: int = 2018, measure: str = "satisfactory_remedy_pct") -> dict[str, Figure]:
    years = [str(ReportingYear(first + i)) for i in range(len(counts))]
    return {year: figure("x", year, measure, k, n) for year, (k, n) in zip(years, counts, strict=True)}


RISING = ((20, 60), (25, 60), (35, 60), (42, 60), (50, 60), (55, 60))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (((5, 10),), None),
        (
            ((5, 10), (6, 10), (7, 10)),
            "Trend: too few years with cases to speak of one (3 of the 5 it needs).",
        ),
        (((5, 10), (6, 10), (7, 10), (6, 10), (7, 10)), "Trend, 2018-19 to 2022-23: no clear change."),
        (
            RISING,
            "Trend, 2018-19 to 2023-24: rising, by more than chance explains, and so without any one of the "
            "years.",
        ),
        (
            RISING[::-1],
            "Trend, 2018-19 to 2023-24: falling, by more than chance explains, and so without any one of the "
            "years.",
        ),
        (((6, 10), (5, 10), (6, 10), (5, 10), (60, 60)), "Trend, 2018-19 to 2022-23: no clear change."),
    ],
)
def test_rule_13_a_trend_is_told_only_where_it_survives_dropping_any_year(
    counts: tuple[Counts, ...], said: str | None
) -> None:
    years = series(*counts)
    assert verdict(years, max(years), SATISFACTORY_REMEDY) == said


def test_a_trend_ends_with_the_year_shown_and_names_what_is_simulated() -> None:
    years = series(*RISING[:5], (1, 60))
    assert str(verdict(years, "2022-23", SATISFACTORY_REMEDY)).startswith("Trend, 2018-19 to 2022-23: rising")
    years["2019-20"] = figure("x", "2019-20", SATISFACTORY_REMEDY.id, 25, 60, origin=Origin.SIMULATED)
    assert "(simulated figures among them)." in str(verdict(years, "2022-23", SATISFACTORY_REMEDY))
    few = {year: figure_ for year, figure_ in years.items() if year < "2021-22"}
    assert "3 of the 5 it needs, simulated figures among them" in str(
        verdict(few, "2020-21", SATISFACTORY_REMEDY)
    )


@pytest.mark.parametrize(
    ("year", "held"), [("2022-23", "one year since then has"), ("2024-25", "three years since then have")]
)
def test_until_2026_27_no_trend_of_the_share_upheld_is_claimed_and_the_reason_is_said(
    year: str, held: str
) -> None:
    years = series(*RISING, (57, 60), measure="upheld_pct")
    assert verdict(years, year, UPHELD) == (
        "Trend: none is claimed before 2026-27. The series begins anew in 2022-23, a trend needs five years "
        f"without a break, and {held} counts."
    )


def test_from_2026_27_a_trend_of_the_share_upheld_is_of_the_years_since_the_break() -> None:
    years = series(*RISING, *RISING[:3], measure="upheld_pct")
    assert str(verdict(years, "2026-27", UPHELD)).startswith("Trend, 2022-23 to 2026-27: ")


@given(st.sampled_from(charted()), st.integers(2018, 2030))
def test_the_first_year_of_a_trend_has_five_years_without_a_break_before_it(
    measure: Measure, start: int
) -> None:
    asked = ReportingYear(start)
    first = first_trend(measure, str(asked))
    assert first >= asked
    assert not [b for b in measure.interrupted_at if first.shifted(-4) < b <= first]
    earlier = [ReportingYear(y) for y in range(start, first.start_year)]
    assert all(any(y.shifted(-4) < b <= y for b in measure.interrupted_at) for y in earlier)


@given(st.sampled_from(charted()), st.sets(st.integers(2014, 2026), min_size=1), st.integers(2014, 2026))
def test_no_trend_is_of_years_on_both_sides_of_a_break(measure: Measure, held: set[int], last: int) -> None:
    years = {str(ReportingYear(y)): figure("x", str(ReportingYear(y)), measure.id, 9, 60) for y in held}
    found = series_trend(years, str(ReportingYear(last)), measure)
    if found is not None and found.years:
        ends = ReportingYear.parse(found.years[0]), ReportingYear.parse(found.years[-1])
        assert not [b for b in measure.interrupted_at if ends[0] < b <= ends[1]]
