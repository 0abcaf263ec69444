"""``headings accept TEXT QUANTITY --table T --by WHO --reason WHY``: says what a heading means."""

import argparse

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because

_TABLES = ("received", "decided", "remedies")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    accept = actions.add_parser("accept", help="accept a text as the heading of a quantity")
    accept.add_argument("text", help="the heading as it stands in the file")
    accept.add_argument("quantity", help="what it means, such as upheld or received:housing")
    remove = actions.add_parser("remove", help="take back that a heading was accepted")
    remove.add_argument("text", help="the heading as it was accepted")
    for action in (accept, remove):
        action.add_argument("--table", required=True, choices=_TABLES, help="in which of the annual tables")
        add_who(action)
    actions.add_parser("list", help="list the headings that were accepted")


def run(arguments: argparse.Namespace) -> int:
    """Accept a heading, take one back, or list those accepted."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.headings_file import (  # noqa: PLC0415
        accepted_headings,
        remove_heading,
        told,
    )

    store = store_directory()
    with draft_errors():
        if arguments.action == "accept":
            _accept(arguments)
        elif arguments.action == "remove":
            gone = remove_heading(store, arguments.text, arguments.table, because(arguments))
            print(f"Taken back: {told(gone)}. It was accepted by {gone.by} on {gone.on}: {gone.reason}")
        else:
            for heading in accepted_headings(store):
                print(f"{told(heading)}: {heading.reason} ({heading.by}, {heading.on})")
    return 0


def _accept(arguments: argparse.Namespace) -> None:
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.headings_file import (  # noqa: PLC0415
        AcceptedHeading,
        accept_heading,
        told,
    )
    from dashboard.imports.tables.headings import load_headings  # noqa: PLC0415
    from dashboard.imports.wording import normalised  # noqa: PLC0415

    known = load_headings().tables[arguments.table]
    wording = normalised(arguments.text)
    if not wording:
        raise CommandError("The heading says nothing.")
    if arguments.quantity not in known.values():
        meanings = ", ".join(sorted(set(known.values())))
        raise CommandError(f"“{arguments.quantity}” heads no column of tables {arguments.table}: {meanings}.")
    if known.get(wording, arguments.quantity) != arguments.quantity:
        raise CommandError(
            f"“{arguments.text}” is known to mean {known[wording]} in tables {arguments.table}, and "
            "cannot mean another."
        )
    why = because(arguments)
    heading = AcceptedHeading(
        arguments.text.strip(), arguments.table, arguments.quantity, why.by, why.reason, why.on.isoformat()
    )
    before = accept_heading(store_directory(), heading, why)
    print(f"{told(heading)} from now on.")
    if before is not None and before.quantity != heading.quantity:
        print(f"Until now it was {before.quantity}: {before.reason} ({before.by}, {before.on}).")
