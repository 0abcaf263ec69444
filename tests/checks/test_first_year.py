"""What a year shows by itself: names moved, columns of the other tier, rows of another type."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material, material_of
from dashboard.checks.names_moved import names_moved
from dashboard.checks.not_compared import not_compared
from dashboard.checks.tiers import tiers
from dashboard.checks.within_year import mix, received_decided
from dashboard.domain.outcomes import Category
from dashboard.imports.imported import ImportedValue, Place
from dashboard.reference.load import Reference
from tests.metrics.world import council, reference
from tests.support.imported import imported

YEAR = "2023-24"
CATEGORIES = [f"received:{category.value}" for category in Category]
TYPICAL = {
    "county": (34, 0, 4, 42, 1, 17, 0, 0, 1),
    "district": (0, 19, 9, 0, 20, 1, 19, 29, 2),
    "unitary": (18, 12, 5, 19, 12, 11, 9, 13, 1),
}
SLUGS = {kind: [f"{kind}-{number:02d}" for number in range(25)] for kind in TYPICAL}
KINDS = {slug: kind for kind, slugs in SLUGS.items() for slug in slugs}
TIMES = dict(zip(KINDS, Random(5).choices(range(1, 13), k=len(KINDS)), strict=True))  # noqa: S311
"""How many hundred complaints each council has."""
ENGLAND: Reference = replace(
    reference(*(council(slug, kind) for slug, kind in KINDS.items())),
    populations={(slug, year): 100_000 * times for slug, times in TIMES.items() for year in (2022, 2023)},
)
Rows = dict[str, dict[str, int]]


def rows() -> Rows:
    """Every council like its type and size, in the order of the table."""
    return {
        slug: {
            **{q: n * TIMES[slug] for q, n in zip(CATEGORIES, TYPICAL[kind], strict=True)},
            "received:total": 100 * TIMES[slug],
            "dealt_with": 100 * TIMES[slug],
        }
        for slug, kind in KINDS.items()
    }


def material(table: Rows) -> Material:
    values = [
        ImportedValue(slug, YEAR, quantity, Decimal(number), Place("received.csv", None, at, quantity))
        for at, (slug, row) in enumerate(table.items(), 3)
        for quantity, number in row.items()
    ]
    return material_of(imported(*values), ENGLAND, None)


def told(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    return [(f.severity.value, f.slug) for f in findings]


CHECKS = (names_moved, tiers, received_decided, mix)


def test_a_sound_year_has_no_finding() -> None:
    assert [f.sentence for check in CHECKS for f in check(material(rows()))] == []


@pytest.mark.parametrize("by", [1, 2, -1])
@pytest.mark.parametrize("start", [0, 35])
def test_names_that_moved_are_an_error_that_names_the_rows(start: int, by: int) -> None:
    table = rows()
    names, figures = list(table), list(table.values())
    tail = names[start:]
    moved = dict(zip([*names[:start], *tail[-by:], *tail[:-by]], figures, strict=True))
    errors = list(names_moved(material(moved)))
    assert [error.severity for error in errors] == [Severity.ERROR] * 2  # of received and of decided
    rows_ = "1 row" if abs(by) == 1 else "2 rows"
    for error in errors:
        assert f"the names stand {rows_} {'lower' if by > 0 else 'higher'}" in error.sentence


def test_names_sorted_without_their_figures_are_not_passed_over() -> None:
    table = rows()
    turned = dict(zip(reversed(table), table.values(), strict=True))
    assert [f for check in (names_moved, tiers, mix) for f in check(material(turned))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (one, other)
        for one in (Category.ADULT_CARE, Category.EDUCATION_CHILDREN, Category.HIGHWAYS)
        for other in (Category.HOUSING, Category.BENEFITS_TAX, Category.PLANNING, Category.ENVIRONMENT)
    ],
)
def test_columns_of_two_tiers_under_each_others_heading_are_an_error(one: Category, other: Category) -> None:
    a, b = f"received:{one.value}", f"received:{other.value}"
    table = {slug: {**row, a: row[b], b: row[a]} for slug, row in rows().items()}
    errors = [f for f in tiers(material(table)) if f.severity is Severity.ERROR]
    assert (a, True) in [(f.quantity, "the other way round" in f.sentence) for f in errors]


def test_a_district_with_a_countys_row_is_told_by_its_services_and_by_its_mix() -> None:
    table = rows()
    table["district-04"], table["county-04"] = table["county-04"], table["district-04"]
    assert told(tiers(material(table))) == [("warning", "county-04"), ("warning", "district-04")]
    assert told(mix(material(table))) == [("warning", "county-04"), ("warning", "district-04")]


@pytest.mark.parametrize(("number", "findings"), [(1, 0), (3, 0), (40, 1)])
def test_now_and_then_a_complaint_comes_in_about_what_a_council_does_not_run(
    number: int, findings: int
) -> None:
    table = rows()
    table["district-07"] = {**table["district-07"], CATEGORIES[0]: number, "received:total": 200}
    assert len(list(tiers(material(table)))) == findings


def test_a_council_with_far_more_received_than_decided_is_told() -> None:
    table = rows()
    table["unitary-03"] = {**table["unitary-03"], "dealt_with": table["unitary-03"]["dealt_with"] // 4}
    (warning,) = received_decided(material(table))
    assert warning.slug == "unitary-03"
    assert "complaints were received and" in warning.sentence


def test_upheld_and_not_upheld_under_each_others_heading_are_told_without_a_percentage() -> None:
    table = {slug: {"upheld": 2 * TIMES[slug], "decided:not_upheld": 8 * TIMES[slug]} for slug in KINDS}
    (warning,) = tiers(material(table))
    assert "20%; in every year known it was 46% or more" in warning.sentence


def test_outcomes_that_are_never_so_rare_are_told() -> None:
    table = {
        slug: {"decided:advice_given": 30 * n, "decided:referred_back_for_local_resolution": 5 * n}
        for slug, n in TIMES.items()
    }
    (warning,) = tiers(material(table))
    assert warning.quantity == "decided:referred_back_for_local_resolution"


def test_what_could_not_be_compared_is_said_for_each_table() -> None:
    first, second = not_compared(material(rows()))
    assert first.startswith(
        "The table of complaints decided of 2023-24 was not compared with an earlier year"
    )
    assert "import 2022-23 too" in second
