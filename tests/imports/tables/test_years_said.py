"""Years as texts say them: any spelling, parts of a year, and what is left when this year is taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.years import ReportingYear
from dashboard.imports.tables.years_said import lone_years, part_said, without_year, years_named

SPELLINGS = (
    *(
        "{y}-{b}",
        "{y}/{b}",
        "{y}–{b}",
        "{y} to {z}",
        "{y}-{z}",
        "{a}/{b}",
        "FY{b}",
        "FY {y}/{b}",
        "FY{z}",
        "{y}{b}",
    ),
    *("year to 31.03.{z}", "year ended 31 March {z}", "12 months to March {z}", "31/3/{z}", "{z}-03-31"),
    *("1 April {y} to 31 March {z}", "April {y} to March {z}", "Apr {a} - Mar {b}", "01/04/{y} - 31/03/{z}"),
    *("year ending 31st March {z}", "Decided, {y}/{b}: final", "decided_{y}-{b}_v2.csv"),
)


def spelt(form: str, start: int) -> str:
    return form.format(y=start, z=start + 1, a=start % 100, b=f"{(start + 1) % 100:02d}")


@given(st.sampled_from(SPELLINGS), st.integers(2013, 2040))
def test_a_year_is_known_in_every_spelling(form: str, start: int) -> None:
    assert years_named(spelt(form, start)) == {str(ReportingYear(start))}


@given(st.sampled_from(SPELLINGS), st.integers(2013, 2040))
def test_what_says_another_year_still_says_it_when_this_one_is_taken_out(form: str, start: int) -> None:
    text, own = spelt(form, start), str(ReportingYear(start))
    assert years_named(without_year(text, own)) == frozenset()
    assert years_named(without_year(text, str(ReportingYear(start + 5)))) == {own}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Version 3 of 12",
        "2024",
        "30 September 2024",
        "Published in May 2025",
        "2024-2026",
        "2024/26",
        "0161 496 0123",
        "2025-06-30",
        "20 to 21 complaints",
        "FY",
        "202412",
        "1,250 of 2,024",
    ],
)
def test_what_names_no_year(text: str) -> None:
    assert years_named(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Decided April to September 2025", "April to September 2025"),
        ("Quarter 1 2025-26", "Quarter 1"),
        ("Q2 2025/26", "Q2"),
        ("First half of 2025-26", "half"),
        ("Six months to 30 September", "Six months"),
        ("2025-26 to date", "to date"),
        ("January to December 2025", "January to December 2025"),
        ("Year to 31 December 2025", "to 31 December 2025"),
        ("until 30/09/2025", "until 30/09/2025"),
        ("Decided April to December", "April to December"),
        ("Complaints decided in calendar year 2025", "calendar year"),
        ("April to March", None),
        ("Position at 30 September 2025", "at 30 September 2025"),
        ("Figures as at 31 March 2026", None),  # the last day: the year is whole
        ("Figures as at 1 May 2026", None),  # the day they were taken, after the year
        ("First published 30 September 2026", None),
        ("April 2025 to March 2026", None),
        ("Year to 31 March 2026", None),
        ("12 months to March 2026", None),
        ("On behalf of the Ombudsman", None),
        ("Headquarters", None),
    ],
)
def test_a_part_of_a_year(text: str, part: str | None) -> None:
    assert part_said(text, "2025-26") == part


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Complaints decided 2019", {2019}),
        ("decided-2019.csv", {2019}),
        ("2019 and 2020", {2019, 2020}),
        ("Complaints decided 2019-20", set()),
        ("Published 22 July 2020", set()),
        ("as at 1 May 2020", set()),
        ("Updated 2020", set()),
        ("Care Act 2014", set()),
        ("2014 Act", set()),
        ("complaint 2019/1234", set()),
        ("£2019", set()),
        ("2,019 complaints", set()),
        ("20190722", set()),
    ],
)
def test_a_year_named_by_one_number(text: str, years: set[int]) -> None:
    assert lone_years(text) == years
