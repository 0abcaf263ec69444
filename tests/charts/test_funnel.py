"""Rules 7 and 12, R2, R4, R7 and R14 as drawn: the funnel of one type."""

import re
from collections.abc import Mapping

import pytest
from scipy import stats

from dashboard.addresses.links import UNNAMED, Links
from dashboard.charts.funnel import GRID, Funnel, funnel
from dashboard.charts.funnel_svg import OfPage, Picture, funnel_svg, picture, plain_svg
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import ComparedWith, Comparison
from dashboard.domain.figures import State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, DEALT_WITH_RATE, MEASURES, UPHELD, UPHELD_RATE
from tests.support.of_type import group_in, group_of
from tests.support.one_type import YEAR, Counts, named, one_type

SHARES: Counts = {
    "Alder": (24, 30),
    "Birch": (3, 4),
    "Cedar": (9, 30),
    "Dogwood": (36, 36),
    "Elder": State.NO_CASES,
    "Fir": State.NOT_HELD,
}
ALL_HELD: Counts = {**{f"Oak{i:02d}": (15 + i % 3, 20) for i in range(14)}, "Alder": (24, 30)}
VARYING: Counts = {f"Oak{i:02d}": ((39, 40) if i % 2 else (22, 40)) for i in range(20)}
RATES: Counts = {f"Oak{i:02d}": (4 + 3 * (i % 6), 200_000 + 10_000 * i) for i in range(16)}


def drawn(counts: Counts = SHARES, measure: Measure = UPHELD, average: str = "79") -> Funnel:
    found = funnel(group_of(counts, measure, average))
    assert found is not None
    return found


def svg(shared: Picture, own: str = "Alder", links: Links = UNNAMED) -> str:
    return funnel_svg(shared, OfPage(own.lower(), own, YEAR, links), "A funnel")


def points(markup: str) -> Mapping[str, str]:
    """The tag of each council's link, by its first name."""
    return {tag[1]: tag[0] for tag in re.finditer(r'<a [^>]*aria-label="(\w+),[^>]*>', markup)}


def limit_at(found: Funnel, line: int, size: int) -> float:
    """A limit's value where a drawing shows it, in the measure's unit."""
    x = GRID * found.x.share(size)
    (_, low), (_, high) = min(
        zip(found.limits[line], found.limits[line][1:], strict=False), key=lambda pair: abs(pair[0][0] - x)
    )
    return found.y.low + (found.y.high - found.y.low) * (low + high) / 2 / GRID


def test_r2_the_average_is_the_one_that_was_tested_against() -> None:
    """All councils together where all are held, whatever is printed; else what is printed."""
    together = drawn(ALL_HELD)
    held = [counts for counts in ALL_HELD.values() if not isinstance(counts, State)]
    assert not together.around.printed
    assert together.around.average == pytest.approx(
        100 * sum(k for k, _ in held) / sum(n for _, n in held), abs=1e-3
    )
    partly = drawn(SHARES)
    assert partly.around.printed
    assert partly.around.average == 79


@pytest.mark.parametrize("size", [12, 20, 30])
def test_r7_limits_are_those_of_the_test(size: int) -> None:
    """Around a printed average: the exact binomial at the end of its rounding nearer to each limit."""
    found = drawn()
    for line, tail, end in ((0, 0.025, 0.785), (1, 0.975, 0.795), (2, 0.001, 0.785), (3, 0.999, 0.795)):
        whole = 100 * stats.binom.ppf(tail, size, end) / size
        assert limit_at(found, line, size) == pytest.approx(whole, abs=100 / size + 1)


def test_rule_07_limits_begin_where_councils_are_compared() -> None:
    found = drawn()
    assert found.limits[0][0][0] == round(GRID * found.x.share(5))
    assert found.limits[0][-1][0] == GRID
    assert all(0 <= x <= GRID for line in found.limits for x, _ in line)


def test_r14_the_spread_is_in_the_limits_where_councils_vary_and_chance_alone_is_a_second_view() -> None:
    calm, varying = drawn(ALL_HELD), drawn(VARYING)
    assert not calm.around.spread
    assert calm.plain == ()
    assert varying.around.spread
    for (low, plain_low), (high, plain_high) in zip(
        zip(varying.limits[0], varying.plain[0], strict=True),
        zip(varying.limits[1], varying.plain[1], strict=True),
        strict=True,
    ):
        assert low[1] <= plain_low[1]
        assert high[1] >= plain_high[1]


