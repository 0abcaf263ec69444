"""``names accept TEXT SLUG --by WHO --reason WHY``: says which council a name in the files means."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.domain.years import ReportingYear


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    accept = actions.add_parser("accept", help="accept a text as the name of a council")
    accept.add_argument("text", help="the text as it stands in the file")
    accept.add_argument(
        "slug", help="the council, as in its page's address, such as blackpool-borough-council"
    )
    accept.add_argument("--by", required=True, help="who decided it")
    accept.add_argument("--reason", required=True, help="why")
    accept.add_argument("--year", default="", help="only in tables of this year (all)")
    accept.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    actions.add_parser("list", help="list the names that were accepted")


def run(arguments: argparse.Namespace) -> int:
    """Accept a name, or list those accepted."""
    from dashboard.imports.problems import ImportRefusedError  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.names_file import read_names  # noqa: PLC0415

    try:
        if arguments.action == "accept":
            _accept(arguments)
        else:
            for name in read_names(store_directory()):
                year = f" in {name.year}" if name.year else ""
                print(f"“{name.text}”{year} is {name.slug}: {name.reason} ({name.by}, {name.on})")
    except (ImportRefusedError, OSError) as error:
        raise CommandError(str(error)) from error
    return 0


def _accept(arguments: argparse.Namespace) -> None:
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.names_file import AcceptedName, accept_name  # noqa: PLC0415
    from dashboard.reference.load import load_reference  # noqa: PLC0415

    council = load_reference(arguments.data or DATA).councils.get(arguments.slug)
    if council is None:
        raise CommandError(f"“{arguments.slug}” is no council. A council's page has it in its address.")
    for what, text in (("--by", arguments.by), ("--reason", arguments.reason), ("The name", arguments.text)):
        if not text.strip():
            raise CommandError(f"{what} is empty.")
    try:
        year = str(ReportingYear.parse(arguments.year)) if arguments.year else ""
    except ValueError as error:
        raise CommandError(f"{error}.") from None
    on = datetime.now(UTC).date().isoformat()
    name = AcceptedName(arguments.text, council.slug, year, arguments.by, arguments.reason, on)
    accept_name(store_directory(), name)
    print(f"“{name.text}” is {council.name}{f' in {year}' if year else ''} from now on.")
