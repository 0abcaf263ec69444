"""What became of all complaints and enquiries dealt with in a year: how many went how far."""

from dashboard.domain.absolutes import printed_share
from dashboard.domain.figures import Figure
from dashboard.domain.formats import thousands
from dashboard.domain.measures import MEASURES, counts
from dashboard.pack.council_year import Known
from dashboard.pack.model import Section, Table, cells, quietly, said
from dashboard.pack.row_origin import told
from dashboard.words.wording import capital, council_name, counted, was

DEALT_WITH, NOT_FOR_US, CLOSED = "dealt_with", "not_for_us_or_not_ready", "assessed_and_closed"
_STEPS = (NOT_FOR_US, CLOSED, "investigated")
_NOTE = (
    "A complaint is dealt with in the year in which it was decided; it may have been received in the one "
    "before. How many there are is no score."
)


def overview_section(known: Known) -> Section:
    """Return the section; where how many were dealt with is not held, one that says so."""
    heading = f"Overview of {known.year}"
    of = {measure.id: known.figures.get(measure.id) for measure in counts()}
    dealt_with = _count(of[DEALT_WITH])
    if dealt_with is None:
        return Section("overview", heading, (said(_not_held(known, of)),))
    if dealt_with == 0:
        nothing = f"The Ombudsman dealt with no complaint about {council_name(known.council.name)}."
        return Section("overview", heading, (said(nothing),))
    shown, origin = told([of[measure.id] for measure in counts()])
    rows = tuple(
        cells(_label(measure.id), number, _share(_count(of[measure.id]), dealt_with))
        for measure, number in zip(counts(), shown, strict=True)
    )
    table = Table(
        caption=f"What became of complaints and enquiries, {known.year}: {origin}",
        head=("Outcome", "Number", "Of those dealt with"),
        rows=rows,
        numbers=frozenset({1, 2}),
        wide=frozenset({0}),
    )
    return Section("overview", heading, (said(_sentence(known, of, dealt_with)), table, quietly(_NOTE)))


def _sentence(known: Known, of: dict[str, Figure | None], dealt_with: int) -> str:
    """Say how far the complaints went, as far as each step is held."""
    whom = council_name(known.council.name)
    lead = f"The Ombudsman dealt with {counted(dealt_with, 'cases')} about {whom}"
    said_of = {
        NOT_FOR_US: "outside its remit or not ready for it",
        CLOSED: "closed after a first look",
        "investigated": "investigated",
    }
    steps = [(_count(of[step]), said_of[step]) for step in _STEPS]
    if any(number is None for number, _ in steps):
        return f"{lead}. How far each of them went is not all held."
    first, second, last = (f"{thousands(number) if number else 'none'} {what}" for number, what in steps)
    upheld = _count(of["upheld"])
    end = ""
    if upheld is not None and steps[-1][0]:
        end = f", of which {thousands(upheld) if upheld else 'none'} upheld"
    return f"{lead}: {first}, {second}, and {last}{end}."


def _not_held(known: Known, of: dict[str, Figure | None]) -> str:
    investigated = _count(of["investigated"])
    first = f"How many complaints and enquiries were dealt with in {known.year} is not held here"
    if investigated is None:
        return f"{first}, and neither is how many were investigated."
    mark = told([of["investigated"]])[1]
    return f"{first}; {counted(investigated, 'investigations')} {was(investigated)} completed ({mark})."


def _label(measure: str) -> str:
    return "Of these upheld" if measure == "upheld" else capital(MEASURES[measure].label)


def _share(number: int | None, whole: int) -> str:
    if number is None:
        return "–"
    return "" if number == whole else printed_share(number, whole)


def _count(figure: Figure | None) -> int | None:
    return None if figure is None else figure.numerator
