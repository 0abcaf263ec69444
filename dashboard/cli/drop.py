"""``drop NAME INPUT --by WHO --reason WHY``: takes an input out of a draft; the store keeps its copy."""

import argparse

from dashboard.cli.who import add_who, because, year
from dashboard.imports.store.draft import INPUT_KINDS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    parser.add_argument("input", metavar="INPUT", help="the file's name, or how its checksum begins")
    parser.add_argument("--year", type=year, help="only its tables of this year")
    parser.add_argument("--kind", choices=INPUT_KINDS, help="only its table of this kind")
    add_who(parser)


def run(arguments: argparse.Namespace) -> int:
    """Drop an input and say what was taken out."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.drop import drop_inputs, told  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    with draft_errors():
        gone = drop_inputs(
            store_directory(),
            arguments.name,
            arguments.input,
            because(arguments),
            year=arguments.year,
            kind=arguments.kind,
        )
    for one in gone:
        print(f"Taken out: {told(one)}. The store keeps its copy; import the file again to have it back.")
    print(f"Next: python -m dashboard check {arguments.name}")
    return 0
