"""``accept NAME CHECK --council C --reason WHY --by WHO``: accepts warnings of a draft's checks."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because, from_one, year

if TYPE_CHECKING:
    from dashboard.build.assemble import Inputs
    from dashboard.checks.accepting import Wanted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    parser.add_argument(
        "check", metavar="CHECK", nargs="?", help="the check whose warning is accepted, by its id"
    )
    parser.add_argument(
        "--council",
        metavar="COUNCIL",
        nargs="+",
        action="extend",
        default=[],
        help="the warnings about these councils (names or slugs)",
    )
    parser.add_argument("--year", type=year, help="only warnings about this year")
    parser.add_argument("--quantity", help="only warnings about this quantity, such as received:housing")
    parser.add_argument("--all-of", metavar="CHECK", help="all warnings of a check; --expect says how many")
    parser.add_argument("--expect", type=from_one, metavar="N", help="how many warnings they must be")
    parser.add_argument("--remove", action="store_true", help="take acceptances back")
    parser.add_argument(
        "--unmet",
        action="store_true",
        help="with --remove: all that meet no warning any more",
    )
    add_who(parser, "it is published")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Accept each warning that is meant, one line a warning, and say which; exit status 1 when none is."""
    from dashboard.checks.report import verdict  # noqa: PLC0415
    from dashboard.checks.stored import check_draft, write_report  # noqa: PLC0415
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.cli.reference_now import inputs_now  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    for text, what in ((arguments.reason, "reason"), (arguments.by, "name")):
        if not text.strip():
            raise CommandError(f"An acceptance needs a {what}: it is published with the figures.")
    because(arguments, published=True)  # refused before anything is read
    store = store_directory()
    with draft_errors():
        inputs = inputs_now(arguments.data)
        act = _remove if arguments.remove else _accept
        for line in act(arguments, inputs):
            print(line)
        again = check_draft(store, arguments.name, inputs.reference, inputs.held)
        write_report(store, again)
    print(verdict(again))
    return 0


def _wanted(arguments: argparse.Namespace, inputs: "Inputs") -> "Wanted":
    from dashboard.checks.accepting import Wanted  # noqa: PLC0415
    from dashboard.checks.corrections import council_of  # noqa: PLC0415

    check = arguments.check or arguments.all_of
    if arguments.unmet:
        raise CommandError("--unmet goes with --remove, and names no check.")
    if check is None or (arguments.check and arguments.all_of):
        raise CommandError("Name one check: as CHECK for one warning or those of --council, or as --all-of.")
    if (arguments.all_of is None) != (arguments.expect is None):
        raise CommandError("--all-of CHECK and --expect N go together: whoever accepts all has counted them.")
    slugs = set()
    for text in arguments.council:
        slug = council_of(text, inputs.reference)
        if slug is None:
            raise CommandError(f"“{text}” is no council's name or slug.")
        slugs.add(slug)
    return Wanted(check, frozenset(slugs), arguments.year, arguments.quantity, arguments.expect)


def _accept(arguments: argparse.Namespace, inputs: "Inputs") -> list[str]:
    from dashboard.checks.accepting import accept  # noqa: PLC0415
    from dashboard.checks.stored import check_draft  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    store, wanted = store_directory(), _wanted(arguments, inputs)
    checked = check_draft(store, arguments.name, inputs.reference, inputs.held)
    meant = wanted.of(checked.judged.warnings)
    if not meant:
        raise CommandError(
            f"No warning of {arguments.name} is meant by this. They are listed by: "
            f"python -m dashboard check {arguments.name}."
        )
    accept(store, arguments.name, meant, because(arguments, published=True))
    return [f"Accepted: {finding.sentence}" for finding in meant]


def _remove(arguments: argparse.Namespace, inputs: "Inputs") -> list[str]:
    from dashboard.checks.accepting import take_back  # noqa: PLC0415
    from dashboard.checks.stored import check_draft  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    if arguments.unmet and not (arguments.check or arguments.all_of):
        checked = check_draft(store_directory(), arguments.name, inputs.reference, inputs.held)
        unmet = {acceptance.key for acceptance in checked.judged.unmet}
        gone = take_back(
            store_directory(),
            arguments.name,
            lambda there: [acceptance for acceptance in there if acceptance.key in unmet],
            because(arguments, published=True),
        )
    else:
        wanted = _wanted(arguments, inputs)
        gone = take_back(store_directory(), arguments.name, wanted.of, because(arguments, published=True))
    return [
        f"Taken back: {one.sentence} ({one.accepted_by}, {one.accepted_on}: {one.reason})" for one in gone
    ]
