"""Putting two releases side by side: everything that differs, in the order of every report."""

from collections.abc import Callable, Iterable, Iterator

from dashboard.diff.decisions import decision_changes
from dashboard.diff.figures import average_changes, count_changes, figure_changes
from dashboard.diff.letters import letter_change
from dashboard.diff.model import Change, Difference, Kind
from dashboard.domain.formats import day
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.wording import counted

Progress = Callable[[str], None]


def difference(
    a: Repository,
    b: Repository,
    *,
    failing: tuple[Iterable[str], Iterable[str]] = ((), ()),
    letters: bool = True,
    progress: Progress = lambda _: None,
) -> Difference:
    """Return everything that differs from release ``a`` to ``b``.

    Figures are compared in the years both have; a year that only one has is told once; decisions are compared
    one by one, whatever their year. ``failing`` are
    the sentences of the checks that fail in each. ``letters=False`` leaves the letters out.
    ``progress`` is told each year as it is begun.
    """
    changes = [*_years(a, b), *_councils(a, b)]
    for year in _shared(a, b):
        progress(year)
        changes += average_changes(year, a, b)
        for council in _pages(a, b, year):
            changes += figure_changes(council, year, a, b)
            changes += count_changes(council, year, a, b)
            if letters and (letter := letter_change(council, year, a, b)):
                changes.append(letter)
    changes += decision_changes(a, b)
    changes += _checks(*failing)
    order = list(Kind)
    changes.sort(key=lambda change: order.index(change.kind))  # stable: years and councils stay in order
    return Difference(a.release().name, b.release().name, tuple(changes))


def _shared(a: Repository, b: Repository) -> tuple[str, ...]:
    known = set(b.release().years)
    return tuple(year for year in a.release().years if year in known)


def _years(a: Repository, b: Repository) -> Iterator[Change]:
    before, after = a.release().years, b.release().years
    for year in sorted({*before, *after}):
        if (year in before) != (year in after):
            was, became = (_held(repository, year) for repository in (a, b))
            yield Change(Kind.YEAR, "", "", year, "year", was, became)


def _held(repository: Repository, year: str) -> str:
    if year not in repository.release().years:
        return "not in it"
    return counted(len(repository.councils(year)), "councils")


def _councils(a: Repository, b: Repository) -> Iterator[Change]:
    before, after = ({c.slug: c for c in repository.councils()} for repository in (a, b))
    for slug in sorted({*before, *after}, key=lambda s: (after.get(s) or before[s]).short_name.casefold()):
        was, became = before.get(slug), after.get(slug)
        for what, old, new in _of_council(was, became):
            name = (became or was or before[slug]).name
            yield Change(Kind.COUNCIL, name, slug, "", what, old, new)


def _of_council(was: Council | None, became: Council | None) -> Iterator[tuple[str, str, str]]:
    if was is None or became is None:
        yield "council", "in it" if was else "not in it", "in it" if became else "not in it"
        return
    told = (
        ("name", was.name, became.name),
        ("type", was.type.label, became.type.label),
        ("codes", ", ".join(was.codes), ", ".join(became.codes)),
        ("first day", day(was.start) if was.start else "", day(became.start) if became.start else ""),
        ("last day", day(was.end) if was.end else "", day(became.end) if became.end else ""),
    )
    yield from (each for each in told if each[1] != each[2])


def _pages(a: Repository, b: Repository, year: str) -> Iterator[Council]:
    """Every council of both that has a page of the year in either."""
    for council in b.councils():
        if a.council(council.slug) is None:
            continue
        if any(year in repository.years_of(council.slug) for repository in (a, b)):
            yield council


def _checks(before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    old, new = tuple(before), tuple(after)
    for sentence in dict.fromkeys((*old, *new)):
        was, became = ("fails" if sentence in of else "passes" for of in (old, new))
        if was != became:
            yield Change(Kind.CHECK, "", "", "", sentence, was, became)
