"""Writes a year's figures as the Ombudsman's three annual tables, in layouts as unlike as they come.

Tests read them back; ``LAYOUTS`` are those of the round trip.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Values = Mapping[str, Mapping[str, Decimal]]
"""By a council's name, what a year holds of it: quantity and value; percentages 0 to 100."""

SIMULATED = "Simulated figures of the demonstration: about no real council"

WORDS: dict[str, tuple[str, str, str]] = {
    "authority": ("Authority Name", "Authority", "NAME OF AUTHORITY"),
    "received:adult_care_services": ("Adult Care Services", "Adult Social Care", "ADULT CARE SERVICES"),
    "received:benefits_and_tax": ("Benefits & Tax", "Benefits and Tax", "BENEFITS & TAX"),
    "received:corporate_and_other_services": (
        "Corporate & Other Services",
        "Corporate and other services",
        "CORPORATE & OTHER SERVICES",
    ),
    "received:education_and_childrens_services": (
        "Education & Childrens Services",
        "Education and children’s services",
        "EDUCATION & CHILDRENS SERVICES",
    ),
    "received:environmental_services_and_public_protection_and_regulation": (
        "Environment Services",
        "Environmental services and public protection and regulation",
        "ENVIRONMENTAL SERVICES & PUBLIC PROTECTION & REGULATION",
    ),
    "received:highways_and_transport": (
        "Highways & Transport",
        "Highways and transport",
        "HIGHWAYS & TRANSPORT",
    ),
    "received:housing": ("Housing", "Housing services", "HOUSING"),
    "received:planning_and_development": (
        "Planning & Development",
        "Planning and development",
        "PLANNING & DEVELOPMENT",
    ),
    "received:other": ("Other", "Other services", "OTHER"),
    "received:total": ("Total", "Complaints received", "TOTAL [note 1]"),
    "decided:invalid_or_incomplete": ("Invalid or Incomplete", "Incomplete/Invalid", "INVALID OR INCOMPLETE"),
    "decided:advice_given": ("Advice Given", "Advice given", "ADVICE GIVEN"),
    "decided:referred_back_for_local_resolution": (
        "Referred back for Local Resolution",
        "Referred back",
        "REFERRED BACK FOR LOCAL RESOLUTION",
    ),
    "decided:closed_after_initial_enquiries": (
        "Closed after initial enquiries",
        "Closed after Initial Enquiries *",
        "CLOSED AFTER INITIAL ENQUIRIES",
    ),
    "decided:not_upheld": ("Not Upheld", "Complaints not upheld", "NOT UPHELD"),
    "upheld": ("Upheld", "Complaints upheld", "UPHELD"),
    "dealt_with": ("Total", "Total decided", "TOTAL"),
    "upheld_pct": ("Uphold rate (%)", "Percentage upheld", "UPHOLD RATE %"),
    "average:upheld_pct": (
        "Average uphold rate (%) of similar authorities",
        "Average uphold rate of similar authorities",
        "AVERAGE UPHOLD RATE (%) OF SIMILAR AUTHORITIES",
    ),
    "satisfactory_remedy_base": ("Upheld", "Upheld complaints", "UPHELD"),
    "satisfactory_remedies": (
        "Satisfactory remedies",
        "Satisfactorily by Authority before LGO Involvement",
        "SATISFACTORY REMEDIES",
    ),
    "satisfactory_remedy_pct": (
        "Satisfactory remedy rate (%)",
        "% satisfactory remedy",
        "SATISFACTORY REMEDY (%)",
    ),
    "compliance_outcomes": ("Compliance outcomes", "Cases with compliance recorded", "COMPLIANCE OUTCOMES"),
    "complied": ("Complied", "Recommendations complied with", "COMPLIED"),
    "compliance_pct": ("Compliance rate (%)", "% compliance", "COMPLIANCE RATE %"),
    "upheld_per_100k": ("Upheld per 100,000 residents",) * 3,
    "not_for_us_or_not_ready": ("Not for us or not ready for us",) * 3,
    "assessed_and_closed": ("Assessed and closed",) * 3,
    "investigated": ("Investigated",) * 3,
}
"""Each column's heading in three wordings."""

