"""What a cell is worth: counts, rates and percentages, however a spreadsheet writes them."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from dashboard.imports.tables.sheet import Cell

NOTHING = frozenset(
    {"", "n/a", "na", "n.a.", "n.a", "not applicable", "-", "–", "—", "−", "--", "..", "...", "…"}
    | {"[x]", "[z]", "[n/a]", "none recorded", "not available"}
)
"""Cells that give no value."""

NEVER_WORKED_OUT = "a formula that was never worked out"
_HOW = {
    NEVER_WORKED_OUT: ("Open the workbook in a spreadsheet, and save it; or paste the column as values.",),
}
ERROR = "an error"
"""What a cell is that holds an error of the spreadsheet."""
_ERRORS = re.compile(
    r"#(?:ref!|n/a|div/0!|value!|name\?|num!|null!|spill!|calc!|field!|blocked!|unknown!|connect!|busy!"
    r"|external!|python!|getting_data)",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_THOUSAND = re.compile(r"\.000\b")
"""“1.000” is one in Britain, and a thousand on a computer set up for most of Europe."""
_BRACKETS = re.compile(r"\((.+)\)")
_MINUS = str.maketrans("−–‒", "---")
_MOST = Decimal(10_000_000)
_LONGEST = 20
_KEPT_DECIMALS = 2
_QUOTED = 40


class CellError(ValueError):
    """A cell is not what its column holds. ``sentence`` says how, ``suggestion`` what to do."""

    def __init__(self, sentence: str, suggestion: str = "") -> None:
        self.sentence = sentence
        self.suggestion = suggestion
        super().__init__(sentence)


def is_error_code(text: str) -> bool:
    """Say whether a text is an error of a spreadsheet, such as ``#REF!``: no answer, and not nothing."""
    return text.startswith("#") and _ERRORS.fullmatch(text.strip()) is not None


def is_error(cell: Cell) -> bool:
    """Say whether a cell holds an error of a spreadsheet, or the text of one."""
    return cell.odd == ERROR or is_error_code(cell.text)


def is_nothing(cell: Cell) -> bool:
    """Say whether a cell gives no value."""
    return not cell.odd and cell.text.casefold() in NOTHING


def is_figure(cell: Cell) -> bool:
    """Say whether a cell holds a number, as a number or as text."""
    return cell.number is not None or _NUMBER.fullmatch(cell.text.removesuffix("%").strip()) is not None


def count(cell: Cell) -> Decimal | None:
    """Return a count; None where the cell gives no value. Raises CellError when it is no count."""
    number = _number(cell, "a count")
    if number is None:
        return None
    if cell.percent is not None:
        raise CellError(
            f"{_quoted(cell)} is shown as a percentage, where a count should be.",
            "Look whether the heading is that of another column.",
        )
    if cell.number is None and _THOUSAND.search(cell.text):
        raise CellError(
            f"{_quoted(cell)} may be {number.to_integral_value():,} or a thousand times that.",
            "Write thousands with a comma, or without anything.",
        )
    if number != number.to_integral_value():
        raise CellError(f"{_quoted(cell)} is no whole number.", "A count is whole.")
    return Decimal(int(number))


