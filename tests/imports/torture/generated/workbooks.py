"""What only a workbook can hold: formulas, raised digits, merged cells, hidden rows, several sheets."""

from collections.abc import Iterator, Sequence

from tests.imports.torture.cases import LAST, YEAR, Expected, Table, Values, refused, right_or_refused, values
from tests.imports.torture.files import Row, csv_file, sheets, workbook
from tests.imports.torture.generated.base import DECIDED, RECEIVED_TABLE, REMEDIES_TABLE, UPHELD
from tests.imports.torture.xlsx import Fault, Raised, Sheet, Value, Worked

RIGHT = Expected((DECIDED.values(),))
BLACKPOOL = "blackpool-borough-council"


def tables() -> Iterator[Table]:
    """Give the tables that only a workbook can be."""
    yield from _formulas()
    yield from _raised()
    yield from _merged()
    yield from _sheets()


def _changed(*cells: tuple[int, int, Value]) -> list[list[Value]]:
    """Return the table's rows, some cells changed: row and column from 1."""
    rows: list[list[Value]] = [list(row) for row in DECIDED.rows()]
    for row, column, value in cells:
        rows[row - 1][column - 1] = value
    return rows


def _formulas() -> Iterator[Table]:
    kind = "formulas"
    upheld = [int(row[1]) for row in DECIDED.rows()[1:]]
    for name, cells, expected in (
        ("a sum with its value", [(3, 2, Worked("SUM(H3:I3)", 6))], RIGHT),
        (
            "a whole column with its values",
            [(n, 2, Worked(f"H{n}", v)) for n, v in enumerate(upheld, 2)],
            RIGHT,
        ),
        ("a text with its value", [(3, 1, Worked('H3&" Council"', "Blackpool Borough Council"))], RIGHT),
        ("a percentage with its value", [(3, 4, Worked('TEXT(B3/(B3+C3),"0%")', "67%"))], RIGHT),
        ("an array with its value", [(3, 2, Worked("SUM(H3:I3*1)", 6, ' t="array" ref="B3"'))], RIGHT),
        ("a shared one with its value", [(3, 2, Worked("H3", 6, ' t="shared" ref="B3:B4" si="0"'))], RIGHT),
        ("another workbook’s value", [(3, 2, Worked("[1]Data!B3", 6))], RIGHT),
        ("a heading with its value", [(1, 2, Worked('"Up"&"held"', "Upheld"))], RIGHT),
        ("a sum never worked out", [(3, 2, Worked("SUM(H3:I3)"))], refused("row 3", "Upheld")),
        ("a name never worked out", [(3, 1, Worked("H3"))], refused("row 3")),
        ("a heading never worked out", [(1, 2, Worked("H1"))], refused("row 1")),
        ("an error worked out", [(3, 2, Worked("H3/0", Fault("#DIV/0!")))], refused("row 3", "#DIV/0!")),
        (
            "a lookup that found nothing",
            [(3, 2, Worked("VLOOKUP(A3,H:I,2)", Fault("#N/A")))],
            refused("row 3", "#N/A"),
        ),
    ):
        yield Table(f"formula: {name}", kind, workbook(_changed(*cells)), expected)
    nothing = {key: value for key, value in DECIDED.values().items() if key != (BLACKPOOL, YEAR, UPHELD)}
    file = workbook(_changed((3, 2, Worked('IF(H3="","",H3)', ""))))
    yield Table("formula: an empty text", kind, file, Expected((nothing,)))
    total: list[Value] = ["Total", Worked("SUM(B2:B6)", 112), Worked("SUM(C2:C6)", 31), ""]
    yield Table("formula: in the totals", kind, workbook([*_changed(), total]), RIGHT)
    stale: list[Value] = ["Total", Worked("SUM(B2:B6)", 99), Worked("SUM(C2:C6)", 31), ""]
    yield Table(
        "formula: totals that are stale", kind, workbook([*_changed(), stale]), refused("row 7", "99")
    )
    notes: list[Value] = ["Notes", "", Worked("TODAY()"), "", "", ""]
    rows = [[*row, note] for row, note in zip(_changed(), notes, strict=True)]
    yield Table("formula: in a column not used", kind, workbook(rows), RIGHT)
    text = csv_file(_changed((3, 2, "=6")))
    yield Table("formula: as text in a text", kind, text, refused("row 3"))


def _raised() -> Iterator[Table]:
    """A raised digit is a footnote’s, a struck one is withdrawn: neither is part of a number."""
    for inline in (False, True):
        form = "inline" if inline else "shared"

        def pieces(*parts: tuple[str, str], inline: bool = inline) -> Raised:
            return Raised(parts, inline)

        for name, where, value, honest in (
            ("a footnote’s digit", (3, 2), pieces(("6", ""), ("1", "superscript")), True),
            ("a footnote’s digit before", (3, 2), pieces(("1", "superscript"), ("6", "")), True),
            ("a lowered digit", (3, 2), pieces(("6", ""), ("2", "subscript")), True),
            ("two footnotes’ digits", (3, 2), pieces(("6", ""), ("1,2", "superscript")), True),
            ("a struck digit", (3, 2), pieces(("9", "struck"), ("6", "")), True),
            ("in a percentage", (3, 4), pieces(("67", ""), ("1", "superscript"), ("%", "")), True),
            ("in a heading", (1, 2), pieces(("Upheld", ""), ("1", "superscript")), True),
            (
                "in a heading before its bracket",
                (1, 4),
                pieces(("Uphold rate", ""), ("2", "superscript"), (" (%)", "")),
                True,
            ),
            ("in a name", (3, 1), pieces(("Blackpool Borough Council", ""), ("3", "superscript")), True),
            (
                "in a name, struck",
                (3, 1),
                pieces(("Adur", "struck"), ("Blackpool Borough Council", "")),
                True,
            ),
        ):
            expected = right_or_refused(*([DECIDED.values()] if honest else []), words=(f"row {where[0]}",))
            file = workbook(_changed((*where, value)))
            yield Table(f"raised, {form}: {name}", "raised and struck digits", file, expected)
        whole = workbook(_changed((3, 2, pieces(("", "superscript"), ("6", "")))))
        yield Table(f"raised, {form}: nothing", "raised and struck digits", whole, RIGHT)
        parts = workbook(_changed((3, 1, pieces(("Blackpool ", ""), ("Borough Council", "")))))
        yield Table(f"raised, {form}: a name in two pieces", "raised and struck digits", parts, RIGHT)


