"""Figures from counts: states, values, origins, benchmarks, comparisons, periods. A small England."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import ComparedWith, Comparison, NoComparison, not_compared
from dashboard.domain.figures import BenchmarkKind, Figure, State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.metrics.benchmarks import by_key
from dashboard.metrics.combined import combined_figures
from dashboard.metrics.counts_with_origin import KnownCount
from dashboard.metrics.figures import Assembled, assemble_figures
from dashboard.metrics.held_counts import held_counts
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from tests.metrics.world import URL, council, held, known, reference

YEARS = ("2021-22", "2022-23", "2023-24")
P, R, D, S = Origin.PUBLISHED, Origin.REPORTED, Origin.DERIVED, Origin.SIMULATED
YORK, HULL = council("york", "unitary"), council("hull", "unitary")
LEEDS = council("leeds", "metropolitan")
SIX = ("upheld", "6", "published")
HOUNSLOW = ("upheld_pct", "93", "published")
DECIMAL = ("upheld_pct", "68.8", "reported")  # 11 of 16 is 68.75%


def figure(assembled: Assembled, slug: str, year: str, measure: str, period: int = 1) -> Figure:
    (found,) = [
        f for p, f in assembled.figures if (f.slug, f.year, f.measure, p) == (slug, year, measure, period)
    ]
    return found


def of_held(measure: str, *rows: tuple[str, str, str], year: str = "2023-24", **world: object) -> Figure:
    """The figure of York when these (quantity, value, origin) are all that is held."""
    told = held([("york", year, *row) for row in rows], world.get("averages", []))
    england = reference(YORK, HULL, LEEDS)
    return figure(assemble_figures(held_counts(told), told, england, (year,)), "york", year, measure)


def test_rule_01_a_value_carries_its_fraction_and_its_rounding_is_half_up() -> None:
    found = of_held("upheld_pct", ("investigated", "40", "published"), ("upheld", "33", "published"))
    assert (found.numerator, found.denominator, found.value) == (33, 40, Decimal(83))
    assert found.state is State.VALUE


@pytest.mark.parametrize(
    ("measure", "rows", "year", "state"),
    [
        ("upheld_pct", [("investigated", "0", "published")], "2023-24", State.NO_CASES),
        ("satisfactory_remedy_pct", [("upheld", "0", "published")], "2023-24", State.NO_CASES),
        ("compliance_pct", [("compliance_outcomes", "0", "published")], "2023-24", State.NO_CASES),
        ("upheld_pct", [("upheld", "3", "published")], "2023-24", State.NOT_HELD),
        ("upheld_pct", [("upheld_pct", "67", "published")], "2023-24", State.PERCENTAGE_ONLY),
        ("compliance_pct", [("upheld", "3", "published")], "2017-18", State.NOT_APPLICABLE),
        ("upheld_pct", [("received:total", "3", "published")], "2013-14", State.NOT_APPLICABLE),
        ("upheld_per_100k", [("upheld", "3", "published")], "2015-16", State.VALUE),
        ("upheld", [("upheld", "0", "published")], "2023-24", State.VALUE),
        ("upheld", [("dealt_with", "9", "published")], "2023-24", State.NOT_HELD),
    ],
)
def test_rule_02_no_cases_not_held_not_applicable_and_percentage_only_are_kept_apart(
    measure: str, rows: list[tuple[str, str, str]], year: str, state: State
) -> None:
    found = of_held(measure, *rows, year=year)
    assert found.state is state
    assert (found.value is not None) == (state is State.VALUE)


@pytest.mark.parametrize(
    ("rows", "origin", "printed_origin"),
    [
        ([("investigated", "9", "published"), SIX, ("upheld_pct", "67", "published")], P, P),
        ([("investigated", "9", "reported"), SIX, ("upheld_pct", "67", "published")], R, P),
        ([("investigated", "9", "published"), SIX], D, None),
        ([("decided:not_upheld", "3", "published"), SIX, ("upheld_pct", "67", "reported")], D, R),
    ],
)
def test_origin_belongs_to_each_value(
    rows: list[tuple[str, str, str]], origin: Origin, printed_origin: Origin | None
) -> None:
    found = of_held("upheld_pct", *rows)
    assert (found.value, found.origin, found.printed_origin) == (Decimal(67), origin, printed_origin)
    assert found.shown_origin is (printed_origin or origin)
    assert found.source_url == URL


def test_a_published_percentage_beside_simulated_counts_shows_both_origins() -> None:
    told = held([("york", "2023-24", "upheld_pct", "67", "published")])
    counts = {("york", "2023-24"): known(S, upheld=6, investigated=9)}
    found = figure(
        assemble_figures(counts, told, reference(YORK), ("2023-24",)), "york", "2023-24", "upheld_pct"
    )
    assert (found.shown, found.shown_origin, found.origin) == (Decimal(67), P, S)
    assert found.source_url == URL


def test_a_figure_with_one_simulated_part_names_no_source() -> None:
    counts = {("york", "2023-24"): {"upheld": KnownCount(6, P, URL), "investigated": KnownCount(9, S)}}
    figures = assemble_figures(counts, held(), reference(YORK), ("2023-24",))
    share, upheld = (figure(figures, "york", "2023-24", measure) for measure in ("upheld_pct", "upheld"))
    assert (share.origin, share.source_url) == (S, None)
    assert (upheld.origin, upheld.source_url) == (P, URL)


@pytest.mark.parametrize(
    ("measure", "rows", "note"),
    [
        (
            "upheld_pct",
            [("investigated", "24", "published"), ("upheld", "22", "published"), HOUNSLOW],
            "Printed as 93%; 22 of 24 is 92%.",
        ),
        (
            "upheld_pct",
            [("investigated", "29", "reported"), ("upheld_pct", "54", "reported")],
            "Printed as 54%. No number out of 29 gives 54%.",
        ),
        (
            "upheld_per_100k",
            [("upheld", "9", "published"), ("upheld_per_100k", "9.1", "published")],
            "Printed as 9.1; 9 among 100,000 residents is 9 for every 100,000, most likely because "
            "population estimates have been revised since.",
        ),
        ("upheld_pct", [("investigated", "16", "reported"), ("upheld", "11", "reported"), DECIMAL], None),
        ("upheld_per_100k", [("upheld", "9", "published"), ("upheld_per_100k", "9", "published")], None),
    ],
)
def test_a_printed_value_that_does_not_follow_is_kept_with_a_note(
    measure: str, rows: list[tuple[str, str, str]], note: str | None
) -> None:
    found = of_held(measure, *rows)
    assert found.note == note
    assert found.shown == next(Decimal(value) for quantity, value, _ in rows if quantity == measure)


def test_a_rate_of_a_year_before_it_was_printed_says_it_is_ours() -> None:
    found = of_held("upheld_per_100k", ("upheld", "7", "published"), year="2021-22")
    assert (found.value, found.origin) == (Decimal("7.0"), D)
    assert found.note == "Worked out by this project: the Ombudsman has printed this rate since 2022-23 only."


def test_rule_11_the_printed_average_is_the_benchmark_where_held() -> None:
    average = [("unitary", "2023-24", "upheld_pct", "79", "reported")]
    found = of_held(
        "upheld_pct", ("investigated", "9", "published"), ("upheld", "6", "published"), averages=average
    )
    assert found.benchmark is not None
    assert (found.benchmark.kind, found.benchmark.value, found.benchmark.origin) == (
        BenchmarkKind.PRINTED,
        Decimal(79),
        R,
    )
    assert found.benchmark.numerator is None  # the counts of Hull are not held: no sums
    assert (found.comparison, found.compared.low, found.compared.high) == (
        Comparison.NO_CLEAR_DIFFERENCE,
        4,
        9,
    )
    assert found.compared.compared_with is ComparedWith.PRINTED_AVERAGE


def simulated(
    york: dict[str, int], hull: dict[str, int], leeds: dict[str, int]
) -> tuple[dict, Held, Reference]:
    rows = {"york": york, "hull": hull, "leeds": leeds}
    counts = {(slug, year): known(S, **row) for slug, row in rows.items() for year in YEARS}
    return counts, held(), reference(YORK, HULL, LEEDS)


def test_rule_11_else_pooled_over_the_type_the_council_included() -> None:
    inputs = simulated(
        {"upheld": 9, "investigated": 10},
        {"upheld": 60, "investigated": 90},
        {"upheld": 1, "investigated": 50},
    )
    found = figure(assemble_figures(*inputs, YEARS), "york", "2023-24", "upheld_pct")
    assert found.benchmark is not None
    assert found.benchmark.kind is BenchmarkKind.POOLED
    assert (found.benchmark.numerator, found.benchmark.denominator, found.benchmark.councils) == (69, 100, 2)
    assert (found.benchmark.value, found.benchmark.origin) == (Decimal(69), S)


def test_rule_11_a_pool_of_those_that_happen_to_be_held_is_no_benchmark() -> None:
    counts, nothing, england = simulated(
        {"upheld": 9, "investigated": 10}, {"upheld": 60}, {"upheld": 1, "investigated": 50}
    )
    assembled = assemble_figures(counts, nothing, england, YEARS)
    assert figure(assembled, "york", "2023-24", "upheld_pct").benchmark is None
    assert figure(assembled, "york", "2023-24", "upheld_pct").comparison is Comparison.NONE
    assert figure(assembled, "leeds", "2023-24", "upheld_pct").benchmark is not None


def test_rule_12_compliance_and_volume_are_never_compared_though_their_averages_are_shown() -> None:
    rows = {"complied": 7, "compliance_outcomes": 9, "dealt_with": 60, "upheld": 20, "investigated": 60}
    others = {"complied": 90, "compliance_outcomes": 90, "dealt_with": 10, "upheld": 2, "investigated": 60}
    assembled = assemble_figures(*simulated(rows, others, others), YEARS)
    for measure in ("compliance_pct", "dealt_with_per_100k"):
        found = figure(assembled, "york", "2023-24", measure)
        assert found.benchmark is not None
        assert found.comparison is Comparison.NONE
        assert found.compared == not_compared(NoComparison.MEASURE_NOT_COMPARED)
    assert figure(assembled, "york", "2023-24", "upheld_pct").comparison is Comparison.MUCH_HIGHER


@pytest.mark.parametrize(
    ("investigated", "comparison", "few"),
    [
        (4, Comparison.NONE, True),
        (5, Comparison.NO_CLEAR_DIFFERENCE, True),
        (30, Comparison.NO_CLEAR_DIFFERENCE, False),
    ],
)
def test_rule_03_few_and_too_few(investigated: int, comparison: Comparison, few: bool) -> None:
    same = {"upheld": investigated, "investigated": investigated}
    found = figure(assemble_figures(*simulated(same, same, same), YEARS), "york", "2023-24", "upheld_pct")
    assert (found.comparison, found.few) == (comparison, few)
    too_few = found.compared == not_compared(NoComparison.TOO_FEW_CASES)
    assert too_few == (comparison is Comparison.NONE)
    assert found.low is not None


def test_rule_14_three_years_are_pooled_as_sum_over_sum() -> None:
    counts, nothing, england = simulated({}, {}, {})
    for year, (upheld, investigated) in zip(YEARS, [(1, 1), (0, 2), (5, 7)], strict=True):
        counts["leeds", year] = known(S, upheld=upheld, investigated=investigated)
    found = figure(assemble_figures(counts, nothing, england, YEARS), "leeds", "2023-24", "upheld_pct", 3)
    assert (found.numerator, found.denominator, found.value) == (6, 10, Decimal(60))
    assert found.benchmark is not None
    assert (found.benchmark.kind, found.benchmark.numerator) == (BenchmarkKind.POOLED, 6)
    rate = figure(assemble_figures(counts, nothing, england, YEARS), "leeds", "2023-24", "upheld_per_100k", 3)
    assert (rate.numerator, rate.denominator, rate.value) == (6, 300_000, Decimal("2.0"))


@pytest.mark.parametrize("all_held", [True, False], ids=["pooled over the type", "no pool"])
def test_rule_11_three_years_are_never_set_against_the_printed_average_of_one(all_held: bool) -> None:
    """Half the cases of three years were upheld; the average printed of the last year alone says 95%."""
    same = {"upheld": 20, "investigated": 40}
    counts, _, england = simulated(same, same if all_held else {}, same)
    printed = held([], [("unitary", "2023-24", "upheld_pct", "95", "published")])
    assembled = assemble_figures(counts, printed, england, YEARS)
    one, three = (figure(assembled, "york", "2023-24", "upheld_pct", period) for period in (1, 3))
    assert one.benchmark is not None
    assert (one.benchmark.kind, one.benchmark.value) == (BenchmarkKind.PRINTED, Decimal(95))
    if all_held:
        assert one.compared.compared_with is three.compared.compared_with is ComparedWith.OTHERS
        assert one.comparison is three.comparison is Comparison.NO_CLEAR_DIFFERENCE
        assert three.benchmark is not None
        assert (three.benchmark.kind, three.benchmark.value) == (BenchmarkKind.POOLED, Decimal(50))
        assert (three.benchmark.numerator, three.benchmark.denominator) == (120, 240)
    else:
        assert one.compared.compared_with is ComparedWith.PRINTED_AVERAGE
        assert one.comparison is Comparison.MUCH_LOWER
        assert three.benchmark is None
        assert three.compared == not_compared(NoComparison.NO_AVERAGE)
    of_three = {a.benchmark.kind for a in assembled.averages if a.period == 3 and a.measure == "upheld_pct"}
    assert of_three == {BenchmarkKind.POOLED}


def test_rule_14_three_years_need_all_three() -> None:
    assembled = assemble_figures(*simulated({"upheld": 3, "investigated": 5}, {}, {}), YEARS)
    assert figure(assembled, "york", "2022-23", "upheld_pct", 3).state is State.NOT_HELD  # 2020-21 is not
    assert figure(assembled, "york", "2023-24", "upheld_pct", 3).state is State.VALUE
    assert figure(assembled, "hull", "2023-24", "upheld_pct", 3).state is State.NOT_HELD


NEW = council("new", "unitary", start="2023-04-01")
A, B = council("a", "unitary", end="2023-03-31"), council("b", "unitary", end="2023-03-31")
SHIRE = council("shire", "county", end="2023-03-31")
MERGERS = (("a", "new", "merged", "2023-04-01"), ("b", "new", "merged", "2023-04-01"))
SPLIT = ("shire", "new", "split", "2023-04-01")


def reorganised(*councils: object, lineage: tuple) -> tuple[dict, Held, Reference]:
    england = reference(*councils, lineage=lineage)
    counts = {
        (slug, year): known(P, upheld=2, investigated=4, dealt_with=10)
        for slug in england.councils
        for year in YEARS
        if england.existed(slug, year)
    }
    return counts, held(), england


def test_rule_14_predecessors_merged_whole_are_combined_and_said_to_be() -> None:
    assembled = assemble_figures(*reorganised(NEW, A, B, lineage=MERGERS), YEARS)
    found = figure(assembled, "new", "2023-24", "upheld_pct", 3)
    assert (found.numerator, found.denominator) == (2 * (2 + 2) + 2, 2 * (4 + 4) + 4)
    assert found.note == "Predecessors combined: A and B, before the council began."
    assert found.compared.reason is NoComparison.NO_AVERAGE  # its predecessors are the only others
    rate = figure(assembled, "new", "2023-24", "upheld_per_100k", 3)
    assert rate.denominator == 300_000  # the residents of its own area, counted once a year


def test_rule_14_a_predecessor_that_was_split_is_named_and_never_added() -> None:
    inputs = reorganised(NEW, A, B, SHIRE, lineage=(*MERGERS, SPLIT))
    found = figure(assemble_figures(*inputs, YEARS), "new", "2023-24", "upheld_pct", 3)
    assert found.numerator == 10
    assert found.note == (
        "Predecessors combined: A and B, before the council began. Shire Council was split and is not added."
    )


def test_rule_12_predecessors_of_another_type_are_not_compared() -> None:
    district = replace(A, type=AuthorityType.DISTRICT)
    found = figure(
        assemble_figures(*reorganised(NEW, district, B, lineage=MERGERS), YEARS),
        "new",
        "2023-24",
        "upheld_pct",
        3,
    )
    assert found.state is State.VALUE
    assert found.benchmark is None
    assert found.compared == not_compared(NoComparison.PREDECESSORS_OF_ANOTHER_TYPE)
    assert found.note is not None
    assert found.note.endswith("They were of another type, so nothing is compared.")


def test_rule_14_a_year_before_the_council_began_shows_its_predecessors_combined() -> None:
    counts, _, england = reorganised(NEW, A, B, SHIRE, lineage=(*MERGERS, SPLIT))
    combined = {f.measure: f for f in combined_figures(counts, england, "new", "2022-23")}
    assert set(combined) == set(MEASURES)
    share = combined["upheld_pct"]
    assert (share.numerator, share.denominator, share.origin) == (4, 8, D)
    assert combined["upheld"].origin is D
    assert share.compared == not_compared(NoComparison.BEFORE_IT_BEGAN)
    assert share.note is not None
    assert "Shire Council was split and is not added." in share.note
    assert combined_figures(counts, england, "new", "2023-24") == ()
    assert combined_figures(counts, england, "a", "2022-23") == ()


def test_rule_14_an_ended_councils_later_figures_stand_alone() -> None:
    counts, nothing, england = reorganised(NEW, A, B, lineage=MERGERS)
    counts["a", "2023-24"] = known(P, upheld=1, investigated=40)
    assembled = assemble_figures(counts, nothing, england, YEARS)
    later = figure(assembled, "a", "2023-24", "upheld_pct")
    assert (later.value, later.benchmark) == (Decimal(3), None)
    assert later.compared == not_compared(NoComparison.ENDED)
    assert figure(assembled, "a", "2023-24", "upheld_per_100k").state is State.NOT_APPLICABLE
    assert figure(assembled, "a", "2023-24", "upheld_pct", 3).state is State.NOT_APPLICABLE
    pool = by_key(assembled.averages)[AuthorityType.UNITARY, "2023-24", "upheld_pct", 1]
    assert (pool.numerator, pool.denominator, pool.councils) == (2, 4, 1)


def test_counts_of_a_council_before_it_existed_are_refused() -> None:
    counts, nothing, england = reorganised(NEW, A, B, lineage=MERGERS)
    counts["new", "2021-22"] = known(P, upheld=1)
    with pytest.raises(ValueError, match="new has counts in 2021-22, before it existed"):
        assemble_figures(counts, nothing, england, YEARS)


def test_there_is_a_figure_of_every_measure_and_period_for_every_council_of_the_year() -> None:
    assembled = assemble_figures({}, held(), reference(YORK, HULL, LEEDS, NEW), YEARS)
    assert len(assembled.figures) == (3 + 3 + 4) * len(MEASURES) * 2
    assert assembled.averages == ()
