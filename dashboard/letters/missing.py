"""Which of the figures an edition states are not held of a council."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import SATISFACTORY_REMEDY, UPHELD
from dashboard.domain.years import ReportingYear
from dashboard.letters.editions import Edition, Part, edition_of, measures_stated
from dashboard.letters.tables import OVERVIEW
from dashboard.repository.interface import Repository
from dashboard.repository.records import CountRow

_SAYS_NOTHING = (State.NOT_HELD, State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class OfTheYear:
    """What a release has of a council's year that a letter may state: figures by measure, and breakdowns."""

    figures: Mapping[str, Figure]
    received: tuple[CountRow, ...]
    decided: tuple[CountRow, ...]


def of_the_year(slug: str, year: str, repository: Repository) -> OfTheYear:
    """Return what a release has of a council's year."""
    received, decided = (repository.breakdown(slug, year, kind) for kind in ("received", "decided"))
    return OfTheYear(repository.figures(slug, year), received, decided)


def not_held_in(slug: str, year: str, repository: Repository) -> tuple[str, ...]:
    """Return the names of what the letter to a council about a year says is not held."""
    edition = edition_of(year)
    return stated_and_missing(edition, of_the_year(slug, year, repository))[1] if edition else ()


def stated_and_missing(edition: Edition, of: OfTheYear) -> tuple[int, tuple[str, ...]]:
    """Return how many kinds of figures an edition's letter states, and the names of those not held at all.

    That nothing was counted (no investigations, say) is a figure. A measure that does not apply, as to a
    council that has ended, is neither stated nor missing; before a measure began letters stated it too,
    counted otherwise.
    """
    parts, figures = edition.parts, of.figures
    held = {}
    for measure in measures_stated(edition):
        figure = figures.get(measure.id)
        begun = measure.first_year <= ReportingYear.parse(edition.year)
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
    for part, rows, name in (
        (Part.RECEIVED, of.received, "Complaints received by service"),
        (Part.DECIDED, of.decided, "Complaints decided by outcome"),
    ):
        if part in parts:
            held[name] = any(row.count is not None for row in rows)
    if Part.DECIDED in parts and UPHELD.id in figures and figures[UPHELD.id].state not in _SAYS_NOTHING:
        held.setdefault(UPHELD.label, True)  # stands with the outcomes
    return len(held), tuple(name for name, there in held.items() if not there)
