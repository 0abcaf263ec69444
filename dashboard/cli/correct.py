"""``correct NAME --council C --year Y --measure Q --from A --to B ...``: declares a correction of a draft."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from dashboard.cli import CommandError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    parser.add_argument("--council", required=True, help="its name or slug")
    parser.add_argument("--year", required=True)
    parser.add_argument("--measure", required=True, help="the quantity, such as upheld or received:housing")
    parser.add_argument("--from", required=True, dest="was", metavar="VALUE", help="what the source says")
    parser.add_argument("--to", required=True, dest="became", metavar="VALUE", help="what is right")
    parser.add_argument("--reason", required=True, help="why; it is published")
    parser.add_argument("--by", required=True, metavar="WHO", help="who decided it; it is published")
    parser.add_argument(
        "--expect",
        default="",
        help="what else of the row the source must still say, such as “received:total=455; upheld=43”",
    )
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Write the correction beside the draft; one that does not fit what the source says now is refused."""
    from dashboard.build.data import DATA  # noqa: PLC0415
    from dashboard.checks.corrections import (  # noqa: PLC0415
        FILE,
        add_correction,
        apply_corrections,
        correction_of,
    )
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.drafts.read_draft import read_draft  # noqa: PLC0415
    from dashboard.imports.store.draft import draft_directory  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.reference.load import load_reference  # noqa: PLC0415

    store = store_directory()
    cells = {
        "council": arguments.council,
        "year": arguments.year,
        "measure": arguments.measure,
        "from": arguments.was,
        "to": arguments.became,
        "reason": arguments.reason.strip(),
        "decided_by": arguments.by.strip(),
        "decided_on": datetime.now(UTC).date().isoformat(),
        "expect": arguments.expect,
    }
    with draft_errors():
        reference = load_reference(arguments.data or DATA)
        folder = draft_directory(store, arguments.name)
        correction = correction_of(cells, reference, "The correction")
        imported = read_draft(store, arguments.name, reference)
        for finding in apply_corrections(imported, [correction], reference).findings:
            raise CommandError(f"{finding.sentence} Nothing was written.")
        add_correction(folder, correction, reference)
    print(f"Written to {folder / FILE}. Next: python -m dashboard check {arguments.name}")
    return 0
