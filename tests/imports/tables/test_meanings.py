"""What is only a mark, what a group leaves its headings, and what a title or a section takes away."""

import pytest

from dashboard.imports.marks import is_mark, without_marks
from dashboard.imports.tables.groups import Reader
from dashboard.imports.tables.headings import TABLES, load_headings
from dashboard.imports.tables.nearest import nearest, nearest_name
from dashboard.imports.tables.said_besides import not_of_the_figures, not_of_the_year, part_of_figures
from dashboard.imports.wording import normalised

HEADINGS = load_headings()


@pytest.mark.parametrize(
    "mark",
    [
        *(
            "*",
            "**",
            "†",
            "¹",
            "¹⁰",
            "²˒³",
            "[1]",
            "[note 3]",
            "[Notes 1 and 2]",
            "[footnote 4]",
            "[r]",
            "[a]",
        ),
        *("(note 2)", "(see note 2)", "(1)", "(Notes 1, 2)"),
    ],
)
def test_a_mark_is_dropped(mark: str) -> None:
    assert without_marks(f"Upheld {mark}").strip() == "Upheld"
    assert normalised(f"Uphold rate {mark} (%)") == "uphold rate pct"


@pytest.mark.parametrize(
    "bracket",
    [
        *(
            "[2024-25]",
            "[average]",
            "[England]",
            "[note: 2024-25]",
            "[note 1: 2024-25]",
            "[a: last year]",
            "[%]",
        ),
        *("(see last year)", "(note 2024-25)", "(footnote: England)", "(%)", "(a)", "[revised]", "[2024]"),
    ],
)
def test_a_bracket_that_says_something_stays(bracket: str) -> None:
    assert without_marks(f"Upheld {bracket}") == f"Upheld {bracket}"


@pytest.mark.parametrize(
    ("text", "mark"), [("(a)", True), ("b", True), ("(2)", True), ("(iv)", True), ("of", False)]
)
def test_the_letter_of_a_column(text: str, mark: bool) -> None:
    assert is_mark(text) is mark


@pytest.mark.parametrize(
    ("group", "heading", "quantity", "table"),
    [
        ("Complaints received", "Housing", "received:housing", "received"),
        ("Services", "Housing", "received:housing", "received"),
        ("2025-26", "Upheld", "upheld", "decided"),
        ("Figures for the year ended 31 March 2026", "Upheld", "upheld", "decided"),
        ("This council", "Uphold rate (%)", "upheld_pct", "decided"),
        ("Complaints decided", "Uphold rate (%)", "upheld_pct", "decided"),
        ("Investigated", "Upheld", "upheld", "decided"),
        ("Not for us or not ready for us", "Advice given", "decided:advice_given", "decided"),
        ("Compliance", "Complied late", "complied:late", "remedies"),
        ("Satisfactory remedy", "rate (%)", "satisfactory_remedy_pct", "remedies"),
        ("Similar authorities", "Average uphold rate (%)", "average:upheld_pct", "decided"),
        ("(a)", "Upheld", "upheld", "decided"),
        ("No.", "Upheld", "upheld", "decided"),
        ("No. of complaints", "Upheld", "upheld", "decided"),
        ("No of complaints", "Upheld", "upheld", "decided"),
    ],
)
def test_a_group_that_leaves_its_heading_what_it_means(
    group: str, heading: str, quantity: str, table: str
) -> None:
    assert Reader(HEADINGS, table, "2025-26").fits(group, quantity, heading)


@pytest.mark.parametrize(
    ("group", "heading", "quantity"),
    [
        *(
            (g, "Uphold rate (%)", "upheld_pct")
            for g in ("2024-25", "FY25", "2024", "Previous year", "England")
        ),
        *((g, "Uphold rate (%)", "upheld_pct") for g in ("Average", "London", "All councils", "Q1", "Rank")),
        *((g, "Uphold rate (%)", "upheld_pct") for g in ("Target", "Adult care only", "Number not upheld")),
        ("Received", "Upheld", "upheld"),
        ("Not upheld", "Upheld", "upheld"),
        ("Upheld", "Total", "dealt_with"),
        ("Closed after initial enquiries", "Upheld", "upheld"),
        ("Thousands", "Upheld", "upheld"),
        ("Hundreds", "Upheld", "upheld"),
        ("No", "Upheld", "upheld"),
        ("No year", "Upheld", "upheld"),
        ("Complaints to the council", "Upheld", "upheld"),
        ("Whatever this may be", "Upheld", "upheld"),
    ],
)
def test_a_group_that_is_not_understood_takes_the_meaning_away(
    group: str, heading: str, quantity: str
) -> None:
    assert not Reader(HEADINGS, "decided", "2025-26").fits(group, quantity, heading)


