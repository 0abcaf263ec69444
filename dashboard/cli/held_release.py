"""The release a command reads, and what it was asked of it: a year, a council."""

import sqlite3
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.domain.years import ReportingYear
from dashboard.releases.locate import NoReleaseError, locate
from dashboard.releases.verify import verify
from dashboard.repository.manifest import ManifestError
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository


class NotHeldError(CommandError):
    """What was asked for is not there, or not whole. A command may give it an exit status of its own."""


def open_asked(asked: str | None) -> SqliteRepository:
    """Open the release asked for, or the one that would be served. Raises NotHeldError."""
    try:
        release = locate(asked)
    except NoReleaseError as error:
        raise NotHeldError(str(error)) from error
    return open_whole(release)


def open_whole(release: Path) -> SqliteRepository:
    """Open a release that is whole. Raises NotHeldError with all that is wrong with it."""
    problems = verify(release)
    if problems:
        raise NotHeldError("\n".join(problems))
    try:
        return SqliteRepository(release)
    except ManifestError as error:
        raise NotHeldError(str(error)) from error
    except sqlite3.Error as error:
        raise NotHeldError(f"Release “{release.name}” cannot be read: {error}.") from error


def year_asked(asked: str, repository: SqliteRepository) -> str:
    """Return a year of the release. Raises NotHeldError where it is none, or another."""
    release = repository.release()
    held = f"Release “{release.name}” has {release.years[0]} to {release.years[-1]}"
    try:
        year = str(ReportingYear.parse(asked))
    except ValueError as error:
        raise NotHeldError(f"{error}. {held}.") from None
    if year not in release.years:
        raise NotHeldError(f"{held}, and not {year}.")
    return year


def council_asked(asked: str, repository: SqliteRepository) -> Council:
    """Return a council by any ONS code it ever had, or by a slug that means it. Raises NotHeldError."""
    council = repository.council(repository.slug_meant(asked) or "")
    if council is None:
        raise NotHeldError(f"“{asked}” is neither the ONS code nor the slug of a council in the release.")
    return council
