"""``figures``: prints a release's figures as CSV, for scripts."""

import argparse
import os
import sqlite3
import sys

from dashboard.domain.years import ReportingYear
from dashboard.release.figures_csv import figure_rows, write_figures
from dashboard.release.locate import NoReleaseError, locate
from dashboard.release.verify import verify
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository

UNKNOWN = 2


class _UnknownError(LookupError):
    """What was asked for is not in the release. The message is a sentence."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--release", metavar="NAME", help="the release (the one that would be served)")
    parser.add_argument("--year", metavar="YEAR", help="one reporting year, such as 2023-24 (all)")
    parser.add_argument(
        "--council", metavar="CODE", help="one council, by any ONS code it ever had, or by its slug (all)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the figures. An unknown release, year or council is a sentence and exit status 2."""
    try:
        repository = _open(arguments.release)
        years = None if arguments.year is None else (_year(arguments.year, repository),)
        council = None if arguments.council is None else _council(arguments.council, repository)
    except (_UnknownError, NoReleaseError) as problem:
        print(problem, file=sys.stderr)
        return UNKNOWN
    try:
        write_figures(figure_rows(repository, years, council), sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, say) has seen enough; what Python would flush at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _open(asked: str | None) -> SqliteRepository:
    release = locate(asked)
    problems = verify(release)
    if problems:
        raise _UnknownError("\n".join(problems))
    try:
        return SqliteRepository(release)
    except sqlite3.Error as error:
        raise _UnknownError(f"Release “{release.name}” cannot be read: {error}.") from error


def _year(asked: str, repository: SqliteRepository) -> str:
    release = repository.release()
    held = f"Release “{release.name}” has {release.years[0]} to {release.years[-1]}"
    try:
        year = str(ReportingYear.parse(asked))
    except ValueError as error:
        raise _UnknownError(f"{error}. {held}.") from None
    if year not in release.years:
        raise _UnknownError(f"{held}, and not {year}.")
    return year


def _council(asked: str, repository: SqliteRepository) -> Council:
    slug = repository.slug_for_code(asked.upper()) or asked
    council = repository.council(slug)
    if council is None:
        raise _UnknownError(f"“{asked}” is neither the ONS code nor the slug of a council in the release.")
    return council
