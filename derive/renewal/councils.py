"""Councils of kept reorganisations put into the committed data, so that files with their codes are taken.

What is written is what the build makes of a reorganisation while the store keeps it: the lists of councils
and of reorganisations, residents, who touches whom, postcodes, places, and the outlines of both tiers.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from dashboard.build.data import LONDON
from dashboard.build.moved import places_after, postcodes_after
from dashboard.build.outlines import Vintage, vintages_after
from dashboard.domain.formats import day
from dashboard.domain.reorganisation import NewCouncil, Reorganisation
from dashboard.mapview.shapes import load_shapes
from dashboard.reference.artefact import read_artefact
from dashboard.reference.councils import COLUMNS as COUNCIL_COLUMNS
from dashboard.reference.councils import COUNCILS
from dashboard.reference.load import POPULATION, Reference, load_reference
from dashboard.reference.past import COLUMNS as PAST_COLUMNS
from dashboard.reference.past import REORGANISATIONS
from dashboard.reference.places import PLACES, Place, load_places
from dashboard.reference.postcodes import POSTCODES, load_postcodes
from dashboard.reference.reorganised import moved_to
from dashboard.reorganise.applied import applied, every
from dashboard.reshape.drawing import as_file
from dashboard.words.wording import listed
from derive.artefacts import Table, sorted_table
from derive.publications import OGL, Publication
from derive.renewal.neighbours import neighbours_table
from derive.renewal.official_file import OfficialFile
from derive.renewal.population import COLUMNS as POPULATION_COLUMNS
from derive.renewal.postcodes import COLUMNS as POSTCODE_COLUMNS
from derive.renewal.renewed import Renewal
from derive.source import DerivationError


def file_of(names: Collection[str], kept: Sequence[Reorganisation]) -> OfficialFile:
    """Return what the record says of the reorganisations: a file of their name, and its checksum."""
    rows = sorted(repr(council) for one in kept if one.name in names for council in one.councils)
    checksum = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return OfficialFile(Path(f"{'+'.join(sorted(names))}.csv"), checksum)


def renewed_councils(out: Path, names: Collection[str], kept: Sequence[Reorganisation]) -> Renewal:
    """Return the tables and maps of ``out`` with the councils of the kept reorganisations of some names.

    Raises DerivationError where one is not kept, has a council without a code, or leaves one beside it that
    begins no later; ImportRefusedError where it does not fit the data; ArtefactError, ShapesError and
    ReshapeError for what is held.
    """
    committed = load_reference(out)
    chosen = [one for one in kept if one.name in names]
    _check_names(names, kept)
    new = every(chosen)
    _check_codes(new)
    _check_beside(new, [one for one in kept if one.name not in names])
    after = applied(committed, chosen)
    vintages = vintages_after(out, committed, new)
    _check_maps(out, vintages)
    moved = moved_to(new)
    postcodes = [
        (p.prefix, p.slug or "", p.country, p.level) for p in postcodes_after(load_postcodes(out), moved)
    ]
    population = [
        (slug, str(year), str(count), after.population_sources[slug, year])
        for (slug, year), count in after.populations.items()
    ]
    tables = (
        sorted_table(COUNCILS, COUNCIL_COLUMNS, _councils(out, after, new)),
        sorted_table(REORGANISATIONS, PAST_COLUMNS, _past(out, after, new)),
        sorted_table(POPULATION, POPULATION_COLUMNS, population),
        neighbours_table(vintages[-1].neighbours),
        sorted_table(POSTCODES, POSTCODE_COLUMNS, postcodes),
        Table(
            PLACES,
            Place._fields,
            tuple(sorted(tuple(map(str, p)) for p in places_after(load_places(out), moved))),
        ),
    )
    maps = {f"boundaries/{m.tier}-{m.vintage}.json": as_file(m) for v in vintages for m in (v.lower, v.upper)}
    begun = listed([f"{council.name} ({day(council.start)})" for council in new])
    publication = Publication(
        f"reorganisation-{'-'.join(sorted(names))}",
        f"Councils made of whole ones: {begun}",
        "This project, from the orders that make them",
        OGL,
        "Derived: an outline is the union of those of the councils before, residents are theirs added up, a "
        "postcode lies where theirs went. Statistical neighbours are not held. Contains OS data © Crown "
        "copyright and database right.",
        None,
    )
    said = (
        f"{begun} {'is' if len(new) == 1 else 'are'} in the data, as the build makes them: files with "
        f"{listed([council.code or '' for council in new])} are taken from now on.",
        "Next: " + "; ".join(f"python -m dashboard reorganise remove {one.name}" for one in chosen) + ".",
    )
    edition = f"councils/{'+'.join(sorted(names))}"
    use = "the councils that begin, put in by `renew councils`"
    return Renewal(edition, tables[0], publication, use, whole=False, said=said, more=tables[1:], maps=maps)


def _check_names(names: Collection[str], kept: Sequence[Reorganisation]) -> None:
    there = [one.name for one in kept]
    unknown = sorted({*names} - {*there})
    if unknown:
        told = f"There {'is' if len(there) == 1 else 'are'} {listed(there)}." if there else "None is kept."
        raise DerivationError(f"No reorganisation “{unknown[0]}” is kept. {told}")


def _check_codes(new: Sequence[NewCouncil]) -> None:
    without = [council.name for council in new if council.code is None]
    if without:
        raise DerivationError(
            f"{listed(without)} {'has' if len(without) == 1 else 'have'} no code yet: hand the file in anew "
            "with it first, by `reorganise FILE --replace`."
        )


def _check_beside(new: Sequence[NewCouncil], others: Sequence[Reorganisation]) -> None:
    """Refuse to leave one in the store that begins no later: maps are made of those of the years before."""
    last = max(council.first_year.vintage for council in new)
    early = sorted({o.name for o in others for council in o.councils if council.first_year.vintage <= last})
    if early:
        raise DerivationError(
            f"{listed(early)} {'begins' if len(early) == 1 else 'begin'} no later: name it too."
        )


def _check_maps(out: Path, vintages: Sequence[Vintage]) -> None:
    """Refuse what one inset of London, and outlines held of the very year, cannot show."""
    if any(vintage.london != load_shapes(out / LONDON) for vintage in vintages):
        raise DerivationError(
            "A London borough changes, and the inset of London is one for all years: `derive` it."
        )
    aside = [vintage.year for vintage in vintages if vintage.differing]
    if aside:
        raise DerivationError(
            f"The official outlines held of {aside[0]} are of other councils than there will be."
        )


def _councils(out: Path, after: Reference, new: Sequence[NewCouncil]) -> Iterator[tuple[str, ...]]:
    """Yield the list of councils: those held, with their last days, and the new ones."""
    for line in read_artefact(out, COUNCILS, COUNCIL_COLUMNS):
        end = after.councils[line["slug"]].end
        yield tuple({**line.cells, "end": end.isoformat() if end else ""}.values())
    for council in (after.councils[one.slug] for one in new):
        start = council.start.isoformat() if council.start else ""
        last = council.end.isoformat() if council.end else ""
        code, county = council.code, council.upper_tier or ""
        yield (
            *(council.slug, code, f"{code}:{start}..", council.name, council.short_name, "", "", ""),
            *(council.type.value, council.region, county, start, last, ""),
        )


def _past(out: Path, after: Reference, new: Sequence[NewCouncil]) -> Iterator[tuple[str, ...]]:
    """Yield the reorganisations: those held, and the new ones, as they would be handed in."""
    yield from (tuple(line.cells.values()) for line in read_artefact(out, REORGANISATIONS, PAST_COLUMNS))
    for council in new:
        before = "|".join(sorted(after.councils[slug].name for slug in council.predecessors))
        yield council.name, council.code or "", council.type.value, council.start.isoformat(), before