TABLES = {
    "received": tuple(one for one in WORDS if one.startswith("received:")),
    "decided": (
        *(one for one in WORDS if one.startswith("decided:")),
        *("upheld", "dealt_with", "upheld_pct", "average:upheld_pct"),
    ),
    "remedies": (
        *("satisfactory_remedy_base", "satisfactory_remedies", "satisfactory_remedy_pct"),
        *("compliance_outcomes", "complied", "compliance_pct"),
    ),
}
OFF_THE_MAP = (
    "Transport for London",
    "West Midlands Combined Authority",
    "Peak District National Park Authority",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a year's tables are written. ``percent`` is ``text`` (67%), ``whole`` (67), ``fraction`` (0.67),
    ``long`` (0.6667) or ``shown`` (a fraction shown as a percentage, in a workbook)."""

    name: str
    suffix: str = "csv"
    encoding: str = "utf-8"
    delimiter: str = ","
    wording: int = 0
    preamble: Sequence[Sequence[str]] = field(default=())
    footnotes: Sequence[str] = field(default=())
    backwards: bool = False
    percent: str = "text"
    nothing: str = ""
    thousands: str = ""
    totals: bool = False
    others: bool = False
    groups: bool = False
    first_column: int = 0
    sheets_before: Sequence[str] = field(default=())
    one_workbook: bool = False
    names: Callable[[str], str] = field(default=str)


LAYOUTS = (
    Layout("as published", preamble=[["Complaints"], [SIMULATED], []], totals=True, others=True),
    Layout(
        "semicolons, UTF-8 with its mark, columns backwards",
        encoding="utf-8-sig",
        delimiter=";",
        wording=1,
        preamble=[[SIMULATED]],
        backwards=True,
        percent="whole",
        nothing="n/a",
        thousands=",",
    ),
    Layout(
        "tabs, UTF-16, fractions",
        encoding="utf-16",
        delimiter="\t",
        wording=2,
        footnotes=["", f"Note 1: {SIMULATED}."],
        percent="fraction",
        nothing="-",
        names=str.upper,
    ),
    Layout(
        "cp1252 with dashes and footnotes",
        encoding="cp1252",
        wording=1,
        preamble=[["Statistics – England"], [], ["", SIMULATED], [], [], ["Produced in May"]],
        footnotes=["* Local resolution: see the council’s own process."],
        percent="long",
        nothing="–",
        totals=True,
        names=lambda name: name.replace(" and ", " & "),
    ),
    Layout(
        "one workbook, cover first, groups above the columns, shown as percentages",
        suffix="xlsx",
        preamble=[[SIMULATED], []],
        percent="shown",
        groups=True,
        totals=True,
        sheets_before=("Cover",),
        one_workbook=True,
        names=lambda name: name.replace(" ", "\u00a0"),
    ),
    Layout(
        "a workbook each, far down and to the right, numbers as text",
        suffix="xlsx",
        wording=2,
        preamble=[["Contents"], [], [], ["", "", SIMULATED], *[[]] * 8],
        percent="text",
        nothing="..",
        thousands="\u00a0",
        others=True,
        first_column=2,
        sheets_before=("Notes", "About"),
    ),
    Layout(
        "a workbook each, plain fractions, backwards",
        suffix="xlsx",
        wording=1,
        footnotes=[SIMULATED],
        backwards=True,
        percent="long",
        nothing="n/a",
    ),
)


def write_tables(
    folder: Path, year: str, values: Values, layout: Layout, tables: Mapping[str, Sequence[str]] = TABLES
) -> list[Path]:
    """Write the tables of a year, and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    grids = {kind: _grid(year, values, layout, columns) for kind, columns in tables.items()}
    if layout.suffix == "csv":
        return [_write_text(folder / f"{kind}-{year}.csv", grid, layout) for kind, grid in grids.items()]
    if layout.one_workbook:
        return [_write_workbook(folder / f"statistics-{year}.xlsx", grids, layout)]
    return [
        _write_workbook(folder / f"{kind}-{year}.xlsx", {kind: grid}, layout) for kind, grid in grids.items()
    ]


def _grid(year: str, values: Values, layout: Layout, columns: Sequence[str]) -> list[list[object]]:
    order = [*reversed(columns), "authority"] if layout.backwards else ["authority", *columns]
    rows: list[list[object]] = [
        [f"{cell} {year}" if cell else cell for cell in row] for row in layout.preamble
    ]
    if layout.groups:
        rows.append([None, *(["Figures of the year"] + [None] * (len(order) - 2))])
    rows.append([WORDS[column][layout.wording] for column in order])
    people = [(layout.names(name), row) for name, row in values.items()]
    if layout.others:
        people[1:1] = [(name, dict.fromkeys(columns, Decimal(0))) for name in OFF_THE_MAP]
    for name, row in people:
        rows.append([name if column == "authority" else _cell(column, row, layout) for column in order])
    if layout.totals:
        sums = {c: sum((row.get(c, Decimal(0)) for _, row in people), Decimal(0)) for c in columns}
        totals = {c: number for c, number in sums.items() if not c.endswith(("_pct", "_per_100k"))}
        rows.append(["Total" if c == "authority" else _cell(c, totals, layout) for c in order])
    at = order.index("authority")
    rows += [[None] * at + [note] for note in layout.footnotes]
    return [[None] * layout.first_column + row if row else row for row in rows]


def _cell(column: str, row: Mapping[str, Decimal], layout: Layout) -> object:
    value = row.get(column)
    if value is None:
        return layout.nothing or None
    if not column.endswith("_pct"):
        if not layout.thousands:
            return int(value) if value == value.to_integral_value() else float(value)
        return f"{value:,}".replace(",", layout.thousands)
    if layout.percent == "text":
        return f"{value}%"
    if layout.percent == "whole":
        return str(value)
    return float(value / 100)


def _write_text(path: Path, grid: list[list[object]], layout: Layout) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=layout.delimiter).writerows(grid)
    path.write_bytes(text.getvalue().encode(layout.encoding))
    return path


def _write_workbook(path: Path, grids: Mapping[str, list[list[object]]], layout: Layout) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in layout.sheets_before:
        book.create_sheet(name).append([f"{name} of this workbook", 12])
    for kind, grid in grids.items():
        sheet = book.create_sheet(kind.capitalize())
        for number, row in enumerate(grid, 1):
            for at, value in enumerate(row, 1):
                cell = sheet.cell(number, at, value)
                if layout.percent == "shown" and isinstance(value, float) and 0 <= value <= 1:
                    cell.number_format = "0%"
        if layout.groups:
            _merge_groups(sheet, grid)
    book.save(path)
    return path


def _merge_groups(sheet: Worksheet, grid: list[list[object]]) -> None:
    """Merge the group over its columns, and the authority's heading with the blank cell above it."""
    at = next(number for number, row in enumerate(grid, 1) if "Figures of the year" in row)
    sheet.merge_cells(start_row=at, start_column=2, end_row=at, end_column=len(grid[at]))
    sheet.cell(at, 1, sheet.cell(at + 1, 1).value)
    sheet.cell(at + 1, 1, None)
    sheet.merge_cells(start_row=at, start_column=1, end_row=at + 1, end_column=1)
