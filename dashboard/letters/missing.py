"""Which of the figures an edition states are not held of a council."""

from dashboard.domain.figures import State
from dashboard.domain.measures import SATISFACTORY_REMEDY, UPHELD
from dashboard.domain.years import ReportingYear
from dashboard.letters.editions import Part, edition_of, measures_stated
from dashboard.letters.tables import OVERVIEW
from dashboard.repository.interface import Repository

_SAYS_NOTHING = (State.NOT_HELD, State.NOT_APPLICABLE)


def stated_and_missing(slug: str, year: str, repository: Repository) -> tuple[int, tuple[str, ...]]:
    """Return how many kinds of figures the year's letter states, and the names of those not held at all.

    That nothing was counted (no investigations, say) is a figure. A measure that does not apply, as to a
    council that has ended, is neither stated nor missing; before a measure began letters stated it too,
    counted otherwise.
    """
    edition = edition_of(year)
    parts = edition.parts if edition else ()
    figures = repository.figures(slug, year)
    held = {}
    for measure in measures_stated(edition) if edition else ():
        figure = figures.get(measure.id)
        begun = measure.first_year <= ReportingYear.parse(year)
        if not (begun and figure is not None and figure.state is State.NOT_APPLICABLE):
            held[measure.label] = figure is not None and figure.state not in _SAYS_NOTHING
    if Part.REMEDIED in parts:
        remedied = figures.get(SATISFACTORY_REMEDY.id)
        held["Complaints remedied"] = remedied is not None and (
            remedied.state is State.NO_CASES or None not in (remedied.numerator, remedied.denominator)
        )
    if Part.OVERVIEW in parts:
        held["Overview of what was dealt with"] = all(
            measure.id in figures and figures[measure.id].shown is not None for measure in OVERVIEW
        )
    for part, kind, name in (
        (Part.RECEIVED, "received", "Complaints received by service"),
        (Part.DECIDED, "decided", "Complaints decided by outcome"),
    ):
        if part in parts:
            held[name] = any(row.count is not None for row in repository.breakdown(slug, year, kind))
    if Part.DECIDED in parts and UPHELD.id in figures and figures[UPHELD.id].state not in _SAYS_NOTHING:
        held.setdefault(UPHELD.label, True)  # stands with the outcomes
    return len(held), tuple(name for name, there in held.items() if not there)
