"""What differs between two releases in their published decisions: of a register, or of a list of some."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.diff.model import Change, Kind
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.repository.case_records import DecisionRow
from dashboard.repository.interface import Repository
from dashboard.repository.listed_records import ListedDecision
from dashboard.words.listed import NO_DAY, NO_OUTCOME

_TEXT, _ANOTHER = "its text", "another text"


@dataclass(frozen=True, slots=True)
class _Told:
    """One decision: the slug of its council, its year (empty: its day was not seen), its facts in words, and
    what it says besides."""

    slug: str
    year: str
    facts: str
    text: str


def decision_changes(a: Repository, b: Repository) -> Iterator[Change]:
    """Yield each decision that only one release has, or that says something else in the other; those of a
    year that only one covers come with that year, and are not told one by one."""
    before, after = _decisions(a), _decisions(b)
    of_one = {*a.release().years} ^ {*b.release().years}
    for reference in sorted({*before, *after}):
        was, became = before.get(reference), after.get(reference)
        if was == became:
            continue
        one = became or was or before[reference]
        if (was is None or became is None) and one.year in of_one:
            continue
        council = b.council(one.slug) or a.council(one.slug)
        words = _words(was, became)
        yield Change(
            Kind.DECISION, council.name if council else one.slug, one.slug, one.year, reference, *words
        )


def _words(was: _Told | None, became: _Told | None) -> tuple[str, str]:
    if was is not None and became is not None and was.facts == became.facts:
        return _TEXT, _ANOTHER
    return (was.facts if was else ""), (became.facts if became else "")


def _decisions(repository: Repository) -> dict[str, _Told]:
    cases, some = repository.cases(), repository.listed()
    found: dict[str, _Told] = {}
    for row in cases.every_decision(CaseFilter()) if cases is not None else ():
        found[row.reference] = _told(row, repository, f"{row.subject}\n{row.excerpt}\n{row.improvements}")
    for one in some.every_decision(CaseFilter()) if some is not None else ():
        found[one.reference] = _told(one, repository, "")
    return found


def _told(one: DecisionRow | ListedDecision, repository: Repository, text: str) -> _Told:
    council = repository.council(one.slug)
    category = " > ".join(filter(None, (one.category.label, one.sub_category)))
    facts = [council.name if council else one.slug, category]
    facts.append(one.outcome.label if one.outcome else NO_OUTCOME)
    facts.append(day(one.decided) if one.decided else NO_DAY)
    if one.kind is not None:
        facts.append(one.kind.label)
    if one.withdrawn is not None:
        facts.append(f"withdrawn on {day(one.withdrawn.on)}: {one.withdrawn.reason}")
    year = str(ReportingYear.of(one.decided)) if one.decided else ""
    return _Told(one.slug, year, "; ".join(facts), text)
