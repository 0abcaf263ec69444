"""``check [NAME] [--release NAME]``: checks a draft of the store, or releases: whole, and true."""

import argparse
import sys
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.releases.locate import NoReleaseError, choose, present, releases_directory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a draft of the store")
    parser.add_argument("--release", metavar="NAME", help="one release (all there are)")
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Check and print what was found; exit status 1 when something is not as it should be.

    Of a draft the report is written beside it too, as a page to be read, printed and passed on.
    """
    if arguments.name:
        return _check_draft(arguments.name, arguments.data)
    from dashboard.build.check import check  # noqa: PLC0415  (imports pandas)

    directory = releases_directory()
    there = present(directory)
    if arguments.release:
        try:
            there = (choose(arguments.release, None, None, there, demo_allowed=False),)
        except NoReleaseError as error:
            raise CommandError(str(error)) from error
    if not there:
        raise CommandError(f"There is no release in {directory}. Build one with: python -m dashboard build.")
    passed = True
    for name in there:
        found = check(directory / name)
        print("\n".join(found.report))
        for problem in found.problems:
            print(f"  PROBLEM: {problem}", file=sys.stderr)
        passed = passed and not found.problems
    return 0 if passed else 1


def _check_draft(name: str, data: Path | None) -> int:
    from dashboard.checks.report_text import report_lines  # noqa: PLC0415
    from dashboard.checks.stored import check_draft, write_report  # noqa: PLC0415
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.cli.reference_now import inputs_now  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    store = store_directory()
    with draft_errors():
        inputs = inputs_now(data)
        checked = check_draft(store, name, inputs.reference, inputs.held)
        report = write_report(store, checked)
    print("\n".join(report_lines(checked)))
    print(f"\nThe same as a page: {report}")
    return 0 if checked.judged.passes else 1
