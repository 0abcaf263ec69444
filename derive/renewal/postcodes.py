"""All postcodes, from the National Statistics Postcode Lookup or the ONS Postcode Directory."""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.domain.authority_types import Tier
from dashboard.domain.formats import thousands
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.postcodes import POSTCODES, load_postcodes
from dashboard.reference.sources import load_sources
from derive.artefacts import sorted_table
from derive.postcodes import COUNTRIES
from derive.publications import OGL, Publication
from derive.renewal.official_file import OfficialFile, column_of, refuse, some_of
from derive.renewal.renewed import COUNCILS_FIRST, Renewal
from derive.source import DerivationError

POSTCODE, ENDED = "pcds", "doterm"
COLUMNS = ("prefix", "slug", "country", "level")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
FEW = 0.01
"""The share of postcodes without a council, and of outcodes gone, up to which a file is taken for whole."""
PART = 0.05
"""The share of the beginnings held that may go before somebody should look whether the file is whole."""

_COUNCIL = re.compile(r"lad\d\dcd|oslaua|laua", re.IGNORECASE)
_FORM = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}")
_EDITION = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)

Told = tuple[str, str]
"""A council's slug and its country; no slug outside England."""
Sectors = Mapping[str, Mapping[Told, list[str]]]
"""The last three letters of every postcode, by sector and by where it lies."""


@dataclass(slots=True)
class _Read:
    """What a file says: live postcodes by sector, and how many live ones have no council, as PO boxes."""

    sectors: dict[str, dict[Told, list[str]]]
    nowhere: int = 0
    live: int = 0


def renewed_postcodes(file: OfficialFile, out: Path, edition: str, *, replaces: bool = False) -> Renewal:
    """Return the table of postcodes as an edition (“May 2026”) has them, in place of all that is held.

    Postcodes that are used no more are left out. ``replaces``: the same edition, or one before, may be put
    in. Raises DerivationError for what is wrong in the file, ArtefactError for what is held.
    """
    of = edition_of(edition)
    _check_edition(file.name, out, of, replaces=replaces)
    reference = load_reference(out)
    read = _read_all(file, reference)
    held = {row.prefix: row.slug or "" for row in load_postcodes(out)}
    _check_whole(file.name, read, reference, held)
    rows = [(prefix, *told, level) for prefix, told, level in prefixes(read.sectors)]
    table = sorted_table(POSTCODES, COLUMNS, rows)
    told = _in_words(of)
    publication = Publication(
        "ons-postcodes",
        f"National Statistics Postcode Lookup or ONS Postcode Directory, {told}",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
        f"Contains OS data © Crown copyright and database right {of.year}. "
        f"Contains Royal Mail data © Royal Mail copyright and database right {of.year}.",
        "https://geoportal.statistics.gov.uk/",
    )
    use = "the council of each outcode, sector or postcode, put in by `renew postcodes`"
    said = _meaning(read, rows, held, reference, told)
    return Renewal(f"postcodes/{of:%Y-%m}", table, publication, use, whole=True, said=said)


def edition_of(text: str) -> date:
    """Return the first day of an edition's month. Raises DerivationError for what is none."""
    found = _EDITION.fullmatch(text.strip())
    if found is None:
        raise DerivationError(f"“{text}” is no edition: write its month and year, such as May 2026.")
    return date(int(found[2]), MONTHS.index(found[1].capitalize()) + 1, 1)


def _in_words(edition: date) -> str:
    return f"{MONTHS[edition.month - 1]} {edition.year}"


def prefixes(sectors: Sectors) -> Iterator[tuple[str, Told, str]]:
    """Yield the fewest beginnings of postcodes that say where each lies, with their level.

    An outcode that lies in one council, else its sectors; of a sector in several the council of most, and the
    postcodes of the others. Outcodes without a postcode of England have none.
    """
    outcodes: dict[str, list[str]] = defaultdict(list)
    for sector in sorted(sectors):
        outcodes[sector.split(" ")[0]].append(sector)
    for outcode, own in sorted(outcodes.items()):
        lies = {told for sector in own for told in sectors[sector]}
        if not any(slug for slug, _ in lies):
            continue
        if len(lies) == 1:
            yield outcode, lies.pop(), "outcode"
            continue
        for sector in own:
            ordered = sorted(sectors[sector].items(), key=lambda item: (-len(item[1]), item[0]))
            (most, _), *others = ordered
            twice = [
                unit for unit, times in Counter(u for _, us in ordered for u in {*us}).items() if times > 1
            ]
            refuse([f"{outcode} {unit}" for unit in twice], "The file has in two councils:")
            yield sector, most, "split" if others else "sector"
            for told, units in others:
                yield from ((f"{outcode} {unit}", told, "unit") for unit in units)


def _check_edition(file: str, out: Path, of: date, *, replaces: bool) -> None:
    """Refuse an edition other than the file's own name says, or not newer than the one held."""
    named = re.search(r"_([A-Za-z]{3})[A-Za-z]*_(\d{4})", file)
    months = {month[:3].casefold(): at for at, month in enumerate(MONTHS, 1)}
    if named and named[1].casefold() in months:
        own = date(int(named[2]), months[named[1].casefold()], 1)
        if own != of:
            raise DerivationError(
                f"{file} is called one of {_in_words(own)}, and is handed in as one of {_in_words(of)}."
            )
    titles = [source.title for source in load_sources(out) if source.id == "ons-postcodes"]
    held = [edition_of(found[0]) for title in titles if (found := _EDITION.search(title))]
    if held and max(held) >= of and not replaces:
        raise DerivationError(
            f"Postcodes of {_in_words(max(held))} are held, and these are of {_in_words(of)}. --replace puts "
            "them in their place."
        )


