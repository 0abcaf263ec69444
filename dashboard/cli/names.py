"""``names accept TEXT SLUG --by WHO --reason WHY``: says which council a name in the files means; or none."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because
from dashboard.domain.years import ReportingYear
from dashboard.imports.store.log import Because

if TYPE_CHECKING:
    from dashboard.imports.store.names_file import AcceptedName
    from dashboard.reference.load import Reference

_COLUMNS = ("text", "slug", "year")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    accept = actions.add_parser("accept", help="accept a text as the name of a council, or of none")
    accept.add_argument("text", nargs="?", help="the text as it stands in the file")
    accept.add_argument(
        "slug",
        nargs="?",
        help="the council, as in its page's address, such as blackpool-borough-council; or off-the-map",
    )
    accept.add_argument(
        "--file", type=Path, metavar="CSV", help="many at once: a file with the columns text, slug, year"
    )
    accept.add_argument("--year", default="", help="only in tables of this year (all)")
    accept.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    remove = actions.add_parser("remove", help="take back that a text was accepted")
    remove.add_argument("text", help="the text as it was accepted")
    remove.add_argument("--year", default="", help="the year it was accepted for (none: all)")
    for action in (accept, remove):
        add_who(action)
    actions.add_parser("list", help="list the names that were accepted")


def run(arguments: argparse.Namespace) -> int:
    """Accept names, take one back, or list those accepted."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.names_file import read_names, remove_name, told  # noqa: PLC0415

    with draft_errors():
        if arguments.action == "accept":
            _accept(arguments)
        elif arguments.action == "remove":
            year = _year(arguments.year, "--year")
            gone = remove_name(store_directory(), arguments.text, year, because(arguments))
            print(f"Taken back: {told(gone)}. It was accepted by {gone.by} on {gone.on}: {gone.reason}")
        else:
            for name in read_names(store_directory()):
                print(f"{told(name)}: {name.reason} ({name.by}, {name.on})")
    return 0


def _accept(arguments: argparse.Namespace) -> None:
    from dashboard.cli.reference_now import reference_now  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.names_file import OFF_THE_MAP, accept_names, told  # noqa: PLC0415
    from dashboard.imports.tables.own_names import OwnNames  # noqa: PLC0415

    why = because(arguments)
    reference = reference_now(arguments.data)
    names = [
        _name(*row, reference=reference, why=why, where=where) for where, row in _rows(arguments).items()
    ]
    before = accept_names(store_directory(), names, OwnNames(reference), why)
    for name in names[:1] if arguments.file is None else ():
        year = f" in {name.year}" if name.year else ""
        meant = "no council" if name.slug == OFF_THE_MAP else reference.councils[name.slug].name
        print(f"“{name.text}” is {meant}{year} from now on.")
    if arguments.file is not None:
        print(f"{len(names):,} names are accepted from now on.")
    for name in before:
        print(f"Until now it was: {told(name)}: {name.reason} ({name.by}, {name.on}).")


def _rows(arguments: argparse.Namespace) -> dict[str, tuple[str, str, str]]:
    """Return what is to be accepted, text, slug and year, by where it was said."""
    from dashboard.imports.store.csv_file import read_rows  # noqa: PLC0415

    if arguments.file is None:
        if arguments.text is None or arguments.slug is None:
            raise CommandError("Give the text and the council it means, or --file with many.")
        return {"": (arguments.text, arguments.slug, arguments.year)}
    if arguments.text is not None or arguments.year:
        raise CommandError("With --file, texts, councils and years are in the file alone.")
    if not arguments.file.is_file():
        raise CommandError(f"There is no file {arguments.file}.")
    found = read_rows(arguments.file, _COLUMNS)
    if not found:
        raise CommandError(f"{arguments.file} has no line below its heading ({', '.join(_COLUMNS)}).")
    return {
        f"{arguments.file.name}, line {line}: ": (cells["text"], cells["slug"], cells["year"])
        for line, cells in found
    }


def _name(
    text: str, slug: str, year: str, *, reference: "Reference", why: Because, where: str
) -> "AcceptedName":
    from dashboard.imports.store.names_file import OFF_THE_MAP, AcceptedName  # noqa: PLC0415

    if not text.strip():
        raise CommandError(f"{where}The name is empty.")
    if slug == OFF_THE_MAP and year:
        raise CommandError(f"{where}A body that is no council is none in any year: leave the year out.")
    if slug != OFF_THE_MAP and slug not in reference.councils:
        raise CommandError(
            f"{where}“{slug}” is no council. A council's page has it in its address; for a body that is no "
            f"council, it is {OFF_THE_MAP}."
        )
    return AcceptedName(
        text.strip(), slug, _year(year, where.removesuffix(": ")), why.by, why.reason, why.on.isoformat()
    )


def _year(text: str, where: str) -> str:
    try:
        return str(ReportingYear.parse(text)) if text else ""
    except ValueError as error:
        raise CommandError(f"{where}: {error}." if where else f"{error}.") from None
