"""Official files as they are downloaded, with the councils held: population, neighbours, postcodes."""

import csv
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import xlsxwriter

from dashboard.build.data import DATA
from dashboard.domain.authority_types import Tier
from dashboard.domain.years import ReportingYear
from dashboard.reference.load import load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.postcodes import load_postcodes
from dashboard.reference.sources import load_sources
from derive.renewal.population import SHEET

AGES = [*map(str, range(90)), "90+"]
HEAD = ["Code", "Name", "Geography", "All ages", *AGES]
ENGLAND, WALES, LONDON = "E92000001", "W92000004", "E12000007"
Row = list[str | int]


def _newest() -> int:
    return max(mid_year for _, mid_year in load_reference(DATA).populations)


def _edition() -> int:
    told = " ".join(source.title for source in load_sources(DATA) if source.id == "ons-postcodes")
    return int(re.findall(r"20\d\d", told)[-1])


NEWEST = _newest()
"""The newest mid-year of which estimates are held, whatever was put in since."""
NEXT = NEWEST + 1
FIRST = max([2025, *(row.from_year or 0 for row in load_neighbours(DATA) if row.method == "ons_global")]) + 1
"""A year from which no list of neighbours holds yet."""
EDITION = f"May {_edition() + 1}"


def data_folder(folder: Path) -> Path:
    """Copy the committed data; return where they are."""
    shutil.copytree(DATA, folder / "data")
    return folder / "data"


@cache
def estimates(year: int) -> Mapping[str, int]:
    """Return residents by the code of every council of a year: one in a hundred more than the newest."""
    england = load_reference(DATA)
    lower = {
        council.slug: (england.population(council.slug, NEWEST) or 0) * 101 // 100
        for council in england.councils_in(ReportingYear(year))
        if Tier.LOWER in council.type.tiers
    }
    found = {}
    for council in england.councils_in(ReportingYear(year)):
        own = [n for slug, n in lower.items() if england.councils[slug].upper_tier == council.slug]
        found[council.code] = lower[council.slug] if council.slug in lower else sum(own)
    return found


def mye2_rows(persons: Mapping[str, int], year: int) -> list[Row]:
    """Return the rows of the sheet, its title and notes above the headings; ages add up to all ages."""
    title = (
        f"MYE2: Population estimates: Persons by single year of age, local authorities in the UK, mid-{year}"
    )
    england = sum(count for code, count in persons.items() if not code.startswith("E10"))
    areas = [(ENGLAND, england), (WALES, 3_000_000), (LONDON, 9_000_000), *persons.items()]
    rows: list[Row] = [[title], ["This worksheet contains one table."], [], [*HEAD]]
    for code, count in areas:
        each, rest = divmod(count, len(AGES))
        rows.append([code, code, "Area", count, *(each + (at < rest) for at in range(len(AGES)))])
    return rows


def write_mye2(path: Path, rows: Iterable[Row]) -> Path:
    """Write the workbook, with a sheet before the one that is read."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Contents")
        sheet = book.add_worksheet(SHEET)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


def neighbour_rows(method: str, change: Callable[[list[str]], list[str]] = list) -> list[list[str]]:
    """Return the rows of a list of 20 neighbours: those held, and areas of Wales in the gaps."""
    rows = [[code, *change(list(near))] for code, near in _neighbours_held(method)]
    return [
        ["AREACD", *map(str, range(1, 21))],
        *rows,
        ["S12000049", *(f"W060000{n:02}" for n in range(1, 21))],
    ]


@cache
def _neighbours_held(method: str) -> list[tuple[str, list[str]]]:
    reference, year = load_reference(DATA), ReportingYear(FIRST - 1)
    codes = {slug: council.code for slug, council in reference.councils.items()}
    near: dict[str, dict[int, str]] = {council.slug: {} for council in reference.councils_in(year)}
    for row in load_neighbours(DATA):
        if row.method == method and row.holds_in(year):
            near[row.slug][row.rank] = codes[row.neighbour]
    return [
        (codes[slug], [ranks.get(rank, f"W060000{rank:02}") for rank in range(1, 21)])
        for slug, ranks in sorted(near.items())
    ]


def nspl_rows(council_column: str = "lad25cd") -> Iterator[list[str]]:
    """Yield the rows of a lookup in which every postcode lies where it does by the beginnings held.

    Of a beginning that says where all lie there are two postcodes, and one that ended; of a sector that is
    split, more of its own than of any other.
    """
    codes = {slug: council.code for slug, council in load_reference(DATA).councils.items()}
    abroad = {"Scotland": "S12000026", "Wales": "W06000016"}
    rows = list(load_postcodes(DATA))
    others: dict[str, int] = {}
    for row in rows:
        if row.level == "unit":
            others[row.prefix[:-2]] = others.get(row.prefix[:-2], 0) + 1
    yield ["pcd7", "pcds", "dointr", "doterm", council_column, "lat"]
    taken = {row.prefix for row in rows if row.level == "unit"}
    for row in rows:
        code = codes[row.slug] if row.slug else abroad[row.country]
        if row.level == "unit":
            units = [row.prefix]
        else:
            sector = row.prefix if " " in row.prefix else f"{row.prefix} 1"
            free = (f"{sector}{a}{b}" for a in "ABDEFGHJLNPQRSTUWXYZ" for b in "ABDEFGHJLNPQRSTUWXYZ")
            number = others.get(row.prefix, 0) + 1 if row.level == "split" else 2
            units = [
                unit for unit, _ in zip((u for u in free if u not in taken), range(number), strict=False)
            ]
        yield from ([unit.replace(" ", ""), unit, "199001", "", code, "51.5"] for unit in units)
    yield ["GU11ZZ", "GU1 1ZZ", "199001", "200006", "E09000001", "51.5"]
    yield ["JE11AA", "JE1 1AA", "199001", "", "L99999999", ""]
    yield ["BT11AA", "BT1 1AA", "199001", "", "N09000003", ""]
    yield ["BS981TL", "BS98 1TL", "199001", "", "", ""]


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """Write rows as a CSV file with the mark of UTF-8, as the office does."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