def _read_all(file: OfficialFile, reference: Reference) -> _Read:
    lines = file.lines()
    head = [cell.strip() for cell in next(lines, [])]
    postcode_at = column_of(head, POSTCODE.__eq__, file.name, f"“{POSTCODE}” of postcodes")
    ended_at = column_of(head, ENDED.__eq__, file.name, f"“{ENDED}” of the month in which one ended")
    council_at = column_of(
        head, lambda name: bool(_COUNCIL.fullmatch(name)), file.name, "of councils, such as “lad25cd”"
    )
    told_of: dict[str, Told | None] = {}
    read = _Read({})
    for number, cells in enumerate(lines, 2):
        if len(cells) != len(head):
            raise DerivationError(
                f"{file.name}, row {number}: {len(cells)} cells where there should be {len(head)}."
            )
        if cells[ended_at].strip():
            continue
        postcode, code = cells[postcode_at].strip(), cells[council_at].strip()
        if not _FORM.fullmatch(postcode):
            raise DerivationError(f"{file.name}, row {number}: “{postcode}” is no postcode with its space.")
        read.live += 1
        if not code:
            read.nowhere += 1
            continue
        if code not in told_of:
            told_of[code] = _told(code, reference)
        if (told := told_of[code]) is not None:
            outcode, unit = postcode.split(" ")
            own = read.sectors.setdefault(f"{outcode} {unit[0]}", {})
            own.setdefault(told, []).append(sys.intern(unit))
    unknown = [code for code, told in told_of.items() if told == _UNKNOWN]
    refuse(unknown, f"{file.name} has codes of no council that is held, or of one that ended:", _BEFORE)
    return read


_UNKNOWN: Told = ("?", "")
_BEFORE = f"Where councils begin, the last edition before is the one to put in. {COUNCILS_FIRST}"


def _told(code: str, reference: Reference) -> Told | None:
    """Return where postcodes of a code lie; None of nations and islands whose outcodes are their own."""
    country = COUNTRIES.get(code[0])
    if country != "England":
        return ("", country) if country else None
    slug = reference.slug_for_code(code)
    council = reference.councils[slug] if slug else None
    there = council is not None and council.end is None and Tier.LOWER in council.type.tiers
    return (slug or "", country) if there else _UNKNOWN


def _check_whole(file: str, read: _Read, reference: Reference, held: Mapping[str, str]) -> None:
    """Refuse a part of the file: councils or outcodes that have none, many postcodes without a council."""
    if read.nowhere > FEW * read.live:
        raise DerivationError(
            f"{file}: {thousands(read.nowhere)} of {thousands(read.live)} live postcodes have no council."
        )
    there = {slug for own in read.sectors.values() for slug, _ in own}
    councils = [c for c in reference.councils.values() if c.end is None and Tier.LOWER in c.type.tiers]
    lacking = [council.name for council in councils if council.slug not in there]
    refuse(lacking, f"{file} has no postcode of {len(lacking)} councils:", "Is it one of several parts?")
    outcodes = {prefix.split(" ")[0] for prefix in held}
    gone = outcodes - {sector.split(" ")[0] for sector in read.sectors}
    if len(gone) > FEW * len(outcodes):
        raise DerivationError(
            f"{file} has no postcode of {len(gone)} of the {len(outcodes)} outcodes held: {some_of(gone)}."
        )


def _meaning(
    read: _Read,
    rows: list[tuple[str, str, str, str]],
    held: Mapping[str, str],
    reference: Reference,
    edition: str,
) -> tuple[str, ...]:
    """Say how many postcodes there are, and what of the beginnings held says another council now."""
    now = {prefix: slug for prefix, slug, _, _ in rows}
    moved = Counter((held[one], now[one]) for one in held.keys() & now.keys() if held[one] != now[one])
    names = {slug: council.short_name for slug, council in reference.councils.items()}
    names[""] = "no council of England"
    england = sum(len(units) for own in read.sectors.values() for (slug, _), units in own.items() if slug)
    said = [
        f"{edition}: {thousands(england)} postcodes of England that are in use, by {thousands(len(now))} "
        f"beginnings. Left out, since the file has no council for them: {thousands(read.nowhere)}.",
        f"{thousands(len(now.keys() - held.keys()))} beginnings are new, "
        f"{thousands(len(held.keys() - now.keys()))} are gone, {thousands(moved.total())} lead to another "
        "council.",
    ]
    most = moved.most_common(3)
    told = [f"{names[a]} to {names[b]} ({thousands(count)})" for (a, b), count in most]
    gone = len(held.keys() - now.keys())
    if gone > PART * len(held):
        said.append(
            f"Look at this: {gone / len(held):.0%} of the beginnings held are gone. Is the file whole?"
        )
    return (*said, *([f"Most of those: {', '.join(told)}."] if told else []))
