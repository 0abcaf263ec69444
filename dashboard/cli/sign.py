"""``sign NAME --as WHO``: says who signs the letters of a draft, which then are the publisher's own."""

import argparse

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--as", dest="signatory", metavar="WHO", help="who signs: the name and office as printed"
    )
    which.add_argument("--none", action="store_true", help="nobody: the letters are this project's again")
    add_who(parser)


def run(arguments: argparse.Namespace) -> int:
    """Store who signs, or that nobody does."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.signatory import set_signatory  # noqa: PLC0415

    if not arguments.none and not arguments.signatory.strip():
        raise CommandError("--as says nobody: --none takes a signature back.")
    signatory = "" if arguments.none else arguments.signatory
    with draft_errors():
        draft = set_signatory(store_directory(), arguments.name, signatory, because(arguments))
    if draft.signatory:
        told = f"The letters of draft “{draft.name}” are signed by {draft.signatory}."
    else:
        told = f"The letters of draft “{draft.name}” say that this project wrote them, and nobody signed."
    print(f"{told} Build it again: python -m dashboard build {draft.name}")
    return 0
