"""A draft checked: read, corrected, every check run, and its acceptances held against the findings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.checks.acceptances import Acceptance, Judged, judged
from dashboard.checks.catalogue import LETTERS, run_checks
from dashboard.checks.corrections import Corrected, Correction, apply_corrections
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material, material_of
from dashboard.checks.not_compared import not_compared
from dashboard.checks.years_covered import filled
from dashboard.domain.bodies import NO_COUNCIL, bodies_counted
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import CHARACTERS, Imported
from dashboard.imports.store.draft import Draft
from dashboard.letters.official import LetterProblem, OfficialLetters
from dashboard.metrics.latest_held import latest_population, with_latest_population
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.releases.fingerprint import Fingerprint
from dashboard.words.wording import counted, listed

NO_LETTERS = OfficialLetters({}, ())


@dataclass(frozen=True)
class CheckedDraft:
    """A draft with all that was found of it. ``not_compared`` says what could not be looked for, ``notes``
    are sentences that need no answer; ``letters`` the official letters by their logical name among a
    release's files, ``fingerprint`` that of the draft as it was read from the store (None: it was not)."""

    draft: Draft
    corrected: Corrected
    material: Material
    judged: Judged
    notes: tuple[str, ...]
    letters: Mapping[str, bytes] = field(default_factory=dict)
    not_compared: tuple[str, ...] = field(default=())
    fingerprint: Fingerprint | None = None


def check_imported(
    draft: Draft,
    imported: Imported,
    reference: Reference,
    held: Held,
    *,
    corrections: Sequence[Correction] = (),
    acceptances: Sequence[Acceptance] = (),
    letters: OfficialLetters = NO_LETTERS,
    today: date | None = None,
) -> CheckedDraft:
    """Check what was read of a draft. ``held`` fills it only where the draft says so; ``today`` tells which
    years have ended (None: all have)."""
    corrected = apply_corrections(imported, corrections, reference)
    lasting = with_latest_population(reference, imported.years) if imported.years else reference
    filling = held if filled(draft) else None
    material = material_of(corrected.imported, lasting, filling, corrected.keys, today=today)
    findings = (*corrected.findings, *run_checks(material), *map(_letter, letters.problems))
    return CheckedDraft(
        draft,
        corrected,
        material,
        judged(findings, acceptances),
        (*_open_years(imported, today), *_notes(material, reference)),
        letters.files,
        not_compared(material),
    )


def _open_years(imported: Imported, today: date | None) -> Iterator[str]:
    """A demonstration may hold a year that has not ended, and says so."""
    for year in imported.years:
        if today is not None and ReportingYear.parse(year).last_day >= today:
            yield f"{year} has not ended: what the demonstration holds of it is of no whole year."


def _letter(problem: LetterProblem) -> Finding:
    return Finding(
        LETTERS,
        Severity.WARNING,
        problem.sentence,
        problem.slug,
        problem.year,
        suggestion="Accepted, the letter is left out, and the project's own is shown.",
    )


def _notes(material: Material, reference: Reference) -> list[str]:
    """What a person should know and need not answer: what was left out, and what is not there yet."""
    latest = latest_population(reference)
    notes = [
        f"The newest population estimates held are of mid-{latest}: the rates of {year} are worked out with "
        f"them, and say so."
        for year in material.imported.years
        if ReportingYear.parse(year).population_year > latest
    ]
    notes += [f"Left out of {said}" for said in material.imported.aside]
    formulas = material.imported.formulas
    if formulas.number:
        cells = "; ".join(map(str, formulas.first))
        more = (
            f"; and {formulas.number - len(formulas.first):,} more"
            if formulas.number > len(formulas.first)
            else ""
        )
        notes.append(
            f"{formulas.number:,} values are what a formula gave when the workbook was saved: {cells}{more}."
        )
    left_out = material.imported.left_out
    by_reason = Counter(row.why for row in left_out if row.why != NO_COUNCIL)
    notes += [
        f"{count:,} {'row was' if count == 1 else 'rows were'} left out: {why}."
        for why, count in sorted(by_reason.items())
    ]
    bodies = Counter(row.text for row in left_out if row.why == NO_COUNCIL)
    if bodies:
        kinds = listed([bodies_counted(kind, number) for kind, number in sorted(bodies.items())])
        notes.append(f"{bodies.total():,} decisions of the list were left out, about no council: {kinds}.")
    notes += [
        f"{one.place}: {one.what} cannot be shown or printed; a space stands in its place."
        for one in material.imported.found
        if one.kind == CHARACTERS
    ]
    if number := len(material.imported.decisions):
        listed_are = f"{counted(number, 'decisions')} {'is' if number == 1 else 'are'} listed"
        notes.append(f"{listed_are}: some of the Ombudsman’s. No figure is made of them.")
    return notes
