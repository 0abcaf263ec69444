"""``letters``: writes all letters of a year as PDF, with an index, and covering e-mails as files."""

import argparse
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.cli.build import progress_bar
from dashboard.cli.held_release import council_asked, open_asked, year_asked
from dashboard.cli.stale import refuse_stale
from dashboard.letters.editions import edition_of
from dashboard.mailing.contacts import Contacts, ContactsError, read_contacts
from dashboard.mailing.index import INDEX, PROBLEMS, Entry, Key, Problem, UnreadableIndexError, read_index
from dashboard.mailing.one_letter import Order
from dashboard.mailing.run import Plan, Told, processors, write_letters
from dashboard.releases.changing import changing
from dashboard.releases.on_disk import sweep
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository

INTERRUPTED = 130
_SHOWN = 20  # problems printed; all are in the file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--release", metavar="NAME", help="the release, published or not (the one that would be served)"
    )
    parser.add_argument("--year", metavar="YEAR", required=True, help="the reporting year, such as 2024-25")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write into")
    parser.add_argument(
        "--council", metavar="COUNCIL", nargs="+", action="extend", help="councils, by slug or ONS code (all)"
    )
    parser.add_argument("--emails", action="store_true", help="write covering e-mails too; nothing is sent")
    parser.add_argument(
        "--contacts", metavar="FILE", type=Path, help="CSV of council, name, email: to whom e-mails go"
    )
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Write the letters. Exit status 0: all; 1: not all, or not as they should be; 130: interrupted."""
    started = time.perf_counter()
    repository = open_asked(arguments.release)
    refuse_stale(repository.directory, arguments.data)
    year = year_asked(arguments.year, repository)
    if edition_of(year) is None:
        raise CommandError(f"There is no edition of the letter for {year}: see docs/letters.md.")
    councils = _councils(arguments.council, year, repository)
    contacts = _contacts(arguments, _councils(None, year, repository))
    folder: Path = arguments.out
    try:
        with changing(folder, f"The letters' folder {folder}"):
            sweep(folder)
            index = read_index(folder)
            plan = Plan(
                release=repository.directory.resolve(),
                year=year,
                folder=folder.resolve(),
                names={council.slug: council.name for council in councils},
                orders=[_order(council.slug, year, contacts, index) for council in councils],
                processes=processors(),
            )
            told = _write(plan, index, contacts)
            sweep(folder)  # of a process that was killed
    except UnreadableIndexError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"{folder} cannot be written to: {error.strerror or error}.") from error
    _report(told, folder, time.perf_counter() - started, repository)
    if told.interrupted:
        return INTERRUPTED
    return 1 if told.problems else 0


def _councils(asked: Sequence[str] | None, year: str, repository: SqliteRepository) -> list[Council]:
    """Return the councils to write to, by slug: those that existed in the year or have figures of it."""
    written_to = {c.slug: c for c in repository.councils() if year in repository.years_of(c.slug)}
    if not asked:
        return [written_to[slug] for slug in sorted(written_to)]
    chosen = {}
    for one in asked:
        council = council_asked(one, repository)
        if council.slug not in written_to:
            raise CommandError(f"There is no letter to {council.name} for {year}.")
        chosen[council.slug] = council
    return [chosen[slug] for slug in sorted(chosen)]


def _contacts(arguments: argparse.Namespace, councils: Sequence[Council]) -> Contacts | None:
    if not arguments.emails:
        if arguments.contacts is not None:
            raise CommandError("--contacts names to whom e-mails go: add --emails to write them.")
        return None
    if arguments.contacts is None:
        raise CommandError("--emails needs --contacts FILE, a CSV with the columns council, name, email.")
    try:
        return read_contacts(arguments.contacts, councils)
    except ContactsError as error:
        raise CommandError(str(error)) from error


def _order(slug: str, year: str, contacts: Contacts | None, index: dict[Key, Entry]) -> Order:
    contact = contacts.by_slug.get(slug) if contacts else None
    return Order(slug, index.get((year, slug)), contact)


def _write(plan: Plan, index: dict[Key, Entry], contacts: Contacts | None) -> Told:
    before = []
    if contacts is not None:
        for slug, name in plan.names.items():
            if slug not in contacts.by_slug:
                why = contacts.wrong.get(slug, "no contact is given.")
                before.append(Problem(plan.year, slug, name, f"No e-mail is written: {why}"))
        before += [Problem(plan.year, "", "", sentence) for sentence in contacts.unknown]
    with ended_as_by_ctrl_c(), progress_bar() as bar:
        task = bar.add_task(f"letters of {plan.year}", total=len(plan.orders))
        return write_letters(plan, index, before, lambda count: bar.advance(task, count))


@contextmanager
def ended_as_by_ctrl_c() -> Iterator[None]:
    """Let a request to end (SIGTERM) do what Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _letters(count: int) -> str:
    return f"{count} letter{'' if count == 1 else 's'}"


def _report(told: Told, folder: Path, seconds: float, repository: SqliteRepository) -> None:
    release = repository.release()
    print(
        f"Release “{release.name}” ({release.standing}): {_letters(told.written)} written, "
        f"{told.unchanged} there already, in {seconds:.1f} s."
        + ("" if INDEX in told.unsaved else f" {folder / INDEX} lists them.")
    )
    print(_peak_memory(told))
    listed = PROBLEMS not in told.unsaved
    shown = told.problems[:_SHOWN] if listed else told.problems
    for problem in shown:
        print(f"{problem.name}: {problem.sentence}" if problem.name else problem.sentence, file=sys.stderr)
    if len(told.problems) > len(shown):
        print(f"And {len(told.problems) - len(shown)} more.", file=sys.stderr)
    if told.problems:
        where = f"All are in {folder / PROBLEMS}. " if listed else ""
        print(f"{where}Run the same command again to go on.", file=sys.stderr)


def _peak_memory(told: Told) -> str:
    """Say the most memory each process had, this one included, as if all had had it at once."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    each = [peak / 1e6 for peak in told.peaks.values()]
    return (
        f"Peak memory: {own + sum(each):.0f} MB together; the largest of {len(each) + 1} processes "
        f"{max([own, *each]):.0f} MB."
    )
