"""``figures``: prints a release's figures as CSV, for scripts."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from dashboard.cli import trouble
from dashboard.cli.held_release import NotHeldError, council_asked, open_asked, year_asked
from dashboard.cli.stale import refuse_stale
from dashboard.downloads.figures_csv import figure_rows, write_figures

UNKNOWN = TROUBLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--release", metavar="NAME", help="the release (the one that would be served)")
    parser.add_argument("--year", metavar="YEAR", help="one reporting year, such as 2023-24 (all)")
    parser.add_argument(
        "--council", metavar="CODE", help="one council, by any ONS code it ever had, or by its slug (all)"
    )
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures. An unknown release, year or council is a sentence and exit status 2."""
    try:
        repository = open_asked(arguments.release)
        refuse_stale(repository.directory, arguments.data)
        years = None if arguments.year is None else (year_asked(arguments.year, repository),)
        council = None if arguments.council is None else council_asked(arguments.council, repository)
    except NotHeldError as problem:
        print(problem, file=sys.stderr)
        return UNKNOWN
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict")  # whatever the terminal's is: it is a file
    try:
        write_figures(figure_rows(repository, years, council), sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        trouble.close_output()  # the reader (head, say) has seen enough
    return 0
