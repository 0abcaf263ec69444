"""The tiny release with a fault that recurs, a promise with what followed it, and late recommendations."""

from dataclasses import replace
from datetime import date

from dashboard.build.content import CaseRow, ComplianceRow, DecisionText, ImprovementRow, ReleaseContent
from tests.support.tiny_cases import (
    CASES,
    COMPLIANCE,
    IMPROVEMENTS,
    TEXTS,
    UPHELD,
    content_with_cases,
)
from tests.support.tiny_release import BLACKPOOL, BRIGHTON

YEAR = "2024-25"
DELAY = "Delay in a repair"
PROMISE, FOLLOWED, AGAIN = "SIM 22 000 101", "SIM 24 000 102", "SIM 24 000 103"
ELSEWHERE = "SIM 24 000 104"
TRACK = "Simulated: Track each repair to its end."


def _case(reference: str, received: date, decided: date, slug: str = BLACKPOOL.slug) -> CaseRow:
    return CaseRow(
        *(reference, slug, "housing", received, decided, UPHELD, False),
        *("statement", "housing", "Repairs", True),
    )


WATCHED = (
    _case(PROMISE, date(2022, 5, 3), date(2022, 9, 1)),
    _case(FOLLOWED, date(2024, 1, 10), date(2024, 6, 1)),
    _case(AGAIN, date(2024, 5, 10), date(2024, 12, 1)),
    _case(ELSEWHERE, date(2024, 5, 10), date(2024, 12, 2), BRIGHTON.slug),
)
_TEXTS = tuple(
    DecisionText(one.reference, f"Simulated: {DELAY}", "Simulated: There was fault.", DELAY, "")
    for one in WATCHED
)
_AGREED = (
    ImprovementRow(PROMISE, 1, "procedure_change", TRACK, date(2022, 12, 1), date(2022, 11, 15)),
    ImprovementRow(FOLLOWED, 1, "training", "Simulated: Train surveyors.", date(2024, 9, 1), None),
    ImprovementRow(FOLLOWED, 2, "procedure_change", TRACK, date(2024, 9, 1), None),
    ImprovementRow(AGAIN, 1, "training", "Simulated: Train surveyors.", date(2025, 2, 1), date(2025, 2, 1)),
)


def content_to_watch(name: str = "demo", **more: object) -> ReleaseContent:
    """The content of the release; keywords replace parts of it."""
    parts: dict[str, object] = {
        "cases": (*CASES, *WATCHED),
        "decisions": (*TEXTS, *_TEXTS),
        "improvements": (*IMPROVEMENTS, *_AGREED),
        "compliance": (
            *COMPLIANCE,
            ComplianceRow(FOLLOWED, BLACKPOOL.slug, date(2024, 9, 1), None, "not_complied"),
            ComplianceRow(AGAIN, BLACKPOOL.slug, date(2025, 2, 1), date(2025, 2, 1), "complied_on_time"),
        ),
        **more,
    }
    return content_with_cases(name, **parts)


def without_faults() -> ReleaseContent:
    """The same of a register that names no fault."""
    content = content_to_watch()
    return replace(content, decisions=tuple(replace(text, fault=None) for text in content.decisions))


def without_days() -> ReleaseContent:
    """The same of a register that has neither the days of changes nor outcomes of recommendations."""
    content = content_to_watch()
    undated = tuple(replace(one, due=None, met=None) for one in content.improvements)
    return replace(content, improvements=undated, compliance=())
