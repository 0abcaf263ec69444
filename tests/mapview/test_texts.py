"""The sentences of the map page: true, and grammatical for none, one and many."""

from dataclasses import replace

import pytest

from dashboard.addresses.view_state import Reading
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.mapview.legend import legend
from dashboard.mapview.texts import period_words, texts
from dashboard.mapview.view import MapView
from tests.mapview.england import YEAR, upheld, view
from tests.support.figures import figure, stands
from tests.support.sample import council


def many(figures: list[Figure], query: str = "") -> MapView:
    """A map of so many metropolitan boroughs with these figures."""
    base = view(query)
    kind = view("type=metropolitan").councils[0].type
    councils = tuple(council(f.slug, f.slug.title(), kind) for f in figures)
    return replace(base, councils=councils, others=(), figures={f.slug: f for f in figures})


def clear(count: int) -> list[Figure]:
    return [upheld(f"s{i}", 8, 10) for i in range(count)]


def few(count: int) -> list[Figure]:
    return [upheld(f"f{i}", 1, 2) for i in range(count)]


def new(slug: str) -> Figure:
    return upheld(slug, 8, 10, comparison=NoComparison.FIRST_YEAR)


def higher(count: int) -> list[Figure]:
    return [upheld(f"h{i}", 40, 40, comparison=Comparison.HIGHER) for i in range(count)]


def not_held(count: int) -> list[Figure]:
    return [upheld(f"n{i}", state=State.NOT_HELD, origin=None) for i in range(count)]


@pytest.mark.parametrize(
    ("figures", "heading"),
    [
        (clear(181), "Of 181 councils, none stands out"),
        (clear(9) + higher(1), "Of 10 councils, one stands out"),
        (clear(89) + higher(3) + few(61), "Of 153 councils, 92 have cases enough; three stand out"),
        (
            clear(5) + higher(1) + not_held(3) + few(1),
            "Of the 7 councils whose counts are held (of 10), six have cases enough; one stands out",
        ),
        ([*clear(2), new("a")], "Of 3 councils, two can be compared; none stands out"),
        (few(1), "Too few cases to compare any council with its type"),
        ([new("a")], "A council is not compared in its first year"),
        (clear(1) + not_held(9), "Figures are held for one of 10 councils"),
        (not_held(4), "No figure is held for 2023-24"),
        (
            [upheld("a", state=State.NOT_APPLICABLE, origin=None)],
            "There is no figure of this kind for 2023-24",
        ),
    ],
)
def test_the_heading_is_what_the_map_shows(figures: list[Figure], heading: str) -> None:
    assert texts(many(figures)).heading == heading


def compliance(slug: str, n: int, d: int) -> Figure:
    return figure(slug, YEAR, "compliance_pct", n, d)


@pytest.mark.parametrize(
    ("figures", "heading", "summary"),
    [
        (
            [compliance("a", 5, 5), compliance("b", 7, 7)],
            "All 2 councils with recommendations due carried out every one",
            "Of 2 councils with recommendations due, all carried out every one: 12 in all.",
        ),
        (
            [compliance("a", 5, 5), compliance("b", 7, 7), compliance("c", 9, 10)],
            "Two of 3 councils with recommendations due carried out every one",
            "Of 3 councils with recommendations due, two carried out every one and one did not: one of 22 "
            "recommendations was not complied with. Compliance is shown by its counts, not compared with "
            "councils of a type.",
        ),
        (
            [compliance("a", 4, 5), compliance("b", 7, 9)],
            "None of 2 councils with recommendations due carried out every one",
            "Of 2 councils with recommendations due, none carried out every one and two did not: three of 14 "
            "recommendations were not complied with. Compliance is shown by its counts, not compared with "
            "councils of a type.",
        ),
        (
            [compliance("a", 5, 5), compliance("b", 7, 7), figure("c", YEAR, "compliance_pct")],
            "All 2 councils held (of 3) with recommendations due carried out every one",
            "Of 2 councils held (of 3) with recommendations due, all carried out every one: 12 in all.",
        ),
    ],
)
def test_compliance_is_told_by_its_counts(figures: list[Figure], heading: str, summary: str) -> None:
    said = texts(many(figures, "measure=compliance_pct"))
    assert (said.heading, said.summary) == (heading, summary)


