"""Rules 7, 9 and 12 as drawn: the funnel of one type."""

import re
from collections.abc import Mapping

import pytest

from dashboard.charts.funnel import FunnelChart, funnel_chart, widened_chart
from dashboard.charts.funnel_svg import funnel_svg
from dashboard.charts.peers import Group, group_of_type
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import State
from dashboard.domain.measures import COMPLIANCE, DEALT_WITH_RATE, MEASURES, UPHELD, UPHELD_RATE, Measure
from dashboard.statistics.comparison import TypeRate
from dashboard.statistics.funnel import funnel, rate_funnel
from tests.support.one_type import YEAR, Counts, named, one_type

SHARES: Counts = {
    "Alder": (24, 30),
    "Birch": (3, 4),
    "Cedar": (13, 30),
    "Dogwood": (18, 18),
    "Elder": State.NO_CASES,
    "Fir": State.NOT_HELD,
}
VARYING: Counts = {f"Oak{i:02d}": ((39, 40) if i % 2 else (22, 40)) for i in range(20)}


def group(counts: Counts, chosen: str, measure: Measure = UPHELD, average: str = "79") -> Group:
    repository = one_type({measure.id: counts}, {measure.id: average})
    return group_of_type(named(chosen), YEAR, measure, 1, repository)


def chart(counts: Counts = SHARES, chosen: str = "Alder") -> FunnelChart:
    drawn = funnel_chart(group(counts, chosen))
    assert drawn is not None
    return drawn


def svg(drawn: FunnelChart) -> str:
    return funnel_svg(drawn, "A funnel", lambda slug: f"/council/{slug}/{YEAR}")


def points(drawn: FunnelChart) -> Mapping[str, str]:
    """The tag of each council's link, by its first name."""
    return {tag[1]: tag[0] for tag in re.finditer(r'<a [^>]*aria-label="(\w+),[^>]*>', svg(drawn))}


def test_rule_07_the_limits_drawn_are_the_exact_ones_for_every_number_of_cases() -> None:
    drawn = chart()
    assert drawn.centre == 79
    assert drawn.limits == tuple(funnel(TypeRate(0.785, 0.79, 0.795), range(1, 31)))


def test_rule_07_those_of_a_rate_are_exact_poisson_by_residents() -> None:
    counts: Counts = {"Alder": (12, 250_000), "Birch": (60, 800_000)}
    drawn = funnel_chart(group(counts, "Alder", UPHELD_RATE, "4.6"))
    assert drawn is not None
    sizes = [at.n for at in drawn.limits]
    assert sizes == sorted(set(sizes))
    assert sizes[-1] == 800_000
    assert drawn.limits == tuple(rate_funnel(TypeRate(4.55e-5, 4.6e-5, 4.65e-5), sizes))


def test_rule_07_limits_are_steps_level_at_each_number_of_cases() -> None:
    upper = re.findall(r'class="limit-95"[^>]* d="([^"]+)"', svg(chart()))[0]
    assert re.fullmatch(r"M\d+ -?\d+H\d+(V-?\d+H\d+){29}", upper)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Alder", Comparison.NO_CLEAR_DIFFERENCE),
        ("Birch", Comparison.TOO_FEW),
        ("Cedar", Comparison.MUCH_LOWER),
        ("Dogwood", Comparison.HIGHER),
    ],
)
def test_rule_07_a_council_lies_where_its_comparison_says(name: str, place: Comparison) -> None:
    assert chart().places[name.lower()] is place


def test_rule_07_the_chosen_council_and_those_beyond_998_are_labelled_and_no_others() -> None:
    labels = re.findall(r'<text class="funnel-label[^>]*>(\w+)<', svg(chart()))
    assert labels == ["Alder", "Cedar"]


def test_long_numbers_of_residents_do_not_touch_on_a_phone() -> None:
    drawn = funnel_chart(group({"Alder": (12, 250_000), "Birch": (60, 800_000)}, "Alder", UPHELD_RATE, "4.6"))
    assert drawn is not None
    told = re.findall(r'x="([\d.]+)%" y="100%" dy="19" text-anchor="(\w+)">([\d,]+)<', svg(drawn))
    (*_, (before, _, number), (last, anchor, end)) = told
    assert (last, anchor) == ("100.0", "end")
    assert 228 * (100 - float(before)) / 100 > 7 * (len(number) / 2 + len(end))  # pixels of a phone's plot


@pytest.mark.parametrize("counts", [(16, 20), (12, 15), (28, 30)])
def test_a_long_name_fits_beside_its_point_on_a_phone_too(counts: tuple[int, int]) -> None:
    name = "Bournemouth, Christchurch and Poole"
    drawn = svg(chart({**SHARES, name: counts}, name))
    lines = re.findall(
        r'<text class="funnel-label own"[^>]* x="([\d.]+)%"[^>]*anchor="(\w+)">([^<]+)<', drawn
    )
    assert " ".join(text for _, _, text in lines) == name
    for at, anchor, text in lines:
        room = float(at) if anchor == "end" else 100 - float(at)
        assert 12 + 7.5 * len(text) <= 300 * room / 100  # 300 pixels are a phone's plot


