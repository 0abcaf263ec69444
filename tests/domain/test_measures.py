import pytest

from dashboard.domain.measure import Unit
from dashboard.domain.measures import MEASURES, on_map


def test_the_measures_of_the_figures_command_are_all_there() -> None:
    assert {
        "upheld_pct", "compliance_pct", "satisfactory_remedy_pct", "upheld_per_100k", "dealt_with",
        "not_for_us_or_not_ready", "assessed_and_closed", "investigated", "upheld",
    } <= set(MEASURES)  # fmt: skip


@pytest.mark.parametrize("measure", on_map(), ids=lambda m: m.id)
def test_rule_16_a_map_measure_has_at_most_five_classes_in_ascending_round_breaks(measure) -> None:
    assert 1 <= len(measure.breaks) <= 4
    assert list(measure.breaks) == sorted(set(measure.breaks))
    assert all(float(edge).is_integer() for edge in measure.breaks)


def test_rule_12_compliance_and_volume_are_never_compared() -> None:
    assert {m.id for m in MEASURES.values() if m.compared} == {
        "upheld_pct",
        "satisfactory_remedy_pct",
        "upheld_per_100k",
    }
    assert MEASURES["dealt_with_per_100k"].unit is Unit.PER_100K
