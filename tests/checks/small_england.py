"""A small England for the checks: two dozen councils, one ended, one new, and drafts about them."""

from dashboard.checks.draft import CheckedDraft, check_imported
from dashboard.checks.finding import Finding
from dashboard.checks.material import Material, material_of
from dashboard.imports.imported import Imported, ImportedValue
from dashboard.imports.store.draft import Draft
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from tests.metrics.world import council, reference
from tests.support.imported import row

YEAR, LAST = "2023-24", "2022-23"
PLAIN = tuple(f"u{number:02d}" for number in range(1, 25))
ENGLAND: Reference = reference(
    *(council(slug, "unitary") for slug in PLAIN),
    council("old", "county", end="2023-03-31"),
    council("new", "unitary", start="2023-04-01"),
    council("later", "unitary", start="2025-04-01"),
    lineage=(("old", "new", "merged", "2023-04-01"),),
)
EVERYONE = (*PLAIN, "new")
SOUND = {
    "decided_invalid_or_incomplete": 2,
    "decided_advice_given": 1,
    "decided_referred_back_for_local_resolution": 5,
    "decided_closed_after_initial_enquiries": 9,
    "decided_not_upheld": 4,
    "upheld": 12,
    "dealt_with": 33,
    "investigated": 16,
    "upheld_pct": 75,
}


def decided(year: str = YEAR, slugs: tuple[str, ...] = EVERYONE, **changed: int | str) -> list[ImportedValue]:
    """A table of decided complaints, every council's row the same; ``u01`` has what is changed."""
    values: list[ImportedValue] = []
    for at, slug in enumerate(slugs, start=4):
        numbers = {**SOUND, **(changed if slug == "u01" else {})}
        values += row(slug, year, at, **{name: n for name, n in numbers.items() if n != ""})
    return values


def material(draft: Imported, held: Held | None = None) -> Material:
    """What the checks look at."""
    return material_of(draft, ENGLAND, held)


def checked(draft: Imported, held: Held, **more: object) -> CheckedDraft:
    """A draft with all its checks run, what is held filling it."""
    return check_imported(Draft("spring", draft.kind, (), True), draft, ENGLAND, held, **more)  # type: ignore[arg-type]


def said(findings: list[Finding]) -> list[str]:
    """What findings say."""
    return [finding.sentence for finding in findings]
