"""Taking a decision's text out of every release there is, leaving a line that says so.

The ledger is written first, so that whatever happens after it, a later build has no text of the decision
either, and running the command again finishes what was left.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.build.case_tables import index_words
from dashboard.build.database import row_counts
from dashboard.build.larger_parts import write_larger_parts
from dashboard.build.release import file_entries
from dashboard.build.watch import write_watch
from dashboard.domain.formats import day
from dashboard.domain.personal import unfit_to_publish
from dashboard.releases.directories import clear_leftovers, directory_in_place
from dashboard.releases.locate import present
from dashboard.releases.publication_file import switching
from dashboard.releases.verify import verify
from dashboard.releases.withdrawn import Withdrawn, read_ledger, record
from dashboard.repository.case_records import Withdrawal
from dashboard.repository.larger_parts import has_larger_parts
from dashboard.repository.manifest import DATABASE, MANIFEST, STATIC, read_manifest
from dashboard.repository.sqlite import SqliteRepository
from dashboard.repository.sqlite_watch import has_watch
from dashboard.words.wording import listed

LONGEST_REASON = 300


class WithdrawError(ValueError):
    """A decision cannot be withdrawn. The message is a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: the entry in the ledger, the releases the text was taken out of, and a sentence for
    each release that could not be looked into."""

    entry: Withdrawn
    releases: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A decision as a release has it: with its texts, or as one of a list, which has none."""

    reference: str
    withdrawn: Withdrawal | None
    texts: tuple[str, ...]


def withdraw(directory: Path, reference: str, reason: str, by: str, today: date) -> Done:
    """Withdraw a decision from every release in a releases folder.

    Raises WithdrawError: nothing published has the reference, it is withdrawn everywhere already, or the
    reason is none; LedgerError, LockedError and OSError.
    """
    reason, by = " ".join(reason.split()), " ".join(by.split())
    if not reason:
        raise WithdrawError("Say why with --reason: readers are shown it in place of the text.")
    if found := unfit_to_publish(reason):
        raise WithdrawError(f"The reason holds {listed(found)}, and readers are shown it: write it without.")
    if len(reason) > LONGEST_REASON:
        raise WithdrawError(f"The reason has {len(reason)} characters; it may have {LONGEST_REASON}.")
    clear_leftovers(directory)  # a whole release with the text may be among them
    held, problems = _held(directory, reference)
    spelt = next((decision.reference for _, decision in held), reference)
    if all(decision.withdrawn for _, decision in held):
        entry = _recorded(directory, spelt)
        raise WithdrawError(_nothing_to_do(reference, entry, held, problems, directory))
    entry = _record(directory, Withdrawn(spelt, today, reason, by))
    held, problems = _held(directory, reference)  # again: one may have been built just before it was recorded
    with_text = [(name, decision) for name, decision in held if decision.withdrawn is None]
    for name, decision in with_text:
        _take_out(directory / name, decision, entry)
    return Done(entry, tuple(name for name, _ in with_text), tuple(problems))


def _record(directory: Path, entry: Withdrawn) -> Withdrawn:
    """Enter a withdrawal into the ledger, and return what stands there: one that was begun before stays."""
    with switching(directory) as held:
        there = _recorded(directory, entry.reference)
        if there is None:
            record(held, entry)
        return there or entry


def _recorded(directory: Path, reference: str) -> Withdrawn | None:
    return next((entry for entry in read_ledger(directory) if entry.reference == reference), None)


def _held(directory: Path, reference: str) -> tuple[list[tuple[str, _Found]], list[str]]:
    """Return the releases that have the decision, and what is wrong with those that are not whole."""
    held: list[tuple[str, _Found]] = []
    problems: list[str] = []
    for name in present(directory):
        wrong = verify(directory / name)
        if wrong:
            problems.append(f"{name} was not looked into: {wrong[0]}")
            continue
        decision = _found(SqliteRepository(directory / name), reference)
        if decision is not None:
            held.append((name, decision))
    return held, problems


