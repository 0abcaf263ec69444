"""The report of a draft's checks for the terminal."""

from collections.abc import Iterator
from textwrap import wrap

from dashboard.checks.draft import CheckedDraft
from dashboard.checks.report import (
    Group,
    accepted_groups,
    correction_line,
    counted,
    grouped,
    hint,
    how_to_accept,
    summary,
    verdict,
)

LISTED = 20
"""Of each check so many findings are listed; the page lists all."""
_WIDTH = 100


def report_lines(checked: CheckedDraft) -> list[str]:
    """Return the report line by line: what was not compared, errors, warnings, what was accepted,
    corrections, notes, verdict."""
    judged = checked.judged
    warnings = grouped(judged.warnings)
    lines = [f"{checked.draft.name}: {summary(checked)}"]
    if checked.not_compared:
        lines += ["", f"NOT COMPARED, for want of an earlier year ({len(checked.not_compared)})"]
        for sentence in checked.not_compared:
            lines += _wrapped(sentence, 2)
    lines += _section("ERRORS", grouped(judged.errors))
    lines += _section("WARNINGS that nobody accepted", warnings)
    if judged.accepted:
        lines += ["", f"ACCEPTED ({len(judged.accepted):,})"]
        for group in accepted_groups(judged.accepted):
            lines += _wrapped(
                f"{group.title}: {len(group.sentences):,}, by {group.by} on {group.on}: {group.reason}", 2
            )
    if judged.unmet:
        lines += ["", f"ACCEPTANCES THAT MEET NO WARNING ANY MORE ({len(judged.unmet):,})"]
        for acceptance in judged.unmet[:LISTED]:
            lines += _wrapped(
                f"acceptances.csv, line {acceptance.line}: “{acceptance.sentence}” is not said any more. "
                "Take it back.",
                2,
            )
        lines += _more(len(judged.unmet))
        take_back = f'accept {checked.draft.name} --remove --unmet --reason "WHY" --by "WHO"'
        lines += [f"  To take back all of them: python -m dashboard {take_back}"]
    if checked.corrected.applied:
        lines += ["", f"CORRECTIONS APPLIED ({len(checked.corrected.applied):,})"]
        for correction in checked.corrected.applied:
            lines += _wrapped(correction_line(correction, checked.material.reference), 2)
    if checked.notes:
        lines += ["", "TO KNOW"]
        for note in checked.notes:
            lines += _wrapped(note, 2)
    lines += ["", *_wrapped(verdict(checked), 0)]
    if warnings and not judged.errors:
        lines += [
            "To accept those of one check, once each has been looked at:",
            f"  {how_to_accept(checked.draft.name, warnings)}",
        ]
    return lines


def _section(title: str, groups: tuple[Group, ...]) -> Iterator[str]:
    if not groups:
        return
    yield ""
    yield f"{title} ({sum(len(group.findings) for group in groups):,})"
    for group in groups:
        yield f"  {group.title} [{group.check}]: {counted(len(group.findings), 'finding')}"
        for finding in group.findings[:LISTED]:
            yield from _wrapped(finding.sentence, 4)
            yield from _wrapped(hint(finding), 6)
        yield from _more(len(group.findings))


def _more(number: int) -> list[str]:
    return [f"    … and {number - LISTED:,} more: the page lists all."] if number > LISTED else []


def _wrapped(text: str, indent: int) -> list[str]:
    space = " " * indent
    return wrap(text, _WIDTH, initial_indent=space, subsequent_indent=space + "  ", break_long_words=False)
