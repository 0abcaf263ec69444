"""``check [--release NAME]``: says whether releases are whole, and how true the demonstration is."""

import argparse
import sys

from dashboard.cli import CommandError
from dashboard.release.locate import NoReleaseError, choose, present, releases_directory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--release", metavar="NAME", help="one release (all there are)")


def run(arguments: argparse.Namespace) -> int:
    """Check releases and print what was found; exit status 1 when any is not as it should be."""
    from dashboard.release.check import check  # noqa: PLC0415  (imports pandas)

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
