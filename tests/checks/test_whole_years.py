"""A case register is whole for the years it is said to be whole for, and no other."""

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.checks.finding import Severity
from dashboard.checks.register_counts import COMPLIANCE
from dashboard.checks.whole_years import whole
from dashboard.imports.imported import ImportedRegister
from dashboard.reference.held import Held
from tests.checks.small_england import LAST, PLAIN, YEAR, material, said
from tests.metrics.world import held
from tests.support.imported import imported, row

HELD_42 = [("u01", YEAR, "investigated", "42", "published"), ("u01", YEAR, "upheld", "37", "published")]


def upheld(slug: str, number: int, year: str = YEAR, *, remedied: object = False) -> list[tuple[object, ...]]:
    day = f"{year[:4]}-09-01"
    return [(f"{slug} {year} {n}", slug, "housing", day, day, "upheld", remedied) for n in range(number)]


def register(*rows: tuple[object, ...]) -> ImportedRegister:
    columns = ("reference", "slug", "category", "received", "decided", "outcome", "satisfactory_remedy")
    frame = pd.DataFrame(rows, columns=list(columns))
    for day in ("received", "decided"):
        frame[day] = pd.to_datetime(frame[day])
    frame["satisfactory_remedy"] = frame["satisfactory_remedy"].astype("boolean")
    due = pd.DataFrame({"reference": [], "slug": [], "due": pd.to_datetime([]), "outcome": []})
    return ImportedRegister(frame, due, pd.DataFrame(), pd.DataFrame(), pd.DataFrame())


def found(
    read: ImportedRegister, what_is_held: Held | None = None, years: tuple[str, ...] = (YEAR,)
) -> list[str]:
    """What is said, an error with an exclamation mark before it."""
    draft = imported(register=read, years=years)
    return [
        ("! " if one.severity is Severity.ERROR else "") + one.sentence
        for one in whole(material(draft, what_is_held))
    ]


def test_fewer_cases_of_a_council_than_are_held_are_an_error_that_names_the_numbers() -> None:
    assert found(register(*upheld("u01", 3)), held(HELD_42))[0] == (
        "! The register has fewer cases of 2023-24 than are held: U01 Council has 3 of 42 (investigated)."
    )


def test_as_many_or_more_are_none() -> None:
    assert found(register(*upheld("u01", 38)), held(HELD_42[1:])) == []


def test_fewer_than_a_table_of_the_draft_prints_are_one_too() -> None:
    draft = imported(*row("u01", upheld=2), register=register(*upheld("u01", 1)))
    (error, *_) = whole(material(draft))
    assert error.severity is Severity.ERROR
    assert "U01 Council has 1 of 2 (upheld)" in error.sentence


def test_many_councils_that_fall_short_are_told_at_once() -> None:
    rows = [one for slug in PLAIN for one in upheld(slug, 3)]
    known = held([(slug, YEAR, "upheld", "4", "published") for slug in PLAIN])
    (error,) = found(register(*rows), known)
    assert error.startswith(
        "! The register has fewer cases of 2023-24 than are held of 24 councils: U01 Council has 3 of 4"
    )
    assert error.endswith("; and 19 more. It is not whole for the year.")


def test_a_year_without_a_case_is_an_error_unless_none_was_expected() -> None:
    nothing = register(*upheld("u01", 1, LAST))
    assert found(nothing) == ["! The register has no case that was decided in 2023-24."]
    draft = replace(imported(register=nothing, years=(YEAR,)), expect_cases=0)
    assert said(list(whole(material(draft)))) == []


@pytest.mark.parametrize(("now", "told"), [(9, True), (10, False)])
def test_fewer_than_half_of_the_year_before_is_a_warning_with_the_numbers(now: int, told: bool) -> None:
    read = register(*upheld("u01", 20, LAST), *upheld("u01", now))
    sentences = found(read, years=(LAST, YEAR))
    assert any("fewer than half of the 20 in 2022-23" in sentence for sentence in sentences) is told
    assert not any(sentence.startswith("!") for sentence in sentences)


def test_a_register_that_is_whole_for_no_year_gives_no_figure_and_is_asked_about() -> None:
    (sentence,) = found(register(*upheld("u01", 3)), held(HELD_42), years=())
    assert sentence.startswith("The register is whole for no year: no figure follows from it")


def test_where_nothing_is_said_of_a_satisfactory_remedy_there_is_no_count_of_them() -> None:
    draft = imported(register=register(*upheld("u01", 2, remedied=pd.NA), *upheld("u02", 1)), years=(YEAR,))
    counts = material(draft).merged.register
    assert "satisfactory_remedies" not in counts["u01", YEAR]
    assert counts["u01", YEAR]["satisfactory_remedy_base"] == 2
    assert counts["u02", YEAR]["satisfactory_remedies"] == 0


def test_a_register_without_outcomes_of_recommendations_has_no_count_of_them() -> None:
    read = register(*upheld("u01", 2))
    counts = material(imported(register=read, years=(YEAR,))).merged.register
    assert set(COMPLIANCE) & counts["u01", YEAR].keys() == set()
    due = pd.DataFrame(
        {
            "reference": ["a"],
            "slug": ["u01"],
            "due": pd.to_datetime(["2023-09-01"]),
            "outcome": ["complied_late"],
        }
    )
    counts = material(imported(register=replace(read, compliance=due), years=(YEAR,))).merged.register
    assert (counts["u01", YEAR]["compliance_outcomes"], counts["u02", YEAR]["compliance_outcomes"]) == (1, 0)
