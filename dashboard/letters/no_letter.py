"""Why a council has no letter of a year: a letter is written of what is held, and of something that was
dealt with."""

from collections.abc import Mapping
from enum import StrEnum

from dashboard.letters.editions import EDITIONS, Edition, edition_of
from dashboard.letters.missing import OfTheYear, of_the_year, stated_and_missing
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council

DEALT_WITH = "dealt_with"


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
    return nothing_in(edition, of_the_year(council.slug, year, repository))


def nothing_in(edition: Edition, of: OfTheYear) -> NoLetter | None:
    """Return why an edition's letter would say nothing: nothing of it is held, or was dealt with."""
    stated, missing = stated_and_missing(edition, of)
    if len(missing) == stated:
        return NoLetter.NOTHING_HELD
    total = of.figures.get(DEALT_WITH)
    if total is None or total.numerator != 0:
        return None
    counted = [
        *(row.count for row in (*of.received, *of.decided)),
        *(f.numerator for f in of.figures.values()),
    ]
    return None if any(counted) else NoLetter.NOTHING_DEALT_WITH  # a count that says else is not contradicted
