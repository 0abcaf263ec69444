"""``build [NAME ...]``: builds the releases that come with the project from its committed data."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.release.locate import BUNDLED, releases_directory

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"the releases to build: {', '.join(BUNDLED)} (both)"
    )
    parser.add_argument(
        "--force", action="store_true", help="build again a release that is there and whole already"
    )
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Build; a release that is there and whole already is left as it is unless ``--force``."""
    names = tuple(dict.fromkeys(arguments.names)) or BUNDLED
    unknown = [name for name in names if name not in BUNDLED]
    if unknown:
        raise CommandError(f"“{unknown[0]}” cannot be built: there are {' and '.join(BUNDLED)}.")
    directory = releases_directory()
    wanted = [name for name in names if arguments.force or not _whole(directory / name)]
    if wanted:
        _build(wanted, directory, arguments.data)
    return 0


def _whole(release: Path) -> bool:
    """Say whether a release can be left as it is. A broken one is built again, and why is said."""
    from dashboard.release.verify import verify  # noqa: PLC0415

    if not release.exists():
        return False
    problems = verify(release)
    if not problems:
        print(f"{release.name}: there already, and whole (--force builds it again).")
        return True
    print(f"{release.name}: {problems[0]} It is built again.", file=sys.stderr)
    return False


def _build(names: list[str], directory: Path, data: Path | None) -> None:
    """Build releases under a progress bar; what is wrong with the inputs is the command's error."""
    from dashboard.mapview.shapes import ShapesError  # noqa: PLC0415
    from dashboard.reference.artefact import ArtefactError  # noqa: PLC0415
    from dashboard.release import editions  # noqa: PLC0415
    from dashboard.release.assemble import read_inputs  # noqa: PLC0415
    from dashboard.release.atomic import BuildInProgressError  # noqa: PLC0415
    from dashboard.release.content import ContentError  # noqa: PLC0415
    from dashboard.release.data import DATA  # noqa: PLC0415

    try:
        with progress_bar() as bar:
            task = bar.add_task("reading", total=1 + sum(editions.STEPS[name] for name in names))
            inputs = read_inputs(data or DATA)
            for name in names:
                started = time.perf_counter()
                release = editions.build(name, inputs, directory, _step(bar, task, name))
                bar.print(f"{name}: built in {time.perf_counter() - started:.1f} s at {release}")
            bar.update(task, advance=1, description="done")
    except (ArtefactError, BuildInProgressError, ContentError, ShapesError, OSError) as error:
        raise CommandError(f"{error} What was there stays as it was.") from error


def progress_bar() -> "Progress":
    """Return a bar that shows what is being done, how far it is, and the time since the start."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    return Progress(TextColumn("{task.description:<34}"), BarColumn(), TimeElapsedColumn())


def _step(bar: "Progress", task: "TaskID", name: str) -> Callable[[str], None]:
    return lambda begun: bar.update(task, advance=1, description=f"{name}: {begun}")
