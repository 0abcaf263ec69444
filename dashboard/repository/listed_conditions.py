"""A filter of a list of decisions as SQL: ``d`` is ``listed_decision``, ``o`` its council.

Words are looked for in the index ``listed_words``: the names of the council, the subject, the outcome.
"""

from collections.abc import Iterable

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.years import ReportingYear
from dashboard.repository.case_conditions import Conditions
from dashboard.repository.words_asked import read_words

_LETTERS = "abcdefgh"
"""Whoever types the digits of a reference means those with a letter, too."""


def of_listed(asked: CaseFilter) -> Conditions:
    """Return the conditions on a listed decision; always at least one. What only a register knows is no
    condition (``dashboard.repository.listed_interface.beyond_a_list``)."""
    found = Conditions("1", ())
    words = read_words(asked.words)
    if words.match:
        found = found.and_("d.id IN (SELECT rowid FROM listed_words WHERE listed_words MATCH ?)", words.match)
    if words.references:
        found = _one_of(found, "d.reference", _with_letters(words.references))
    if asked.councils:
        found = _one_of(found, "d.slug", asked.councils)
    if asked.outcomes:
        found = _one_of(found, "d.outcome", [outcome.value for outcome in asked.outcomes])
    for column, value in (
        ("o.type", asked.type),
        ("d.category", asked.category),
        ("d.sub_category", asked.sub_category),
        ("d.kind", asked.kind),
    ):
        if value is not None:
            found = found.and_(f"{column} = ?", str(value))
    if asked.decided is not None:
        year = ReportingYear.parse(asked.decided)
        found = found.and_("d.decided BETWEEN ? AND ?", year.first_day.isoformat(), year.last_day.isoformat())
    if asked.since:
        found = found.and_("d.decided >= ?", asked.since.isoformat())
    if asked.until:
        found = found.and_("d.decided <= ?", asked.until.isoformat())
    return found


def _with_letters(references: Iterable[str]) -> list[str]:
    return [
        one + letter for one in references for letter in (("", *_LETTERS) if one[-1].isdigit() else ("",))
    ]


def _one_of(found: Conditions, column: str, values: Iterable[str]) -> Conditions:
    told = tuple(values)
    return found.and_(f"{column} IN ({', '.join('?' * len(told))})", *told)
