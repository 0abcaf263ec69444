"""``diff A B``: what differs between two releases: exit status 0 nothing, 1 something, 2 trouble."""

import argparse
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from dashboard.cli.held_release import NotHeldError, open_whole
from dashboard.cli.stale import told_stale
from dashboard.diff.compare import difference
from dashboard.diff.html_page import html_page
from dashboard.diff.model import Difference
from dashboard.diff.report_text import text, write_csv
from dashboard.releases.locate import NoReleaseError, is_name, present, releases_directory
from dashboard.releases.on_disk import write_whole
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import Publications, PublicationsError, as_published
from dashboard.repository.sqlite import SqliteRepository

TROUBLE = 2
STYLES = Path(__file__).resolve().parents[2] / "assets" / "css"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("before", metavar="A", help="the earlier release")
    parser.add_argument("after", metavar="B", help="the later release")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the report as a page, too")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write every change as a row, too")


def run(arguments: argparse.Namespace) -> int:
    """Compare and print; exit status as that of diff(1)."""
    directory = releases_directory()
    try:
        record = read_publications(directory)
        a, b = (_open(name, directory, record) for name in (arguments.before, arguments.after))
        for release in (a, b):
            if why := told_stale(release.directory, arguments.data):
                print(why, file=sys.stderr)
        found = difference(a, b, failing=(_failing(a.directory), _failing(b.directory)))
        _write(arguments, found, [_standing(a), _standing(b)])
    except (NotHeldError, PublicationsError, NoReleaseError) as trouble:
        print(trouble, file=sys.stderr)
        return TROUBLE
    print("\n".join(text(found)))
    return 1 if found.changes else 0


def _open(name: str, directory: Path, record: Publications) -> SqliteRepository:
    if not is_name(name) or name not in present(directory):
        raise NotHeldError(f"There is no release “{name}”. The command releases lists those there are.")
    repository = open_whole(directory / name)
    return repository.told_as(as_published(repository.release(), record))


def _failing(release: Path) -> Iterable[str]:
    from dashboard.build.check import check  # noqa: PLC0415  (imports pandas)

    return check(release).problems


def _standing(repository: SqliteRepository) -> str:
    release = repository.release()
    years = release.years[0] if len(release.years) == 1 else f"{release.years[0]} to {release.years[-1]}"
    return (
        f"Release “{release.name}” ({release.kind}; {release.standing}) "
        f"was built {release.built_at[:10]} and covers {years}."
    )


def _write(arguments: argparse.Namespace, found: Difference, standing: list[str]) -> None:
    if arguments.html:
        write_whole(arguments.html, html_page(found, standing, STYLES))
    if arguments.csv:
        rows = io.StringIO(newline="")
        write_csv(found, rows)
        write_whole(arguments.csv, rows.getvalue())