def _merged() -> Iterator[Table]:
    kind = "merged cells"
    rows = DECIDED.rows()
    titled = [["Complaints decided 2025-26"], *rows]
    yield Table("merged: a title over the table", kind, workbook(titled, merged=["A1:D1"]), RIGHT)
    two = [["Authority", "Upheld", "Not upheld", "Uphold rate (%)"], ["", "", "", ""], *rows[1:]]
    yield Table(
        "merged: each heading over two rows",
        kind,
        workbook(two, merged=[f"{c}1:{c}2" for c in "ABCD"]),
        RIGHT,
    )
    file = workbook([*rows, ["Note: all councils"]], merged=["A7:D7"])
    yield Table("merged: a footnote below", kind, file, RIGHT)
    for place in ("B2:B3", "B3:C3", "B2:D4"):
        yield Table(f"merged: figures {place}", kind, workbook(rows, merged=[place]), refused("Merged"))
    yield Table("merged: two names", kind, workbook(rows, merged=["A2:A3"]), refused("row"))
    heads: Sequence[Row] = [
        ["", "Not upheld", "Upheld", ""],
        ["Authority", "2025-26", "2025-26", "2024-25"],
        ["Leeds City Council", "11", "34", "30"],
    ]
    honest = values(
        "leeds-city-council: decided:not_upheld 11, upheld 34", f"leeds-city-council {LAST}: upheld 30"
    )
    expected = right_or_refused(honest, words=(LAST,))
    yield Table("merged: one heading over two years", kind, workbook(heads, merged=["C1:D1"]), expected)


def _sheets() -> Iterator[Table]:
    kind = "sheets"
    rows = DECIDED.rows()
    other = [["Leeds City Council", "1", "1", "50%"] if at else row for at, row in enumerate(rows[:2])]
    every: Values = {**DECIDED.values(), **RECEIVED_TABLE.values(), **REMEDIES_TABLE.values()}
    for name, book, expected in (
        ("a cover first", [Sheet("Cover", [["Statistics 2025-26"]]), Sheet("Data", rows)], RIGHT),
        ("notes last", [Sheet("Data", rows), Sheet("Notes", [["Upheld", "means fault was found"]])], RIGHT),
        (
            "all three tables",
            [
                Sheet("Received", RECEIVED_TABLE.rows()),
                Sheet("Decided", rows),
                Sheet("Remedies", REMEDIES_TABLE.rows()),
            ],
            Expected((every,)),
        ),
        ("the table twice", [Sheet("One", rows), Sheet("Two", rows)], refused("One", "Two")),
        (
            "a hidden draft besides",
            [Sheet("Data", rows), Sheet("Draft", other, state="hidden")],
            right_or_refused(DECIDED.values(), words=("Draft",)),
        ),
        (
            "hidden",
            [Sheet("Cover", [["Cover"]]), Sheet("Data", rows, state="hidden")],
            refused("Data", "hidden"),
        ),
        (
            "very hidden",
            [Sheet("Cover", [["Cover"]]), Sheet("Data", rows, state="veryHidden")],
            refused("Data"),
        ),
        ("a hidden row", [Sheet("Data", rows, hidden_rows=[3])], RIGHT),
        (
            "last year’s beside it",
            [Sheet("2025-26", rows), Sheet("2024-25", other)],
            right_or_refused(DECIDED.values(), words=("2024-25",)),
        ),
        (
            "an average’s sheet",
            [Sheet("Data", rows), Sheet("Averages", [["Type", "Uphold rate (%)"], ["County", "84%"]])],
            RIGHT,
        ),
    ):
        yield Table(f"sheets: {name}", kind, sheets(*book), expected)
    numbers = [[row[0], *(_number(cell) for cell in row[1:])] for row in rows]
    yield Table("sheets: numbers as numbers", kind, workbook(numbers), RIGHT)
    far = [[], [], *([None, None, None, *row] for row in rows)]
    yield Table("sheets: far to the right", kind, workbook(far), RIGHT)
    dated = workbook(_changed((3, 2, True)))
    yield Table("sheets: true or false", kind, dated, refused("row 3"))
    rate = workbook(
        [[*row[:3], row[3].removesuffix("%") if row[3] != DECIDED.rows()[0][3] else row[3]] for row in rows]
    )
    yield Table("sheets: percentages as texts without a sign", kind, rate, RIGHT)


def _number(cell: str) -> Value:
    return int(cell) if cell.isdigit() else cell
