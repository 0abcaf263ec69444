"""``accept NAME CHECK --reason WHY --by WHO``: accepts warnings of a draft's checks, for all to see."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from dashboard.cli import CommandError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    parser.add_argument("check", metavar="CHECK", help="the check whose warnings are accepted, by its id")
    parser.add_argument("--council", help="only warnings about this council (its name or slug)")
    parser.add_argument("--year", help="only warnings about this year")
    parser.add_argument("--quantity", help="only warnings about this quantity, such as received:housing")
    parser.add_argument("--reason", required=True, help="why they are accepted; it is published")
    parser.add_argument("--by", required=True, metavar="WHO", help="who accepts them; it is published")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Accept each warning that is meant, one line a warning, and say which; exit status 1 when none is."""
    from dashboard.build.assemble import read_inputs  # noqa: PLC0415
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.checks.accepting import accepting  # noqa: PLC0415
    from dashboard.checks.corrections import council_of  # noqa: PLC0415
    from dashboard.checks.report import verdict  # noqa: PLC0415
    from dashboard.checks.stored import check_draft, write_report  # noqa: PLC0415
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.draft import draft_directory  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    store = store_directory()
    for text, what in ((arguments.reason, "reason"), (arguments.by, "name")):
        if not text.strip():
            raise CommandError(f"An acceptance needs a {what}: it is published with the figures.")
    with draft_errors():
        inputs = read_inputs(arguments.data or DATA)
        slug = None
        if arguments.council:
            slug = council_of(arguments.council, inputs.reference)
            if slug is None:
                raise CommandError(f"“{arguments.council}” is no council's name or slug.")
        checked = check_draft(store, arguments.name, inputs.reference, inputs.held)
        accepted = accepting(
            checked.judged,
            draft_directory(store, arguments.name),
            check=arguments.check,
            slug=slug,
            year=arguments.year,
            quantity=arguments.quantity,
            reason=arguments.reason.strip(),
            accepted_by=arguments.by.strip(),
            accepted_on=datetime.now(UTC).date(),
        )
        if accepted:
            again = check_draft(store, arguments.name, inputs.reference, inputs.held)
            write_report(store, again)
    for finding in accepted:
        print(f"Accepted: {finding.sentence}")
    if not accepted:
        raise CommandError(
            f"No warning of {arguments.name} is meant by this. They are listed by: "
            f"python -m dashboard check {arguments.name}."
        )
    print(verdict(again))
    return 0
