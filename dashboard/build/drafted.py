"""A checked draft of the store as the content of a release."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dashboard.build.assemble import Edition, Inputs, assemble
from dashboard.build.content import ReleaseContent
from dashboard.build.moved import places_after, postcodes_after
from dashboard.build.outlines import Vintage
from dashboard.build.register_rows import RegisterRows, register_rows
from dashboard.checks.corrections import Correction
from dashboard.checks.draft import CheckedDraft
from dashboard.checks.held_rows import Key
from dashboard.checks.merged import Contradiction
from dashboard.checks.tables import table_of
from dashboard.checks.years_covered import filled, years_of
from dashboard.domain.figures import Figure
from dashboard.domain.formats import day
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.reorganisation import NewCouncil
from dashboard.domain.rounding import plain
from dashboard.imports.imported import Imported
from dashboard.imports.store.draft import Draft
from dashboard.metrics.figures import Assembled, assemble_figures
from dashboard.metrics.latest_held import saying_population, with_latest_population
from dashboard.metrics.services import outcomes_by_service
from dashboard.reference.held_rows import HeldConflict, HeldValue
from dashboard.reference.reorganised import moved_to
from dashboard.repository import quality_records
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.quality_records import Accepted
from dashboard.repository.records import Source
from dashboard.words.wording import listed

DRAFT = "draft"
EMBARGOED = "embargoed"
OMBUDSMAN = "Local Government and Social Care Ombudsman"
INPUT = "sha256:"
"""What the source of an imported value begins with: the checksum of its file follows."""


def drafted(checked: CheckedDraft, inputs: Inputs, vintages: Sequence[Vintage] = ()) -> ReleaseContent:
    """Return the content of the release of a draft that passed its checks.

    ``inputs`` are the committed data with the new councils that begin in the release's years
    (``Inputs.begun_by``), whose ``vintages`` say whom they touch; what is held of other years is in
    ``checked`` already. The newest population stands for years it is not estimated for yet, and the
    figures say so.
    """
    imported, merged = checked.corrected.imported, checked.material.merged
    years = years_of(checked.draft, imported)
    reference = with_latest_population(inputs.reference, years)
    measured = assemble_figures(merged.counts, merged.held, reference, years)
    figures = tuple(_corrected(saying_population(measured.figures, inputs.reference), checked))
    register = register_rows(imported.register)
    content = assemble(
        _edition(checked.draft, imported, years, register, checked),
        replace(inputs, held=merged.held, reference=reference),
        merged.counts,
        Assembled(figures, measured.averages, measured.types),
    )
    return replace(
        content,
        population=tuple(
            p for p in content.population if (p.slug, p.mid_year) in inputs.reference.populations
        ),
        held_values=tuple(_held_values(content, imported)),
        held_conflicts=(*content.held_conflicts, *map(_conflict, merged.contradictions)),
        decisions=register.decisions,
        remedies=register.remedies,
        improvements=register.improvements,
        listed=listed_of(checked.draft, imported, inputs.decisions),
        corrections=tuple(_correction(c) for c in checked.corrected.applied),
        accepted=tuple(_accepted(checked)),
        inputs=imported.inputs,
        signatory=checked.draft.signatory or None,
        **_moved(content, inputs, vintages),
    )


def _moved(content: ReleaseContent, inputs: Inputs, vintages: Sequence[Vintage]) -> dict[str, Any]:
    """Return what lies elsewhere, or touches others, after reorganisations; nothing where there is none."""
    if not inputs.new:
        return {}
    moved = moved_to(inputs.new)
    return {
        "postcodes": postcodes_after(content.postcodes, moved),
        "places": places_after(content.places, moved),
        "neighbours": vintages[-1].neighbours if vintages else content.neighbours,
        "sources": (*content.sources, _reorganisation(inputs.new)),
    }


def _reorganisation(new: Sequence[NewCouncil]) -> Source:
    """What a release has of new councils that no publisher gave, as a source of its own."""
    begun = [f"{council.name} ({day(council.start)})" for council in new]
    return Source(
        id="reorganisation",
        title=f"Councils made of whole ones: {listed(begun)}",
        publisher="This project, from the orders that make them",
        licence="As that of the outlines, postcodes and estimates they are made from",
        attribution=(
            "Derived: an outline is the union of those of the councils before, residents are theirs added "
            "up, a postcode lies where theirs went. Statistical neighbours are not held."
        ),
        url=None,
    )


def listed_of(
    draft: Draft, imported: Imported, held: tuple[ListedDecision, ...]
) -> tuple[ListedDecision, ...]:
    """Return the list of decisions of a draft's release: its own, and those held where they fill it.

    A register has its published decisions, and no list beside them; its own say what is true of a reference.
    """
    if imported.register is not None:
        return ()
    own = {row.decision.reference: row.decision for row in imported.decisions}
    filling = held if filled(draft) else ()
    return tuple({**{one.reference: one for one in filling}, **own}.values())


def _edition(
    draft: Draft, imported: Imported, years: tuple[str, ...], rows: RegisterRows, checked: CheckedDraft
) -> Edition:
    until = draft.embargoed_until
    counted, register = checked.material.merged.register, imported.register
    outcomes = outcomes_by_service(register.cases, counted) if register is not None and counted else {}
    return Edition(
        name=draft.name,
        title=f"{'Figures' if draft.kind == 'real' else 'Demonstration'} {years[0]} to {years[-1]}",
        kind=draft.kind,
        status=EMBARGOED if until else DRAFT,
        years=years,
        further_sources=tuple(_sources(draft, imported)),
        cases=rows.cases,
        compliance=rows.compliance,
        outcomes=outcomes,
        register_years=imported.whole,
        embargoed_until=until.isoformat() if until else None,
    )


def _sources(draft: Draft, imported: Imported) -> Iterator[Source]:
    """Each input file as a source: its name and checksum, and never the file."""
    told = _REAL if draft.kind == "real" else _SIMULATED
    for number, file in enumerate(imported.inputs, start=1):
        of = f" of {file.year}" if file.year else ""
        yield Source(f"input-{number}", f"{file.name}: {file.kind}{of}", *told, url=None)


_REAL = (
    "Local Government and Social Care Ombudsman",
    "Free re-use with acknowledgement: accurate, unamended, not misleading",
    "© Commission for Local Administration in England.",
)
_SIMULATED = (
    "The demonstration’s own input",
    "Simulated figures, for demonstration only",
    "Simulated: no figure in it is of a real council.",
)


def _corrected(figures: Iterator[tuple[int, Figure]], checked: CheckedDraft) -> Iterator[tuple[int, Figure]]:
    """Yield figures, each that rests on a corrected value with a note of what the source says."""
    notes: dict[tuple[str, str], list[Correction]] = {}
    for correction in checked.corrected.applied:
        notes.setdefault((correction.slug, correction.year), []).append(correction)
    for period, figure in figures:
        measure = MEASURES[figure.measure]
        rests_on = {measure.id, measure.numerator, measure.denominator}
        said = [
            correction_words(c)
            for c in notes.get((figure.slug, figure.year), ())
            if c.quantity in rests_on and period == 1
        ]
        note = " ".join(part for part in (figure.note, *said) if part) or None
        yield period, replace(figure, note=note) if said else figure


def correction_words(correction: Correction) -> str:
    """Say a correction as a note: what the source says, what is shown, who decided and why."""
    was, became = (
        "nothing" if value is None else plain(value) for value in (correction.was, correction.became)
    )
    return (
        f"Corrected from {was} to {became}, decided by {correction.decided_by} on "
        f"{day(correction.decided_on)}: {correction.reason}"
    )


def _held_values(content: ReleaseContent, imported: Imported) -> Iterator[HeldValue]:
    """The values as printed: those held already, and a real draft's own with the checksum of their file."""
    if content.kind != "real":
        return
    sums = checksums(imported)
    for value in content.held_values:
        if value.origin not in (Origin.PUBLISHED, Origin.REPORTED):
            continue  # a corrected value is not as its source printed it
        own = sums.get((value.slug, value.year, value.quantity))
        yield replace(value, source_url=f"{INPUT}{own}") if own else value


