"""Rule 14 on the page: predecessors combined, split ones listed, three years offered where cases are few."""

import pytest

from dashboard.domain.figures import State
from dashboard.domain.origin import Origin
from dashboard.pages.council import panel as council_panel
from dashboard.pages.council.combined_section import combined
from tests.support.fake_repository import FakeRepository
from tests.support.figures import figure
from tests.support.html_text import text_of
from tests.support.sample import BLACKPOOL, CUMBERLAND, sample

BEFORE, YEAR = "2022-23", "2023-24"
NOTE = (
    "Predecessors combined: Allerdale, Carlisle and Copeland, before the council began. Cumbria was split "
    "and is not added. They were of another type, so nothing is compared."
)


def with_predecessors(*, few: bool = False) -> FakeRepository:
    repository = sample()
    numbers = (2, 3) if few else (9, 14)
    repository.combined_ = (
        figure(CUMBERLAND.slug, BEFORE, "upheld_pct", *numbers, origin=Origin.DERIVED, note=NOTE),
        figure(CUMBERLAND.slug, BEFORE, "compliance_pct", state=State.NOT_HELD),
    )
    return repository


def test_rule_14_a_year_before_a_council_shows_its_predecessors_combined_and_lists_the_split_one() -> None:
    text = text_of(council_panel.render(CUMBERLAND.slug, BEFORE, with_predecessors()))
    assert "Predecessors combined, 2022-23" in text
    assert "added together, never averaged" in text
    assert "Complaints upheld: 64% (9 of 14 investigations), 95% interval 39–84%" in text
    assert "Derived by us from published or reported figures" in text
    assert f"Note: {NOTE}" in text
    assert "No clear difference" not in text


def test_rule_03_few_cases_of_predecessors_lead_with_their_counts() -> None:
    text = text_of(combined(CUMBERLAND, BEFORE, with_predecessors(few=True), 2))
    assert "Complaints upheld: 2 of 3 (investigations upheld (67%))" not in text
    assert "Complaints upheld: 2 of 3 investigations upheld (67%)" in text
    assert "interval" not in text


def test_rule_14_nothing_is_invented_where_nothing_is_held() -> None:
    assert combined(CUMBERLAND, BEFORE, sample(), 2) is None


@pytest.mark.parametrize(
    ("one_year", "offered"),
    [
        ((6, 9), True),
        ((1, 4), True),
        ((0, 0), True),
        ((20, 29), True),
        ((21, 30), False),
    ],
)
def test_rule_14_three_years_are_offered_below_thirty_cases(one_year: tuple[int, int], offered: bool) -> None:
    repository = sample()
    repository.figures_ = (figure(BLACKPOOL.slug, YEAR, "upheld_pct", *one_year),)
    repository.pooled = (
        figure(BLACKPOOL.slug, YEAR, "upheld_pct", 20, 28, origin=Origin.DERIVED, note="Named here."),
    )
    text = text_of(council_panel.render(BLACKPOOL.slug, YEAR, repository))
    told = (
        "Three years together, 2021-22 to 2023-24 (on both sides of the break in 2022-23): 71% (20 of 28), "
        "derived by us from published or reported figures. Named here."
    )
    assert (told in text) is offered
