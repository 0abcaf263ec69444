"""``export DIR``: writes the public site of a release as files that any file server can serve."""

import argparse
import os
import sys
import time
from pathlib import Path

from dashboard.as_files.folder import UNFINISHED, NotOursError
from dashboard.as_files.kept import NoExportError
from dashboard.as_files.own_pages import PARTS, Parts
from dashboard.as_files.run import Told, check, export
from dashboard.as_files.site import AnotherReleaseError, Order
from dashboard.cli import CommandError
from dashboard.cli.build import progress_bar
from dashboard.cli.letters import INTERRUPTED, ended_as_by_ctrl_c
from dashboard.cli.serve import whole_release
from dashboard.cli.stale import refuse_stale
from dashboard.domain.statuses import Status
from dashboard.feeds.place import AddressError
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import status_of
from dashboard.repository.manifest import read_manifest
from dashboard.web.assets import publish_assets
from dashboard.web.settings import SettingError, Settings, settings_from

_SHOWN = 20  # problems printed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder that becomes the site")
    parser.add_argument("--release", metavar="NAME", help="the release (the one that would be served)")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    parser.add_argument(
        "--with",
        dest="parts",
        metavar="PARTS",
        type=_parts,
        default=Parts(),
        help=f"export these, too: {','.join(PARTS)}",
    )
    parser.add_argument(
        "--unpublished", action="store_true", help="export a draft or an embargoed release, which says so"
    )
    parser.add_argument(
        "--check", action="store_true", help="export nothing: say whether what is in DIR is whole"
    )


def run(arguments: argparse.Namespace) -> int:
    """Export, or check an export. Exit status 0: it is whole; 1: it is not; 130: interrupted."""
    folder: Path = arguments.folder.absolute()
    if arguments.check:
        return _check(folder)
    started = time.perf_counter()
    place = whole_release(arguments.release, demo_allowed=False)
    refuse_stale(place, arguments.data)
    _refuse_unpublished(place, asked_for=arguments.unpublished)
    settings = _settings()
    publish_assets(settings.assets, settings.cache)  # once, before the processes start
    order = Order(place.name, place.parent.absolute(), arguments.parts, settings)
    try:
        with ended_as_by_ctrl_c(), progress_bar() as bar:
            task = bar.add_task("opening the release", total=None)
            told = export(
                order,
                folder,
                lambda what, done, of: bar.update(task, description=what, completed=done, total=of),
            )
    except (NotOursError, AnotherReleaseError) as error:
        raise CommandError(str(error)) from error
    return _report(told, folder, place.name, time.perf_counter() - started)


def _check(folder: Path) -> int:
    try:
        problems = check(folder)
    except NoExportError as error:
        raise CommandError(str(error)) from error
    if not problems:
        print(f"{folder} is whole: every file is as it was made, and every link leads to one.")
        return 0
    _say(problems)
    return 1


def _refuse_unpublished(place: Path, *, asked_for: bool) -> None:
    """Refuse what readers may not see yet, unless just that is wanted; then say it. Raises CommandError."""
    manifest = read_manifest(place)
    status = status_of(place.name, manifest.status, read_publications(place.parent))
    if status.public:
        return
    what = f"Release “{place.name}” is {Status(status).value} and not published"
    if not asked_for:
        raise CommandError(f"{what}. It is exported only with --unpublished, and every page will say so.")
    print(f"{what}: every page of this export says so. Keep it from the public.", file=sys.stderr)


def _settings() -> Settings:
    try:
        settings = settings_from(os.environ)
    except AddressError as error:
        raise CommandError(f"DASHBOARD_ADDRESS cannot be used: {error}") from error
    except SettingError as error:
        raise CommandError(str(error)) from error
    if not settings.address:
        print(
            "DASHBOARD_ADDRESS is not set: feeds name http://localhost, and there is no sitemap.",
            file=sys.stderr,
        )
    return settings


def _report(told: Told, folder: Path, release: str, seconds: float) -> int:
    size = f"{told.files:,} files, {told.size / 1e6:,.0f} MB"
    if not told.problems:
        kept = f" ({told.kept:,} of them there already)" if told.kept else ""
        print(f"Release “{release}” is exported to {folder}: {size}{kept}, in {seconds:.1f} s.")
        print("Every file is in export.json with its checksum, and every link leads to one of them.")
        return 0
    _say(told.problems)
    print(
        f"{folder} is as it was. What was made ({size}) is in {folder.name}{UNFINISHED}: "
        "run the same command again to go on.",
        file=sys.stderr,
    )
    return INTERRUPTED if told.interrupted else 1


def _say(problems: list[str]) -> None:
    for problem in problems[:_SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > _SHOWN:
        print(f"And {len(problems) - _SHOWN:,} more.", file=sys.stderr)


def _parts(text: str) -> Parts:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"“{unknown[0]}” is none of {', '.join(PARTS)}")
    return Parts(**dict.fromkeys(names, True))
