"""``correct NAME --council C --year Y --measure Q --from A --to B ...``: declares a correction of a draft."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.cli.who import add_who, because
from dashboard.domain.years import ReportingYear

if TYPE_CHECKING:
    from dashboard.imports.store.log import Because
    from dashboard.reference.load import Reference


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    parser.add_argument("--council", required=True, help="its name or slug")
    parser.add_argument("--year", required=True)
    parser.add_argument("--measure", required=True, help="the quantity, such as upheld or received:housing")
    parser.add_argument("--from", dest="was", metavar="VALUE", help="what the source says")
    parser.add_argument("--to", dest="became", metavar="VALUE", help="what is right")
    add_who(parser, "it is published")
    parser.add_argument(
        "--expect",
        default="",
        help="what else of the row the source must still say, such as “received:total=455; upheld=43”",
    )
    parser.add_argument("--remove", action="store_true", help="take the correction of this figure back")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Write the correction beside the draft; one that does not fit what the source says now is refused."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.cli.reference_now import reference_now  # noqa: PLC0415
    from dashboard.imports.store.draft import CORRECTIONS_FILE, draft_directory  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    why = because(arguments, published=True)
    with draft_errors():
        reference = reference_now(arguments.data)
        act = _remove if arguments.remove else _add
        done = act(arguments, reference, why)
    file = draft_directory(store_directory(), arguments.name) / CORRECTIONS_FILE
    print(f"{done} {file}. Next: python -m dashboard check {arguments.name}")
    return 0


def _add(arguments: argparse.Namespace, reference: "Reference", why: "Because") -> str:
    from dashboard.checks.correcting import correct  # noqa: PLC0415
    from dashboard.checks.corrections import correction_of  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    if arguments.was is None or arguments.became is None:
        raise CommandError("Give --from, what the source says, and --to, what is right.")
    cells = {
        "council": arguments.council,
        "year": arguments.year,
        "measure": arguments.measure,
        "from": arguments.was,
        "to": arguments.became,
        "reason": why.reason,
        "decided_by": why.by,
        "decided_on": why.on.isoformat(),
        "expect": arguments.expect,
    }
    correction = correction_of(cells, reference, "The correction")
    correct(store_directory(), arguments.name, correction, reference, why)
    return "Written to"


def _remove(arguments: argparse.Namespace, reference: "Reference", why: "Because") -> str:
    from dashboard.checks.correcting import take_back  # noqa: PLC0415
    from dashboard.checks.corrections import council_of  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    if arguments.was is not None or arguments.became is not None or arguments.expect:
        raise CommandError("--remove takes back a figure's correction, whatever it says: give no values.")
    slug = council_of(arguments.council, reference)
    if slug is None:
        raise CommandError(f"“{arguments.council}” is no council's name or slug.")
    try:
        year = str(ReportingYear.parse(arguments.year))
    except ValueError as error:
        raise CommandError(f"{error}.") from None
    take_back(store_directory(), arguments.name, (slug, year, arguments.measure), reference, why)
    return "Taken out of"