def test_r4_limits_of_rates_have_the_spread_between_councils_in_them() -> None:
    found = drawn(RATES, UPHELD_RATE, "5")
    assert found.around.spread
    assert limit_at(found, 1, 200_000) > 5 * stats.poisson.ppf(0.975, 10) / 10


@pytest.mark.parametrize("counts", [SHARES, VARYING, ALL_HELD])
def test_r7_a_council_is_marked_exactly_where_its_test_marks_it(counts: Counts) -> None:
    of_type = group_of(counts)
    found = funnel(of_type)
    assert found is not None
    dark = {point.slug for point in found.points if "outside" in point.look}
    assert dark == {peer.slug for peer in of_type.peers if peer.figure.comparison.marked}
    if counts is SHARES:
        assert dark == {"cedar", "dogwood"}


def test_rule_07_the_chosen_council_and_those_that_stand_out_are_named_and_no_others() -> None:
    labels = re.findall(r'<text class="funnel-label[^>]*>(\w+)<', svg(picture(drawn(), YEAR)))
    assert labels == ["Alder", "Cedar", "Dogwood"]


def test_names_at_the_foot_do_not_lie_on_the_numbers_of_the_axis() -> None:
    foot: Counts = {**SHARES, "Gorse": (0, 22), "Hazel": (0, 23)}
    down = re.findall(r'funnel-label"[^>]* y="100.0%"[^>]* dy="(-?\d+)"', svg(picture(drawn(foot), YEAR)))
    assert len(down) == 2
    assert all(float(dy) < 0 for dy in down)


def test_long_numbers_of_residents_do_not_touch_on_a_phone() -> None:
    told = re.findall(
        r'x="([\d.]+)%" y="100%" dy="19" text-anchor="(\w+)">([\d,]+)<',
        svg(picture(drawn(RATES, UPHELD_RATE, "5"), YEAR)),
    )
    (*_, (before, _, number), (last, anchor, end)) = told
    assert (last, anchor) == ("100.0", "end")
    assert 228 * (100 - float(before)) / 100 > 7 * (len(number) / 2 + len(end))  # pixels of a phone's plot


@pytest.mark.parametrize("counts", [(16, 20), (12, 15), (28, 30)])
def test_a_long_name_fits_beside_its_point_on_a_phone_too(counts: tuple[int, int]) -> None:
    name = "Bournemouth, Christchurch and Poole"
    page = OfPage(name.lower(), name, YEAR)
    markup = funnel_svg(picture(drawn({**SHARES, name: counts}), YEAR), page, "A funnel")
    lines = re.findall(
        r'<text class="funnel-label own"[^>]* x="([\d.]+)%"[^>]*anchor="(\w+)">([^<]+)<', markup
    )
    assert " ".join(text for _, _, text in lines) == name
    for at, anchor, text in lines:
        room = float(at) if anchor == "end" else 100 - float(at)
        assert 12 + 7.5 * len(text) <= 300 * room / 100  # 300 pixels are a phone's plot


def test_rule_07_every_council_is_a_named_link_and_one_is_the_tab_stop() -> None:
    tags = points(svg(picture(drawn(), YEAR)))
    assert set(tags) == {"Alder", "Birch", "Cedar", "Dogwood"}
    assert 'aria-label="Alder, 80% (24 of 30), no clear difference"' in tags["Alder"]
    assert 'aria-label="Birch, 3 of 4 (75%), too few to compare"' in tags["Birch"]
    assert 'aria-label="Cedar, 30% (9 of 30), much lower"' in tags["Cedar"]
    assert f'href="/council/dogwood/{YEAR}"' in tags["Dogwood"]
    stops = [name for name, tag in tags.items() if 'tabindex="0"' in tag]
    assert stops == ["Alder"]
    assert 'aria-current="page"' in tags["Alder"]


def test_rule_07_a_council_without_cases_leaves_a_tab_stop_to_another() -> None:
    tags = points(svg(picture(drawn(), YEAR), "Elder"))
    assert [name for name, tag in tags.items() if 'tabindex="0"' in tag] == ["Birch"]


def test_links_keep_the_release_that_was_asked_for() -> None:
    tags = points(svg(picture(drawn(), YEAR), links=Links("demo")))
    assert all(f'/{YEAR}?release=demo"' in tag for tag in tags.values())


