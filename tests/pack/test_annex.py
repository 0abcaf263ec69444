"""The annex of cases: every published upheld case, what was agreed and paid, and what is not told."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.decisions import DecisionKind, Remedy
from dashboard.domain.outcomes import Outcome
from dashboard.pack.annex_section import annex_section, change_told
from dashboard.pack.cases_section import behind, cases_section
from dashboard.pack.council_year import Known, know
from dashboard.pack.model import Paragraph, Section, Table, plain
from tests.support.fake_cases import FakeCase, FakeCases, decision, remedy, with_improvements, withdrawn
from tests.support.sample import BLACKPOOL, sample

YEAR = "2023-24"
PAID = decision(
    "23 000 001",
    remedies=(
        remedy(Remedy.APOLOGY, "Apologise to Mr X."),
        remedy(Remedy.PAYMENT, "Pay Mr X £250.", 250),
        remedy(Remedy.PAYMENT, "Pay Mr X £1,000 for his time.", 1_000),
    ),
)
CHANGED = with_improvements(
    decision("23 000 002", decided=date(2024, 1, 5)),
    "Check each letter.",
    due=date(2024, 2, 1),
    met=date(2024, 3, 1),
)
REPORT = decision("23 000 003", kind=DecisionKind.REPORT, decided=date(2024, 3, 1), subject="Homes unfit")
KEPT_BACK = decision("23 000 004")
GONE = withdrawn(decision("23 000 005"), date(2024, 6, 1), "Someone could be recognised")
NOT_UPHELD = decision("23 000 006", outcome=Outcome.NOT_UPHELD)
ALL = (
    *(FakeCase(told) for told in (PAID, CHANGED, REPORT, GONE, NOT_UPHELD)),
    FakeCase(KEPT_BACK, published=False),
)


def known(*cases: FakeCase, remedies_told: bool = True, held: bool = True) -> Known:
    repository = sample()
    repository.cases_ = FakeCases(cases, remedies_told=remedies_told) if held else None
    found = know(CouncilYear(BLACKPOOL, YEAR, repository, UNNAMED))
    assert found is not None
    return replace(found, cases=repository.cases_)


def annex(of: Known) -> Section:
    return annex_section(of, behind(of))


def table(part: Section) -> Table:
    (found,) = (block for block in part.blocks if isinstance(block, Table))
    return found


def said(part: Section) -> str:
    return " ".join(plain(block.text) for block in part.blocks if isinstance(block, Paragraph))


def test_every_published_upheld_case_is_told_newest_first_and_no_other() -> None:
    rows = [[plain(cell) for cell in row] for row in table(annex(known(*ALL))).rows]
    assert rows == [
        [
            "1 March 2024\n23 000 003",
            "Housing: Homelessness",
            "Homes unfit\nPublic interest report",
            "Nothing agreed is recorded",
            "None",
        ],
        [
            "5 January 2024\n23 000 002",
            "Housing: Homelessness",
            "Delay in deciding a homelessness application",
            "Change: Check each letter (done 1 March 2024, late: due 1 February 2024)",
            "None",
        ],
        [
            "20 November 2023\n23 000 001",
            "Housing: Homelessness",
            "Delay in deciding a homelessness application",
            "Apologise to Mr X",
            "£1,250",
        ],
        ["All payments", "", "", "", "£1,250"],
    ]


def test_a_case_with_a_payment_and_nothing_else_is_not_one_without_anything() -> None:
    alone = decision("23 000 008", remedies=(remedy(Remedy.PAYMENT, "Pay Mr X £50.", 50),))
    (row, _total) = table(annex(known(FakeCase(alone)))).rows
    assert [plain(cell) for cell in row[3:]] == ["The payment alone", "£50"]


def test_what_is_not_told_is_counted_and_why() -> None:
    assert said(annex(known(*ALL))).startswith(
        "Five complaints were upheld in 2023-24. Three are published and one is not: the Ombudsman holds "
        "back "
        "those by which someone could be recognised. One was published and since withdrawn."
    )


def test_a_long_list_is_whole() -> None:
    many = [FakeCase(decision(f"23 001 {number:03d}")) for number in range(130)]
    found = annex(known(*many))
    assert len(table(found).rows) == 130
    assert said(found).startswith("130 complaints were upheld in 2023-24; all decisions are published.")


def test_without_remedies_for_persons_it_says_so_and_has_no_column_of_payments() -> None:
    of = known(*ALL, remedies_told=False)
    assert table(annex(of)).head == ("Decided", "Service", "What went wrong", "What the council agreed")
    assert "nor what was paid" in said(annex(of))
    assert "£" not in str(annex(of)) + str(cases_section(of, behind(of)))
    assert "payments among it, is not held here" in said(cases_section(of, behind(of)))


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ((), "No payment was agreed in a published case."),
        ((250,), "In one published case a payment was agreed: £250."),
        ((250, 250), "In two of the two published cases payments of £250 each were agreed, £500 in all."),
        (
            (100, 5_000, 900),
            "In three of the three published cases payments of £100 to £5,000 were agreed, £6,000 in all.",
        ),
    ],
)
def test_payments_and_their_total(amounts: tuple[int, ...], told: str) -> None:
    cases = [
        FakeCase(decision(f"23 000 10{n}", remedies=(remedy(Remedy.PAYMENT, "Pay.", amount),)))
        for n, amount in enumerate(amounts)
    ] or [FakeCase(decision())]
    of = known(*cases)
    assert told in said(cases_section(of, behind(of)))


def test_what_was_paid_in_cases_held_back_is_not_taken_for_nothing() -> None:
    two = decision("23 000 007", remedies=(remedy(Remedy.PAYMENT, "Pay.", 100),))
    of = known(*ALL, FakeCase(two))
    assert "£1,350 in all. What was paid in cases that are not published is not known here." in said(
        cases_section(of, behind(of))
    )


@pytest.mark.parametrize(
    ("due", "met", "state"),
    [
        (date(2024, 2, 1), date(2024, 1, 1), "done 1 January 2024"),
        (date(2024, 2, 1), date(2024, 2, 2), "done 2 February 2024, late: due 1 February 2024"),
        (date(2024, 2, 1), None, "due 1 February 2024, not recorded as done"),
        (None, None, "no date recorded"),
        (None, date(2024, 2, 2), "done 2 February 2024"),
    ],
)
def test_a_change_is_told_with_its_state(due: date | None, met: date | None, state: str) -> None:
    (one,) = with_improvements(decision(), "Train staff.", due=due, met=met).improvements
    assert change_told(one) == f"Train staff ({state})"


def test_where_no_cases_are_held_or_none_is_published_it_says_why() -> None:
    assert "not held here" in said(annex(known(held=False)))
    assert "was upheld in 2023-24, so there is no case to list" in said(annex(known()))
    only = known(FakeCase(KEPT_BACK, published=False))
    assert "No decision is published" in said(annex(only))
