"""Drawings for paper: complete by themselves, within their width, with the points they must have."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from dashboard.charts.funnel import Funnel, funnel
from dashboard.charts.paper import PAPER, PHONE
from dashboard.charts.paper_funnel import paper_funnel
from dashboard.charts.paper_trend import paper_trend
from dashboard.domain.measures import MEASURES, UPHELD
from dashboard.domain.origin import Origin
from tests.support.figures import figure, printed_benchmark
from tests.support.of_type import group_of
from tests.support.one_type import Counts

SVG = "{http://www.w3.org/2000/svg}"
AVERAGE = printed_benchmark("80")
HISTORY = [
    figure("a", "2018-19", "upheld_pct", 8, 10),
    figure("a", "2019-20", "upheld_pct", 6, 9, origin=Origin.SIMULATED),
    figure("a", "2020-21", "upheld_pct", 0, 0),
    figure("a", "2021-22", "upheld_pct", 2, 3),
    figure("a", "2022-23", "upheld_pct", 7, 9),
    figure("a", "2023-24", "upheld_pct", 8, 9),
]


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 — our own


def trend(width: float = PAPER) -> ET.Element:
    svg = paper_trend(HISTORY, {"2022-23": AVERAGE, "2023-24": AVERAGE}, UPHELD, "Ambridge", width)
    assert svg is not None
    return drawn(svg)


def a_funnel(measure: str = "upheld_pct", base: int = 20) -> Funnel:
    counts: Counts = {
        "A": (10, base),
        "B": (9, base),
        **{f"C{i:02d}": (i % 4, 3 * base // 20) for i in range(9)},
    }
    found = funnel(group_of(counts, MEASURES[measure], "80" if measure == UPHELD.id else "5"))
    assert found is not None
    return found


def paper(found: Funnel, alt: str = "Alt", width: float = PAPER) -> str:
    return paper_funnel(found, "a", "investigations", alt, width)


@pytest.mark.parametrize("width", [PAPER, PHONE])
def test_a_trend_has_a_point_a_year_with_a_value_open_where_simulated(width: float) -> None:
    circles = trend(width).findall(f"{SVG}circle")
    assert [one.get("fill") for one in circles] == ["#12436D", "#FFFFFF", "#12436D", "#12436D", "#12436D"]


def test_no_line_joins_a_year_without_a_value_or_with_too_few_cases() -> None:
    lines = [one for one in trend().findall(f"{SVG}line") if one.get("stroke-width") == "2"]
    joined = [one for one in lines if one.get("stroke") == "#12436D"]
    assert len(joined) == 2  # 2018-19 to 2019-20, 2022-23 to 2023-24


def test_r9_breaks_are_drawn_and_named_those_that_interrupt_apart_from_those_only_marked() -> None:
    words = [one.text for one in trend().findall(f"{SVG}text")]
    assert {"Covid", "pause", "Selection", "change"} <= set(words)
    dashes = [one.get("stroke-dasharray") for one in trend().findall(f"{SVG}line")]
    assert (dashes.count("5 4"), dashes.count("1.5 3.5")) == (1, 2)  # the average's own line is dotted too


def test_r9_no_line_crosses_a_break_of_its_measure() -> None:
    years = [figure("a", year, "upheld_pct", 8, 10) for year in ("2020-21", "2021-22", "2022-23", "2023-24")]
    svg = paper_trend(years, {}, UPHELD, "Ambridge")
    assert svg is not None
    joined = [one for one in drawn(svg).findall(f"{SVG}line") if one.get("stroke-width") == "2"]
    assert len(joined) == 2


def test_a_trend_says_itself_to_who_does_not_see_it() -> None:
    name = trend().get("aria-label") or ""
    assert "2018-19 80% (8 of 10)" in name
    assert "2019-20 67% (6 of 9, simulated)" in name
    assert "2020-21 no cases" in name


def test_nothing_held_is_no_drawing() -> None:
    assert paper_trend([HISTORY[2]], {}, UPHELD, "Ambridge") is None


@pytest.mark.parametrize("width", [PAPER, PHONE])
@pytest.mark.parametrize("measure", ["upheld_pct", "upheld_per_100k"])
def test_a_funnel_draws_every_council_its_own_the_largest_and_last(measure: str, width: float) -> None:
    found = a_funnel(measure, 20 if measure == "upheld_pct" else 200_000)
    circles = drawn(paper(found, width=width)).findall(f"{SVG}circle")
    assert len(circles) == 11
    assert [one.get("r") for one in circles][-1] == "5.5"
    assert circles[-1].get("stroke") == "#12436D"


def test_a_funnel_names_its_council_and_has_four_limits() -> None:
    svg = drawn(paper(a_funnel()))
    assert "A" in {one.text for one in svg.findall(f"{SVG}text")}
    assert len(svg.findall(f"{SVG}path")) == 4
    assert svg.get("aria-label") == "Alt"


def test_open_points_are_explained_only_where_there_are_any() -> None:
    found = a_funnel()
    assert "open: simulated" not in paper(found)
    points = tuple(point._replace(look=f"{point.look} simulated".strip()) for point in found.points)
    assert "open: simulated" in paper(replace(found, points=points))


def test_r7_a_council_that_the_test_marks_is_dark_and_named() -> None:
    others: Counts = {f"C{i:02d}": (32 + i % 2, 40) for i in range(12)}
    found = funnel(group_of({"A": (33, 40), "B": (12, 40), **others}))
    assert found is not None
    assert found.named == ("b",)
    words = {one.text for one in drawn(paper(found)).findall(f"{SVG}text")}
    assert {"A", "B", "dark: stands out"} <= words
    assert "C00" not in words


@pytest.mark.parametrize("width", [PAPER, PHONE])
def test_nothing_lies_outside_of_the_width(width: float) -> None:
    for svg in (trend(width), drawn(paper(a_funnel(), width=width))):
        places = [
            float(value)
            for one in svg  # what stands in the key's groups is measured from their own place
            for name, value in one.attrib.items()
            if name in {"x", "x1", "x2", "cx"}
        ]
        assert min(places) >= 0
        assert max(places) <= width


def test_a_drawing_needs_nothing_from_outside() -> None:
    for svg in (paper(a_funnel(), "A “b” & <c>"), paper_trend(HISTORY, {}, UPHELD, "A & B") or ""):
        assert not re.search(r"class=|url\(|href|<style|%\"", svg)
        drawn(svg)


def test_a_limit_out_of_the_plot_is_not_drawn_along_its_edge() -> None:
    found = a_funnel("upheld_per_100k", 90_000)
    above = ((100, 1_400), (200, 1_200), (300, 800), (1_000, 600))
    below = ((100, -300), (200, -100), (300, 100), (1_000, 300))
    svg = paper(replace(found, limits=(below, above, ((1, 2_000), (9, 1_500)), ((0, 0), (9, 0)))))
    paths = [path.get("d", "") for path in drawn(svg).findall(f"{SVG}path")]
    assert len(paths) == 3, "what is out of the plot altogether is not drawn"
    ends = [[float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", path)] for path in paths]
    top, foot = 12.0, 12.0 + 220
    assert ends[0] == sorted(ends[0], reverse=True)
    assert ends[1] == sorted(ends[1])
    assert (ends[0].count(foot), ends[1].count(top)) == (1, 1)
    assert ends[2] == [foot, foot], "a limit at nought lies in the plot"
    crossing = float(re.findall(r"M([\d.]+) ", paths[1])[0])
    assert crossing == pytest.approx(44 + 0.25 * (PAPER - 44 - 14), abs=0.1)
