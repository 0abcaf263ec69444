"""Whole tables: columns under another's heading, blank cells, and one year's table as another's."""

from dataclasses import replace

import pytest

from dashboard.checks import columns
from dashboard.checks.finding import Severity
from dashboard.imports.imported import ImportedValue
from tests.checks.small_england import LAST, PLAIN, YEAR, material, said
from tests.support.imported import imported, row


def table(year: str, by: int = 0) -> list[ImportedValue]:
    """Two dozen councils, each with its own numbers, a little more (``by``) than the year before."""
    values: list[ImportedValue] = []
    for at, slug in enumerate(PLAIN):
        numbers = {
            "received_adult_care_services": at % 5 + 10 + by,
            "received_benefits_and_tax": at % 3 + 2 + by,
            "received_housing": at % 7 + 25 - by,
        }
        values += row(slug, year, at + 4, **numbers)
    return values


def swapped(values: list[ImportedValue], one: str, other: str) -> list[ImportedValue]:
    names = {one: other, other: one}
    return [replace(value, quantity=names.get(value.quantity, value.quantity)) for value in values]


ADULT, HOUSING = "received:adult_care_services", "received:housing"


def test_columns_that_fit_last_years_are_believed() -> None:
    assert not list(columns.columns(material(imported(*table(LAST), *table(YEAR, 2)))))


def test_swapped_columns_are_told_by_last_year() -> None:
    found = list(columns.columns(material(imported(*table(LAST), *swapped(table(YEAR, 2), ADULT, HOUSING)))))
    assert said(found) == [
        "Received: Adult care services and received: Housing of 2023-24: council by council, each is more "
        "like the other of 2022-23 than like itself."
    ]


def test_percentages_that_no_council_bears_out_stop_the_build() -> None:
    values: list[ImportedValue] = []
    for at, slug in enumerate(PLAIN):
        values += row(slug, YEAR, at + 4, upheld=3, decided_not_upheld=9, investigated=12, upheld_pct=75)
    found = list(columns.columns(material(imported(*values))))
    assert [finding.severity for finding in found] == [Severity.ERROR]
    assert (
        "complaints upheld, % of 2023-24 is not what the counts give in 24 of 24" in found[0].sentence.lower()
    )


def test_one_percentage_that_is_not_borne_out_is_no_column() -> None:
    values = row("u01", YEAR, 4, upheld=3, decided_not_upheld=9, investigated=12, upheld_pct=75)
    assert not list(columns.columns(material(imported(*values))))


@pytest.mark.parametrize(("blank", "findings"), [(1, 1), (20, 0)])
def test_a_blank_cell_where_nearly_all_have_a_number(blank: int, findings: int) -> None:
    without = set(PLAIN[:blank])
    values = [v for v in table(YEAR) if not (v.quantity == HOUSING and v.slug in without)]
    found = list(columns.gaps(material(imported(*values))))
    assert len(found) == findings
    if found:
        assert found[0].sentence == (
            "U01 Council, 2023-24: nothing is said of received: Housing, which nearly all councils have."
        )


@pytest.mark.parametrize(("changed", "findings"), [(0, 1), (1, 1), (13, 0)])
def test_a_table_imported_as_of_another_year(changed: int, findings: int) -> None:
    again = [replace(v, value=v.value + (PLAIN.index(v.slug) < changed)) for v in table(YEAR)]
    found = list(columns.repeated(material(imported(*table(LAST), *again))))
    assert (
        said(found)
        == [
            "The table of complaints received of 2023-24 says the same as that of 2022-23 of "
            f"{24 - changed} of 24 councils."
        ][:findings]
    )
    assert all(finding.severity is Severity.ERROR for finding in found)
