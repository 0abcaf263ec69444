"""Which of the figures an edition states are not held of a council."""

from dashboard.domain.figures import State
from dashboard.letters.editions import EDITIONS, Part
from dashboard.letters.tables import MEASURES_STATED, OVERVIEW
from dashboard.repository.interface import Repository


def stated_and_missing(slug: str, year: str, repository: Repository) -> tuple[int, tuple[str, ...]]:
    """Return how many kinds of figures the year's letter states, and the names of those not held at all.

    That nothing was counted (no investigations, say) is a figure; that a measure does not apply, as to a
    council that has ended, is not a missing one.
    """
    parts = EDITIONS[year].parts
    figures = repository.figures(slug, year)
    held = {
        measure.label: measure.id in figures and figures[measure.id].state is not State.NOT_HELD
        for part, measure in MEASURES_STATED
        if part in parts
    }
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
    return len(held), tuple(name for name, there in held.items() if not there)
