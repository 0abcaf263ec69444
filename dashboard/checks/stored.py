"""Drafts of the store, checked where they lie: their files, corrections and acceptances read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from dashboard.checks.acceptances import read_acceptances
from dashboard.checks.corrections import read_corrections
from dashboard.checks.draft import CheckedDraft, check_imported
from dashboard.checks.report_html import report_html
from dashboard.checks.years_covered import years_of
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.store.draft import draft_directory, load_draft
from dashboard.letters.official import FOLDER, read_official_letters
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.releases.build_time import built_at
from dashboard.releases.on_disk import write_whole

REPORT = "report.html"


def write_report(store: Path, checked: CheckedDraft) -> Path:
    """Write the report of a draft's checks as a page beside the draft, and return its path."""
    report = draft_directory(store, checked.draft.name) / REPORT
    write_whole(report, report_html(checked, built_at()))
    return report


def check_draft(
    store: Path,
    name: str,
    reference: Reference,
    held: Held,
    progress: Callable[[str], None] = lambda _: None,
) -> CheckedDraft:
    """Read and check a draft of the store.

    Raises ImportRefusedError where there is none or its files cannot be read, NotReadableError where
    its corrections or acceptances cannot.
    """
    draft = load_draft(store, name)
    folder = draft_directory(store, name)
    corrections = read_corrections(folder, reference)
    acceptances = read_acceptances(folder)
    progress("reading")
    imported = read_draft(store, name, reference)
    progress("checks")
    return check_imported(
        draft,
        imported,
        reference,
        held,
        corrections=corrections,
        acceptances=acceptances,
        letters=read_official_letters(folder / FOLDER, reference.councils, years_of(draft, imported)),
        today=date.fromisoformat(built_at()[:10]),
    )
