"""``reorganise FILE``: councils to come, kept as data; ``list``, ``remove NAME`` and ``preview`` besides."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because
from dashboard.domain.formats import day
from dashboard.domain.slugs import slug_of

if TYPE_CHECKING:
    from dashboard.imports.store.reorganisations_file import Kept
    from dashboard.reorganise.keeping import Handed, Told

LIST, REMOVE = "list", "remove"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "action",
        metavar="FILE | list | remove",
        help="a CSV file to be kept (name, code, type, start, predecessors), or what to do with those kept",
    )
    parser.add_argument("which", nargs="?", metavar="NAME", help="of remove: the reorganisation")
    parser.add_argument("--name", default="", help="what it is to be called (as the file is)")
    parser.add_argument("--replace", action="store_true", help="take the place of the one of the same name")
    parser.add_argument("--dry-run", action="store_true", help="say what it means, and keep nothing")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    add_who(parser, required=False)


def run(arguments: argparse.Namespace) -> int:
    """Keep a reorganisation, say what it would mean, list those kept, or take one out."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415

    act = {LIST: _list, REMOVE: _remove}.get(arguments.action, _hand_in)
    with draft_errors():
        for line in act(arguments):
            print(line)
    return 0


def _hand_in(arguments: argparse.Namespace) -> Iterator[str]:
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.reference.load import load_reference  # noqa: PLC0415
    from dashboard.reorganise.keeping import keep, told  # noqa: PLC0415

    if arguments.which is not None:
        raise CommandError(f"One file is kept at a time, and “{arguments.which}” stands behind it.")
    why = because(arguments, required=not arguments.dry_run)
    handed, committed = _handed(arguments), load_reference(arguments.data or DATA)
    if arguments.dry_run:
        yield from _said(told(store_directory(), handed, committed, replaces=arguments.replace))
        yield "Nothing was kept."
        return
    done = keep(store_directory(), handed, committed, why, replaces=arguments.replace)
    yield from _said(done)
    name = done.reorganisation.name
    yield f"It is kept as “{name}”. Drafts of later years have it from their next build on."


def _handed(arguments: argparse.Namespace) -> "Handed":
    """Read the file, once. Raises CommandError where it cannot be."""
    from dashboard.releases.on_disk import why  # noqa: PLC0415
    from dashboard.reorganise.keeping import Handed  # noqa: PLC0415
    from dashboard.reorganise.reading import LARGEST  # noqa: PLC0415

    file = Path(arguments.action)
    if not file.is_file():
        raise CommandError(f"There is no file {file}. (What can be done besides: {LIST}, {REMOVE} NAME.)")
    try:
        with file.open("rb") as read:
            content = read.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {why(error)}.") from error
    return Handed(file.name, content, arguments.name or slug_of(file.stem))


def _said(told: "Told") -> Iterator[str]:
    yield from told.meaning
    for warning in told.warnings:
        yield f"Look at this: {warning}"


def _list(arguments: argparse.Namespace) -> Iterator[str]:
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.reorganisations_file import read_kept  # noqa: PLC0415

    _alone(arguments)
    kept = read_kept(store_directory())
    for one in kept:
        yield f"{one.name}: {one.reason} ({one.by}, {one.on})"
        yield from _councils(one)
    if not kept:
        yield "No reorganisation is kept."


def _councils(kept: "Kept") -> Iterator[str]:
    for council in kept.reorganisation.councils:
        code = council.code or "no code yet"
        yield (
            f"  {council.name} ({council.type}, {code}) from {day(council.start)}: "
            f"{', '.join(council.predecessors)}"
        )


def _remove(arguments: argparse.Namespace) -> Iterator[str]:
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.reference.load import load_reference  # noqa: PLC0415
    from dashboard.reorganise.keeping import remove  # noqa: PLC0415

    if arguments.which is None:
        raise CommandError(f"Say which: {REMOVE} NAME. `reorganise {LIST}` lists them.")
    why = because(arguments)
    gone = remove(store_directory(), arguments.which, load_reference(arguments.data or DATA), why)
    yield f"Removed: {gone.name}. It was kept by {gone.by} on {gone.on}: {gone.reason}"
    yield "Drafts are as they were before from their next build on. What was decided stays in the log."


def _alone(arguments: argparse.Namespace) -> None:
    if arguments.which is not None:
        raise CommandError(f"`{LIST}` lists all, and “{arguments.which}” stands behind it.")
