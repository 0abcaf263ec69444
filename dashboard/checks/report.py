"""The report of a draft's checks as data: what text and page both say, in the same order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.checks.acceptances import Acceptance
from dashboard.checks.corrections import Correction
from dashboard.checks.draft import CheckedDraft
from dashboard.checks.finding import Finding
from dashboard.checks.years_covered import filled
from dashboard.domain.check_titles import CHECK_TITLES
from dashboard.domain.formats import day, thousands
from dashboard.domain.rounding import plain
from dashboard.reference.load import Reference
from dashboard.words.quantities import quantity_words


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one check, in the order of the catalogue."""

    check: str
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AcceptedGroup:
    """The warnings of one check that one person accepted on one day for one reason."""

    title: str
    reason: str
    by: str
    on: str
    sentences: tuple[str, ...]


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Group findings by check, in the order of the catalogue."""
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.check, []).append(finding)
    order = list(CHECK_TITLES)
    return tuple(
        Group(check, CHECK_TITLES.get(check, check), tuple(found))
        for check, found in sorted(by_check.items(), key=lambda item: order.index(item[0]))
    )


def accepted_groups(accepted: Iterable[tuple[Finding, Acceptance]]) -> tuple[AcceptedGroup, ...]:
    """Group accepted warnings by what was decided about them."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for finding, a in accepted:
        key = (finding.check, a.reason, a.accepted_by, day(a.accepted_on))
        found.setdefault(key, []).append(finding.sentence)
    return tuple(
        AcceptedGroup(CHECK_TITLES.get(check, check), reason, by, on, tuple(sentences))
        for (check, reason, by, on), sentences in sorted(found.items())
    )


def verdict(checked: CheckedDraft) -> str:
    """Say in one sentence what became of the checks."""
    errors, warnings = len(checked.judged.errors), len(checked.judged.warnings)
    if errors:
        more = f", and {counted(warnings, 'warning')} to be looked at" if warnings else ""
        return f"This draft cannot be built: {counted(errors, 'error')}{more}."
    if warnings:
        return (
            f"This draft can be built once {counted(warnings, 'warning')} "
            f"{'has' if warnings == 1 else 'have'} been looked at: put right, or accepted with a reason."
        )
    return "This draft can be built: no errors, and no warnings that nobody accepted."


def summary(checked: CheckedDraft) -> str:
    """Say what the draft is: its kind, years, files and values."""
    imported = checked.corrected.imported
    register = imported.register
    cases = f", {counted(len(register.cases), 'case')} of the register" if register is not None else ""
    kind = "real figures" if imported.kind == "real" else "a demonstration, all of it simulated,"
    held = "with the figures held already" if filled(checked.draft) else "without the figures held already"
    ends = (*imported.years[:1], *imported.years[1:][-1:])
    years = (" and " if len(imported.years) == 2 else " to ").join(ends)
    return (
        f"{kind.capitalize()} of {years or 'no year'}, {held}: {counted(len(imported.inputs), 'input')}, "
        f"{counted(len(imported.values), 'value')} of tables{cases}."
    )


def correction_line(correction: Correction, reference: Reference) -> str:
    """Say a correction that was applied."""
    was, became = (
        "nothing" if value is None else plain(value) for value in (correction.was, correction.became)
    )
    return (
        f"{reference.councils[correction.slug].name}, {correction.year}, "
        f"{quantity_words(correction.quantity)}: from {was} to {became}. {correction.reason} Decided by "
        f"{correction.decided_by} on {day(correction.decided_on)}."
    )


def hint(finding: Finding) -> str:
    """Say where a finding stands and what to do about it; empty where neither is known."""
    parts = [f"{finding.place}." if finding.place else "", finding.suggestion]
    return " ".join(part for part in parts if part)


def how_to_accept(name: str, groups: Sequence[Group]) -> str:
    """Return the command that accepts the first group of warnings: one by its check, several if counted."""
    check, number = groups[0].check, len(groups[0].findings)
    which = check if number == 1 else f"--all-of {check} --expect {number}"
    return f'python -m dashboard accept {name} {which} --reason "WHY" --by "WHO"'


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 error", "3 errors"."""
    return f"{thousands(number)} {noun}{'' if number == 1 else 's'}"
