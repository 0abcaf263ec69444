"""``reorganise FILE``: councils to come, kept as data; ``list``, ``remove`` and ``preview`` besides."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because
from dashboard.domain.formats import day
from dashboard.domain.slugs import slug_of

if TYPE_CHECKING:
    from dashboard.build.outlines import Vintage
    from dashboard.domain.reorganisation import NewCouncil, Reorganisation
    from dashboard.imports.store.reorganisations_file import Kept
    from dashboard.reference.load import Reference
    from dashboard.reorganise.keeping import Handed, Told

LIST, REMOVE, PREVIEW = "list", "remove", "preview"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "action",
        metavar="FILE | list | remove | preview",
        help="a CSV file to be kept (name, code, type, start, predecessors), or what to do with those kept",
    )
    parser.add_argument(
        "which",
        nargs="?",
        metavar="NAME",
        help="of remove: the reorganisation; of preview: a file that is not kept yet",
    )
    parser.add_argument("--name", default="", help="what it is to be called (as the file is)")
    parser.add_argument("--replace", action="store_true", help="take the place of the one of the same name")
    parser.add_argument("--dry-run", action="store_true", help="say what it means, and keep nothing")
    parser.add_argument("--out", type=Path, metavar="SVG", help="of preview: where the picture is written")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    add_who(parser, required=False)


def run(arguments: argparse.Namespace) -> int:
    """Keep a reorganisation, say or draw what it would mean, list those kept, or take one out."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415

    act = {LIST: _list, REMOVE: _remove, PREVIEW: _preview}.get(arguments.action, _hand_in)
    with draft_errors():
        for line in act(arguments):
            print(line)
    return 0


def _hand_in(arguments: argparse.Namespace) -> Iterator[str]:
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.reorganise.keeping import keep, told  # noqa: PLC0415

    if arguments.which is not None:
        raise CommandError(f"One file is kept at a time, and “{arguments.which}” stands behind it.")
    why = because(arguments, required=not arguments.dry_run)
    handed, committed = _handed(arguments, arguments.action), _committed(arguments)
    said = told(store_directory(), handed, committed, replaces=arguments.replace)
    vintages = _drawn(arguments, said.reorganisation, committed)
    yield from _said(said, vintages, committed)
    if arguments.dry_run:
        yield "Nothing was kept."
        return
    keep(store_directory(), handed, committed, why, replaces=arguments.replace)
    yield f"It is kept as “{handed.name}”. Drafts of later years have it from their next build on."


def _handed(arguments: argparse.Namespace, text: str) -> "Handed":
    """Read the file, once. Raises CommandError where it cannot be."""
    from dashboard.releases.on_disk import why  # noqa: PLC0415
    from dashboard.reorganise.keeping import Handed  # noqa: PLC0415
    from dashboard.reorganise.reading import LARGEST  # noqa: PLC0415

    file = Path(text)
    if not file.is_file():
        besides = f"{LIST}, {REMOVE} NAME, {PREVIEW}"
        raise CommandError(f"There is no file {file}. (What can be done besides: {besides}.)")
    try:
        with file.open("rb") as read:
            content = read.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {why(error)}.") from error
    return Handed(file.name, content, arguments.name or slug_of(file.stem))


def _committed(arguments: argparse.Namespace) -> "Reference":
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.reference.load import load_reference  # noqa: PLC0415

    return load_reference(arguments.data or DATA)


def _drawn(
    arguments: argparse.Namespace, more: "Reorganisation | None", committed: "Reference"
) -> "tuple[Vintage, ...]":
    """Draw the maps of all that is kept and of one more, which takes the place of its namesake."""
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.build.outlines import vintages_after  # noqa: PLC0415

    return vintages_after(arguments.data or DATA, committed, _new(more))


def _new(more: "Reorganisation | None") -> "tuple[NewCouncil, ...]":
    """Return all councils to come: those kept, and those of one more."""
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.reorganisations_file import read_reorganisations  # noqa: PLC0415
    from dashboard.reorganise.applied import every  # noqa: PLC0415

    kept = read_reorganisations(store_directory())
    others = [one for one in kept if more is None or one.name != more.name]
    return every([*others, *([more] if more else [])])


def _said(told: "Told", vintages: "Sequence[Vintage]", committed: "Reference") -> Iterator[str]:
    """Say what a reorganisation means, and what of it should be looked at: in words, and on its maps."""
    from dashboard.build.oddity_words import left_aside, oddity_words  # noqa: PLC0415

    yield from told.meaning
    new = told.reorganisation.councils
    years = {council.first_year.vintage for council in new}
    names = {slug: council.name for slug, council in committed.councils.items()}
    names |= {council.slug: council.name for council in new}
    own = [vintage for vintage in vintages if vintage.year in years]
    odd = (one for vintage in own for one in vintage.oddities if one.slug in names)
    aside = (left_aside(one.year, one.differing, names) for one in own if one.differing)
    for warning in (*told.warnings, *oddity_words(odd, names), *aside):
        yield f"Look at this: {warning}"


def _preview(arguments: argparse.Namespace) -> Iterator[str]:
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.releases.on_disk import write_whole  # noqa: PLC0415
    from dashboard.reorganise.keeping import told  # noqa: PLC0415

    if arguments.out is None:
        raise CommandError("Say where the picture is to be written: --out FILE.svg.")
    committed, more = _committed(arguments), None
    if arguments.which is not None:
        handed = _handed(arguments, arguments.which)
        more = told(store_directory(), handed, committed, replaces=True)
    vintages = _drawn(arguments, more.reorganisation if more else None, committed)
    if not vintages:
        raise CommandError("No reorganisation is kept, so that nothing is drawn: name a file.")
    if more:
        yield from _said(more, vintages, committed)
    write_whole(arguments.out, _picture(arguments, vintages, committed, more))
    yield f"The maps before and after: {arguments.out}"


def _picture(
    arguments: argparse.Namespace,
    vintages: "Sequence[Vintage]",
    committed: "Reference",
    more: "Told | None",
) -> str:
    """Draw districts and single-tier councils as they are, and beside them as they will be."""
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.build.outlines import shapes_before  # noqa: PLC0415
    from dashboard.domain.authority_types import Tier  # noqa: PLC0415
    from dashboard.reshape.preview import preview  # noqa: PLC0415

    data, first = arguments.data or DATA, vintages[0].year
    before, after = shapes_before(data, Tier.LOWER, first), vintages[-1].lower
    names = {slug: council.short_name for slug, council in committed.councils.items()}
    names |= {council.slug: council.short_name for council in _new(more.reorganisation if more else None)}
    new = {shape.slug for shape in after.shapes} - {shape.slug for shape in before.shapes}
    return preview(before, after, new, names)


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
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.reorganise.keeping import remove  # noqa: PLC0415

    if arguments.which is None:
        raise CommandError(f"Say which: {REMOVE} NAME. `reorganise {LIST}` lists them.")
    why = because(arguments)
    gone = remove(store_directory(), arguments.which, _committed(arguments), why)
    yield f"Removed: {gone.name}. It was kept by {gone.by} on {gone.on}: {gone.reason}"
    yield "Drafts are as they were before from their next build on. What was decided stays in the log."


def _alone(arguments: argparse.Namespace) -> None:
    if arguments.which is not None:
        raise CommandError(f"`{LIST}` lists all, and “{arguments.which}” stands behind it.")
