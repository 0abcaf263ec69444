"""``renew``: next year's population, neighbours or postcodes, from one official file each."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError

if TYPE_CHECKING:
    from derive.renewal.official_file import OfficialFile
    from derive.renewal.renewed import Renewal

METHODS = ("ons_global", "ons_demographic", "ons_economic")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be renewed, and what each needs to be told."""
    what = parser.add_subparsers(dest="what", metavar="population | neighbours | postcodes", required=True)
    population = what.add_parser(
        "population", help="the estimates of a mid-year, from the ONS's workbook (MYE2)"
    )
    population.add_argument("--year", type=_year, required=True, help="the mid-year, such as 2025")
    neighbours = what.add_parser("neighbours", help="a list of statistical neighbours of the ONS")
    neighbours.add_argument("--method", choices=METHODS, required=True, help="which of the three lists it is")
    neighbours.add_argument(
        "--from", dest="first", type=_year, required=True, help="the year it holds from: 2026 is 2026-27"
    )
    postcodes = what.add_parser("postcodes", help="all postcodes, from the NSPL or the ONSPD")
    postcodes.add_argument("--edition", required=True, help="its month and year, such as “May 2026”")
    for one in (population, neighbours, postcodes):
        one.add_argument("file", type=Path, metavar="FILE", help="the file as it was downloaded")
        one.add_argument("--replace", action="store_true", help="in place of those held of the same year")
        one.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        one.add_argument("--out", type=Path, default=Path("data"), help="the committed data (default: data)")


def run(arguments: argparse.Namespace) -> int:
    """Put the file into the committed data, and say what changed."""
    from dashboard.reference.artefact import ArtefactError  # noqa: PLC0415
    from derive.renewal.keep import renew  # noqa: PLC0415
    from derive.renewal.official_file import OfficialFile  # noqa: PLC0415
    from derive.source import DerivationError  # noqa: PLC0415

    if not arguments.file.is_file():
        raise CommandError(f"There is no file {arguments.file}.")
    file = OfficialFile(arguments.file)
    try:
        made = renew(arguments.out, file, _maker(arguments, file), dry_run=arguments.dry_run)
    except (DerivationError, ArtefactError) as error:
        raise CommandError(f"{error} Nothing was changed.") from error
    for line in (*made.said, *(f"Look at this: {odd}" for odd in made.odd)):
        print(line)
    print(
        "Nothing was changed."
        if arguments.dry_run
        else f"{made.table.path} has it, and provenance.json says whence. Commit them; then build."
    )
    return 0


def _maker(arguments: argparse.Namespace, file: "OfficialFile") -> "Callable[[], Renewal]":
    from derive.renewal.neighbours import renewed_neighbours  # noqa: PLC0415
    from derive.renewal.population import renewed_population  # noqa: PLC0415
    from derive.renewal.postcodes import renewed_postcodes  # noqa: PLC0415

    out, replaces = arguments.out, arguments.replace
    if arguments.what == "population":
        return lambda: renewed_population(file, out, arguments.year, replaces=replaces)
    if arguments.what == "neighbours":
        return lambda: renewed_neighbours(file, out, arguments.method, arguments.first, replaces=replaces)
    return lambda: renewed_postcodes(file, out, arguments.edition, replaces=replaces)


def _year(text: str) -> int:
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(f"“{text}” is no year such as 2025")
    return int(text)
