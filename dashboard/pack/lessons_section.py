"""What was agreed to change and how far that has come; and what the councils beside it agreed to change."""

from collections import Counter
from collections.abc import Sequence

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import day, thousands, words
from dashboard.domain.progress import Progress, progress
from dashboard.pack.cases_section import Behind, bare, elsewhere, is_simulated
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Commentary, Run, Section, Table, cells, on_site, quietly, said
from dashboard.pack.order import ANNEX
from dashboard.repository.case_records import Improvement
from dashboard.repository.records import Council
from dashboard.words.wording import capital, listed, noun, was

_STATES = (Progress.ON_TIME, Progress.LATE, Progress.NOT_YET, Progress.UNDATED)
_HEADS = {
    Progress.ON_TIME: "Done on time",
    Progress.LATE: "Done late",
    Progress.NOT_YET: "Not recorded as done",
    Progress.UNDATED: "No date held",
}
_TOLD = {**{state: state.label for state in _STATES}, Progress.UNDATED: "without a date"}
_MOST_LEARNT = 6
_AGREED_BY = 2
_STATE_NOTE = (
    "The state is the one recorded in this release; the council knows what has been done since. Done says "
    "that a step was taken, not that it worked."
)


def lessons_section(known: Known, found: Behind | None, beside: Sequence[Council]) -> Section:
    """Return the section; ``beside`` are the councils that the paper sets beside it."""
    heading = "Lessons: what was agreed to change, and how far it is"
    comment = Commentary("what was learnt")
    if found is None or known.cases is None:
        return Section("lessons", heading, (elsewhere(known, "what was agreed to change"), comment))
    blocks = [*_own(known, found), *_learning(known, found, beside)]
    return Section("lessons", heading, (*blocks, comment))


def _own(known: Known, found: Behind) -> list[Block]:
    if not found.improvements:
        return [said(f"No change to how services work was agreed in published decisions of {known.year}.")]
    number = len(found.improvements)
    cases = len({one.reference for one in found.improvements})
    agreed = f"{words(number)} change{'' if number == 1 else 's'} to how services work {was(number)}"
    whence = f"in {words(cases)} {noun(cases, 'cases')}"
    states = Counter(progress(one.due, one.met) for one in found.improvements)
    told = [f"{words(states[state])} {_TOLD[state]}" for state in _STATES if states[state]]
    lead = f"{capital(agreed)} agreed in published decisions of {known.year}, {whence}: {listed(told)}."
    each = f"Each is told beside its case in annex {ANNEX}." if found.told else ""
    return [said(" ".join(part for part in (lead, each) if part)), _table(known, found), quietly(_STATE_NOTE)]


def _table(known: Known, found: Behind) -> Table:
    by_subject: dict[str, list[Improvement]] = {}
    for one in found.improvements:
        by_subject.setdefault(one.sub_category or one.category.label, []).append(one)
    shown = [s for s in _STATES if any(progress(o.due, o.met) is s for o in found.improvements)]
    ordered = sorted(by_subject.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    rows = [cells(subject, *_counts(changes, shown), _next(changes)) for subject, changes in ordered]
    rows.append(cells("All", *_counts(found.improvements, shown), _next(found.improvements)))
    mark = ": simulated" if is_simulated(known) else ""
    return Table(
        caption=f"Changes agreed in {known.year}, by subject{mark}",
        head=("Subject", "Agreed", *(_HEADS[state] for state in shown), "Next date of those not done"),
        rows=tuple(rows),
        numbers=frozenset(range(1, 2 + len(shown))),
        wide=frozenset({0}),
        total_last=True,
    )


def _counts(changes: Sequence[Improvement], shown: Sequence[Progress]) -> list[str]:
    states = Counter(progress(one.due, one.met) for one in changes)
    return [thousands(len(changes)), *(thousands(states[state]) for state in shown)]


def _next(changes: Sequence[Improvement]) -> str:
    open_dates = [one.due for one in changes if one.due is not None and one.met is None]
    return day(min(open_dates)) if open_dates else "–"


def _learning(known: Known, found: Behind, beside: Sequence[Council]) -> list[Block]:
    """Name the changes that several of the councils beside it agreed in the same words, and it did not."""
    if not beside or known.cases is None:
        return []
    names = {council.slug: council.short_name for council in beside}
    own = {bare("".join(piece for piece, _ in one.text)) for one in found.improvements}
    agreed: dict[tuple[str, str], set[str]] = {}
    total = 0
    for one in known.cases.changes_agreed(CaseFilter(councils=tuple(names), decided=known.year)):
        total += 1
        if (change := bare(one.text)) not in own:
            agreed.setdefault((one.subject, change), set()).add(one.slug)
    several = [(key, slugs) for key, slugs in agreed.items() if len(slugs) >= _AGREED_BY]
    several.sort(key=lambda pair: (-len(pair[1]), pair[0]))
    among = f"{words(total)} {noun(total, 'improvements')}" if total else "no improvement"
    lead = (
        f"Learning from similar councils. The {words(len(beside))} councils beside it agreed {among} in "
        f"published decisions of {known.year}."
    )
    href = known.links.improvements(f"type={known.council.type.value}&year={known.year}")
    link = on_site(
        "All are on this site: ", Run(f"what {known.council.type.councils} agreed", href=href), "."
    )
    if not several:
        none = (
            " None of them was agreed in the same words by two or more, where this council had not agreed it."
        )
        return [said(lead, none if total else ""), *([link] if total else [])]
    shown = several[:_MOST_LEARNT]
    which = (
        f" {capital(words(len(several)))} {was(len(several))} agreed by two or more of them and not by this "
        f"council{'' if len(shown) == len(several) else f'; the {words(len(shown))} most often agreed are'}"
        f"{' these' if len(shown) < len(several) else ''}:"
    )
    mark = ": simulated" if is_simulated(known) else ""
    table = Table(
        caption=f"Agreed by several councils beside it, {known.year}{mark}",
        head=("Subject", "Change", "Agreed by"),
        rows=tuple(
            cells(subject, capital(change), listed(sorted(names[slug] for slug in slugs)))
            for (subject, change), slugs in shown
        ),
        wide=frozenset({1}),
    )
    return [said(lead, which), table, link]
