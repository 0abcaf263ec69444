"""A few cases for the tiny release: published, not published, withdrawn, a report, one still open."""

from dataclasses import replace
from datetime import date

from dashboard.build.content import (
    CaseRow,
    ComplianceRow,
    DecisionText,
    ImprovementRow,
    ReleaseContent,
    RemedyRow,
)
from tests.support.tiny_release import BLACKPOOL, BRIGHTON, CUMBERLAND, YEARS, tiny_content

UPHELD, NOT_UPHELD, CLOSED = "upheld", "not_upheld", "closed_after_initial_enquiries"
WITHDRAWN = "SIM 23 000 005"
HIDDEN = "SIM 23 000 004"
REPORT = "SIM 23 000 003"
HOMELESS = "SIM 23 000 001"


def _case(number: int, slug: str, decided: date | None, outcome: str | None, **more: object) -> CaseRow:
    told: dict[str, object] = {
        "category": "housing",
        "satisfactory_remedy": False,
        "kind": "statement" if outcome in (UPHELD, NOT_UPHELD, CLOSED) else None,
        "decision_category": "housing" if outcome in (UPHELD, NOT_UPHELD, CLOSED) else None,
        "sub_category": "Homelessness" if outcome in (UPHELD, NOT_UPHELD, CLOSED) else None,
        "published": outcome in (UPHELD, NOT_UPHELD),
        **more,
    }
    return CaseRow(
        reference=f"SIM 23 000 {number:03d}",
        slug=slug,
        received=date(2023, 4, number),
        decided=decided,
        outcome=outcome,
        **told,  # type: ignore[arg-type]
    )


CASES = (
    _case(1, BLACKPOOL.slug, date(2023, 11, 20), UPHELD),
    _case(2, BLACKPOOL.slug, date(2023, 11, 20), NOT_UPHELD, sub_category="Allocations"),
    _case(3, BLACKPOOL.slug, date(2024, 2, 1), UPHELD, kind="report"),
    _case(4, BLACKPOOL.slug, date(2023, 9, 1), UPHELD, published=False),
    _case(5, BLACKPOOL.slug, date(2023, 8, 1), UPHELD, satisfactory_remedy=True),
    _case(6, BLACKPOOL.slug, date(2023, 5, 1), CLOSED),
    _case(7, BLACKPOOL.slug, date(2023, 5, 2), "referred_back_for_local_resolution"),
    _case(8, BLACKPOOL.slug, None, None),
    _case(
        *(9, BRIGHTON.slug, date(2024, 5, 1), UPHELD),
        category="highways_and_transport",
        decision_category="transport_and_highways",
        sub_category="Parking and other penalties",
    ),
    _case(
        10, CUMBERLAND.slug, date(2023, 12, 1), NOT_UPHELD, decision_category="planning", sub_category=None
    ),
)
COMPLIANCE = (
    ComplianceRow(HOMELESS, BLACKPOOL.slug, date(2024, 2, 20), date(2024, 2, 1), "complied_on_time"),
    ComplianceRow(REPORT, BLACKPOOL.slug, date(2024, 5, 1), date(2024, 6, 1), "complied_late"),
    ComplianceRow(HIDDEN, BLACKPOOL.slug, date(2024, 1, 1), None, "not_complied"),
)
TEXTS = (
    DecisionText(
        HOMELESS,
        "Simulated: Delay in deciding a homelessness application",
        "Simulated: Mrs B told of delay. The café at Kingfishergate had damp and mould. There was fault.",
        "Delay in deciding a homelessness application",
        "",
    ),
    DecisionText("SIM 23 000 002", "Simulated: Allocations", "Simulated: There was no fault.", None, ""),
    DecisionText(
        REPORT,
        "Simulated: Unsuitable temporary accommodation",
        f"Simulated: A family had one room. {'It was long. ' * 30}The mould was reported {'again. ' * 9}",
        "Unsuitable temporary accommodation",
        "Simulated: The Council accepted the findings at a full meeting.",
    ),
    DecisionText(WITHDRAWN, "", "", None, "", date(2024, 9, 1), "It could tell who complained."),
    DecisionText(
        "SIM 23 000 009", "Simulated: A penalty", "Simulated: A penalty was paid twice.", "Error", ""
    ),
    DecisionText("SIM 23 000 010", "Simulated: An extension", "Simulated: No fault next door.", None, ""),
)
REMEDIES = (
    RemedyRow(HOMELESS, 1, "apology", "Simulated: Apologise", None),
    RemedyRow(HOMELESS, 2, "payment", "Simulated: Pay £300", 300),
)
IMPROVEMENTS = (
    ImprovementRow(
        *(HOMELESS, 1, "training", "Simulated: Train officers in decision letters."),
        *(date(2024, 2, 20), date(2024, 2, 1)),
    ),
    ImprovementRow(
        *(HOMELESS, 2, "procedure_change", "Simulated: Check open applications each week."),
        *(date(2024, 2, 20), date(2024, 2, 1)),
    ),
    ImprovementRow(
        *(REPORT, 1, "procedure_change", "Simulated: Inspect damp within two weeks."),
        *(date(2024, 5, 1), date(2024, 6, 1)),
    ),
)


def content_with_cases(name: str = "demo", **more: object) -> ReleaseContent:
    """The tiny demonstration with the cases above; keywords replace parts of it."""
    parts: dict[str, object] = {
        "cases": CASES,
        "compliance": COMPLIANCE,
        "decisions": TEXTS,
        "remedies": REMEDIES,
        "improvements": IMPROVEMENTS,
        "register_years": YEARS,
        **more,
    }
    return replace(tiny_content(name, kind="demonstration"), **parts)  # type: ignore[arg-type]
