"""What a format in a workbook makes of a number."""

from decimal import Decimal

import pytest

from dashboard.imports.tables.number_formats import Format, format_for

PLAIN = Format()
OTHERWISE = Format(otherwise=True)


@pytest.mark.parametrize(
    ("number_format", "number", "read"),
    [
        (None, "6", PLAIN),
        ("General", "6", PLAIN),
        ("@", "6", PLAIN),
        ("#,##0", "6000", PLAIN),
        ('0" *"', "6", PLAIN),
        ("[Red]0", "6", PLAIN),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-', "0", PLAIN),
        ("dd/mm/yyyy", "45000", PLAIN),  # days are told by the reader itself
        ("0%", "0.76", Format(percent=0)),
        ("0.0%", "0.76", Format(percent=1)),
        ("[Red]0 %", "0.76", Format(percent=0)),
        ("0%;-0%", "-0.76", Format(percent=0)),
        ('0"%"', "76", Format(literal_percent=0)),
        ("0\\%", "76", Format(literal_percent=0)),
        ('0.0" per cent"', "76", Format(literal_percent=1)),
        ("#,##0,", "6000", OTHERWISE),
        ("0.0,,", "6000000", OTHERWISE),
        ('0"0"', "6", OTHERWISE),
        (";;;", "6", OTHERWISE),
        ('0"k"', "6", OTHERWISE),
        ('"<"0', "6", OTHERWISE),
        ("<0", "6", OTHERWISE),
        ("£0", "6", OTHERWISE),
        ('0" (provisional)"', "6", OTHERWISE),
        ('General" thousand"', "6", OTHERWISE),
        ("(0)", "6", OTHERWISE),
        ("-0", "6", OTHERWISE),
        ("0;(0)", "-6", PLAIN),
        ("0_);(0)", "6", PLAIN),
        ('0"†"', "6", PLAIN),
        ('General" [note 2]"', "6", PLAIN),
        ('"n/a"', "6", OTHERWISE),
        ('0;-0;"n/a"', "0", OTHERWISE),
        ('0;-0;"-"', "0", PLAIN),
        ('0;-0;"n/a"', "6", PLAIN),
    ],
)
def test_a_format_of_a_number(number_format: str | None, number: str, read: Format) -> None:
    assert format_for(Decimal(number), number_format) == read
