"""The list of published decisions held: some of the Ombudsman's, facts alone. No figure follows from it."""

from pathlib import Path

from dashboard.addresses.urls import ombudsman_decision_path
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.outcomes import Outcome
from dashboard.domain.references import reference_of
from dashboard.reference.artefact import ArtefactError, Line, read_artefact
from dashboard.repository.listed_records import ListedDecision

DECISIONS = "held/decisions.csv"
COLUMNS = ("reference", "slug", "category", "sub_category", "outcome", "decided", "address")
"""``address``: the path on the Ombudsman's site, where it was held. It is the rule's, and not needed."""


def load_decisions(data: Path) -> tuple[ListedDecision, ...]:
    """Read the list. Raises ArtefactError naming file and line, also for a reference that stands twice and
    an address that the rule does not give."""
    lines = read_artefact(data, DECISIONS, COLUMNS)
    read = tuple(_decision(line) for line in lines)
    seen: set[str] = set()
    for line, one in zip(lines, read, strict=True):
        if one.reference in seen:
            raise ArtefactError(f"{line.place}: {one.reference} stands twice.")
        seen.add(one.reference)
        path = ombudsman_decision_path(one.category, one.sub_category, one.reference)
        if line["address"] not in ("", path):
            raise ArtefactError(f"{line.place}: the address is not {path}.")
    return read


def _decision(line: Line) -> ListedDecision:
    return ListedDecision(
        reference=line.read("reference", reference_of, "a case reference such as 23 001 234"),
        slug=line["slug"],
        category=line.read("category", DecisionCategory, "a category of decisions"),
        sub_category=line["sub_category"],
        outcome=line.optional("outcome", Outcome, "an outcome"),
        decided=line.day("decided"),
    )
