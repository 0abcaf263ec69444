"""Why a council has no letter of a year: a letter is written of what is held, and of something that was
dealt with."""

from collections.abc import Mapping
from enum import StrEnum

from dashboard.domain.figures import Figure, State
from dashboard.letters.editions import EDITIONS, Edition, Part, edition_of, measures_stated
from dashboard.letters.tables import OVERVIEW
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, CountRow

_SAYS_NOTHING = (State.NOT_HELD, State.NOT_APPLICABLE)


class NoLetter(StrEnum):
    """Why there is none."""

    NO_EDITION = "no edition"
    NO_SUCH_YEAR = "no such year"
    NOTHING_HELD = "nothing held"
    NOTHING_DEALT_WITH = "nothing dealt with"

    def said_of(self, council: Council, year: str) -> str:
        """Say it in a sentence about a council and a year."""
        name = council.name_in(year)
        match self:
            case NoLetter.NOTHING_HELD:
                return f"No figure of {name} for {year} is held, so no letter is written."
            case NoLetter.NOTHING_DEALT_WITH:
                return f"No complaint about {name} was dealt with in {year}, so no letter is written."
            case _:
                return f"There is no letter to {name} for {year}."


def why_none(
    council: Council, year: str, repository: Repository, editions: Mapping[str, Edition] = EDITIONS
) -> NoLetter | None:
    """Return why there is no letter to a council about a year; None where there is one to write."""
    edition = edition_of(year, editions)
    if edition is None:
        return NoLetter.NO_EDITION
    if year not in repository.years_of(council.slug):
        return NoLetter.NO_SUCH_YEAR
    figures = repository.figures(council.slug, year)
    rows = [
        row
        for part, kind in ((Part.RECEIVED, "received"), (Part.DECIDED, "decided"))
        if part in edition.parts
        for row in repository.breakdown(council.slug, year, kind)
    ]
    if not _holds(figures, edition) and all(row.count is None for row in rows):
        return NoLetter.NOTHING_HELD
    if _nothing_dealt_with(figures, rows):
        return NoLetter.NOTHING_DEALT_WITH
    return None


def _holds(figures: Mapping[str, Figure], edition: Edition) -> bool:
    """Say whether a figure that the edition's letter states is held; that nothing was counted is one."""
    stated = [*measures_stated(edition), *(OVERVIEW if Part.OVERVIEW in edition.parts else ())]
    return any(measure.id in figures and figures[measure.id].state not in _SAYS_NOTHING for measure in stated)


def _nothing_dealt_with(figures: Mapping[str, Figure], rows: list[CountRow]) -> bool:
    """Say whether it is known that nothing was: the total is held and none, and no other count says else."""
    total = figures.get(OVERVIEW[0].id)
    if total is None or total.numerator != 0:
        return False
    return not any(row.count for row in rows) and not any(figure.numerator for figure in figures.values())
