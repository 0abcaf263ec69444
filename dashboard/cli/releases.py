"""``releases``: lists the releases there are, with status, years, size, and when each was published."""

import argparse
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.domain.statuses import Status
from dashboard.releases.catalogue import entries
from dashboard.releases.locate import releases_directory
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import PublicationsError
from dashboard.releases.stale import changed_since
from dashboard.repository.catalogue import ReleaseEntry
from dashboard.repository.manifest import read_manifest

_HEADS = ("release", "status", "kind", "years", "MB", "built", "published", "by", "reason")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Print a table; exit status 1 where a release, or the draft of one, cannot be read."""
    directory = releases_directory()
    try:
        found = entries(directory, read_publications(directory))
    except PublicationsError as error:
        raise CommandError(str(error)) from error
    known = [entry for entry in found if isinstance(entry, ReleaseEntry)]
    if not found:
        print(f"There is no release in {directory}.")
    if known:
        changed = _changed(known, directory, arguments.data)
        rows = [_HEADS, *(_cells(entry, changed.get(entry.name)) for entry in known)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        for name, told in changed.items():
            print(f"Draft “{name}” has changed since it was built: {told}.")
    problems = [entry for entry in found if not isinstance(entry, ReleaseEntry)]
    if problems:
        raise CommandError("\n".join(str(problem) for problem in problems))
    return 0


def _changed(known: list[ReleaseEntry], directory: Path, data: Path | None) -> dict[str, str]:
    """Say by name what of drafts has changed since they were built; what was published is built for good."""
    from dashboard.cli.draft_now import drafts_now  # noqa: PLC0415
    from dashboard.imports.problems import ImportRefusedError  # noqa: PLC0415

    now = drafts_now(data)
    found = {}
    for entry in known:
        if not Status(entry.status).public:
            try:
                told = changed_since(read_manifest(directory / entry.name), now(entry.name))
            except ImportRefusedError as error:
                raise CommandError(str(error)) from error
            if told:
                found[entry.name] = told
    return found


def _cells(entry: ReleaseEntry, changed: str | None) -> tuple[str, ...]:
    done = entry.publication
    status = f"{entry.status} until {entry.embargoed_until}" if _waits(entry) else entry.status
    status = f"{status}, changed since it was built" if changed else status
    years = f"{entry.years[0]} to {entry.years[-1]}" if len(entry.years) > 1 else entry.years[0]
    told = (done.at[:16].replace("T", " "), done.by, done.reason) if done else ("–", "–", "–")
    size = f"{entry.bytes / 1e6:.1f}"
    return (entry.name, status, entry.kind, years, size, entry.built_at[:16].replace("T", " "), *told)


def _waits(entry: ReleaseEntry) -> bool:
    return entry.status == "embargoed" and entry.embargoed_until is not None
