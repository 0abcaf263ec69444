"""Decisions as CSV: a heading, rows that stand by themselves, nothing a spreadsheet would run."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.case_filter import CaseFilter
from dashboard.exports.csv_lines import csv_lines
from dashboard.exports.decision_rows import COLUMNS, decisions_listing
from dashboard.exports.safe_cell import safe
from dashboard.repository.case_records import DecisionRow
from tests.support.fake_cases import FakeCase, FakeCases, decision, withdrawn


def rows_of(*cases: FakeCase) -> list[dict[str, str]]:
    read = FakeCases(cases).every_decision(CaseFilter())
    return written(*read)


def written(*rows: DecisionRow) -> list[dict[str, str]]:
    listing = decisions_listing(rows, "demo", "Housing", str.title, lambda ref: f"/decisions/{ref}")
    text = "".join(csv_lines(listing))
    assert text.startswith("\ufeffreference,")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def test_a_decision_is_a_row() -> None:
    (row,) = rows_of(FakeCase(decision("SIM 23 001 234")))
    assert tuple(row) == tuple(column.name for column in COLUMNS)
    assert row["reference"] == "SIM 23 001 234"
    assert row["council"] == "Blackpool-Borough-Council"
    assert (row["category"], row["sub_category"], row["outcome"]) == ("Housing", "Homelessness", "Upheld")
    assert (row["received"], row["decided"]) == ("2023-05-02", "2023-11-20")
    assert row["summary"].startswith("Mr X complained")
    assert (row["origin"], row["release"], row["query"]) == ("simulated", "demo", "Housing")


def test_a_real_decision_is_published() -> None:
    (row,) = rows_of(FakeCase(decision()))
    assert row["origin"] == "published"
    assert "Ombudsman" in row["source"]


def test_what_is_not_published_is_not_there() -> None:
    assert rows_of(FakeCase(decision(), published=False)) == []


def test_a_withdrawn_decision_keeps_its_line_without_its_text() -> None:
    (row,) = rows_of(FakeCase(withdrawn(decision(), date(2025, 5, 3), "It named a child.")))
    assert (row["subject"], row["summary"]) == ("", "")
    assert (row["withdrawn_on"], row["withdrawn_reason"]) == ("2025-05-03", "It named a child.")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", "plain"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("a=b", "a=b"),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_what_a_spreadsheet_would_run_is_text(text: str, cell: str) -> None:
    assert safe(text) == cell


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_one_cell_and_never_a_formula(text: str) -> None:
    (row,) = FakeCases((FakeCase(decision()),)).every_decision(CaseFilter())
    (told,) = written(replace(row, subject=text))
    assert not told["subject"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert told["release"] == "demo"
