"""Cells of counts: placeholders, errors, numbers however they are written, and marks beside them."""

from collections.abc import Iterator

from tests.imports.torture.cases import YEAR, Expected, Table, Values, refused, right_or_refused
from tests.imports.torture.files import csv_file, workbook
from tests.imports.torture.generated.base import DECIDED, NOT_UPHELD, RATE, UPHELD, Rows
from tests.imports.torture.xlsx import Fault, Value

ROW = 3
"""Blackpool's row, counted from 1: 6 upheld, 3 not, 67%."""
_WHOSE = "blackpool-borough-council"

NOTHING = ("", "n/a", "N/A", "-", "–", "—", "..", "…", "[x]", "[z]", "not applicable", " ")
NOT_NOTHING = (
    *(
        "*",
        "<5",
        "≤5",
        "[c]",
        "c",
        "~",
        "suppressed",
        "1 to 4",
        "?",
        "tbc",
        "6?",
        "none",
        "#",
        "x",
        "[low]",
        "under 5",
    ),
    *("see note", "6/9", "Yes", "6 (est)", "ca. 6"),
)
ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
WRITTEN = {
    "6.0": "6",
    " 6 ": "6",
    "６": "6",
    "06": "6",
    "+6": "6",
    "1,206": "1206",
    "1 206": "1206",
    "1\u00a0206": "1206",
}
"""A count as it may be written, and what it is."""
DOUBTFUL = {
    **{
        "nil": "0",
        "zero": "0",
        "six": "6",
        "6 cases": "6",
        "'6": "6",
        "1'206": "1206",
        "1.2k": "1200",
        "6,0": "6",
    },
    **{"1,206.00": "1206"},
}
"""A count written so that to read it and to ask are both honest; to read anything else is not."""
NOT_COUNTS = (
    *(
        "-6",
        "(6)",
        "6.5",
        "1.206",
        "1,20",
        "12,06",
        "6%",
        "6e2",
        "0x6",
        "٦",
        "6-9",
        "6 of 9",
        "£6",
        "1,2,06",
        "6.000",
    ),
    *("6/3", "2026-01-06", "6th", "VI", "TRUE", "½", "1 20", "=6", "99999999999"),
)
MARKED = (
    *(
        "6*",
        "6 *",
        "6†",
        "6²",
        "6¹",
        "6 [1]",
        "6 [note 1]",
        "6[r]",
        "6 (1)",
        "6 r",
        "6a",
        "6 [2024-25]",
        "6 (2024-25)",
    ),
    *("*6", "[1] 6", "6\u207d\u00b9\u207e"),
)


def tables() -> Iterator[Table]:
    """Give the tables of counts."""
    for text in NOTHING:
        yield _upheld("placeholders", text, Expected((_values(None),)))
    for text in NOT_NOTHING:
        yield _upheld("placeholders", text, refused(f"row {ROW}", "Upheld", text))
    for text in ERRORS:
        yield _upheld("error cells", text, refused(f"row {ROW}", text), form="text")
        yield _upheld("error cells", text, refused(f"row {ROW}", text), Fault(text), form="workbook")
    for column, heading in ((RATE, "Uphold rate (%)"), (NOT_UPHELD, "Not upheld")):
        yield _error(f"an error in {column}", column, refused(f"row {ROW}", heading, "#DIV/0!"))
    yield from _elsewhere()
    for text, count in WRITTEN.items():
        yield _upheld("numbers", text, Expected((_values(count),)))
    for text, count in DOUBTFUL.items():
        yield _upheld("numbers", text, right_or_refused(_values(count), words=(f"row {ROW}", text)))
    for text in NOT_COUNTS:
        yield _upheld("numbers", text, refused(f"row {ROW}", "Upheld"))
    for text in MARKED:
        year_named = "2024" in text
        expected = (
            refused(f"row {ROW}", text)
            if year_named
            else right_or_refused(_values("6"), words=(f"row {ROW}",))
        )
        yield _upheld("marks beside numbers", text, expected)


def _upheld(kind: str, text: str, expected: Expected, value: Value = "\0", form: str = "text") -> Table:
    """A table whose second council has this in the column Upheld."""
    rows: list[list[Value]] = [list(row) for row in DECIDED.rows()]
    rows[ROW - 1][1] = text if value == "\0" else value
    file = csv_file(rows) if form == "text" else workbook(rows)
    return Table(f"{kind}: {text!r} in a {form}", kind, file, expected)


def _values(upheld: str | None) -> Values:
    """Return all that the table says, Blackpool's upheld being this."""
    found = dict(DECIDED.values())
    if upheld is None:
        del found[_WHOSE, YEAR, UPHELD]
    else:
        found[_WHOSE, YEAR, UPHELD] = upheld
    return found


def _error(name: str, quantity: str, expected: Expected) -> Table:
    rows: list[list[Value]] = [list(row) for row in DECIDED.rows()]
    at = [column.quantity for column in DECIDED.columns].index(quantity) + 1
    rows[ROW - 1][at] = Fault("#DIV/0!")
    return Table(name, "error cells", workbook(rows), expected)


def _elsewhere() -> Iterator[Table]:
    """An error where no figure is read is refused, or does no harm; in a name or a heading it is refused."""
    rows = DECIDED.rows()
    for name, changed, expected in (
        ("in a name", _put(rows, ROW - 1, 0, Fault("#REF!")), refused(f"row {ROW}", "#REF!")),
        ("in a heading", _put(rows, 0, 3, Fault("#NAME?")), refused("#NAME?")),
        (
            "in a column that is not used",
            [[*row, note] for row, note in zip(rows, ["Notes", "", Fault("#REF!"), "", "", ""], strict=True)],
            right_or_refused(DECIDED.values(), words=(f"row {ROW}", "#REF!")),
        ),
        (
            "in the row of a body off the map",
            [*rows, ["Transport for London", Fault("#REF!"), "1", "50%"]],
            right_or_refused(DECIDED.values(), words=("row 7", "#REF!")),
        ),
        (
            "in the totals",
            [*rows, ["Total", Fault("#REF!"), "31", ""]],
            right_or_refused(DECIDED.values(), words=("row 7", "#REF!")),
        ),
        (
            "in a row without a name",
            [*rows, ["", Fault("#REF!"), Fault("#REF!"), Fault("#REF!")]],
            refused("row 7"),
        ),
    ):
        yield Table(f"an error {name}", "error cells", workbook(changed), expected)


def _put(rows: Rows, row: int, column: int, value: Value) -> list[list[Value]]:
    changed: list[list[Value]] = [list(one) for one in rows]
    changed[row][column] = value
    return changed
