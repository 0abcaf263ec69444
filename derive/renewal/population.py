"""The estimates of one mid-year, from the workbook of the Office for National Statistics (its sheet MYE2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.domain.authority_types import Tier
from dashboard.domain.formats import thousands
from dashboard.domain.years import ReportingYear
from dashboard.reference.artefact import read_artefact
from dashboard.reference.counties import alive
from dashboard.reference.load import POPULATION, Reference, load_reference
from dashboard.reference.reorganised import SUM_OF_KEPT
from derive.artefacts import sorted_table
from derive.population import FROM_PREDECESSORS
from derive.publications import OGL, Publication
from derive.renewal.official_file import OfficialFile, column_of, refuse, some_of, whole
from derive.renewal.renewed import COUNCILS_FIRST, Renewal
from derive.source import DerivationError

SHEET = "MYE2 - Persons"
CODE, PERSONS, AGES = "Code", "All ages", ("0", "90+")
ENGLAND = "E92000001"
COUNCILS = ("E06", "E07", "E08", "E09", "E10")
COLUMNS = ("slug", "mid_year", "population", "source")
ESTIMATE = "ONS mid-year estimate"
MUCH = 0.05
"""The share by which a council's residents may change in a year without anybody being asked to look."""

_MID_YEAR = re.compile(r"\bmid[- ]?(\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Estimates:
    """What a file says: the residents of every council by slug, and of England where it says so."""

    of: Mapping[str, int]
    england: int | None
    unchecked: tuple[str, ...] = ()


def renewed_population(file: OfficialFile, out: Path, year: int, *, replaces: bool = False) -> Renewal:
    """Return the population table with estimates of mid-``year`` for every council of the year after.

    ``replaces``: the newest that are held give way (a revision). A council that begins on the 1 April after
    has its own estimate or, where the file has none, the sum of its predecessors'. Raises DerivationError
    for what is wrong in the file, ArtefactError for what is held.
    """
    reference = load_reference(out)
    newest = max(mid_year for _, mid_year in reference.populations)
    _check_year(year, newest, replaces=replaces)
    estimates = _read(file, reference, year)
    found = {slug: (count, ESTIMATE) for slug, count in estimates.of.items()}
    found |= _sums(found, reference, year)
    after = ReportingYear(year + 1)
    lacking = [c.name for c in reference.councils_in(after) if c.slug not in found]
    refuse(lacking, f"{file.name} has no estimate of {len(lacking)} of the councils of {after}:")
    _check_sums(file.name, estimates, reference, year)
    kept = [tuple(line[c] for c in COLUMNS) for line in read_artefact(out, POPULATION, COLUMNS)]
    rows = [row for row in kept if row[1] != str(year)]
    rows += [(slug, str(year), str(count), how) for slug, (count, how) in found.items()]
    table = sorted_table(POPULATION, COLUMNS, rows)
    use = f"estimates of mid-{year}, put in by `renew population`"
    said, odd = _meaning(estimates.of, reference, year, len(found))
    odd = (
        *odd,
        *(
            f"{file.name} has no {what}, which its figures would be checked by."
            for what in estimates.unchecked
        ),
    )
    return Renewal(f"population/{year}", table, _publication(year), use, whole=False, said=said, odd=odd)


def _publication(year: int) -> Publication:
    return Publication(
        f"ons-population-{year}",
        f"Mid-year population estimates, mid-{year} (MYE2)",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
        "https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates",
    )


def _check_year(year: int, newest: int, *, replaces: bool) -> None:
    if year == newest and not replaces:
        raise DerivationError(f"Estimates of mid-{year} are held. --replace puts others in their place.")
    if year < newest:
        raise DerivationError(f"Estimates to mid-{newest} are held; only the newest may be put in anew.")
    if year > newest + 1:
        raise DerivationError(f"Estimates to mid-{newest} are held: those of mid-{newest + 1} come next.")


def _read(file: OfficialFile, reference: Reference, year: int) -> _Estimates:
    """Return what the file says of councils that exist at the mid-year or from the next 1 April on."""
    rows = file.sheet(SHEET)
    heads = (at for at, (_, cells) in enumerate(rows) if CODE in cells and PERSONS in cells)
    start = next(heads, None)
    if start is None:
        raise DerivationError(
            f"{file.name} has no row of headings with “{CODE}” and “{PERSONS}”: the sheet “{SHEET}” has."
        )
    _check_said([cell for _, cells in rows[:start] for cell in cells], file.name, year)
    head = rows[start][1]
    code_at = column_of(head, CODE.__eq__, file.name, f"“{CODE}”")
    persons_at = column_of(head, PERSONS.__eq__, file.name, f"“{PERSONS}”")
    ages = slice(head.index(AGES[0]), head.index(AGES[1]) + 1) if {*AGES} <= {*head} else None
    of: dict[str, int] = {}
    codes: dict[str, int] = {}
    unknown, ended = [], set()
    for place, cells in rows[start + 1 :]:
        code = cells[code_at] if len(cells) > code_at else ""
        if not code.startswith(COUNCILS) and code != ENGLAND:
            continue
        if code in codes:
            raise DerivationError(f"{place}: the code {code} stands twice.")
        persons = whole(cells[persons_at] if len(cells) > persons_at else "", place, PERSONS)
        if (
            ages
            and sum(whole(cell, place, "an age") if cell != "0" else 0 for cell in cells[ages]) != persons
        ):
            raise DerivationError(
                f"{place}: the ages do not add up to {thousands(persons)}, all ages together."
            )
        codes[code] = persons
        slug = reference.slug_for_code(code)
        if code == ENGLAND:
            continue
        if slug is None:
            unknown.append(code)
        elif not any(reference.existed(slug, ReportingYear(one)) for one in (year, year + 1)):
            ended.add(reference.councils[slug].name)
        elif of.setdefault(slug, persons) != persons:
            raise DerivationError(
                f"{place}: two populations of {reference.councils[slug].name}, by two codes."
            )
    refuse(unknown, f"{file.name} has codes that no council held has or had:", COUNCILS_FIRST)
    refuse(ended, f"{file.name} has councils that did not exist in mid-{year}:", "It is of another year.")
    unchecked = (*(() if ages else ("ages",)), *(() if ENGLAND in codes else ("row of England",)))
    return _Estimates(of, codes.get(ENGLAND), unchecked)


def _check_said(above: list[str], file: str, year: int) -> None:
    """Refuse a sheet whose title does not say the mid-year it is handed in for."""
    said = {int(found) for cell in above for found in _MID_YEAR.findall(cell)}
    if not said:
        raise DerivationError(
            f"{file} does not say above its headings of which mid-year it is: hand it in with its title."
        )
    if said != {year}:
        told = ", ".join(f"mid-{one}" for one in sorted(said))
        raise DerivationError(f"{file} says that it is of {told}, and is handed in for mid-{year}.")


def _sums(
    found: Mapping[str, tuple[int, str]], reference: Reference, year: int
) -> dict[str, tuple[int, str]]:
    """Return the sums of whole predecessors, for councils of the year after that the file does not have and
    for those that begin later; and of the districts it keeps, for a county that a part leaves in between."""
    sums: dict[str, tuple[int, str]] = {}
    after = ReportingYear(year + 1)
    later = [c for c in reference.councils.values() if c.start is not None and c.start > after.first_day]
    for council in (*reference.councils_in(after), *sorted(later, key=lambda c: (c.start, c.slug))):
        links = [
            link
            for link in reference.predecessors(council.slug)
            if Tier.LOWER in reference.councils[link.predecessor].type.tiers
        ]
        known = {**found, **sums}
        whole_ones = all(link.change == "merged" and link.predecessor in known for link in links)
        if council.slug not in found and links and whole_ones:
            sums[council.slug] = (sum(known[link.predecessor][0] for link in links), FROM_PREDECESSORS)
    return sums | _smaller({**found, **sums}, reference, year)


def _smaller(
    known: Mapping[str, tuple[int, str]], reference: Reference, year: int
) -> dict[str, tuple[int, str]]:
    """Return the residents of counties that a part of leaves between the mid-year and the next 1 April."""
    start = ReportingYear(year + 1).first_day
    found = {}
    for link in reference.lineage:
        if date(year, 7, 1) <= link.effective <= start and alive(reference.councils[link.predecessor], start):
            kept = [
                c.slug
                for c in reference.councils_in(ReportingYear(year + 1))
                if c.upper_tier == link.predecessor
            ]
            if all(slug in known for slug in kept):
                found[link.predecessor] = sum(known[slug][0] for slug in kept), SUM_OF_KEPT
    return found


def _check_sums(file: str, estimates: _Estimates, reference: Reference, year: int) -> None:
    """Refuse a file in which a county is not its districts together, or England not its councils."""
    there = [reference.councils[slug] for slug in estimates.of]
    if estimates.england is not None:
        vintages = [
            [c for c in there if reference.existed(c.slug, ReportingYear(y))] for y in (year, year + 1)
        ]
        sums = [sum(estimates.of[c.slug] for c in v if Tier.LOWER in c.type.tiers) for v in vintages]
        if estimates.england not in sums:
            raise DerivationError(
                f"{file}: the councils have {thousands(sums[1])} residents together, and England has "
                f"{thousands(estimates.england)}."
            )
    districts: dict[str, int] = {}
    for council in there:
        if council.upper_tier:
            districts[council.upper_tier] = districts.get(council.upper_tier, 0) + estimates.of[council.slug]
    for county, together in sorted(districts.items()):
        if county in estimates.of and estimates.of[county] != together:
            raise DerivationError(
                f"{file}: {reference.councils[county].name} has {thousands(estimates.of[county])} residents, "
                f"its districts {thousands(together)} together."
            )


def _meaning(
    of: Mapping[str, int], reference: Reference, year: int, councils: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say what is new, and which councils changed by more than a twentieth on the newest held before."""
    both = {slug: reference.population(slug, year - 1) for slug in of}
    shared = {slug: before for slug, before in both.items() if before is not None}
    lower = [slug for slug in shared if Tier.LOWER in reference.councils[slug].type.tiers]
    now, before = sum(of[slug] for slug in lower), sum(shared[slug] for slug in lower)
    changes = {slug: of[slug] / was - 1 for slug, was in shared.items()}
    most = sorted(changes, key=lambda slug: (-abs(changes[slug]), slug))[:3]
    names = reference.councils
    largest = [f"{names[slug].short_name} {changes[slug]:+.1%}" for slug in most]
    was = {slug: reference.population(slug, year) for slug in of}
    revised = sum(1 for slug, old in was.items() if old is not None and old != of[slug])
    said = [
        f"Mid-{year}: estimates of {thousands(councils)} councils, for rates of {ReportingYear(year + 1)}.",
        f"{thousands(now)} residents, {now / before - 1:+.1%} on mid-{year - 1} in the same councils. "
        f"The largest changes: {', '.join(largest)}.",
    ]
    if any(old is not None for old in was.values()):
        said.append(f"In place of those held of mid-{year}: {thousands(revised)} are other than they were.")
    odd = [f"{names[slug].name} {changes[slug]:+.1%}" for slug in changes if abs(changes[slug]) > MUCH]
    told = f"More than {MUCH:.0%} on mid-{year - 1}: {some_of(odd)}."
    return tuple(said), (told,) if odd else ()
