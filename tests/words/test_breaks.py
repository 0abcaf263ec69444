"""Breaks belong to measures: the catalogue says where, and every text of them follows it."""

import pytest

from dashboard.charts.breaks import breaks_of
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, MEASURES, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.words.breaks import EVENTS, concerned
from dashboard.words.cautions import cautions

ALL_YEARS = ("2013-14", "2025-26")
PAUSE = "The Ombudsman took no new complaints from March to June 2020: compare 2020-21 with care."
SELECTION = (
    "From 2022-23 the Ombudsman chooses differently which complaints to investigate, which raises the share "
    "upheld: compare councils with each other, not with earlier years."
)
BOTH_SIDES = (
    "The years pooled lie on both sides of 2022-23: each council is compared with what the same years would "
    "bring a council of its type, year by year."
)


def test_every_break_of_the_catalogue_has_its_words() -> None:
    named = {year for measure in MEASURES.values() for year in measure.breaks_in_series}
    assert named == set(EVENTS)


@pytest.mark.parametrize(
    ("measure", "interrupted", "marked"),
    [
        (UPHELD, ["2014-15", "2022-23"], ["2020-21"]),
        (UPHELD_RATE, ["2014-15", "2020-21", "2022-23"], []),
        (COMPLIANCE, ["2018-19"], ["2020-21"]),
        (SATISFACTORY_REMEDY, ["2018-19"], ["2020-21"]),
        (MEASURES["dealt_with"], ["2020-21", "2024-25"], []),
        (MEASURES["investigated"], ["2020-21"], []),
    ],
)
def test_each_measure_has_its_own_breaks(measure: Measure, interrupted: list[str], marked: list[str]) -> None:
    found = breaks_of(measure, ALL_YEARS)
    assert [b.year for b in found if b.interrupts] == interrupted
    assert [b.year for b in found if not b.interrupts] == marked


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((), []),
        (("2019-20",), []),
        (("2019-20", "2020-21"), ["2020-21"]),
        (("2020-21", "2021-22"), []),
        (("2020-21", "2022-23", "2024-25"), ["2022-23"]),
    ],
)
def test_breaks_lie_between_the_first_and_the_last_year(years: tuple[str, ...], found: list[str]) -> None:
    assert [b.year for b in breaks_of(UPHELD, years)] == found


def test_a_break_says_whose_it_is() -> None:
    said = {str(year): concerned(year) for year in EVENTS}
    assert said["2022-23"] == "It breaks “complaints upheld” and “upheld per 100,000 residents”."
    assert said["2024-25"] == "It concerns the overview alone."
    assert "it is marked on “complaints upheld”" in said["2020-21"]


@pytest.mark.parametrize(
    ("measure", "year", "period", "told"),
    [
        (UPHELD, "2021-22", 1, ()),
        (UPHELD, "2020-21", 1, (PAUSE,)),
        (UPHELD, "2022-23", 1, (SELECTION,)),
        (UPHELD, "2023-24", 1, ()),
        (UPHELD, "2022-23", 3, (PAUSE, SELECTION, BOTH_SIDES)),
        (UPHELD, "2023-24", 3, (SELECTION, BOTH_SIDES)),
        (UPHELD, "2024-25", 3, ()),  # all three years lie after it
        (SATISFACTORY_REMEDY, "2022-23", 1, ()),
        (SATISFACTORY_REMEDY, "2022-23", 3, (PAUSE,)),
        (COMPLIANCE, "2023-24", 3, ()),
    ],
)
def test_a_figure_is_cautioned_by_the_breaks_of_its_own_measure(
    measure: Measure, year: str, period: int, told: tuple[str, ...]
) -> None:
    assert cautions(measure, year, period) == told
