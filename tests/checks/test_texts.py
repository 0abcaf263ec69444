"""Checks of a list of decisions, each with what it finds and with what it does not."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.checks import texts
from dashboard.checks.draft import check_imported
from dashboard.checks.finding import Severity
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.outcomes import Outcome
from dashboard.imports.imported import Imported, LeftOut, ListedRow, Place
from dashboard.imports.store.draft import Draft
from dashboard.repository.listed_records import ListedDecision
from tests.checks.small_england import ENGLAND, decided, material, said
from tests.metrics.world import held
from tests.support.imported import imported

ONE = ListedDecision(
    *("23 001 001", "u01", DecisionCategory.CHILDRENS_CARE, "Fostering", Outcome.UPHELD, date(2024, 3, 1))
)
ADDRESS = "https://www.lgo.org.uk/decisions/children-s-care-services/fostering/23-001-001"


def listing(*decisions: ListedDecision, address: str = "") -> Imported:
    rows = tuple(ListedRow(one, Place("list.csv", None, at), address) for at, one in enumerate(decisions, 2))
    return replace(imported(*decided()), decisions=rows)


@pytest.mark.parametrize(
    "address",
    [
        "",
        ADDRESS,
        f"{ADDRESS}?displaypref=0",
        f"{ADDRESS}/",
        ADDRESS.replace("https://www.", "http://"),
        ADDRESS.replace("https://www.lgo.org.uk", ""),
        ADDRESS.replace("decisions", "Decisions"),
    ],
)
def test_nothing_is_found_in_a_decision_as_it_should_be(address: str) -> None:
    assert list(texts.decisions(material(listing(ONE, address=address)))) == []


def test_a_decision_of_a_day_that_has_not_come_is_an_error() -> None:
    looked_at = replace(material(listing(ONE)), today=date(2024, 2, 29))
    (found,) = texts.decisions(looked_at)
    assert found.sentence == "23 001 001 was decided on 1 March 2024, a day that has not come."
    assert found.severity is Severity.ERROR
    assert list(texts.decisions(replace(looked_at, today=date(2024, 3, 1)))) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"decided": date(2023, 3, 31)},
            "23 001 001 was decided on 31 March 2023, before 2023-24, the year of its reference.",
        ),
        (
            {"slug": "later", "decided": date(2024, 5, 1)},
            "23 001 001 was decided on 1 May 2024, when LATER Council had not begun.",
        ),
    ],
)
def test_a_decision_that_cannot_be_is_an_error(changes: dict[str, object], sentence: str) -> None:
    (found,) = texts.decisions(material(listing(replace(ONE, **changes))))  # type: ignore[arg-type]
    assert found.sentence.casefold() == sentence.casefold()
    assert (found.severity, str(found.place)) == (Severity.ERROR, "list.csv, row 2")


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS.replace("children-s", "childrens"),
        ADDRESS.replace("23-001-001", "23-001-001a"),
        ADDRESS.replace("fostering", "adoption"),
        "https://www.lgo.org.uk/",
        "nonsense",
    ],
)
def test_an_address_that_the_link_will_not_be_is_a_warning(address: str) -> None:
    (found,) = texts.decisions(material(listing(ONE, address=address)))
    assert found.severity is Severity.WARNING
    assert found.sentence == (
        "The address of 23 001 001 is not /decisions/children-s-care-services/fostering/23-001-001, "
        "where its link will lead."
    )


def test_a_day_or_outcome_not_seen_is_nothing_to_find() -> None:
    unseen = replace(ONE, decided=None, outcome=None)
    assert said(list(texts.decisions(material(listing(unseen))))) == []


def test_a_report_counts_what_was_left_out_by_kind() -> None:
    kinds = ("NHS body", "care provider or other company", "NHS body")
    left = tuple(LeftOut(Place("list.csv", None, at), kind, "no council") for at, kind in enumerate(kinds, 2))
    draft = replace(listing(ONE), left_out=left)
    notes = check_imported(Draft("spring"), draft, ENGLAND, held()).notes
    assert (
        "3 decisions of the list were left out, about no council: 2 NHS bodies and 1 care provider or other "
        "company."
    ) in notes
    assert "1 decision is listed: some of the Ombudsman’s. No figure is made of them." in notes
