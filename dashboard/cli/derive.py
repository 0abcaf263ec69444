"""``derive``: the committed data from the folder of open source data."""

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.domain.bodies import bodies_counted
from dashboard.reference.artefact import ArtefactError
from dashboard.reference.councils import load_councils
from dashboard.reference.load import POPULATION
from dashboard.reference.neighbours import NEIGHBOURS
from dashboard.reference.postcodes import POSTCODES
from dashboard.reshape.coverage import CoverageError
from dashboard.words.wording import listed
from derive.artefacts import write
from derive.boundaries import derive_boundaries
from derive.councils import derive_councils
from derive.decisions import derive_decisions
from derive.hex import derive_hexes
from derive.official import derive_official, official_sources
from derive.places import LAYER, derive_places
from derive.provenance import write_provenance
from derive.publications import OFFICIAL
from derive.renewal.keep import changing_data
from derive.renewal.renewed import FOLDER, declared, renewed_since
from derive.source import DerivationError, SourceFolder
from derive.tables import derive_tables, missing_populations

PARTS = ("all", "tables", "boundaries", "places", "official")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where the source is and where the artefacts go."""
    parser.add_argument("--source", type=Path, required=True, help="the folder of source data")
    parser.add_argument("--out", type=Path, default=Path("data"), help="where artefacts go (default: data)")
    parser.add_argument(
        "--only",
        choices=PARTS,
        default="all",
        help="derive the tables, the boundaries or the places alone, or official boundaries of a later year",
    )
    parser.add_argument(
        "--anew", action="store_true", help="derive tables that were renewed since: what renewed them is lost"
    )


def run(arguments: argparse.Namespace) -> int:
    """Derive the artefacts, print each with its rows, and record where everything came from."""
    try:
        with changing_data(arguments.out):
            _refuse_renewed(arguments.out, arguments.only, anew=arguments.anew)
            derive(arguments.source, arguments.out, arguments.only)
    except (DerivationError, CoverageError, ArtefactError) as error:
        raise CommandError(str(error)) from error
    return 0


def _refuse_renewed(out: Path, only: str, *, anew: bool) -> None:
    """Refuse to derive tables anew that have what a later file brought, and the source folder has not."""
    since = renewed_since(out, (POPULATION, NEIGHBOURS, POSTCODES)) if only != "official" else ()
    councils = [path for path in since if path.startswith(f"{FOLDER}/councils/")]
    if councils:
        raise DerivationError(
            f"Councils are in the data under {out} by `renew councils` ({listed(sorted(councils))}), and may "
            "not be in the source folder: take the data from before that first."
        )
    since = since if only in ("all", "tables") else ()
    if since and not anew:
        raise DerivationError(
            f"Data under {out} were renewed since they were derived, by {listed(sorted(since))}. With --anew "
            "that is lost, and is to be renewed again."
        )


def derive(folder: Path, out: Path, only: str = "all") -> None:
    """Write artefacts under ``out``. Nothing is written when a source table is not as it must be.

    Raises DerivationError, CoverageError for boundaries with gaps or overlaps, or ArtefactError where
    official boundaries are to be named by councils that are not under ``out``.
    """
    source = SourceFolder(folder)
    made: dict[str, int | None] = {}
    if only == "official":
        _, spans = load_councils(out)
        for written in derive_official(source, out, {span.code: span.slug for span in spans}):
            made[written.relative_to(out).as_posix()] = None
        _record(out, source, made)
        return
    councils = derive_councils(source)
    if only in ("all", "tables"):
        tables = {table.path: table for table in derive_tables(source, councils)}
        for path, table in tables.items():
            write(table, out)
            made[path] = len(table.rows)
            print(f"{path}: {len(table.rows):,} rows")
        decisions = derive_decisions(source, councils)
        for kind, number in decisions.left_out.items():
            print(f"decisions left out: {bodies_counted(kind, number)}")
        print(f"addresses of decisions held, all by the rule: {decisions.addresses}")
        gaps = missing_populations(
            tables["reference/councils.csv"], tables["reference/population.csv"], councils.last_vintage
        )
        for vintage, count in sorted(Counter(vintage for _, vintage in gaps).items()):
            print(
                f"no population for mid-{vintage - 1}: {count} councils of {vintage}-{(vintage + 1) % 100:02}"
            )
    if only in ("all", "places"):
        places = derive_places(source, lambda code: councils.slug(code, LAYER))
        write(places, out)
        made[places.path] = len(places.rows)
        print(f"{places.path}: {len(places.rows):,} rows")
    if only in ("all", "boundaries"):
        for written in derive_boundaries(source, out, councils.slug_of_code):
            made[written.relative_to(out).as_posix()] = None
        for written in derive_hexes(out):
            made[written.relative_to(out).as_posix()] = None
    _record(out, source, made)


def _record(out: Path, source: SourceFolder, made: Mapping[str, int | None]) -> None:
    """Record what was made, with the official files that are read now or came before."""
    files, publications = declared(out, made)
    official = official_sources(source.read)
    write_provenance(
        out,
        source.read,
        made,
        tuple({one.path: one for one in (*files, *official)}.values()),
        tuple({one.id: one for one in (*publications, OFFICIAL)}.values()),
    )
    print(f"provenance.json and PROVENANCE.md: {len(source.read)} source files, {len(made)} artefacts")
