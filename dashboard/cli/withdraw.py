"""``withdraw REFERENCE --reason WHY [--by WHO]``: takes a decision's text out of every release."""

import argparse
import sys
from datetime import UTC, datetime

from dashboard.cli import CommandError, trouble
from dashboard.releases.locate import releases_directory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("reference", metavar="REFERENCE", help="the decision's reference, such as 23 001 234")
    parser.add_argument("--reason", required=True, metavar="WHY", help="shown in place of the text")
    parser.add_argument("--by", default="", metavar="WHO", help="your role: kept in the ledger, not shown")


def run(arguments: argparse.Namespace) -> int:
    """Withdraw; exit status 1 when a release could not be looked into."""
    from dashboard.build.withdraw import WithdrawError, withdraw  # noqa: PLC0415
    from dashboard.domain.formats import day  # noqa: PLC0415
    from dashboard.releases.lock import LockedError  # noqa: PLC0415
    from dashboard.releases.withdrawn import LEDGER, LedgerError  # noqa: PLC0415

    directory = releases_directory()
    try:
        done = withdraw(
            directory, arguments.reference, arguments.reason, arguments.by, datetime.now(UTC).date()
        )
    except (WithdrawError, LedgerError) as error:
        raise CommandError(str(error)) from error
    except (LockedError, OSError) as error:
        why = trouble.sentence(error).removesuffix(trouble.AS_IT_WAS).strip()
        raise CommandError(f"{why} Run the command again: it finishes what is left.") from error
    entry = done.entry
    print(f"Decision {entry.reference} is withdrawn. Its text was taken out of: {', '.join(done.releases)}.")
    print(
        f"Its line stays, with the day ({day(entry.on)}) and the reason; it is counted as before. "
        f"{directory / LEDGER} keeps it out of every later build.\n"
        "The files releases are made from, in the store of inputs, were not touched, nor was any copy of a "
        "release elsewhere. Running servers show the change within two seconds."
    )
    for problem in done.problems:
        print(f"PROBLEM: {problem}", file=sys.stderr)
    return 1 if done.problems else 0
