"""``releases``: lists the releases there are, with status, years, size, and when each was published."""

import argparse

from dashboard.cli import CommandError
from dashboard.releases.catalogue import entries
from dashboard.releases.locate import releases_directory
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import PublicationsError
from dashboard.repository.catalogue import ReleaseEntry

_HEADS = ("release", "status", "kind", "years", "MB", "built", "published", "by", "reason")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes no arguments."""


def run(_arguments: argparse.Namespace) -> int:
    """Print a table; exit status 1 where a release cannot be read."""
    directory = releases_directory()
    try:
        found = entries(directory, read_publications(directory))
    except PublicationsError as error:
        raise CommandError(str(error)) from error
    known = [entry for entry in found if isinstance(entry, ReleaseEntry)]
    if not found:
        print(f"There is no release in {directory}.")
    if known:
        rows = [_HEADS, *map(_cells, known)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    problems = [entry for entry in found if not isinstance(entry, ReleaseEntry)]
    if problems:
        raise CommandError("\n".join(str(problem) for problem in problems))
    return 0


def _cells(entry: ReleaseEntry) -> tuple[str, ...]:
    done = entry.publication
    status = f"{entry.status} until {entry.embargoed_until}" if _waits(entry) else entry.status
    years = f"{entry.years[0]} to {entry.years[-1]}" if len(entry.years) > 1 else entry.years[0]
    told = (done.at[:16].replace("T", " "), done.by, done.reason) if done else ("–", "–", "–")
    size = f"{entry.bytes / 1e6:.1f}"
    return (entry.name, status, entry.kind, years, size, entry.built_at[:16].replace("T", " "), *told)


def _waits(entry: ReleaseEntry) -> bool:
    return entry.status == "embargoed" and entry.embargoed_until is not None
