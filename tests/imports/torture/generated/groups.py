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
from tests.imports.torture.generated.vocabulary import (
    EARLIER,
    LAST_YEAR,
    OTHER_BODIES,
    OTHER_THINGS,
    PARTS_OF_A_YEAR,
    THIS_YEAR,
    capital,
    each,
)

PLAIN = each(
    "Complaints decided | Decisions | Complaints | Number of complaints | Complaints decided by outcome"
)
RECEIVED_GROUPS = each(
    "Complaints received | Complaints received by category | Services | Received | Number received"
)


def tables() -> Iterator[Table]:
    """Give the tables of groups."""
    for text in RECEIVED_GROUPS:
        yield from _over_all("groups as published", text, RECEIVED_TABLE)
    for text in PLAIN:
        yield from _over_all("groups as published", text, OUTCOMES_TABLE)
    for text in (*THIS_YEAR, "Figures of 2025-26"):
        yield from _over_all("groups of this year", capital(text), DECIDED)
        yield _below("this year below its heading", text, Expected((DECIDED.values(),)))
    for what, texts in (
        ("another year", (*LAST_YEAR, *EARLIER)),
        ("another body", OTHER_BODIES),
        ("another meaning", (*OTHER_THINGS, *PARTS_OF_A_YEAR)),
    ):
        for number, text in enumerate(texts):
            yield _over_last(f"groups of {what}", capital(text), merged=number % 3 == 2)
            yield _below(f"{what} below its heading", text, _as_said_or_refused(text))
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
    return Table(f"group: {text}", kind, file, _as_said_or_refused(text))


def _below(kind: str, text: str, expected: Expected) -> Table:
    """The heading stands in the first row, and whose or which year’s it is in the second."""
    rows = DECIDED.rows()
    file = csv_file([["", "Upheld", "Not upheld", "Uphold rate (%)"], ["Authority", "", "", text], *rows[1:]])
    return Table(f"below: {text}", kind, file, expected)


def _as_said_or_refused(text: str) -> Expected:
    """Expect the last column to be read as what is said of it, or a refusal in those words."""
    readings: tuple[Values, ...] = ()
    if text.casefold() in map(str.casefold, LAST_YEAR):
        readings = (DECIDED.values(**{RATE: LAST}),)
    if text.casefold() == "rank":  # a column that is known, and not used
        readings = (DECIDED.without(RATE).values(),)
    return right_or_refused(*readings, words=(text,))


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
