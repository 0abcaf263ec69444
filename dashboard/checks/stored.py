"""Drafts of the store, checked where they lie: their files, corrections and acceptances read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.checks.acceptances import Acceptance, read_acceptances
from dashboard.checks.corrections import Correction, read_corrections
from dashboard.checks.draft import CheckedDraft, check_imported
from dashboard.checks.report_html import report_html
from dashboard.checks.years_covered import years_of
from dashboard.imports.drafts.read_draft import known_names, read_inputs
from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import Draft, draft_directory, load_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.fingerprint import fingerprint_of
from dashboard.imports.tables.table import Known
from dashboard.letters.official import FOLDER, read_official_letters
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.releases.build_time import built_at
from dashboard.releases.fingerprint import Fingerprint

REPORT = "report.html"
_TRIES = 5  # a person who decides something every few milliseconds is none


@dataclass(frozen=True)
class _Decided:
    """All that people decided about a draft, as it was at one moment."""

    draft: Draft
    known: Known
    corrections: tuple[Correction, ...]
    acceptances: tuple[Acceptance, ...]
    fingerprint: Fingerprint


def write_report(store: Path, checked: CheckedDraft) -> Path:
    """Write the report of a draft's checks as a page beside the draft, and return its path."""
    report = draft_directory(store, checked.draft.name) / REPORT
    with changing_store(store) as held:
        held.write(report, report_html(checked, built_at()))
    return report


def check_draft(
    store: Path,
    name: str,
    reference: Reference,
    held: Held,
    progress: Callable[[str], None] = lambda _: None,
) -> CheckedDraft:
    """Read and check a draft of the store; what is decided meanwhile is not in it.

    Raises ImportRefusedError where there is none or its files cannot be read, NotReadableError where
    its corrections or acceptances cannot.
    """
    decided = _decided(store, name, reference)
    progress("reading")
    imported = read_inputs(store, decided.draft, decided.known, progress)
    progress("checks")
    folder = draft_directory(store, name) / FOLDER
    checked = check_imported(
        decided.draft,
        imported,
        reference,
        held,
        corrections=decided.corrections,
        acceptances=decided.acceptances,
        letters=read_official_letters(folder, reference.councils, years_of(decided.draft, imported)),
        today=date.fromisoformat(built_at()[:10]),
    )
    if fingerprint_of(store, name)["letters"] != decided.fingerprint["letters"]:
        raise refused(Place(name), "Its official letters were changed meanwhile.", "Try again.")
    return replace(checked, fingerprint=decided.fingerprint)


def _decided(store: Path, name: str, reference: Reference) -> _Decided:
    """Read what was decided about a draft between two fingerprints that are the same."""
    before = fingerprint_of(store, name)
    folder = draft_directory(store, name)
    for _ in range(_TRIES):
        draft, known = load_draft(store, name), known_names(store, reference)
        corrections, acceptances = read_corrections(folder, reference), read_acceptances(folder)
        after = fingerprint_of(store, name)
        if after == before:
            return _Decided(draft, known, corrections, acceptances, after)
        before = after
    raise refused(Place(name), "The draft is being changed all the time.", "Try again later.")
