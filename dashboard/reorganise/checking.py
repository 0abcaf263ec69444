"""A reorganisation's rows held against the councils there are: all are taken, or none and every reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dashboard.domain.authority_types import AuthorityType, type_from_label
from dashboard.domain.formats import day as written
from dashboard.domain.formats import words
from dashboard.domain.reorganisation import NewCouncil
from dashboard.imports.problems import ImportRefusedError, Problem
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import reorganised
from dashboard.reorganise.fitting import TYPE_OF_CODE, misfits
from dashboard.reorganise.predecessors import Names
from dashboard.reorganise.reading import LONGEST_NAME, Row
from dashboard.repository.records import Council

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE = re.compile(r"E(?:06|07|08|09|10)\d{6}", re.ASCII)
YEARS_AHEAD = 10
"""How long after the last change that is known a council may begin: what lies farther is a slip of a year."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A row whose own cells are right; its predecessors are not looked up yet."""

    row: Row
    type: AuthorityType
    start: date


@dataclass(frozen=True, slots=True)
class _Known:
    """The last change that the committed data know, and the last that is known with those kept besides."""

    past: date
    last: date


def checked(rows: Sequence[Row], reference: Reference, past: date) -> tuple[NewCouncil, ...]:
    """Return the councils that rows say, by start and name.

    ``reference`` has the reorganisations kept already, ``past`` is the last change the committed data know
    (``last_change``). Each start is looked at after those before it, so that a council may be made of one
    that begins earlier in the same file. Raises ImportRefusedError with every problem found.
    """
    problems = list(_said_twice(rows))
    begun: list[_Begun] = []
    names = Names(reference)
    known = _Known(past, max(past, last_change(reference)))
    for row in rows:
        found = list(_own_problems(row, reference, names, known))
        problems += found
        if not found:
            begun.append(_Begun(row, _type(row.type), date.fromisoformat(row.start)))
    if problems:
        raise ImportRefusedError(problems)
    kept: list[NewCouncil] = []
    for _, group in groupby(sorted(begun, key=lambda one: (one.start, one.row.line)), lambda one: one.start):
        new, found = _of_one_day(tuple(group), reference)
        problems += found
        if problems:
            raise ImportRefusedError(problems)
        kept += new
        reference = reorganised(reference, new)
    return tuple(sorted(kept, key=lambda council: (council.start, council.slug)))


def last_change(reference: Reference) -> date:
    """Return the latest day on which the committed data know a council or a code to have changed."""
    days = [link.effective for link in reference.lineage]
    days += [span.first for span in reference.code_spans if span.first]
    days += [council.start for council in reference.councils.values() if council.start]
    return max(days, default=date.min)


def _said_twice(rows: Sequence[Row]) -> Iterator[Problem]:
    """The same name, slug or code in two rows."""
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        slug = NewCouncil(row.name, None, AuthorityType.UNITARY, date.min, ()).slug
        for column, text in (("name", slug), ("code", row.code)):
            if text and (line := first.setdefault((column, text), row.line)) != row.line:
                yield Problem(row.place(column), f"The same {column} stands in row {line}.")


def _own_problems(row: Row, reference: Reference, names: Names, known: _Known) -> Iterator[Problem]:
    """What is wrong with a row's own cells, but for its predecessors."""
    yield from _name_problems(row, reference, names)
    try:
        kind: AuthorityType | None = _type(row.type)
    except ValueError:
        kind = None
        types = ", ".join(one for one in AuthorityType if one is not AuthorityType.COUNTY)  # none is begun
        yield Problem(row.place("type"), f"“{row.type}” is no type of council.", f"It is one of {types}.")
    if row.code:
        yield from _code_problems(row, reference, kind)
    yield from _start_problems(row, known)
    if not row.predecessors:
        yield Problem(
            row.place("predecessors"), "No predecessor stands here.", "A new council is made of whole ones."
        )


