"""Brackets in headings: only a mark of a note may be dropped; whatever else stands in one is a meaning."""

from collections.abc import Iterator

from tests.imports.torture.cases import LAST, Expected, Table, Values, refused, right_or_refused, values
from tests.imports.torture.files import csv_file
from tests.imports.torture.generated.base import AVERAGE, DECIDED, RATE, UPHELD
from tests.imports.torture.generated.vocabulary import (
    EARLIER,
    LAST_YEAR,
    OTHER_BODIES,
    OTHER_THINGS,
    PARTS_OF_A_YEAR,
    THIS_YEAR,
)

UNITS = ("per 100,000 residents", "000s", "thousands", "number")
"""Units of something else than a percentage."""
NOTES_WITH_A_MEANING = (
    *(
        "(note: 2024-25 figures)",
        "(see last year)",
        "(note: England)",
        "[note: average of similar authorities]",
    ),
    *("(footnote: previous year)", "[note 1: 2024-25]", "(note 2024-25)", "[a: previous year]"),
)


def tables() -> Iterator[Table]:
    """Give the tables of brackets."""
    for kind, texts in (
        ("brackets with another year", (*LAST_YEAR, *EARLIER)),
        ("brackets with part of a year", PARTS_OF_A_YEAR),
        ("brackets with another body", (*OTHER_BODIES, "Leeds City Council")),
        ("brackets with another meaning", (*OTHER_THINGS, *UNITS)),
    ):
        for text in texts:
            yield _bracket(kind, f"Uphold rate (%) [{text}]", text)
    for text in ("2024-25", "average", "England"):
        yield _bracket("brackets with another meaning", f"[{text}] Uphold rate (%)", text)
        yield _bracket("brackets with another meaning", f"Uphold rate (%) ({text})", text)
        yield _bracket("brackets with another meaning", f"Upheld [{text}]", text, UPHELD)
    for text in NOTES_WITH_A_MEANING:
        yield _bracket("notes with a meaning", f"Uphold rate (%) {text}", text)
    for text in THIS_YEAR:
        heading = f"Uphold rate (%) [{text}]"
        file = csv_file(DECIDED.rows({RATE: heading}))
        yield Table(f"bracket: {heading}", "brackets with this year", file, Expected((DECIDED.values(),)))
    yield Table(
        "bracket: Upheld [%]",
        "brackets with another meaning",
        csv_file([["Authority", "Upheld [%]", "Not upheld"], ["Leeds City Council", "76", "11"]]),
        right_or_refused(
            values("leeds-city-council: upheld_pct 76, decided:not_upheld 11"), words=("Upheld [%]",)
        ),
    )
    yield Table(
        "bracket: Authority [2024-25]",
        "brackets with another year",
        csv_file(DECIDED.rows(authority="Authority [2024-25]")),
        refused("2024-25"),
    )


def _bracket(kind: str, heading: str, text: str, quantity: str = RATE) -> Table:
    """A bracket with a meaning: refused by the heading, or read as what it says."""
    expected = right_or_refused(*_as_said(text, quantity), words=(heading,))
    return Table(f"bracket: {heading}", kind, csv_file(DECIDED.rows({quantity: heading})), expected)


def _as_said(text: str, quantity: str) -> tuple[Values, ...]:
    """Return what may be read where a bracket is understood."""
    if text in LAST_YEAR:
        return (DECIDED.values(**{quantity: LAST}),)
    if quantity == RATE and text.startswith("average"):
        own = DECIDED.without(RATE)
        cells = next(column.cells for column in DECIDED.columns if column.quantity == RATE)
        return (own.having(AVERAGE, heading="", cells=cells).values(),)
    return ()
