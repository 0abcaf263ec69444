"""Headings in two rows: groups above their columns, and groups of another year or body."""

from collections.abc import Iterator, Mapping, Sequence

from tests.imports.torture.cases import LAST, Expected, Table, Values, right_or_refused
from tests.imports.torture.files import File, csv_file, workbook
from tests.imports.torture.generated.base import (
    DECIDED,
    NOT_UPHELD,
    OUTCOMES_TABLE,
    RATE,
    RECEIVED_TABLE,
    REMEDIES_TABLE,
    UPHELD,
    Truth,
)

OTHER_YEARS = (
    *("2024-25", "2024/25", "2024/5", "2024 to 2025", "FY25", "FY2024/25", "24/25", "year to 31.03.2025"),
    *(
        "Year ended 31 March 2025",
        "12 months to March 2025",
        "12 months to 31/03/2025",
        "April 2024 to March 2025",
    ),
    *("Previous year", "Last year", "Prior year", "Year before"),
)
OTHER_BODIES = (
    *(
        "England",
        "National",
        "National figures",
        "All authorities",
        "All councils in England",
        "County councils",
    ),
    *(
        "Average",
        "Average of similar authorities",
        "Similar authorities",
        "Mean",
        "Median",
        "London",
        "Wales",
    ),
)
OTHER_THINGS = (
    "Change",
    "Difference from last year",
    "Target",
    "Rank",
    "Quarter 1",
    "April to September 2025",
)
THIS_YEAR = (
    *("2025-26", "2025/26", "Figures of 2025-26", "Year ended 31 March 2026", "year to 31.03.2026", "2025/6"),
    *("12 months to March 2026", "FY26"),
)
PLAIN = (
    "Complaints decided",
    "Decisions",
    "Complaints",
    "Number of complaints",
    "Complaints decided by outcome",
)
RECEIVED_GROUPS = (
    "Complaints received",
    "Complaints received by category",
    "Services",
    "Received",
    "Number received",
)


def tables() -> Iterator[Table]:
    """Give the tables of groups."""
    for text in RECEIVED_GROUPS:
        yield from _over_all("groups as published", text, RECEIVED_TABLE)
    for text in PLAIN:
        yield from _over_all("groups as published", text, OUTCOMES_TABLE)
    for text in THIS_YEAR:
        yield from _over_all("groups of this year", text, DECIDED)
    for kind, texts in (
        ("groups of another year", OTHER_YEARS),
        ("groups of another body", OTHER_BODIES),
        ("groups of another meaning", OTHER_THINGS),
    ):
        for number, text in enumerate(texts):
            yield _over_last(kind, text, merged=number % 3 == 2)
    for kind, texts in (
        ("a year below its heading", OTHER_YEARS),
        ("another body below its heading", (*OTHER_BODIES, *OTHER_THINGS)),
    ):
        for text in texts:
            yield _below(kind, text)
    yield from _parts()
    yield from _contrary()


def _over_all(kind: str, text: str, truth: Truth) -> Iterator[Table]:
    """A group over all figures: in a text it stands over the first of them, in a workbook it is merged."""
    rows = truth.rows()
    group = ["", text, *[""] * (len(rows[0]) - 2)]
    last = chr(ord("A") + len(rows[0]) - 1)
    files: Mapping[str, File] = {
        "text": csv_file([group, *rows]),
        "workbook": workbook([["Complaints 2025-26"], group, *rows], merged=[f"B2:{last}2"]),
    }
    for form, file in files.items():
        yield Table(f"group in a {form}: {text}", kind, file, Expected((truth.values(),)))


def _over_last(kind: str, text: str, *, merged: bool) -> Table:
    """A group over the last column alone, the others under one that says nothing."""
    rows = DECIDED.rows()
    group = ["", "This council", "", text]
    file = workbook([group, *rows], merged=["B1:C1"]) if merged else csv_file([group, *rows])
    expected = right_or_refused(*_as_said(text), words=(text,))
    return Table(f"group: {text}", kind, file, expected)


def _below(kind: str, text: str) -> Table:
    """The heading stands in the first row, and whose or which year's it is in the second."""
    rows = DECIDED.rows()
    file = csv_file([["", "Upheld", "Not upheld", "Uphold rate (%)"], ["Authority", "", "", text], *rows[1:]])
    return Table(f"below: {text}", kind, file, right_or_refused(*_as_said(text), words=(text,)))


def _as_said(text: str) -> tuple[Values, ...]:
    if text == "Rank":  # a column that is known, and not used
        return (DECIDED.without(RATE).values(),)
    return (DECIDED.values(**{RATE: LAST}),) if text in OTHER_YEARS[:12] else ()


def _parts() -> Iterator[Table]:
    """Headings that are whole only with their group."""
    for name, truth, group, below in (
        (
            "number and per cent",
            DECIDED.without(NOT_UPHELD),
            ["", "Upheld", ""],
            ["Authority", "Number", "%"],
        ),
        (
            "outcomes of two groups",
            REMEDIES_TABLE.without("satisfactory_remedy_base", "complied", "satisfactory_remedies"),
            ["Authority", "Satisfactory remedy", "Compliance", ""],
            ["", "rate (%)", "outcomes", "rate (%)"],
        ),
        (
            "a heading broken over two rows",
            DECIDED,
            ["", "Complaints", "Complaints", "Uphold"],
            ["Authority", "upheld", "not upheld", "rate (%)"],
        ),
        (
            "not above upheld",
            DECIDED,
            ["", "", "Not", "Uphold"],
            ["Authority", "Upheld", "upheld", "rate (%)"],
        ),
        (
            "the overview above its outcomes",
            OUTCOMES_TABLE,
            [
                "",
                "Not for us or not ready for us",
                "",
                "",
                "Assessed and closed",
                "Investigated",
                "",
                "All",
                "",
                "",
            ],
            OUTCOMES_TABLE.rows()[0],
        ),
    ):
        yield _two_rows(name, truth, group, below)


def _two_rows(name: str, truth: Truth, group: Sequence[str], below: Sequence[str]) -> Table:
    file = csv_file([group, below, *truth.rows()[1:]])
    return Table(f"two rows: {name}", "headings in two rows", file, Expected((truth.values(),)))


def _contrary() -> Iterator[Table]:
    """A group that says another thing than its column, which is one of those held."""
    for group, column in (
        ("Complaints received", UPHELD),
        ("Received", NOT_UPHELD),
        ("Not upheld", UPHELD),
        ("Closed after initial enquiries", UPHELD),
        ("Advice given", NOT_UPHELD),
        ("Compliance rate (%)", RATE),
    ):
        truth = Truth(tuple(c for c in DECIDED.columns if c.quantity == column))
        others = DECIDED.without(column).rows()
        rows = [[*other, own[1]] for other, own in zip(others, truth.rows(), strict=True)]
        file = csv_file([["", "Complaints decided", "", group], *rows])
        yield Table(
            f"contrary group: {group} above {column}",
            "groups of another meaning",
            file,
            right_or_refused(words=(group,)),
        )