@pytest.mark.parametrize(
    ("figures", "summary"),
    [
        (
            clear(2) + higher(1),
            "The figures run from 80% to 100%. Of 3 councils, one differs from its type by more than chance "
            "explains, above it. Luck alone would mark fewer than one.",
        ),
        (
            [*clear(1), upheld("a", 1, 2)],
            "The one figure shaded is 80%; one rests on fewer than five cases. Of 2 councils, one has cases "
            "enough; none differs from its type by more than chance explains. Luck alone would mark fewer "
            "than one. Not compared: one with fewer than five cases.",
        ),
        (
            clear(2) + not_held(34),
            "The figures run from 80% to 80%. Of the 2 councils whose counts are held (of 36), none differs "
            "from its type by more than chance explains. Luck alone would mark fewer than one.",
        ),
        (
            [upheld("a", 1, 2), upheld("b", 0, 4)],
            "Every figure held rests on fewer than five cases, so no council is shaded. No council can be "
            "compared with its type. Not compared: two with fewer than five cases.",
        ),
        (
            [upheld("a", 1, 2), upheld("b", printed="80")],
            "Every figure held with its counts rests on fewer than five cases, so no council is shaded. No "
            "council can be compared with its type. Not compared: one with fewer than five cases.",
        ),
        (
            [upheld("a", printed="70"), upheld("b", printed="80")],
            "No figure held has its counts and any cases, so no council is shaded. No council can be "
            "compared with its type.",
        ),
    ],
)
def test_the_summary_counts_in_singular_and_plural(figures: list[Figure], summary: str) -> None:
    assert texts(many(figures)).summary == summary


@pytest.mark.parametrize(
    ("figures", "origins"),
    [
        (clear(3), "All 3 figures in view are published by the Ombudsman."),
        (clear(1), "The one figure in view is published by the Ombudsman."),
        (
            [*clear(1), upheld("a", 9, 10, origin=Origin.SIMULATED)],
            "Of the 2 figures in view, 1 is published by the Ombudsman and 1 simulated.",
        ),
        (not_held(2), ""),
    ],
)
def test_the_origins_in_view_are_counted(figures: list[Figure], origins: str) -> None:
    assert texts(many(figures)).origins == origins


def test_the_range_is_no_absolute_by_rounding() -> None:
    shares = [upheld("a", 999, 1000), upheld("b", 40, 50)]
    assert "The figures run from 80% to over 99%." in texts(many(shares)).summary
    assert "The figures run from over 99% to 100%." in texts(many([*shares[:1], *higher(1)])).summary


def test_luck_is_the_sum_of_what_each_comparison_says() -> None:
    told = [
        upheld(f"a{i}", 16, 20, compared=stands(Comparison.NO_CLEAR_DIFFERENCE, luck=0.4)) for i in range(5)
    ]
    assert "Luck alone would mark about two." in texts(many(told)).summary


def test_marks_on_simulated_figures_say_so() -> None:
    marks = "▲ 1 above, ▼ 0 below their type by more than chance explains; larger: much so"
    assert texts(many(clear(1) + higher(1))).marks == marks
    told = upheld("a", 9, 10, compared=stands(Comparison.HIGHER, origin=Origin.SIMULATED))
    assert texts(many([*clear(1), told])).marks == f"{marks}; worked out from simulated figures"


def test_what_is_never_compared_says_so_and_falls_back() -> None:
    said = texts(view("measure=compliance_pct&reading=compared"))
    assert said.notes[0] == "Compliance is not compared with councils of a type; the map shows the figure."
    assert view("measure=compliance_pct&reading=compared").reading is Reading.FIGURE
    assert said.marks == ""


def test_volume_carries_its_caution() -> None:
    assert any("Volume is no score" in note for note in texts(view("measure=dealt_with_per_100k")).notes)


@pytest.mark.parametrize(
    ("period", "words"),
    [(1, "April 2023 to March 2024"), (3, "three years pooled, April 2021 to March 2024")],
)
def test_the_period_is_in_words(period: int, words: str) -> None:
    assert period_words("2023-24", period) == words


def test_districts_say_that_three_years_are_pooled() -> None:
    said = texts(view("tier=lower"))
    assert "three years pooled" in said.subtitle
    assert any("Three years are pooled" in note for note in said.notes)


@pytest.mark.parametrize(
    "query", ["", "type=metropolitan", "reading=compared", "measure=upheld_per_100k", "tier=lower"]
)
def test_the_legend_counts_every_council_in_view_once(query: str) -> None:
    shown = view(query)
    figures = [shown.figures[c.slug] for c in shown.councils]
    assert sum(entry.councils for entry in legend(figures, shown.measure, shown.reading)) == len(
        shown.councils
    )


def test_classes_without_a_shade_stand_in_the_legend_only_where_they_occur() -> None:
    shown = many(clear(2))
    labels = [e.label for e in legend(shown.figures.values(), shown.measure, shown.reading)]
    assert labels == ["90% or more", "80 to 89%", "70 to 79%", "60 to 69%", "Under 60%"]


def test_marks_count_both_degrees() -> None:
    much = [upheld("m", 1, 40, comparison=Comparison.MUCH_LOWER)]
    assert texts(many(higher(2) + much + clear(3))).marks.startswith("▲ 2 above, ▼ 1 below")
