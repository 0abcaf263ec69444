"""Recommendations that fell due: how many were carried out, on time or late, and the years before."""

from dataclasses import dataclass

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands
from dashboard.domain.measures import COMPLIANCE
from dashboard.domain.outcomes import Compliance
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Section, Table, cells, quietly, said
from dashboard.words import figure as say
from dashboard.words import figure_in_table as words
from dashboard.words.values import value
from dashboard.words.wording import counted, was

_MOST_YEARS = 5
_LATE_NOT_HELD = (
    "Whether those carried out were on time or late is not held here: the Ombudsman tells each council case "
    "by case."
)


@dataclass(frozen=True, slots=True)
class Punctuality:
    """Recommendations due in a year by what was found."""

    on_time: int
    late: int
    missed: int


def compliance_section(known: Known) -> Section:
    """Return the section of a council's year."""
    figure = known.figures[COMPLIANCE.id]
    blocks: list[Block] = [said(_lead(figure))]
    found = punctuality(known)
    if found is not None:
        blocks.append(said(late_words(found, known.year), _whose(known)))
    elif say.counts_of(figure):
        blocks.append(quietly(_LATE_NOT_HELD))
    if (table := _table(known)) is not None:
        blocks.append(table)
    blocks.append(quietly(f"{COMPLIANCE.caveat} Compliance is counted, never compared."))
    return Section("compliance", COMPLIANCE.label, tuple(blocks))


def punctuality(known: Known) -> Punctuality | None:
    """Count what fell due by what was found; None where no cases are held or nothing fell due."""
    if known.cases is None:
        return None
    due = known.cases.due_by_outcome(CaseFilter(councils=(known.council.slug,), due=known.year))
    found = Punctuality(due[Compliance.ON_TIME], due[Compliance.LATE], due[Compliance.NOT_COMPLIED])
    return found if found.on_time + found.late + found.missed else None


def late_words(found: Punctuality, year: str) -> str:
    """Say how many were carried out on time, late, and not."""
    complied = found.on_time + found.late
    if complied == 0:
        return f"None of those due in {year} was carried out."
    if found.late == 0:
        if found.missed:
            return f"The {_some(complied)}carried out {was(complied)} on time."
        return f"{'It was' if complied == 1 else 'Both were' if complied == 2 else 'All were'} on time."
    if found.on_time == 0:
        return f"The {_some(complied)}carried out {was(complied)} late."
    return (
        f"Of the {thousands(complied)} carried out, {thousands(found.on_time)} {was(found.on_time)} on time "
        f"and {thousands(found.late)} {was(found.late)} late."
    )


def _some(number: int) -> str:
    return "one " if number == 1 else f"{thousands(number)} "


def _lead(figure: Figure) -> str:
    origin = figure.origin or figure.shown_origin
    mark = f" ({origin.words})" if origin else ""
    if figure.state is State.NO_CASES:
        return f"No recommendations fell due in {figure.year}{mark}."
    told = say.compliance(figure)
    if told is None:
        if figure.shown is None:
            return say.empty(figure) or f"Not held for {figure.year}."
        return f"{value(figure)} of recommendations were complied with{mark}; the counts are not held."
    due = counted(figure.denominator or 0, "recommendations")
    return f"{due} fell due in {figure.year}{mark}. {told}"


def _table(known: Known) -> Table | None:
    held = [f for f in known.history(COMPLIANCE) if f.shown is not None or f.state is State.NO_CASES]
    if len(held) < 2:
        return None
    return Table(
        caption=f"Recommendations that fell due, by year: {known.council.name}",
        head=("Year", "Fell due", "Not complied with", "Complied with", "Origin"),
        rows=tuple(cells(f.year, *_row(f)) for f in held[-_MOST_YEARS:]),
        numbers=frozenset({1, 2, 3}),
    )


def _row(figure: Figure) -> list[str]:
    if figure.state is State.NO_CASES:
        return ["none", words.NOTHING, words.NOTHING, words.origin(figure)]
    counts = say.counts_of(figure)
    due = thousands(figure.denominator) if figure.denominator is not None else words.NOT_HELD
    missed = thousands(counts[1] - counts[0]) if counts else words.NOT_HELD
    return [due, missed, words.shown(figure), words.origin(figure)]


def _whose(known: Known) -> str:
    """Say of a demonstration that its cases are simulated, also where the figure they add up to is not."""
    if not known.repository.release().is_demonstration:
        return ""
    return " The cases behind this are simulated."
