"""Columns of percentages, in every style of a text and of a workbook."""

from collections.abc import Iterator, Sequence

from tests.imports.torture.cases import YEAR, Expected, Table, Values, refused, right_or_refused
from tests.imports.torture.files import csv_file, workbook
from tests.imports.torture.generated.base import DECIDED, NAMES, RATE, Rows
from tests.imports.torture.xlsx import Shown, Value

_COUNT = ("blackpool-borough-council", YEAR, "upheld")

PERCENT = (76, 67, 67, 85, 76)
FRACTIONS = ("0.76", "0.67", "0.67", "0.85", "0.76")
NOT_PERCENTAGES = (
    "105%",
    "-3%",
    "76%%",
    "76‰",
    "76 %p",
    "3/4",
    "0.76 or so",
    "76,5%",
    "76-80%",
    "76pp",
    "> 76%",
)

LITERAL = ('0"%"', "0\\%", '0" %"', '0"%";-0"%"', '[Blue]0"%"', '0" per cent"', '#,##0"%"')
"""Formats of a number that is a percentage as it stands: 76 is shown as 76%."""
SCALED = ("0%", "0 %", "0.0%", "0%;-0%", "[Red]0%", '0%" *"', "#,##0%", "0%;;0%", "_-0%_-")
"""Formats of a fraction shown as a percentage: 0.76 is shown as 76%."""


def tables() -> Iterator[Table]:
    """Give the tables of percentages."""
    right = Expected((DECIDED.values(),))
    kind = "percentages"
    for name, cells in {
        "whole numbers": [str(n) for n in PERCENT],
        "a sign after a space": [f"{n} %" for n in PERCENT],
        "a decimal that is nought": [f"{n}.0%" for n in PERCENT],
        "fractions": FRACTIONS,
        "a wide sign": [f"{n}％" for n in PERCENT],
    }.items():
        yield Table(f"percentages: {name}", kind, csv_file(_rows(cells)), right)
    for name, cells in {
        "in words": [f"{n} per cent" for n in PERCENT],
        "fractions without a nought": [text.removeprefix("0") for text in FRACTIONS],
        "some with a sign": ["76%", "67", "67", "85%", "76%"],
        "a mark behind the sign": ["76%*", "67%", "67%", "85%", "76%"],
    }.items():
        expected = right_or_refused(DECIDED.values(), words=("row 2",) if "some" not in name else ())
        yield Table(f"percentages: {name}", kind, csv_file(_rows(cells)), expected)
    one = ["75.5%", "66.7%", "66.7%", "85.4%", "76.3%"]
    yield Table("percentages: one decimal", kind, csv_file(_rows(one)), Expected((_values(*one),)))
    among = ["0.76", "67%", "67%", "85%", "1"]
    either = right_or_refused(_values("76", "67", "67", "85", "100"), words=("Uphold rate",))
    yield Table("percentages: fractions among signs", kind, csv_file(_rows(among)), either)
    for name, cells, row in (
        ("fractions and percentages", ["0.76", "67", "67", "85", "76"], 2),
        ("ones and noughts", ["1", "0", "1", "1", "0"], 2),
    ):
        expected = refused(f"row {row}", "Uphold rate")
        yield Table(f"percentages: {name}", kind, csv_file(_rows(cells)), expected)
    for text in NOT_PERCENTAGES:
        rows = csv_file(_rows(["76%", text, "67%", "85%", "76%"]))
        yield Table(f"percentages: {text}", kind, rows, refused("row 3", text))
    yield from _formats()
    yield from _counts()


def _formats() -> Iterator[Table]:
    right = Expected((DECIDED.values(),))
    for style in LITERAL:
        yield _shown(f"76 shown by {style}", [Shown(n, style) for n in PERCENT], right)
    for style in SCALED:
        yield _shown(f"0.76 shown by {style}", [Shown(n / 100, style) for n in PERCENT], right)
    ones = ["1", "0", "1", "1", "0"]
    yield _shown('1 shown by 0"%"', [Shown(int(n), '0"%"') for n in ones], Expected((_values(*ones),)))
    hundreds = Expected((_values("100", "0", "100", "100", "0"),))
    yield _shown("1 shown by 0%", [Shown(int(n), "0%") for n in ones], hundreds)
    mixed = [Shown(0.76, "0%"), Shown(67, '0"%"'), Shown(0.67, "0%"), Shown(85, '0"%"'), "76%"]
    yield _shown("both formats in one column", mixed, right)
    half = [Shown(0.76, '0"%"'), *(Shown(n, '0"%"') for n in PERCENT[1:])]
    yield _shown('0.76 shown by 0"%"', half, right_or_refused(words=("row 2",)))
    yield _shown("76 shown by 0%", [Shown(n, "0%") for n in PERCENT], refused("row 2"))
    yield _shown("a rounded fraction", [Shown(n / 100 + 0.0012, "0%") for n in PERCENT], right)
    plain = [Shown(n / 100, "0.00") for n in PERCENT]
    yield _shown("0.76 shown by 0.00", plain, right)


def _counts() -> Iterator[Table]:
    """A count in a format that shows something else: nothing, a multiple, a percentage, a day."""
    nothing = {key: value for key, value in DECIDED.values().items() if key != _COUNT}
    for style in (";;;", '"n/a"', '0;-0;"n/a"'):
        yield _counted(0, style, right_or_refused(nothing, words=("row 3",)))
    plain = ("0", "#,##0", "@", "General", '0" *"', '#,##0;-#,##0;"-"')
    for style in plain:
        yield _counted(6, style, Expected(({**DECIDED.values(), _COUNT: "6"},)))
    yield _counted(0, plain[-1], Expected(({**DECIDED.values(), _COUNT: "0"},)))
    for style, number in (("0%", 6), ("dd/mm/yyyy", 45000), ("0.0", 6.4), ("0", 6.4)):
        yield _counted(number, style, refused("row 3"))
    for style, number in (("#,##0,", 6000), ('0"0"', 6)):  # shown as 6 and as 60
        yield _counted(number, style, refused("row 3"))


def _counted(number: int | float, style: str, expected: Expected) -> Table:
    rows: list[list[Value]] = [list(row) for row in DECIDED.rows()]
    rows[2][1] = Shown(number, style)
    return Table(f"{number} shown by {style}", "formats of counts", workbook(rows), expected)


def _shown(name: str, cells: Sequence[Value], expected: Expected) -> Table:
    return Table(f"format: {name}", "formats of percentages", workbook(_with(cells)), expected)


def _rows(cells: Sequence[str]) -> Rows:
    return [[*row[:3], cell] for row, cell in zip(DECIDED.rows(), ["Uphold rate (%)", *cells], strict=True)]


def _with(cells: Sequence[Value]) -> list[list[Value]]:
    numbers: list[list[Value]] = [[row[0], int(row[1]), int(row[2])] for row in DECIDED.rows()[1:]]
    head: list[Value] = list(DECIDED.rows()[0])
    return [head, *([*row, cell] for row, cell in zip(numbers, cells, strict=True))]


def _values(*shares: str) -> Values:
    found = dict(DECIDED.values())
    for slug, share in zip(NAMES, shares, strict=True):
        found[slug, YEAR, RATE] = share.removesuffix("%")
    return found