def rate(cell: Cell) -> Decimal | None:
    """Return a rate per 100,000; what is longer than two decimals is rounded to one, half up."""
    number = _number(cell, "a rate")
    if number is None or decimals_of(number) <= _KEPT_DECIMALS:
        return number if number is None else plain(number)
    return plain(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def percentages(cells: Sequence[Cell]) -> list[Decimal | CellError | None]:
    """Return a column of percentages, each 0 to 100, None or the error of its cell.

    A cell says what it is by a percent sign, or by being shown as a percentage in a workbook. A number that
    says nothing is a fraction where all such numbers of the column are at most 1 and some is not whole; it
    is a percentage where none lies between 0 and 1. What is neither is an error: it cannot be known. When
    some are longer than two decimals, none was printed so: all are rounded to whole numbers, half up.
    """
    numbers = [_read_percentage(cell) for cell in cells]
    silent = [n for n, said in numbers if isinstance(n, Decimal) and not said]
    style = _style(silent)
    settled = [
        _settled(cell, n, "said" if said else style) for cell, (n, said) in zip(cells, numbers, strict=True)
    ]
    long = any(isinstance(n, Decimal) and decimals_of(n) > _KEPT_DECIMALS for n in settled)
    return [
        plain(n.quantize(Decimal(1), ROUND_HALF_UP) if long else n) if isinstance(n, Decimal) else n
        for n in settled
    ]


def _style(silent: Sequence[Decimal]) -> str:
    """Return what the numbers are that do not say whether they are fractions or percentages."""
    part = any(0 < number < 1 for number in silent)
    if not silent or max(silent) > 1:
        return "mixed" if part else "said"
    return "fraction" if part else "doubtful"


def _settled(cell: Cell, number: Decimal | CellError | None, style: str) -> Decimal | CellError | None:
    if number is None or isinstance(number, CellError):
        return number
    said = "Write percentages with a percent sign."
    if style == "doubtful" and number == 1:
        return CellError(
            "It is not clear whether 1 means 1% or 100%: all numbers of the column are 0 or 1.", said
        )
    if style == "mixed" and 0 < number < 1:
        return CellError(
            f"{_quoted(cell)} may be a fraction or a percentage: others of the column are above 1.", said
        )
    if style == "fraction":
        number *= 100
    if number > 100:
        return CellError(
            f"{_quoted(cell)} is more than 100 per cent.", "Look it up, and correct it at its source."
        )
    return number


def _read_percentage(cell: Cell) -> tuple[Decimal | CellError | None, bool]:
    """Return a percentage as far as its cell tells, and whether the cell itself says that it is one."""
    try:
        if cell.number is not None and cell.percent is not None:
            number = _number(cell, "a percentage")
            if number is None:
                return None, True
            shown = (number * 100).quantize(Decimal(1).scaleb(-cell.percent), ROUND_HALF_UP)
            return shown, True
        signed = cell.text.endswith("%")
        bare = Cell(cell.text.removesuffix("%").strip(), odd=cell.odd) if signed else cell
        return _number(bare, "a percentage", cell), signed
    except CellError as error:
        return error, False


def _number(cell: Cell, what: str, shown: Cell | None = None) -> Decimal | None:
    quoted = _quoted(shown or cell)
    if is_nothing(cell):
        return None
    if cell.odd:
        raise CellError(f"{quoted} is {cell.odd}, where {what} should be.", *_HOW.get(cell.odd, ()))
    number = cell.number if cell.number is not None else _from_text(cell.text)
    if number is None or not number.is_finite():
        raise CellError(
            f"{quoted} is not {what}.",
            "Put it right at its source; or, where it stands for no value, give it with --not-held.",
        )
    if number < 0:
        raise CellError(f"{quoted} is negative.", "Nothing in these tables can be below nought.")
    if number > _MOST:
        raise CellError(f"{quoted} is too large to be {what}.")
    return number


def _from_text(text: str) -> Decimal | None:
    plain_text = text.translate(_MINUS)
    bracketed = _BRACKETS.fullmatch(plain_text)
    if bracketed:  # how accountants write a negative number
        plain_text = f"-{bracketed[1]}"
    if len(plain_text) > _LONGEST or not _NUMBER.fullmatch(plain_text):
        return None
    return Decimal(plain_text.replace(",", "").replace(" ", ""))


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number has, zeros at its end left out."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def plain(number: Decimal) -> Decimal:
    """Return a number without zeros at its end, and without an exponent."""
    short = number.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def _quoted(cell: Cell) -> str:
    text = cell.text if len(cell.text) <= _QUOTED else f"{cell.text[:_QUOTED]}…"
    return f"“{text}”"