def test_rule_03_fewer_than_five_cases_are_drawn_small() -> None:
    markup = svg(picture(drawn(), YEAR))
    small = re.search(r'Birch[^>]*><circle class="([^"]+)"[^>]* r="([\d.]+)"', markup)
    large = re.search(r'Dogwood[^>]*><circle class="([^"]+)"[^>]* r="([\d.]+)"', markup)
    assert small is not None
    assert large is not None
    assert small[1] == "point few"
    assert float(small[2]) < float(large[2])


def test_a_simulated_point_is_hollow_and_named_so() -> None:
    repository = one_type({UPHELD.id: SHARES}, {UPHELD.id: "79"}, simulated=frozenset({"Dogwood"}))
    found = funnel(group_in(repository))
    assert found is not None
    tag = re.search(
        r'Dogwood, 100% \(36 of 36\), much higher, simulated"><circle class="([^"]+)"',
        svg(picture(found, YEAR)),
    )
    assert tag is not None
    assert tag[1] == "point outside simulated"


def test_tied_councils_stand_side_by_side() -> None:
    tied: Counts = {"Alder": (5, 9), "Birch": (6, 8), "Cedar": (6, 8), "Dogwood": (6, 8)}
    moved = re.findall(r"translate\((-?[\d.]+)\)", svg(picture(drawn(tied), YEAR)))
    assert moved == ["-4", "4"]


def test_a_page_s_council_is_drawn_once_last_and_large_whoever_it_is() -> None:
    shared = picture(drawn(), YEAR)
    for own in ("Alder", "Birch", "Cedar", "Dogwood"):
        circles = re.findall(r'<circle class="([^"]+)"[^>]* r="([\d.]+)"', svg(shared, own))
        assert len(circles) == 4
        assert circles[-1] == ("point own", "7")


def test_the_second_view_has_the_same_dots_other_lines_and_no_links() -> None:
    shared = picture(drawn(VARYING), YEAR)
    page = OfPage("oak00", "Oak00", YEAR)
    first, second = funnel_svg(shared, page, "A"), plain_svg(shared, page, "B")
    dots = r"<circle[^>]*>"
    assert re.findall(dots, first) == re.findall(dots, second)
    assert "<a " not in second
    assert 'role="img"' in second
    paths = r'class="limit-95"[^>]* d="([^"]+)"'
    assert re.findall(paths, first) != re.findall(paths, second)


def test_what_a_release_keeps_is_what_was_drawn() -> None:
    found = drawn(VARYING)
    assert Funnel.from_json(found.to_json()) == found
    shared = picture(found, YEAR)
    assert Picture.from_json(shared.to_json()) == shared


@pytest.mark.parametrize("measure", [COMPLIANCE, DEALT_WITH_RATE, MEASURES["dealt_with"]])
def test_rule_06_and_12_compliance_and_volume_have_no_funnel(measure: Measure) -> None:
    assert funnel(group_of({"Alder": (9, 10)}, measure, "99")) is None


@pytest.mark.parametrize(
    ("counts", "measure", "average"),
    [
        ({"Alder": (9, 12), "Fir": State.NOT_HELD}, UPHELD, None),  # no average held
        ({"Alder": (1, 3), "Birch": (2, 2)}, UPHELD, "79"),  # nobody with cases enough
        ({"Alder": (12, 250_000), "Fir": State.NOT_HELD}, UPHELD_RATE, "4.6"),  # the spread is not known
    ],
)
def test_r3_where_nobody_is_compared_there_is_no_funnel(
    counts: Counts, measure: Measure, average: str | None
) -> None:
    assert funnel(group_of(counts, measure, average)) is None


def test_rule_12_a_group_is_of_one_type_and_stands_from_a_to_z() -> None:
    other = named("Ash", AuthorityType.LONDON)
    found = group_in(one_type({UPHELD.id: SHARES}, {UPHELD.id: "79"}, others=(other,)))
    assert [peer.name for peer in found.peers] == ["Alder", "Birch", "Cedar", "Dogwood"]
    assert found.without == {"elder": State.NO_CASES, "fir": State.NOT_HELD}
    assert {peer.figure.compared.compared_with for peer in found.peers if not peer.few} == {
        ComparedWith.PRINTED_AVERAGE
    }
    assert found.peers[2].figure.comparison is Comparison.MUCH_LOWER