def _found(repository: SqliteRepository, reference: str) -> _Found | None:
    cases, some = repository.cases(), repository.listed()
    told = cases.decision(reference) if cases is not None else None
    if told is not None:
        return _Found(told.reference, told.withdrawn, tuple(t for t in (told.summary, told.response) if t))
    one = some.decision(reference) if some is not None else None
    return _Found(one.reference, one.withdrawn, ()) if one is not None else None


def _nothing_to_do(
    reference: str,
    entry: Withdrawn | None,
    held: list[tuple[str, _Found]],
    problems: list[str],
    directory: Path,
) -> str:
    rest = f" {' '.join(problems)}" if problems else ""
    told = entry or next(((d.withdrawn) for _, d in held if d.withdrawn), None)
    if told is not None:
        return f"Decision {reference} is withdrawn already, since {day(told.on)}: {told.reason}{rest}"
    return f"No release in {directory} has a published decision {reference}. Nothing was changed.{rest}"


def _take_out(release: Path, decision: _Found, entry: Withdrawn) -> None:
    """Put a release without the text in the place of the one with it, whole and in one step."""
    with directory_in_place(release) as building:
        shutil.copytree(release, building, dirs_exist_ok=True)
        (building / MANIFEST).unlink()
        _blank(building / DATABASE, decision.reference, entry)
        for path in _files_with(building, decision):
            raise WithdrawError(
                f"{path.relative_to(building)} of release “{release.name}” holds the text of "
                f"{decision.reference} too and cannot be made without it; remove that release, or build "
                "it again: the decision is in the ledger, and no build puts it back."
            )
        manifest = replace(
            read_manifest(release), rows=row_counts(building / DATABASE), files=file_entries(building)
        )
        manifest = replace(manifest, id=manifest.content_id())
        (building / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")


def _blank(database: Path, reference: str, entry: Withdrawn) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # of a copy that is thrown away when this fails
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        _mark(connection, reference, entry)
        found = connection.execute(
            "SELECT id FROM register_case WHERE reference = ?", (reference,)
        ).fetchone()
        if found is not None:  # else it is of a list, or the release was built anew meanwhile, without it
            _blank_texts(connection, found[0], entry)
        connection.execute("COMMIT")
        connection.execute("VACUUM")  # so that nothing is left in pages no longer used


def _mark(connection: sqlite3.Connection, reference: str, entry: Withdrawn) -> None:
    """Mark a decision of a list, and leave it out of its index of words."""
    numbers = connection.execute(
        "SELECT id FROM listed_decision WHERE reference = ?", (reference,)
    ).fetchall()
    for (number,) in numbers:
        connection.execute("DELETE FROM listed_words WHERE rowid = ?", (number,))
        connection.execute(
            "UPDATE listed_decision SET withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?",
            (entry.on.isoformat(), entry.reason, number),
        )


def _blank_texts(connection: sqlite3.Connection, number: int, entry: Withdrawn) -> None:
    connection.execute("DELETE FROM remedy WHERE decision = ?", (number,))
    connection.execute("DELETE FROM improvement WHERE decision = ?", (number,))
    connection.execute(
        "UPDATE decision SET subject = '', summary = '', fault = NULL, response = '',"
        " withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?",
        (entry.on.isoformat(), entry.reason, number),
    )
    index_words(connection)  # anew, so that no word of the text is left in it
    if has_watch(connection):  # anew, so that no question is asked from what is not told any more
        write_watch(connection)
    if has_larger_parts(connection):
        write_larger_parts(connection)


def _files_with(building: Path, decision: _Found) -> Iterator[Path]:
    """Yield static files in which a text of the decision stands; compressed twins have a plain one beside."""
    texts = [text.encode() for text in decision.texts]
    for path in sorted((building / STATIC).rglob("*")):
        if path.is_file() and path.suffix not in (".br", ".gz"):
            content = path.read_bytes()
            if any(text in content for text in texts):
                yield path
