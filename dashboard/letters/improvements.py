"""What a council agreed to improve, as its letter says it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.formats import day, words
from dashboard.domain.origin import Origin
from dashboard.domain.progress import Progress, progress
from dashboard.domain.same_change import words_of
from dashboard.domain.simulated import unmarked
from dashboard.letters.model import Block, Paragraph, Points, Run
from dashboard.repository.case_records import Improvement
from dashboard.repository.interface import Repository
from dashboard.words.wording import listed

SHOWN = 5
_MOST_FIELDS = 3
TWO_CLOCKS = (
    " This counts the changes agreed in decisions of the year, as they stood at its end. The figure for "
    "compliance counts every recommendation that fell due in the year, whenever it was agreed, and one "
    "carried out late counts as carried out."
)
"""Why all may have been carried out, and changes be overdue, in one letter."""

_BEHIND = (Progress.LATE, Progress.NOT_YET)

Alike = tuple[Improvement, ...]
"""Changes that say the same of the same kind of service, in one case or several."""


def agreed_in(slug: str, year: str, repository: Repository) -> tuple[Improvement, ...] | None:
    """Return what a council agreed to improve in decisions of a year, newest first; None without cases."""
    cases = repository.cases_of(year)
    if cases is None:
        return None
    return tuple(cases.every_improvement(CaseFilter(councils=(slug,), decided=year, improving=True)))


def told(
    improvements: tuple[Improvement, ...],
    origin: Origin,
    upheld: int | None,
    *,
    by: date,
    ended: bool = False,
    beside_compliance: bool = False,
) -> tuple[Block, ...]:
    """Return how many improvements were agreed and in what, the newest of several cases, and how it went.

    ``upheld`` is how many complaints were upheld in the year, None where that is not held; ``by`` is the
    year's last day: the letter knows of nothing after it. Of a council that had ``ended`` before the year
    it is not said who agreed. ``beside_compliance``: the letter gives that figure too, which goes by another
    clock; where changes were late or overdue the two are reconciled.
    """
    if not improvements:
        if upheld == 0:
            return ((Run("We upheld no complaints in the year, and so asked for no changes."),),)
        none = "The decisions we published about the year record no change that was agreed"
        return ((Run(none, origin), Run(".")),)
    shown = _newest(_joined(improvements))
    count = len(improvements)
    went: Paragraph = (Run(_how_it_went(improvements, by), origin), Run("."))
    if beside_compliance and any(_stood(one, by) in _BEHIND for one in improvements):
        went = (*went, Run(TWO_CLOCKS))
    return (
        (
            Run(_how_many(improvements, ended=ended), origin),
            Run(f". {_introduced(count, sum(map(len, shown)), len(shown))}"),
        ),
        Points(tuple(_point(alike, origin) for alike in shown)),
        went,
    )


def _how_many(improvements: tuple[Improvement, ...], *, ended: bool) -> str:
    count = len(improvements)
    cases = len({one.reference for one in improvements})
    where = _where(Counter(one.category for one in improvements))
    after = "After one investigation" if cases == 1 else f"After {words(cases)} investigations"
    changes = "one change" if count == 1 else f"{words(count)} changes"
    if ended:
        return f"{after} {changes} in how services work {'was' if count == 1 else 'were'} agreed, {where}"
    return f"{after} your council agreed to {changes} in how its services work, {where}"


def _where(by_field: Counter[DecisionCategory]) -> str:
    """Name the most frequent fields, of equals the first by name: "mostly" only where they are more than half
    of all."""
    ordered = sorted(by_field, key=lambda category: (-by_field[category], category.label))
    fields = listed([_field(category) for category in ordered[:_MOST_FIELDS]])
    if len(ordered) <= _MOST_FIELDS:
        return f"in {fields}"
    named = sum(by_field[category] for category in ordered[:_MOST_FIELDS])
    return f"mostly in {fields}" if 2 * named > by_field.total() else f"among other fields in {fields}"


def _field(category: DecisionCategory) -> str:
    name = category.label.replace("Other Categories", "other services").replace(
        "Other categories", "other services"
    )
    return name[:1].lower() + name[1:]


def _introduced(count: int, shown: int, points: int) -> str:
    if points == 1 and count == shown:
        return "It is this:"
    if count == shown:
        return "They are these:" if points > 2 else "They are:"
    return f"Here are {words(shown)} of them, the newest first:"


def _joined(improvements: Sequence[Improvement]) -> tuple[Alike, ...]:
    """Return changes that say the same as one, in the place of the newest of them.

    The same is what has the same words, whatever its numbers, days and punctuation.
    """
    joined: dict[tuple[str, str], list[Improvement]] = {}
    for one in improvements:
        joined.setdefault((_about(one), words_of(_text(one))), []).append(one)
    return tuple(map(tuple, joined.values()))


def _newest(improvements: tuple[Alike, ...]) -> tuple[Alike, ...]:
    """Return the newest, of as many different cases as there are, still newest first."""
    if len(improvements) <= SHOWN:
        return improvements
    cases: set[str] = set()
    first = []
    for place, alike in enumerate(improvements):
        if alike[0].reference not in cases:
            cases.add(alike[0].reference)
            first.append(place)
    further = [place for place in range(len(improvements)) if place not in first]
    return tuple(improvements[place] for place in sorted([*first, *further][:SHOWN]))


def _point(alike: Alike, origin: Origin) -> Paragraph:
    """Say a change and whose case it follows from; of several that say the same, all."""
    text = _text(alike[0])
    references = list(dict.fromkeys(one.reference for one in alike))
    cases = f"case {references[0]}" if len(references) == 1 else f"cases {listed(references)}"
    times = f"{words(len(alike))} changes, " if len(alike) > len(references) else ""
    said = f"{_about(alike[0])}: {text[:1].lower()}{text[1:]} ({times}{cases})"
    return (Run(said, origin), Run("."))


def _text(one: Improvement) -> str:
    return unmarked("".join(piece for piece, _ in one.text)).rstrip(". ")


def _about(one: Improvement) -> str:
    return one.sub_category or one.category.label


def _how_it_went(improvements: Sequence[Improvement], by: date) -> str:
    """Say how many were done on time or late by a day, and of the others whether they were due by then."""
    counts = Counter(_stood(one, by) for one in improvements)
    total = len(improvements)
    if counts[Progress.UNDATED] == total:
        return f"No date is recorded for {'it' if total == 1 else 'them'}"
    parts = []
    for state, one, several in _STANDS:
        if count := counts[state]:
            whole = "both" if total == 2 else f"all {words(total)}"
            who = "it" if total == 1 else whole if count == total else words(count)
            parts.append(f"{who} {one if count == 1 else several}")
    return f"By {day(by)}, {listed(parts)}"


def _stood(one: Improvement, by: date) -> Progress | None:
    """Return how far an improvement had come by a day; None for one that was not due yet."""
    if one.due is not None and one.due > by and (one.met is None or one.met > by):
        return None
    return progress(one.due, one.met if one.met is not None and one.met <= by else None)


_STANDS = (
    (Progress.ON_TIME, "had been made on time", "had been made on time"),
    (Progress.LATE, "had been made late", "had been made late"),
    (Progress.NOT_YET, "was overdue", "were overdue"),
    (None, "was not yet due", "were not yet due"),
    (Progress.UNDATED, "had no date recorded", "had no date recorded"),
)