@pytest.mark.parametrize(
    ("levels", "own", "quantity"),
    [
        (["Upheld", "Number"], ["Upheld", "Number"], "upheld"),
        (["Upheld", "No."], ["Upheld", "No."], "upheld"),
        (["Upheld", "No"], ["Upheld", "No"], None),
        (["Upheld", "No"], ["No"], None),
        (["No", "Upheld"], ["Upheld"], None),
        (["Upheld", "%"], ["%"], "upheld_pct"),
        (["", "Upheld"], ["Upheld"], "upheld"),
        (["Uphold rate (%)", "2025-26"], ["Uphold rate (%)", "2025-26"], "upheld_pct"),
        (["Uphold rate (%)", "2024-25"], ["Uphold rate (%)", "2024-25"], None),
        (["Uphold rate (%)", "England"], ["Uphold rate (%)", "England"], None),
        (["Uphold rate (%)", "change"], ["change"], None),
        (["Upheld", "thousands"], ["Upheld", "thousands"], None),
        (["Upheld", "(b)"], ["Upheld", "(b)"], "upheld"),
    ],
)
def test_a_heading_in_two_rows_is_understood_whole_or_not_at_all(
    levels: list[str], own: list[str], quantity: str | None
) -> None:
    assert Reader(HEADINGS, "decided", "2025-26").column(levels, own) == quantity


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        ("No upheld", "Not Upheld"),
        ("Complaints not investigated", "Complaints investigated"),
        ("Not complied fully", "Complied"),
        ("Upheld per 10,000 residents", "Upheld per 100,000 residents"),
        ("Compliance late (%)", "Compliance rate (%)"),
        ("Investigated upheld partly", "Investigated"),
        ("Other", "Note"),
    ],
)
def test_a_suggestion_crosses_no_negation_and_no_denominator(asked: str, never: str) -> None:
    assert HEADINGS.suggestion(asked, "decided") != never
    assert HEADINGS.suggestion(asked) != never


def test_no_wording_is_the_nearest_to_its_own_negation() -> None:
    for wording in HEADINGS.spelt:
        found = nearest(f"not {wording}", HEADINGS.spelt)
        assert found is None or "not" in found.split(), wording


@pytest.mark.parametrize(
    ("asked", "known", "found"),
    [
        ("blakpool", "blackpool", True),
        ("tunbridge wels", "tunbridge wells", True),
        ("east surrey", "east sussex", False),
        ("bedfordshire", "herefordshire", False),
        ("kentish town", "kent", False),
        ("north surrey", "surrey", False),
    ],
)
def test_a_name_with_a_slip_of_the_pen(asked: str, known: str, found: bool) -> None:
    assert (nearest_name(asked, [known]) == known) is found


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Change between 2024-25 and 2025-26", "Change"),
        ("Complaints decided: targets", "targets"),
        ("Previous year’s figures", "Previous year"),
        ("All figures in thousands, 2025-26", "thousands"),
        ("Complaints decided (hundreds)", "hundreds"),
        ("Stage 2 complaints to the council", "Stage 2"),
        ("Housing Ombudsman determinations", "Housing Ombudsman"),
        ("National averages", "National averages"),
        ("Decided 2025-26 (changes since 2024-25 are in table 4)", None),
        ("Statistics – England 2025-26", None),
        ("Complaints received and averages of them", None),
        ("Local Government and Social Care Ombudsman, 2025-26", None),
    ],
)
def test_a_title_of_something_else(title: str, why: str | None) -> None:
    assert not_of_the_figures(title) == why


@pytest.mark.parametrize(
    ("section", "away"),
    [
        *(
            (text, True)
            for text in ("2024-25", "Previous year", "England", "Averages", "Change", "Targets", "Q1")
        ),
        *(
            (text, False)
            for text in ("2025-26", "South East", "Metropolitan districts", "A to K", "East of England")
        ),
    ],
)
def test_a_section_that_takes_its_rows_away(section: str, away: bool) -> None:
    assert not_of_the_year(section, "2025-26") is away


@pytest.mark.parametrize(
    ("footnote", "part"),
    [
        ("Figures are for the nine months to 31 December 2025", "nine months"),
        ("* Data cover April to December", "April to December"),
        ("Includes decisions to 31 December 2025 only", "to 31 December 2025"),
        ("The numbers are of quarter 1", "quarter 1"),
        ("Figures are for the year from 1 April 2025 to 31 March 2026", None),
        ("No new complaints were taken from March to June 2020.", None),
        ("Decisions made to 31 December are in the register of the year before", None),
    ],
)
def test_a_footnote_that_says_the_figures_are_of_a_part_of_a_year(footnote: str, part: str | None) -> None:
    assert part_of_figures(footnote, "2025-26") == part


@pytest.mark.parametrize("answer", ["{} – No", "{} (no)", "{}? No", "{}: no", "{} no"])
def test_no_wording_means_the_same_where_the_answer_to_it_is_no(answer: str) -> None:
    for table in TABLES:
        for wording in HEADINGS.spelt.values():
            assert HEADINGS.meaning(answer.format(wording), table) is None, (table, wording)


@pytest.mark.parametrize(
    "number", ["{} (No.)", "{} no.", "No. of {}", "# {}", "{} (#)", "Number of {}", "No of {}"]
)
def test_the_sign_of_a_number_says_nothing(number: str) -> None:
    assert HEADINGS.meaning(number.format("upheld"), "decided") == "upheld"
