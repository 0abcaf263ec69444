"""What stands above or below a heading: whether it leaves the heading its meaning.

A group is understood or it is not: it says nothing (“Figures of 2025-26”), names what the heading counts
(“Complaints received” above “Housing”) or a whole that it is a part of (“Investigated” above “Upheld”).
Anything else, another year or body among it, takes the meaning away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.outcomes import NOT_FOR_US, Outcome
from dashboard.imports.marks import is_mark, without_marks
from dashboard.imports.tables.headings import AUTHORITY, AVERAGE, UNUSED, YEAR, Headings
from dashboard.imports.tables.said_besides import of_another_subject
from dashboard.imports.tables.years_said import part_said, without_year, years_named
from dashboard.imports.wording import normalised, without_number_sign
from dashboard.reference.quantities import decided_quantity
from dashboard.repository.names import folded

_EMPTY = frozenset(
    {"complaints", "complaint", "cases", "case", "enquiries", "number", "numbers", "count", "counts"}
    | {"figures", "figure", "statistics", "services", "service", "by", "category", "categories", "outcome"}
    | {"outcomes", "subject", "area", "and", "the", "of", "for", "in", "all", "total", "totals", "to", "from"}
    | {"this", "our", "your", "council", "authority", "year", "ended", "ending", "12", "twelve", "months"}
    | {"period", "financial", "reporting", "1", "31", "st", "april", "march", "local", "ombudsman"}
)
_DECIDED = frozenset({"decided", "decisions", "decision", "made"})
_SUBJECTS = (
    ("received:", {"received"}),
    ("decided:", _DECIDED),
    ("dealt_with", _DECIDED | {"dealt", "with"}),
    ("upheld", _DECIDED | {"investigations", "completed", "detailed", "upheld"}),
    ("investigated", _DECIDED | {"investigations", "completed", "detailed"}),
    ("not_for_us", _DECIDED | {"dealt", "with"}),
    ("assessed_and_closed", _DECIDED | {"dealt", "with"}),
    ("satisfactory_remedies", {"satisfactory", "remedy", "remedies", "provided"}),
    ("satisfactory_remedy_pct", {"satisfactory", "remedy", "remedies", "provided"}),
    ("satisfactory_remedy_base", {"remedies"}),
    ("compliance", {"compliance", "with", "recommendations", "remedies"}),
    ("complied", {"compliance", "with", "recommendations", "remedies"}),
)
"""What quantities are of, by the beginning of their id: words that a group may name them by."""
_SHARES = frozenset({"pct", "percentage", "percentages", "rate", "rates"})
_PER_100K = frozenset({"rate", "rates", "per", "100000", "residents", "population"})
_OF_OTHERS = frozenset({"average", "averages", "similar", "authorities"})
_WHOLES = {
    "dealt_with": (
        *(decided_quantity(outcome) for outcome in Outcome),
        *("not_for_us_or_not_ready", "assessed_and_closed", "investigated"),
    ),
    "investigated": (decided_quantity(Outcome.NOT_UPHELD), decided_quantity(Outcome.UPHELD), "upheld_pct"),
    "not_for_us_or_not_ready": tuple(decided_quantity(outcome) for outcome in NOT_FOR_US),
    "assessed_and_closed": (decided_quantity(Outcome.CLOSED_INITIAL),),
}
"""What a whole may stand above: its parts."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What the headings of one kind of table are read by: the wordings, and the year it is imported as."""

    headings: Headings
    table: str
    year: str

    def meaning(self, *texts: str) -> str | None:
        """Return what texts mean together, beside that they are of the year."""
        return self.headings.meaning(" ".join(without_year(t, self.year) for t in texts if t), self.table)

    def column(self, levels: Sequence[str], own: Sequence[str]) -> str | None:
        """Return what a column means whose header has several rows; None where not all is understood.

        ``levels`` are its texts from top to bottom with the groups they stand under, ``own`` those in its
        own cells alone.
        """
        told = self.meaning(*levels)
        if told is not None:
            return told
        for texts in ((*own,), *((text,) for text in reversed(own))):
            told = self.meaning(*texts)
            others = [other for other in levels if other and other not in texts]
            if told is not None and all(self.fits(other, told, " ".join(texts)) for other in others):
                return told
        return None

    def fits(self, group: str, quantity: str, heading: str) -> bool:
        """Say whether a text above or below a heading leaves it the meaning that it has by itself."""
        if quantity in (AUTHORITY, UNUSED, YEAR):
            return quantity == UNUSED or not (years_named(group) - {self.year})
        said = without_year(without_marks(group), self.year)
        if years_named(said) or part_said(said, self.year) is not None or of_another_subject(said):
            return False
        joined = self.meaning(said, heading)
        if joined is not None:
            return joined == quantity
        alone = self.meaning(said)
        if alone == quantity or quantity in _WHOLES.get(alone or "", ()):
            return True
        return is_mark(said) or _says_nothing_more(said, quantity)


def _says_nothing_more(said: str, quantity: str) -> bool:
    words = set(folded(without_number_sign(said)).split())
    if "%" in said:
        words.update(normalised(said).split())
    return words <= _EMPTY | _subject(quantity)


def _subject(quantity: str) -> set[str]:
    average = quantity.startswith(AVERAGE)
    bare = quantity.removeprefix(AVERAGE)
    words = {word for beginning, these in _SUBJECTS if bare.startswith(beginning) for word in these}
    if bare.endswith("_pct"):
        words |= _SHARES
    if bare.endswith("_per_100k"):
        words |= _PER_100K
    return words | _OF_OTHERS if average else words
