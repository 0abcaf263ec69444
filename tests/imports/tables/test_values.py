"""Cells of figures: what counts, rates and percentages may look like, and what is refused."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.tables.sheet import Cell, text_cell
from dashboard.imports.tables.values import NEVER_WORKED_OUT, CellError, count, percentages, rate


def number(value: str, percent: int | None = None) -> Cell:
    return Cell(value, Decimal(value), percent)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (text_cell("12"), "12"),
        (text_cell(" 12 "), "12"),
        (text_cell("1,234"), "1234"),
        (text_cell("1 234"), "1234"),
        (text_cell("1\u00a0234"), "1234"),
        (text_cell("１２"), "12"),
        (text_cell("12.0"), "12"),
        (text_cell("0"), "0"),
        (text_cell("\ufeff7"), "7"),
        (number("12"), "12"),
        (number("12.0"), "12"),
    ],
)
def test_a_count_in_any_spelling(cell: Cell, value: str) -> None:
    assert str(count(cell)) == value


@pytest.mark.parametrize("text", ["", "n/a", "N/A", "-", "–", "..", "…", "\u00a0", "[x]", "not applicable"])
def test_no_value(text: str) -> None:
    assert count(text_cell(text)) is None
    assert rate(text_cell(text)) is None
    assert percentages([text_cell(text)]) == [None]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (text_cell("-5"), "“-5” is negative."),
        (text_cell("−5"), "“−5” is negative."),
        (text_cell("(5)"), "“(5)” is negative."),
        (text_cell("12.4"), "“12.4” is no whole number."),
        (text_cell("12*"), "“12*” is not a count."),
        (text_cell("<5"), "“<5” is not a count."),
        (text_cell("about 12"), "“about 12” is not a count."),
        (text_cell("12,34"), "“12,34” is not a count."),
        (text_cell("67%"), "“67%” is not a count."),
        (text_cell("1e3"), "“1e3” is not a count."),
        (text_cell("99999999999"), "“99999999999” is too large to be a count."),
        (Cell("2024-03-31", odd="a date"), "“2024-03-31” is a date, where a count should be."),
        (Cell("TRUE", odd="true or false"), "“TRUE” is true or false, where a count should be."),
        (
            Cell("=", odd=NEVER_WORKED_OUT),
            "“=” is a formula that was never worked out, where a count should be.",
        ),
        (text_cell("#N/A"), "“#N/A” is not a count."),
        (Cell("#REF!", odd="an error"), "“#REF!” is an error, where a count should be."),
        (Cell("NaN", Decimal("NaN")), "“NaN” is not a count."),
    ],
)
def test_what_is_no_count_is_told(cell: Cell, sentence: str) -> None:
    with pytest.raises(CellError) as told:
        count(cell)
    assert told.value.sentence == sentence


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ([text_cell("67%"), text_cell("100%"), text_cell("0%")], ["67", "100", "0"]),
        ([text_cell("67 %")], ["67"]),
        ([text_cell("67"), text_cell("100"), text_cell("0")], ["67", "100", "0"]),
        ([number("0.67"), number("1"), number("0")], ["67", "100", "0"]),
        ([text_cell("0.67"), text_cell("1")], ["67", "100"]),
        ([number("0.666666666666667"), number("0.125")], ["67", "13"]),
        ([number("0.67", percent=0), number("1", percent=0)], ["67", "100"]),
        ([number("1", percent=0), number("0", percent=0)], ["100", "0"]),
        ([number("0.6666666", percent=1)], ["66.7"]),
        ([number("0.125", percent=0)], ["13"]),
        ([number("0"), number("0")], ["0", "0"]),
        ([text_cell("66.7%"), text_cell("n/a")], ["66.7", "None"]),
        ([number("0.67"), text_cell("80%")], ["67", "80"]),
        ([number("1"), number("67")], ["1", "67"]),
    ],
)
def test_percentages_in_any_style(cells: list[Cell], values: list[str]) -> None:
    assert [str(value) for value in percentages(cells)] == values


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ([text_cell("105%")], "“105%” is more than 100 per cent."),
        ([text_cell("105")], "“105” is more than 100 per cent."),
        ([number("1.05", percent=0)], "“1.05” is more than 100 per cent."),
        ([text_cell("-3%")], "“-3%” is negative."),
        ([text_cell("two thirds")], "“two thirds” is not a percentage."),
        (
            [number("1"), number("0")],
            "It is not clear whether 1 means 1% or 100%: all numbers of the column are 0 or 1.",
        ),
        (
            [number("0.67"), number("67")],
            "“0.67” may be a fraction or a percentage: others of the column are above 1.",
        ),
    ],
)
def test_what_is_no_percentage_is_told(cells: list[Cell], sentence: str) -> None:
    errors = [value for value in percentages(cells) if isinstance(value, CellError)]
    assert [error.sentence for error in errors] == [sentence]


@pytest.mark.parametrize(
    ("text", "value"), [("4.2", "4.2"), ("4", "4"), ("4.2379999", "4.2"), ("0.25", "0.25")]
)
def test_a_rate(text: str, value: str) -> None:
    assert str(rate(text_cell(text))) == value


@given(st.integers(0, 9_999_999), st.sampled_from([",", " ", "\u00a0", "\u2009", ""]))
def test_every_count_comes_back_from_any_thousands_separator(value: int, separator: str) -> None:
    assert count(text_cell(f"{value:,}".replace(",", separator))) == value


@given(st.lists(st.integers(0, 100), min_size=1), st.sampled_from(["text", "whole", "fraction", "shown"]))
def test_every_column_of_percentages_comes_back_or_is_refused(values: list[int], style: str) -> None:
    cells = {
        "text": [text_cell(f"{value}%") for value in values],
        "whole": [number(str(value)) for value in values],
        "fraction": [number(str(Decimal(value) / 100)) for value in values],
        "shown": [number(str(Decimal(value) / 100), percent=0) for value in values],
    }[style]
    for value, told in zip(values, percentages(cells), strict=True):
        assert isinstance(told, CellError) or told == value
        # Only fractions and percentages that look the same leave a doubt.
        assert not isinstance(told, CellError) or (max(values) in {1, 100} and style in {"whole", "fraction"})


@given(st.text(max_size=30))
def test_any_text_is_a_value_nothing_or_a_sentence(text: str) -> None:
    for read in (count, rate):
        with suppress(CellError):
            value = read(text_cell(text))
            assert value is None or value >= 0
    (share,) = percentages([text_cell(text)])
    assert share is None or isinstance(share, CellError) or 0 <= share <= 100
