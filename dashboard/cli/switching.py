"""What ``publish`` and ``rollback`` share: who and why, what changed, refusals as sentences."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.diff.compare import difference
from dashboard.diff.report_text import sentences
from dashboard.imports.problems import ImportRefusedError
from dashboard.releases.publications import PublicationsError
from dashboard.releases.publish import Asked, RefusedError
from dashboard.repository.catalogue import Publication
from dashboard.repository.sqlite import SqliteRepository


def add_who(parser: argparse.ArgumentParser) -> None:
    """Declare who does it and why: both are asked for, and shown on /data as they are typed."""
    parser.add_argument("--by", required=True, metavar="WHO", help="your role: it is shown on /data as typed")
    parser.add_argument("--reason", required=True, metavar="WHY", help="why: it is shown on /data as typed")


def asked(arguments: argparse.Namespace) -> Asked:
    """Return who asked, why and when. Raises RefusedError where nothing is said."""
    return Asked(arguments.by.strip(), arguments.reason.strip(), datetime.now(UTC))


def what_changed(before: Path, after: Path) -> tuple[str, ...]:
    """Return in sentences what differs between two whole releases."""
    return sentences(difference(SqliteRepository(before), SqliteRepository(after)))


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what stops a switch into the command's error: what was live still is."""
    try:
        yield
    except (RefusedError, PublicationsError, ImportRefusedError) as error:
        raise CommandError(str(error)) from error


def report(done: Publication) -> None:
    """Print what was done."""
    instead = f" instead of “{done.previous}”" if done.previous else ""
    print(f"Release “{done.release}” is live{instead}. Running servers show it within two seconds.")
    for sentence in done.changed:
        print(f"  {sentence}")
