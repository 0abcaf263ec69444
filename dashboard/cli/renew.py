"""``renew``: next year's population, neighbours or postcodes, from one official file each; and councils."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.words.wording import listed

if TYPE_CHECKING:
    from derive.renewal.official_file import OfficialFile
    from derive.renewal.renewed import Renewal

METHODS = ("ons_global", "ons_demographic", "ons_economic")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be renewed, and what each needs to be told."""
    what = parser.add_subparsers(
        dest="what", metavar="population | neighbours | postcodes | councils", required=True
    )
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
    councils = what.add_parser(
        "councils", help="councils that `reorganise` keeps, once their codes are known"
    )
    councils.add_argument(
        "names", nargs="+", metavar="NAME", help="a reorganisation, as `reorganise list` has it"
    )
    for one in (population, neighbours, postcodes):
        one.add_argument("file", type=Path, metavar="FILE", help="the file as it was downloaded")
        one.add_argument("--replace", action="store_true", help="in place of those held of the same year")
    for one in (population, neighbours, postcodes, councils):
        one.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        one.add_argument("--out", type=Path, default=Path("data"), help="the committed data (default: data)")


def run(arguments: argparse.Namespace) -> int:
    """Put the file into the committed data, and say what changed."""
    from dashboard.imports.problems import ImportRefusedError  # noqa: PLC0415
    from dashboard.mapview.shapes import ShapesError  # noqa: PLC0415
    from dashboard.reference.artefact import ArtefactError  # noqa: PLC0415
    from dashboard.reshape.reshaping import ReshapeError  # noqa: PLC0415
    from derive.renewal.keep import renew  # noqa: PLC0415
    from derive.source import DerivationError  # noqa: PLC0415

    try:
        file, make = _councils(arguments) if arguments.what == "councils" else _official(arguments)
        made = renew(arguments.out, file, make, dry_run=arguments.dry_run)
    except (DerivationError, ArtefactError, ImportRefusedError, ShapesError, ReshapeError) as error:
        raise CommandError(f"{error} Nothing was changed.") from error
    for line in (*made.said, *(f"Look at this: {odd}" for odd in made.odd)):
        print(line)
    has = "has it" if len(made.rows) == 1 else "have it"
    done = f"{listed([*made.rows])} {has}, and provenance.json says whence. Commit them; then build."
    print("Nothing was changed." if arguments.dry_run else done)
    return 0


def _councils(arguments: argparse.Namespace) -> "tuple[OfficialFile, Callable[[], Renewal]]":
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.reorganisations_file import read_reorganisations  # noqa: PLC0415
    from derive.renewal.councils import file_of, renewed_councils  # noqa: PLC0415

    names, kept = frozenset(arguments.names), read_reorganisations(store_directory())
    return file_of(names, kept), lambda: renewed_councils(arguments.out, names, kept)


def _official(arguments: argparse.Namespace) -> "tuple[OfficialFile, Callable[[], Renewal]]":
    from derive.renewal.neighbours import renewed_neighbours  # noqa: PLC0415
    from derive.renewal.official_file import OfficialFile  # noqa: PLC0415
    from derive.renewal.population import renewed_population  # noqa: PLC0415
    from derive.renewal.postcodes import renewed_postcodes  # noqa: PLC0415

    if not arguments.file.is_file():
        raise CommandError(f"There is no file {arguments.file}.")
    file, out, replaces = OfficialFile(arguments.file), arguments.out, arguments.replace

    def make() -> "Renewal":
        if arguments.what == "population":
            return renewed_population(file, out, arguments.year, replaces=replaces)
        if arguments.what == "neighbours":
            return renewed_neighbours(file, out, arguments.method, arguments.first, replaces=replaces)
        return renewed_postcodes(file, out, arguments.edition, replaces=replaces)

    return file, make


def _year(text: str) -> int:
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(f"“{text}” is no year such as 2025")
    return int(text)
