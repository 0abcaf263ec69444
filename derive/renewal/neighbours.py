"""A list of statistical neighbours of the Office for National Statistics, good from a year on."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dashboard.domain.formats import thousands
from dashboard.domain.years import ReportingYear
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.neighbours import NEIGHBOURS, Neighbour, load_neighbours
from derive.artefacts import Table
from derive.neighbours import COLUMNS, ONS, ONS_RANKS, PRINCIPAL, Cells
from derive.publications import OGL, Publication
from derive.renewal.official_file import OfficialFile, refuse
from derive.renewal.renewed import COUNCILS_FIRST, Renewal
from derive.renewal.which_list import check_list
from derive.source import DerivationError

METHODS = tuple(ONS)
CODE = "AREACD"
AREAS = (*PRINCIPAL, "E11", "E12", "E47", "E92", "W", "S", "N", "K")
"""What codes of areas begin with: besides principal councils those of other nations and of larger areas."""

YEARS_AHEAD = 5
"""How long after the newest estimate of residents a list may hold from: what is later is a slip of a year."""


def renewed_neighbours(
    file: OfficialFile, out: Path, method: str, first: int, *, replaces: bool = False
) -> Renewal:
    """Return the table of neighbours in which those of a method are the file's from the year ``first`` on.

    Those before keep theirs. ``replaces``: the file takes the place of one that holds from the same year.
    Raises DerivationError for what is wrong in the file, ArtefactError for what is held.
    """
    reference, held = load_reference(out), load_neighbours(out)
    newest = max(mid_year for _, mid_year in reference.populations)
    if first > newest + YEARS_AHEAD:
        raise DerivationError(
            f"{ReportingYear(first)} lies far ahead: residents are held to mid-{newest}. Is it meant?"
        )
    _check_first(held, method, first, replaces=replaces)
    new = list(_read(file, reference, method, first))
    with_list = {row.slug for row in new}
    year = ReportingYear(first)
    lacking = [c.name for c in reference.councils_in(year) if c.slug not in with_list]
    refuse(lacking, f"{file.name} has no neighbours of {len(lacking)} of the councils of {year}:")
    odd = check_list(file.name, new, held, method)
    kept = list(_until(held, method, first))
    table = neighbours_table((*kept, *new))
    use = f"ranks of {method}, from {year} on, put in by `renew neighbours`"
    publication = Publication(
        f"ons-neighbours-{first}",
        f"Statistical nearest neighbours (Explore Local Statistics), from {year} on",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
        "https://www.ons.gov.uk/explore-local-statistics/",
    )
    said = _meaning(held, new, method, year, len(with_list))
    return Renewal(f"neighbours/{first}/{method}", table, publication, use, whole=False, said=said, odd=odd)


def _check_first(held: Sequence[Neighbour], method: str, first: int, *, replaces: bool) -> None:
    """Refuse a list that would hold before the one held, or from the same year unless it takes its place."""
    latest = max((row.from_year or 0 for row in held if row.method == method), default=0)
    if first == latest and not replaces:
        raise DerivationError(f"A list of {method} holds from {ReportingYear(first)}: --replace replaces it.")
    if first < latest:
        raise DerivationError(f"A list of {method} holds from {ReportingYear(latest)}, which is later.")


def _read(file: OfficialFile, reference: Reference, method: str, first: int) -> Iterator[Neighbour]:
    """Yield the neighbours of every principal council of England in the file, by the publisher's ranks."""
    (_, head), *rows = file.sheet("") or [("", [])]
    if head != [CODE, *ONS_RANKS]:
        raise DerivationError(
            f"{file.name}, row 1: the columns are not {CODE} and the ranks 1 to {len(ONS_RANKS)}."
        )
    seen: set[str] = set()
    unknown: set[str] = set()
    year = ReportingYear(first)
    there = {one.code: one.slug for one in reference.code_spans if reference.existed(one.slug, year)}
    for place, cells in rows:
        if len(cells) != len(head):
            raise DerivationError(f"{place}: {len(cells)} cells where there should be {len(head)}.")
        odd = next((cell for cell in cells if not cell.startswith(AREAS) or len(cell) != 9), None)
        if odd is not None:
            raise DerivationError(f"{place}: “{odd}” is no code of an area.")
        code, *near = cells
        if len({code, *near}) < len(cells):
            raise DerivationError(f"{place}: {code} is its own neighbour, or has one twice.")
        principal = [one for one in cells if one.startswith(PRINCIPAL)]
        unknown |= {one for one in principal if one not in there}
        if not code.startswith(PRINCIPAL) or unknown:
            continue
        slug = there[code]
        if slug in seen:
            raise DerivationError(f"{place}: {reference.councils[slug].name} stands twice.")
        seen.add(slug)
        for rank, one in enumerate(near, 1):
            if one.startswith(PRINCIPAL) and _share_a_tier(reference, slug, there[one]):
                yield Neighbour(slug, method, rank, there[one], first, None)
    refuse(unknown, f"{file.name} has codes of no council of {year} that is held:", COUNCILS_FIRST)


def _share_a_tier(reference: Reference, one: str, other: str) -> bool:
    return bool(reference.councils[one].type.tiers & reference.councils[other].type.tiers)


def _until(held: Sequence[Neighbour], method: str, first: int) -> Iterator[Neighbour]:
    """Yield what is held, of the method up to the year before ``first``."""
    for row in held:
        if row.method != method:
            yield row
        elif (row.from_year or 0) < first:
            open_then = row.to_year is None or row.to_year >= first
            yield Neighbour(
                *(row.slug, row.method, row.rank, row.neighbour, row.from_year),
                to_year=first - 1 if open_then else row.to_year,
            )


def neighbours_table(rows: Iterable[Neighbour]) -> Table:
    """Return the table of neighbours, in the order in which it is committed."""
    ordered = sorted(rows, key=lambda r: (r.slug, r.method, _cell(r.from_year), r.rank, r.neighbour))
    return Table(NEIGHBOURS, COLUMNS, tuple(_cells(row) for row in ordered))


def _cell(year: int | None) -> str:
    return "" if year is None else str(year)


def _cells(row: Neighbour) -> Cells:
    years = _cell(row.from_year), _cell(row.to_year)
    return row.slug, row.method, str(row.rank), row.neighbour, *years


def _meaning(
    held: Sequence[Neighbour], new: Sequence[Neighbour], method: str, year: ReportingYear, councils: int
) -> tuple[str, ...]:
    """Say how much of the list is as it was in the year before."""
    before = {
        (r.slug, r.neighbour): r.rank for r in held if r.method == method and r.holds_in(year.shifted(-1))
    }
    now = {(r.slug, r.neighbour): r.rank for r in new}
    same = sum(1 for pair in now if pair in before)
    first_before = {slug: other for (slug, other), rank in before.items() if rank == 1}
    first_now = {slug: other for (slug, other), rank in now.items() if rank == 1}
    both = first_before.keys() & first_now.keys()
    changed = sum(1 for slug in both if first_before[slug] != first_now[slug])
    return (
        f"{method}: {thousands(len(now))} neighbours of {thousands(councils)} councils, from {year} on. "
        "Years before keep theirs.",
        f"{thousands(same)} of them were so in {year.shifted(-1)} too, of {thousands(len(before))} then; "
        f"{thousands(changed)} of {thousands(len(both))} councils have another nearest one.",
    )
