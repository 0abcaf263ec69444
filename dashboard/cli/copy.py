"""``copy NAME NEW``: begins a draft with everything that another one has."""

import argparse

from dashboard.cli.who import add_who, because
from dashboard.domain.formats import day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    parser.add_argument("new", metavar="NEW", help="the name of the new one")
    add_who(parser, required=False)


def run(arguments: argparse.Namespace) -> int:
    """Copy a draft and say what is in the copy."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.copy_draft import copy_draft  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    with draft_errors():
        made = copy_draft(
            store_directory(), arguments.name, arguments.new, because(arguments, required=False)
        )
    until = made.embargoed_until
    embargo = f" It is embargoed as that is, until {day(until)}." if until else ""
    print(
        f"Draft “{made.name}” has the inputs, corrections and acceptances of “{arguments.name}”.{embargo} "
        f"Check it: python -m dashboard check {made.name}"
    )
    return 0
