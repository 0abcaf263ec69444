"""Rule 16: at most five classes, the same breaks in every year, counted in the legend; few cases unshaded."""

import pytest

from dashboard.addresses.view_state import Reading
from dashboard.domain.measure import Measure
from dashboard.domain.measures import UPHELD, on_map
from dashboard.mapview.classes import STEPS, UNSHADED, by_figure, class_label
from dashboard.mapview.legend import legend
from tests.support.figures import figure


@pytest.mark.parametrize("measure", on_map())
def test_rule_16_at_most_five_classes_each_with_a_label_of_its_own(measure: Measure) -> None:
    assert len(measure.breaks) + 1 <= len(STEPS) == 5
    labels = [class_label(step, measure) for step in STEPS[: len(measure.breaks) + 1]]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("share", [(50, 100), (60, 100), (75, 100), (85, 100), (95, 100)])
def test_rule_16_a_figure_has_the_same_class_in_every_year(share: tuple[int, int]) -> None:
    years = ("2018-19", "2021-22", "2024-25")
    assert len({by_figure(figure("x", year, UPHELD.id, *share)) for year in years}) == 1


@pytest.mark.parametrize("cases", [1, 2, 3, 4])
def test_rule_16_fewer_than_five_cases_are_not_shaded(cases: int) -> None:
    assert by_figure(figure("x", "2023-24", UPHELD.id, cases, cases)) in UNSHADED
    assert by_figure(figure("x", "2023-24", UPHELD.id, 5, 5)) not in UNSHADED


def test_rule_16_the_legend_counts_the_councils_of_each_class() -> None:
    shares = [(50, 100)] * 3 + [(95, 100)] * 2 + [(1, 2)]
    figures = [figure(f"c{i}", "2023-24", UPHELD.id, *share) for i, share in enumerate(shares)]
    counts = {entry.label: entry.councils for entry in legend(figures, UPHELD, Reading.FIGURE)}
    assert counts["Under 60%"] == 3
    assert counts["90% or more"] == 2
    assert sum(counts.values()) == len(shares)