def test_rule_07_every_council_is_a_named_link_and_one_is_the_tab_stop() -> None:
    tags = points(chart())
    assert set(tags) == {"Alder", "Birch", "Cedar", "Dogwood"}
    assert 'aria-label="Alder, 80% (24 of 30), inside the limits"' in tags["Alder"]
    assert 'aria-label="Birch, 3 of 4 (75%), too few to compare"' in tags["Birch"]
    assert 'aria-label="Cedar, 43% (13 of 30), below the 99.8% limits"' in tags["Cedar"]
    assert f'href="/council/dogwood/{YEAR}"' in tags["Dogwood"]
    stops = [name for name, tag in tags.items() if 'tabindex="0"' in tag]
    assert stops == ["Alder"]
    assert 'aria-current="page"' in tags["Alder"]


def test_rule_07_a_council_without_cases_leaves_a_tab_stop_to_another() -> None:
    tags = points(chart(chosen="Elder"))
    assert [name for name, tag in tags.items() if 'tabindex="0"' in tag] == ["Birch"]


def test_rule_03_fewer_than_five_cases_are_drawn_small_and_not_judged() -> None:
    drawn = chart()
    small = re.search(r'Birch[^>]*><circle class="([^"]+)"[^>]* r="([\d.]+)"', svg(drawn))
    large = re.search(r'Dogwood[^>]*><circle class="([^"]+)"[^>]* r="([\d.]+)"', svg(drawn))
    assert small is not None
    assert large is not None
    assert small[1] == "point few"
    assert float(small[2]) < float(large[2])
    assert "birch" not in {peer.slug for peer in drawn.group.judged}


def test_a_simulated_point_is_hollow_and_named_so() -> None:
    repository = one_type({UPHELD.id: SHARES}, {UPHELD.id: "79"}, simulated=frozenset({"Dogwood"}))
    drawn = funnel_chart(group_of_type(named("Alder"), YEAR, UPHELD, 1, repository))
    assert drawn is not None
    tag = re.search(
        r'Dogwood, 100% \(18 of 18\), above the 95% limits, simulated"><circle class="([^"]+)"', svg(drawn)
    )
    assert tag is not None
    assert "simulated" in tag[1]


def test_tied_councils_stand_side_by_side() -> None:
    tied: Counts = {"Alder": (5, 9), "Birch": (6, 8), "Cedar": (6, 8), "Dogwood": (6, 8)}
    moved = re.findall(r"translate\((-?[\d.]+)\)", svg(chart(tied)))
    assert moved == ["-4", "4"]


@pytest.mark.parametrize("measure", [COMPLIANCE, DEALT_WITH_RATE, MEASURES["dealt_with"]])
def test_rule_06_and_12_compliance_and_volume_have_no_funnel(measure: Measure) -> None:
    repository = one_type({measure.id: {"Alder": (9, 10)}}, {measure.id: "99"})
    assert funnel_chart(group_of_type(named("Alder"), YEAR, measure, 1, repository)) is None


def test_without_an_average_there_is_no_funnel() -> None:
    repository = one_type({UPHELD.id: SHARES}, {})
    assert funnel_chart(group_of_type(named("Alder"), YEAR, UPHELD, 1, repository)) is None


def test_rule_12_a_group_is_of_one_type_and_stands_from_a_to_z() -> None:
    other = named("Ash", AuthorityType.LONDON)
    repository = one_type({UPHELD.id: SHARES}, {UPHELD.id: "79"}, others=(other,))
    found = group_of_type(named("Alder"), YEAR, UPHELD, 1, repository)
    assert [peer.name for peer in found.peers] == ["Alder", "Birch", "Cedar", "Dogwood"]
    assert found.without == {"elder": State.NO_CASES, "fir": State.NOT_HELD}


def test_rule_09_widened_limits_are_another_view_and_only_where_councils_vary_more() -> None:
    assert widened_chart(group(SHARES, "Alder")) is not None
    calm: Counts = {f"Oak{i:02d}": (31 + i % 2, 40) for i in range(20)}
    assert widened_chart(group(calm, "Oak00")) is None
    wide = widened_chart(group(VARYING, "Oak00"))
    assert wide is not None
    assert wide.widened
    exact = chart(VARYING, "Oak00")
    assert not exact.widened
    assert wide.phi == exact.group.dispersion.phi  # type: ignore[union-attr]


def test_rule_09_places_in_the_widened_view_are_its_own() -> None:
    exact, wide = chart(VARYING, "Oak00"), widened_chart(group(VARYING, "Oak00"))
    assert wide is not None
    assert exact.count(Comparison.NO_CLEAR_DIFFERENCE) == 0
    assert wide.count(Comparison.NO_CLEAR_DIFFERENCE) == len(VARYING)
    for at, narrow in zip(wide.limits, exact.limits, strict=True):
        assert at.low_95 <= narrow.low_95 <= narrow.high_95 <= at.high_95
