"""``build [NAME ...]``: builds the releases that come with the project, and drafts of the store."""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.releases.locate import BUNDLED, releases_directory

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from dashboard.cli.side_by_side import Step


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"the releases to build: {', '.join(BUNDLED)} (both), or drafts of the store",
    )
    parser.add_argument(
        "--force", action="store_true", help="build again a release that is there and whole already"
    )
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Build; a release that is there and whole already is left as it is unless ``--force``.

    A draft is checked first, and built again every time; exit status 1 when its checks do not pass.
    """
    names = tuple(dict.fromkeys(arguments.names)) or BUNDLED
    drafts = [name for name in names if name not in BUNDLED]
    if drafts:
        _check_there(drafts)
    directory = releases_directory()
    wanted = [
        name
        for name in names
        if name in BUNDLED and (arguments.force or not _whole(directory / name, arguments.data))
    ]
    built = [_build(wanted, directory, arguments.data)] if wanted else []
    built += [_build_draft(name, directory, arguments.data) for name in drafts]
    return 0 if all(built) else 1


def _check_there(names: list[str]) -> None:
    from dashboard.imports.store.draft import draft_names  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    store = store_directory()
    for name in names:
        if name not in draft_names(store):
            raise CommandError(
                f"“{name}” cannot be built: {' and '.join(BUNDLED)} come with the project, and there is no "
                f"draft of this name in {store}. The import command begins one."
            )


def _whole(release: Path, data: Path | None) -> bool:
    """Say whether a release can be left as it is. A broken one is built again, and why is said; of one that
    was built from other data than these it is said that it was."""
    from dashboard.build import editions  # noqa: PLC0415
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.releases.verify import verify  # noqa: PLC0415
    from dashboard.repository.manifest import read_manifest  # noqa: PLC0415

    if not release.exists():
        return False
    problems = verify(release)
    if not problems:
        same = read_manifest(release).inputs == editions.made_from(release.name, data or DATA)
        other = "" if same else ", but built from other data than are here now"
        print(f"{release.name}: there already, and whole{other} (--force builds it again).")
        return True
    print(f"{release.name}: {problems[0]} It is built again.", file=sys.stderr)
    return False


def _build(names: list[str], directory: Path, data: Path | None) -> bool:
    """Build releases side by side under one display, which says of each what is being waited for."""
    from dashboard.cli.side_by_side import Begun, Ended, Job, side_by_side  # noqa: PLC0415

    jobs: dict[str, Job] = {name: partial(_build_one, name, directory, data) for name in names}
    if len(names) > 1:
        print(f"{' and '.join(names)} are built side by side: a minute or two.", flush=True)
    failed: dict[str, str] = {}
    with progress_bar() as bar:
        tasks = {name: bar.add_task(f"{name}: starting", total=None) for name in names}

        def begun(name: str, what: Begun) -> None:
            bar.update(tasks[name], advance=1, total=what.steps, description=f"{name}: {what.step}")

        def ended(name: str, how: Ended) -> None:
            bar.update(tasks[name], description=f"{name}: {'done' if how.done else 'not built'}")
            bar.stop_task(tasks[name])
            if how.done:
                bar.print(how.sentence)
            else:
                failed[name] = how.sentence

        every = side_by_side(jobs, begun, ended)
    for name in names:
        if name in failed:
            print(f"{name}: {failed[name]}" if len(names) > 1 else failed[name], file=sys.stderr)
    return every


def _build_one(name: str, directory: Path, data: Path | None, step: "Step") -> str:
    """Build one release, and say so. Raises CommandError for what is wrong with what it is made from."""
    from dashboard.build import editions  # noqa: PLC0415
    from dashboard.build.assemble import read_inputs  # noqa: PLC0415
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415

    steps = 2 + editions.STEPS[name]
    started = time.perf_counter()
    with draft_errors():
        step("reading the data", steps)
        inputs = read_inputs(data or DATA)
        release = editions.build(name, inputs, directory, lambda what: step(what, steps))
        step("done", steps)
    return f"{name}: built in {time.perf_counter() - started:.1f} s at {release}"


def _build_draft(name: str, directory: Path, data: Path | None) -> bool:
    """Check a draft and build it; where it does not pass, print why and build nothing."""
    from dashboard.build.build_draft import STEPS, build_draft  # noqa: PLC0415
    from dashboard.checks.report_text import report_lines  # noqa: PLC0415
    from dashboard.checks.stored import check_draft  # noqa: PLC0415
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.cli.reference_now import inputs_now  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    with draft_errors(), progress_bar() as bar:
        started = time.perf_counter()
        task = bar.add_task("reading", total=1 + STEPS)
        step = _step(bar, task, name)
        inputs = inputs_now(data)
        checked = check_draft(store_directory(), name, inputs.reference, inputs.held, step)
        if not checked.judged.passes:
            bar.stop()
            print("\n".join(report_lines(checked)), file=sys.stderr)
            print(f"{name} is not built.", file=sys.stderr)
            return False
        release = build_draft(checked, inputs, directory, step)
        bar.print(f"{name}: built in {time.perf_counter() - started:.1f} s at {release}")
        bar.update(task, advance=1, description="done")
    return True


def progress_bar() -> "Progress":
    """Return a bar that shows what is being done, how far it is, and the time since the start."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    return Progress(TextColumn("{task.description:<34}"), BarColumn(), TimeElapsedColumn())


def _step(bar: "Progress", task: "TaskID", name: str) -> Callable[[str], None]:
    return lambda begun: bar.update(task, advance=1, description=f"{name}: {begun}")
