"""CSV and XLSX hold exactly what the page shows, with definition, source, origin, release and citation."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest

from dashboard.compare.comparison import Comparison
from dashboard.compare.page import render
from dashboard.domain.measures import COMPLIANCE
from dashboard.downloads.workbook import ABOUT, sheet_name
from dashboard.exports.csv_lines import csv_lines
from dashboard.exports.rows import COLUMNS as TOLD
from dashboard.exports.rows import comparison_listing
from dashboard.exports.xlsx_file import FIGURES, about_lines, comparison_xlsx
from dashboard.words.comparison_in_files import IN_FILES
from tests.compare.world import (
    BLACKPOOL,
    CUMBERLAND,
    DOVER,
    LUTON,
    READING,
    SMALL,
    YEAR,
    compared,
    england,
    slugs,
)
from tests.exports.page_tables import tables_of
from tests.support.html_text import html_of

COLUMNS = tuple(column.name for column in TOLD)
ADDRESS = "/compare?councils=a"
NUMBERS = (
    *("numerator", "denominator", "value", "low", "high", "average_value"),
    *("usual_low", "usual_high", "others_numerator", "others_denominator", "spread"),
    *("given_services", "given_services_cases"),
)
QUERIES = [
    f"{slugs(BLACKPOOL, LUTON, READING, DOVER)}&year={YEAR}",
    f"{slugs(BLACKPOOL)}&year={YEAR}",
    f"{slugs(BLACKPOOL, CUMBERLAND)}&year=2021-22",
    f"{slugs(BLACKPOOL, LUTON, *SMALL)}&view=years",
    f"{slugs(BLACKPOOL, LUTON, CUMBERLAND)}&view=years&measure=dealt_with",
    f"{slugs(BLACKPOOL, LUTON, CUMBERLAND)}&view=years&measure=upheld_per_100k",
]


def on_page(query: str) -> dict[str, list[list[str]]]:
    state, group, comparison = compared(query)
    return tables_of(html_of(render(state, group, comparison, england())))


def lines(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text_of(comparison)[1:])))


def text_of(comparison: Comparison) -> str:
    text = "".join(csv_lines(comparison_listing(comparison)))
    assert text.startswith("\ufefftable,")
    return text


def made(comparison: Comparison) -> bytes:
    return comparison_xlsx(comparison, england().release(), ADDRESS)


def sheets(comparison: Comparison) -> Iterator[tuple[str, list[list[str]]]]:
    book = openpyxl.load_workbook(BytesIO(made(comparison)))
    for name in book.sheetnames:
        yield (
            name,
            [
                ["" if cell is None else cell for cell in row]
                for row in book[name].iter_rows(values_only=True)
            ],
        )


@pytest.mark.parametrize("query", QUERIES)
def test_every_figure_on_the_page_is_a_line_of_the_csv_and_no_other(query: str) -> None:
    comparison = compared(query)[2]
    cells = [
        cell.split("; ")[0] for table in on_page(query).values() for row in table[1:] for cell in row[1:]
    ]
    shown = [line["shown"] for line in lines(comparison)]
    for text in shown:
        cells.remove(text)  # each figure stands on the page, as often as it is in the file
    assert shown == [entry.shown for table in comparison.tables for entry in table.entries]


@pytest.mark.parametrize("query", QUERIES)
def test_every_figure_on_the_page_stands_in_a_sheet_in_numbers_of_its_own(query: str) -> None:
    comparison = compared(query)[2]
    workbook = dict(sheets(comparison))
    assert list(workbook) == [ABOUT, *(sheet_name(table.title) for table in comparison.tables), FIGURES]
    for table in comparison.tables:
        head, *rows = workbook[sheet_name(table.title)]
        assert len(rows) == len(table.rows)
        for told, row in zip(rows, table.rows, strict=True):
            found = dict(zip(head, told, strict=True))
            assert found["council"] == row.cells[0].whole
            for name, cell in zip(table.heads, row.cells, strict=True):
                entry = cell.entry
                if entry is None:
                    continue
                assert found[name] == ("" if entry.value is None else float(entry.value))
                assert found[f"{name}, origin"] == entry.origin
                assert found[f"{name}, in words"] in ("", entry.shown)
                assert found[f"{name}, in words"] or entry.value is not None
                for part in ("numerator", "denominator", "low", "high"):
                    value = getattr(entry, part)
                    if f"{name}, {part}" in found:
                        assert found[f"{name}, {part}"] == ("" if value is None else float(value))
                    else:
                        assert (entry.unit, entry.denominator) == ("count", None)


@pytest.mark.parametrize("query", QUERIES)
def test_what_stands_around_a_table_of_the_page_is_told_in_the_first_sheet(query: str) -> None:
    comparison = compared(query)[2]
    about = [(row[0], row[1]) for row in dict(sheets(comparison))[ABOUT]]
    for table in comparison.tables:
        for said in (table.caption, *table.lead, *table.notes):
            assert (f"On “{sheet_name(table.title)}”", said) in about


def test_the_change_over_the_years_is_in_the_table_of_the_years() -> None:
    (table,) = compared(f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}&view=years")[2].tables
    head, *rows = dict(sheets(compared(f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}&view=years")[2]))[
        sheet_name(table.title)
    ]
    assert head[-1] == table.heads[-1]
    assert [row[-1] for row in rows] == [row.cells[-1].whole for row in table.rows]


@pytest.mark.parametrize("query", QUERIES)
def test_the_figures_sheet_holds_the_csv_as_numbers(query: str) -> None:
    comparison = compared(query)[2]
    head, *rows = dict(sheets(comparison))[FIGURES]
    assert tuple(head) == COLUMNS
    for row, line in zip(rows, lines(comparison), strict=True):
        for column, value in zip(COLUMNS, row, strict=True):
            if column == "shown" and line["unit"] == "count" and line["value"]:
                assert value == ""  # its number says it
            elif line[column] and column in NUMBERS:
                assert isinstance(value, (int, float))
                assert Decimal(str(value)) == Decimal(line[column])
            else:
                assert value == line[column]


def test_rule_13_the_change_on_the_page_is_in_the_csv_and_rule_03_so_is_the_flag_of_few_cases() -> None:
    query = f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}&view=years"
    (table,) = on_page(query).values()
    of_blackpool = [line for line in lines(compared(query)[2]) if line["code"] == BLACKPOOL.code]
    assert table[1][-1] == "No clear change beside its type"
    assert [line["change"] for line in of_blackpool] == [""] * 5 + [table[1][-1]]
    flagged = ["few cases" if "few cases" in cell else "" for cell in table[1][1:-1]]
    assert [line["cases"] for line in of_blackpool] == flagged
    assert "few cases" in flagged


def test_the_heading_is_the_first_line_and_every_line_stands_by_itself() -> None:
    comparison = compared(QUERIES[0])[2]
    text = text_of(comparison)
    assert text.splitlines()[0] == "\ufeff" + ",".join(COLUMNS)
    line = lines(comparison)[0]
    assert {name: value for name, value in line.items() if name not in IN_FILES} == {
        "table": "Complaints upheld",
        "council": "Blackpool Borough Council",
        "code": BLACKPOOL.code,
        "type": "Unitary",
        "region": "North West",
        "year": "2023-24",
        "measure": "Complaints upheld",
        "unit": "per cent",
        "shown": "67% (6 of 9)",
        "state": "value",
        "numerator": "6",
        "denominator": "9",
        "value": "67",
        "low": "35",
        "high": "88",
        "average": "79%, printed",
        "average_value": "79",
        "compared": "No clear difference",
        "cases": "few cases",
        "change": "",
        "origin": "published",
        "note": "",
        "source_url": "https://www.lgo.org.uk/your-councils-performance/blackpool-borough-council/statistics",
        "definition": (
            "The share of completed investigations in which the Ombudsman found fault, including those where "
            "the council accepted fault or had already offered a suitable remedy."
        ),
        "release": "held-figures (live), built 2026-01-05 by version 0.1.0",
        "source": comparison.source,
        "citation": (
            "Your council’s performance. Blackpool, Dover District, Luton and Reading compared, 2023-24. "
            "Release held-figures (live), built 2026-01-05 by version 0.1.0."
        ),
        "query": "Blackpool, Dover District, Luton and Reading compared, 2023-24",
    }
    for each in lines(comparison):
        assert all(each[name] for name in ("definition", "release", "source", "citation", "state", "shown"))


def test_the_comparison_stands_in_numbers_after_all_other_columns_but_the_query() -> None:
    upheld = {line["council"]: line for line in lines(compared(QUERIES[0])[2])[:4]}
    told = {
        name: tuple(line[column] for column in COLUMNS[COLUMNS.index("citation") + 1 : -1])
        for name, line in upheld.items()
    }
    few, none = ("none", "", "too_few_cases"), ("none", "", "percentage_without_counts")
    assert told == {
        BLACKPOOL.name: (
            *("5", "9", "printed average", "", "", "", "no_clear_difference", "derived", ""),
            *("", ""),  # its services’ share is of others held: no second standard beside the printed average
        ),
        LUTON.name: ("26", "36", "printed average", "", "", "", "much_lower", "simulated", "", "", ""),
        READING.name: ("", "", "", "", "", "", *none, "", ""),
        DOVER.name: ("", "", "", "", "", "", *few, "", ""),
    }


def test_what_is_never_compared_has_no_column_of_it() -> None:
    compliance = [line for line in lines(compared(QUERIES[0])[2]) if line["measure"] == COMPLIANCE.label]
    assert {line["comparison"] + line["comparison_reason"] for line in compliance} == {""}


def test_rule_1_every_percentage_in_the_files_carries_its_fraction() -> None:
    for line in lines(compared(QUERIES[0])[2]):
        if line["unit"] == "per cent" and line["value"]:
            assert (" of " in line["shown"]) or line["shown"].endswith("(counts not held)")


def test_what_is_simulated_says_so_in_every_line() -> None:
    upheld = [line for line in lines(compared(QUERIES[0])[2]) if line["measure"] == "Complaints upheld"]
    assert {line["council"]: line["origin"] for line in upheld}[LUTON.name] == "simulated"
    assert {line["council"]: line["origin"] for line in upheld}["Together: pooled rate"] == "simulated"


def test_the_first_sheet_says_what_it_is_where_from_and_how_to_cite_it() -> None:
    comparison = compared(QUERIES[0])[2]
    about = [(row[0], row[1]) for row in dict(sheets(comparison))[ABOUT]]
    expected = list(about_lines(comparison, england().release(), ADDRESS))
    assert about[: len(expected)] == expected
    told = dict(about)
    assert told["Query"] == comparison.title
    assert told["Address"] == ADDRESS
    assert comparison.title in told["How to cite"]
    terms = {"Release", "Origin", "Date", "Licence", "Source", "Pooled rate", "95% interval", "Published"}
    assert {*terms, "Complaints upheld", "Column “council”"} <= set(told)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    comparison = compared(QUERIES[0])[2]
    assert made(comparison) == made(comparison)


def test_no_cell_is_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(BytesIO(made(compared(QUERIES[0])[2])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
