"""The annex: every published upheld case of the year, with what the council agreed to do about it."""

from dashboard.addresses import urls
from dashboard.domain.decisions import DecisionKind, Remedy
from dashboard.domain.formats import day, thousands
from dashboard.domain.progress import Progress, progress
from dashboard.pack.cases_section import Behind, bare, elsewhere, how_many, is_simulated
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Run, Section, Table, Text, cells, quietly, said, text
from dashboard.pack.order import ANNEX
from dashboard.repository.case_records import DecisionRow, Improvement, RemedyTold
from dashboard.words.decisions import about
from dashboard.words.wording import council_name

_NO_PAYMENT = "None"
_NOTHING_AGREED, _PAYMENT_ALONE = "Nothing agreed is recorded", "The payment alone"
_NO_REMEDIES = (
    "What was agreed for the person who complained is not held here, nor what was paid; what was agreed to "
    "change is."
)


def annex_section(known: Known, found: Behind | None) -> Section:
    """Return the annex; where there is no case to tell, one that says why."""
    heading = f"Annex {ANNEX}: every published upheld case, {known.year}"
    if found is None:
        return Section("annex", heading, (elsewhere(known, "upheld cases"),))
    if not found.told:
        return Section("annex", heading, (said(how_many(known, found)),))
    paid = found.remedies is not None and any(found.paid(row.reference) for row in found.told)
    blocks: list[Block] = [said(how_many(known, found)), _table(known, found, paid=paid)]
    if found.remedies is None:
        blocks.append(quietly(_NO_REMEDIES))
    search = urls.ombudsman_decisions(known.council.name, known.year)
    if not is_simulated(known):
        named = f"decisions about {council_name(known.council.name)}, {known.year}"
        blocks.append(quietly("On the Ombudsman’s own site: ", Run(named, href=search), "."))
    return Section("annex", heading, tuple(blocks))


def _table(known: Known, found: Behind, *, paid: bool) -> Table:
    by_case: dict[str, list[Improvement]] = {}
    for one in found.improvements:
        by_case.setdefault(one.reference, []).append(one)
    rows = [_row(known, found, row, by_case.get(row.reference, []), paid=paid) for row in found.told]
    if paid:
        total = sum(found.paid(row.reference) for row in found.told)
        rows.append(cells("All payments", "", "", "", f"£{thousands(total)}"))
    mark = ": simulated" if is_simulated(known) else ""
    return Table(
        caption=f"Published upheld cases, newest first, {known.year}{mark}",
        head=(
            "Decided",
            "Service",
            "What went wrong",
            "What the council agreed",
            *(["Payment"] if paid else []),
        ),
        rows=tuple(rows),
        numbers=frozenset({4}) if paid else frozenset(),
        wide=frozenset({3}),
        total_last=paid,
    )


def _row(
    known: Known, found: Behind, row: DecisionRow, changes: list[Improvement], *, paid: bool
) -> tuple[Text, ...]:
    reference = Run(row.reference, href=known.links.decision(row.reference))
    report = ["\nPublic interest report"] if row.kind is DecisionKind.REPORT else []
    amount = found.paid(row.reference)
    return (
        text(f"{day(row.decided)}\n", reference),
        text(about(row)),
        text(bare(row.subject), *report),
        _agreed((found.remedies or {}).get(row.reference, ()), changes, paid=paid),
        *([text(f"£{thousands(amount)}" if amount else _NO_PAYMENT)] if paid else []),
    )


def _agreed(remedies: tuple[RemedyTold, ...], changes: list[Improvement], *, paid: bool) -> Text:
    """Tell what was agreed, a line each: for the person, and to change, with how far that has come."""
    personal = [bare(one.text) for one in remedies if not (paid and one.kind is Remedy.PAYMENT)]
    lines = [*personal, *(f"Change: {change_told(one)}" for one in changes)]
    nothing = _PAYMENT_ALONE if remedies else _NOTHING_AGREED
    return text("\n".join(lines) if lines else nothing)


def change_told(one: Improvement) -> str:
    """Tell an agreed change and how far it has come, as far as that is recorded."""
    told = bare("".join(piece for piece, _ in one.text))
    match progress(one.due, one.met):
        case Progress.ON_TIME if one.met is not None:
            state = f"done {day(one.met)}"
        case Progress.LATE if one.met is not None and one.due is not None:
            state = f"done {day(one.met)}, late: due {day(one.due)}"
        case Progress.NOT_YET if one.due is not None:
            state = f"due {day(one.due)}, not recorded as done"
        case _:
            state = f"done {day(one.met)}" if one.met else "no date recorded"
    return f"{told} ({state})"
