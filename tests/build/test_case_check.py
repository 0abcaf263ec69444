"""The check that every count equals the number of its cases: releases that keep it and some that do not."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.build.case_check import check_counts
from dashboard.build.content import Breakdown, ReleaseContent, ServiceFigure
from dashboard.domain.cases_of import QUANTITIES, cases_of, counts_recommendations
from dashboard.domain.figures import not_held
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.repository.records import CountRow
from dashboard.repository.sqlite import SqliteRepository
from tests.support.figures import count, figure
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import BLACKPOOL, YEARS, build_tiny

SLUG, YEAR = BLACKPOOL.slug, "2023-24"
# Counted by hand from tests/support/tiny_cases.py.
COUNTS = {
    "received:total": 8,
    "received:housing": 8,
    "decided:total": 7,
    "decided:upheld": 4,
    "decided:not_upheld": 1,
    "decided:closed_after_initial_enquiries": 1,
    "decided:referred_back_for_local_resolution": 1,
    "decided:advice_given": 0,
}


def told_by(counts: dict[str, int]) -> ReleaseContent:
    """The tiny demonstration with these counts of Blackpool, a compliance rate of two and a service."""
    rows = [
        Breakdown(SLUG, YEAR, CountRow(*q.split(":"), n, Origin.SIMULATED, None)) for q, n in counts.items()
    ]  # type: ignore[arg-type]
    content = content_with_cases()
    own = {
        "compliance_pct": figure(SLUG, YEAR, "compliance_pct", 1, 2),
        "satisfactory_remedy_pct": figure(SLUG, YEAR, "satisfactory_remedy_pct", 1, 4),
        "investigated": count(SLUG, YEAR, "investigated", 5),
        "assessed_and_closed": count(SLUG, YEAR, "assessed_and_closed", 1),
        "not_for_us_or_not_ready": count(SLUG, YEAR, "not_for_us_or_not_ready", 1),
    }
    others = [
        (p, f if f.numerator is None else not_held(f.slug, f.year, f.measure)) for p, f in content.figures
    ]
    kept = [(p, f) for p, f in others if (f.slug, f.year) != (SLUG, YEAR) or f.measure not in own]
    mine = [(1, replace(f, origin=Origin.SIMULATED)) for f in own.values()]
    housing = ServiceFigure(YEAR, SLUG, "housing", 8, Origin.SIMULATED, 7, 5, 4, Origin.SIMULATED)
    return replace(content, figures=[*kept, *mine], breakdowns=rows, services=(housing,))


def test_counts_that_equal_their_cases_pass(tmp_path: Path) -> None:
    found = check_counts(build_tiny(tmp_path, told_by(COUNTS)), YEARS)
    assert found.different == ()
    assert (found.counts, found.council_years) == (8 + 7 + 4, 1)


@pytest.mark.parametrize("quantity", COUNTS)
def test_a_count_that_does_not_is_named(tmp_path: Path, quantity: str) -> None:
    wrong = told_by({**COUNTS, quantity: COUNTS[quantity] + 1})
    (sentence,) = check_counts(build_tiny(tmp_path, wrong), YEARS).different
    assert sentence == (
        f"{SLUG} {YEAR}: the breakdown says {COUNTS[quantity] + 1} of {quantity}, "
        f"and there are {COUNTS[quantity]} cases."
    )


def test_every_part_of_a_measure_is_a_quantity_that_counts_cases() -> None:
    parts = {part for m in MEASURES.values() for part in (m.numerator, m.denominator)} - {None, "population"}
    assert parts <= set(QUANTITIES)


@pytest.mark.parametrize("service", [None, Category.HOUSING, Category.HIGHWAYS])
def test_lists_count_what_the_check_counts(tmp_path: Path, service: Category | None) -> None:
    """The check groups by council; asking for one council by the same filter gives the same number."""
    release = build_tiny(tmp_path, content_with_cases())
    cases = SqliteRepository(release).cases()
    assert cases is not None
    expected = {
        **COUNTS,
        **{"dealt_with": 7, "investigated": 5, "upheld": 4, "not_for_us_or_not_ready": 1},
        **{"assessed_and_closed": 1, "satisfactory_remedies": 1, "satisfactory_remedy_base": 4},
        **{"compliance_outcomes": 2, "complied": 1, "complied_on_time": 1, "not_complied": 1},
    }
    for quantity in QUANTITIES:
        counted = cases.count(cases_of(SLUG, YEAR, quantity, service))
        number = counted.recommendations if counts_recommendations(quantity) else counted.counted
        ours = quantity == "received:housing" or service is not Category.HIGHWAYS
        assert (quantity, number) == (quantity, expected.get(quantity, 0) if ours else 0)