def checksums(imported: Imported) -> dict[Key, str]:
    """Return the checksum of the file that each imported value was read from. Years and tables may share the
    names of their files: of those of one name the year, then the kind of table tells which."""
    named: dict[tuple[str, str | None], dict[str, str]] = {}
    for file in imported.inputs:
        named.setdefault((file.name, file.year), {})[file.kind] = file.sha256
    found: dict[Key, str] = {}
    for value in imported.values:
        kinds = named.get((value.place.file, value.year), {})
        if kinds:
            of_its_kind = kinds.get(table_of(value.quantity))
            found[value.slug, value.year, value.quantity] = of_its_kind or next(iter(kinds.values()))
    return found


def _conflict(found: Contradiction) -> HeldConflict:
    return HeldConflict(
        *(found.slug, found.year, found.quantity),
        kind="sources",
        kept=found.imported,
        other=found.held,
        reason="The publisher’s files and what was held before differ: the files are shown.",
    )


def _correction(correction: Correction) -> quality_records.Correction:
    return quality_records.Correction(
        *correction.key,
        correction.was,
        correction.became,
        correction.reason,
        correction.decided_by,
        correction.decided_on,
    )


def _accepted(checked: CheckedDraft) -> Iterator[Accepted]:
    for finding, acceptance in checked.judged.accepted:
        yield Accepted(
            check=finding.check,
            slug=finding.slug,
            year=finding.year,
            quantity=finding.quantity,
            sentence=finding.sentence,
            reason=acceptance.reason,
            accepted_by=acceptance.accepted_by,
            accepted_on=acceptance.accepted_on,
        )