def _start_problems(row: Row, known: _Known) -> Iterator[Problem]:
    place = row.place("start")
    try:
        start = date.fromisoformat(row.start) if _DAY.fullmatch(row.start) else None
    except ValueError:
        start = None
    if start is None:
        yield Problem(place, f"“{row.start}” is no day.", "Write it as 2027-04-01.")
    elif start <= known.past:
        yield Problem(
            place,
            f"{written(start)} lies in the past that the data have already: the last change they know is of "
            f"{written(known.past)}.",
            "Only what comes after it can be added.",
        )
    elif start.year > known.last.year + YEARS_AHEAD:
        yield Problem(
            place,
            f"{written(start)} lies more than {words(YEARS_AHEAD)} years after the last change of councils "
            f"that is known, of {written(known.last)}.",
            "Is its year as it was meant?",
        )


def _name_problems(row: Row, reference: Reference, names: Names) -> Iterator[Problem]:
    place = row.place("name")
    slug = NewCouncil(row.name, None, AuthorityType.UNITARY, date.min, ()).slug
    if not slug:
        yield Problem(place, "The name is empty, or has neither letters nor digits.")
        return
    if len(row.name) > LONGEST_NAME:
        yield Problem(place, f"The name has {len(row.name):,} characters; {LONGEST_NAME} are the most.")
        return
    owner = reference.slug_meant(slug)
    council = reference.councils[owner] if owner else names.taken(row.name)
    if council is not None:
        yield Problem(
            place,
            f"“{row.name}” is, or was, the name of {council.name}, whose pages and addresses it has.",
            "A new council needs a name of its own.",
        )


def _code_problems(row: Row, reference: Reference, kind: AuthorityType | None) -> Iterator[Problem]:
    place = row.place("code")
    if not _CODE.fullmatch(row.code):
        yield Problem(
            place,
            f"“{row.code}” is no ONS code of a council of England, such as E06000066.",
            "Leave it empty until it is known.",
        )
        return
    owner = reference.slug_for_code(row.code)
    if owner is not None:
        yield Problem(place, f"{row.code} is, or was, the code of {reference.councils[owner].name}.")
    of_code = TYPE_OF_CODE[row.code[:3]]
    if kind is not None and of_code is not kind:
        yield Problem(place, f"{row.code} is the code of a {of_code.label.lower()}, and the type is {kind}.")


def _of_one_day(
    group: Sequence[_Begun], reference: Reference
) -> tuple[tuple[NewCouncil, ...], list[Problem]]:
    """Return the councils that begin on one day, and what is wrong with their predecessors."""
    names = Names(reference)
    used: dict[str, Row] = {}
    new: list[NewCouncil] = []
    problems: list[Problem] = []
    for one in group:
        council = NewCouncil(one.row.name, one.row.code or None, one.type, one.start, ())
        place = one.row.place("predecessors")
        before: list[Council] = []
        for text in one.row.predecessors:
            found = names.find(text, council.eve)
            if isinstance(found, str):
                problems.append(Problem(place, found))
            elif found.type is AuthorityType.COUNTY:
                problems.append(
                    Problem(
                        place,
                        f"{found.name} is a county.",
                        "Name the districts: what becomes of their county follows from them.",
                    )
                )
            elif found.end is not None:
                after = next(iter(reference.successors(found.slug)))
                successor = reference.councils[after.successor].name
                problems.append(
                    Problem(
                        place, f"{found.name} goes into {successor} on {written(after.effective)} already."
                    )
                )
            elif found.slug in used:
                other = used[found.slug]
                where = "twice in this row" if other is one.row else f"in row {other.line} too"
                problems.append(
                    Problem(
                        place,
                        f"{found.name} stands {where}.",
                        "A council that is divided is no union of whole ones: that needs the official "
                        "outlines of the ONS (docs/reorganisation.md).",
                    )
                )
            else:
                used[found.slug] = one.row
                before.append(found)
        problems += [
            Problem(one.row.place("type"), said)
            for said in misfits(one.type, before)
            if len(before) == len(one.row.predecessors)
        ]
        new.append(
            NewCouncil(
                one.row.name,
                one.row.code or None,
                one.type,
                one.start,
                tuple(sorted(council.slug for council in before)),
            )
        )
    return tuple(new), problems


def _type(text: str) -> AuthorityType:
    """Read a type by its id or the Ombudsman's label. Raises ValueError."""
    try:
        return AuthorityType(text.casefold())
    except ValueError:
        return type_from_label(text)
