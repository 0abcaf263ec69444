"""A difference as a person reads it in a terminal, as sentences, and as rows of CSV."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from typing import TextIO

from dashboard.diff.model import Change, Difference, Kind
from dashboard.domain.formats import thousands
from dashboard.domain.years import ReportingYear
from dashboard.words.wording import counted, listed

COLUMNS = tuple(field.name for field in fields(Change))
LINES = 20  # of a section in the terminal
_NAMED = 5  # councils named in a sentence


def sentences(difference: Difference) -> tuple[str, ...]:
    """Return a difference in a few sentences, for a change log."""
    told = [*_of_years(difference), *_of_councils(difference)]
    counts = difference.of(Kind.COUNT)
    for kind, singular, plural in (
        (Kind.FIGURE, "figure", "figures"),
        (Kind.CLASS, "class on the map", "classes on the map"),
        (Kind.COMPARISON, "comparison with the type", "comparisons with the type"),
        (Kind.AVERAGE, "average of a type", "averages of types"),
        (Kind.LETTER, "letter", "letters"),
    ):
        changes = difference.of(kind)
        if changes:
            told.append(f"{_number(changes, singular, plural)} changed{_where(changes)}.")
    if counts:
        told.append(f"{_number(counts, 'count', 'counts')} by category or outcome changed{_where(counts)}.")
    told += _of_decisions(difference.of(Kind.DECISION))
    failing = [change for change in difference.of(Kind.CHECK) if change.became == "fails"]
    if failing:
        told.append(f"{_number(failing, 'check', 'checks')} that passed before: now failing.")
    return tuple(told) or ("No figure, council, letter or decision differs.",)


def text(difference: Difference) -> Iterator[str]:
    """Yield the lines of a report: what is found in short, then each section, cut after ``LINES``."""
    yield f"From release “{difference.before}” to release “{difference.after}”:"
    yield from (f"  {sentence}" for sentence in sentences(difference))
    for kind in Kind:
        changes = difference.of(kind)
        if not changes:
            continue
        yield ""
        yield f"{kind.heading} ({thousands(len(changes))})"
        yield from (f"  {_line(change)}" for change in changes[:LINES])
        if len(changes) > LINES:
            yield f"  … and {thousands(len(changes) - LINES)} more; --csv FILE and --html FILE list all."


def write_csv(difference: Difference, file: TextIO) -> None:
    """Write every change as a row, with the two releases' names."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("from_release", "to_release", *COLUMNS))
    for change in difference.changes:
        writer.writerow((difference.before, difference.after, *(str(value) for value in astuple(change))))


def _line(change: Change) -> str:
    about = ", ".join(part for part in (change.council, change.year, change.what) if part)
    return f"{about}: {change.was or 'nothing'} → {change.became or 'nothing'}"


def _of_years(difference: Difference) -> Iterator[str]:
    for what in ("added", "left out"):
        found = [c for c in difference.of(Kind.YEAR) if (c.was == "not in it") == (what == "added")]
        if len(found) == 1:
            yield f"{found[0].year} {what}: {found[0].became if what == 'added' else found[0].was}."
        elif found:
            yield f"{thousands(len(found))} years {what}: {_span([change.year for change in found])}."


def _span(years: Sequence[str]) -> str:
    """Write years in a row as "2014-15 to 2023-24", others one by one."""
    first = ReportingYear.parse(years[0])
    in_a_row = list(years) == [str(first.shifted(number)) for number in range(len(years))]
    return f"{years[0]} to {years[-1]}" if in_a_row else listed(years)


def _of_councils(difference: Difference) -> Iterator[str]:
    changes = difference.of(Kind.COUNCIL)
    by = {
        "added": [c.council for c in changes if c.what == "council" and c.became == "in it"],
        "left out": [c.council for c in changes if c.what == "council" and c.was == "in it"],
        "ended": [c.council for c in changes if c.what == "last day" and c.became],
        "renamed": [f"{c.was} to {c.became}" for c in changes if c.what == "name"],
    }
    for what, names in by.items():
        if names:
            more = [f"{thousands(len(names) - _NAMED)} more"] if len(names) > _NAMED else []
            yield f"{counted(len(names), 'councils')} {what}: {listed([*names[:_NAMED], *more])}."


def _of_decisions(changes: tuple[Change, ...]) -> Iterator[str]:
    """Say how many published decisions came, went, and say something else."""
    for words, found in (
        ("added", [change for change in changes if not change.was]),
        ("left out", [change for change in changes if not change.became]),
        ("changed", [change for change in changes if change.was and change.became]),
    ):
        if found:
            yield f"{counted(len(found), 'published decisions')} {words}{_where(tuple(found))}."


def _where(changes: tuple[Change, ...]) -> str:
    councils = len({change.slug for change in changes if change.slug})
    years = sorted({change.year[-7:] for change in changes if change.year})
    of = f" of {counted(councils, 'councils')}" if councils else ""
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else ""
    return f"{of}, {span}" if span else of


def _number(changes: tuple[Change, ...] | list[Change], singular: str, plural: str) -> str:
    return f"{thousands(len(changes))} {singular if len(changes) == 1 else plural}"
