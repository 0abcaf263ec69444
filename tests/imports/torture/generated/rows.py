"""The rows below a header: marks beside names, bodies that are no council, totals, rows of a wrong length."""

from collections.abc import Iterator

from tests.imports.torture.cases import YEAR, Expected, Table, refused, right_or_refused, values
from tests.imports.torture.files import csv_file, text
from tests.imports.torture.generated.base import (
    DECIDED,
    NAMES,
    OUTCOMES_TABLE,
    RECEIVED_TABLE,
    REMEDIES_TABLE,
)

BLACKPOOL = "Blackpool Borough Council"
RIGHT = Expected((DECIDED.values(),))
NAME_MARKS = (
    *(
        "{}*",
        "{} *",
        "{}†",
        "{}¹",
        "{} [1]",
        "{} [note 3]",
        "{}[r]",
        "{} (note 2)",
        "{} (see note 2)",
        "{} [notes 1, 2]",
    ),
    *(" {} ", "{}\u00a0", "  {}", "{}.", "“{}”", "{}\n"),
)
NAME_MARKS_DOUBTFUL = ("{}1", "{} (1)", "{} (a)", "{} (r)", "{} [revised]", "({})")
NAME_MEANINGS = (
    *(
        "{} [2024-25]",
        "{} [previous year]",
        "{} [average]",
        "{} [England]",
        "{} [schools only]",
        "{} [part year]",
    ),
    *(
        "{} (2024-25)",
        "{} (schools)",
        "{} (school)",
        "{} Ltd",
        "{} NHS",
        "{} and the police",
        "{} - previous year",
        "{}: adult care",
        "{} total",
        "of which {}",
        "{} (note: 2024-25)",
    ),
    *("{} and Wyre Borough Council", "{} / Fylde Borough Council", "All but {}", "Not {}", "{} [Fylde]"),
)
OFF_THE_MAP = (
    *("Transport for London", "West Midlands Combined Authority", "Peak District National Park Authority"),
    *("Anchor Care Homes Limited", "Barchester Healthcare Homes Ltd", "NHS Kent and Medway ICB"),
    *("Leeds Teaching Hospitals NHS Trust", "Avon and Somerset Police", "Kent Fire and Rescue Service"),
    *("Peak District National Park", "Environment Agency", "Lower Severn Internal Drainage Board"),
    *("Mrs A Smith (care provider)", "Guinness Trust", "St Mary’s Academy"),
    *("Ely Town Council", "NHS Devon Integrated Care Board", "Tees Valley Combined Authority"),
)
"""Bodies that have a row and no place on the map: left out, whatever their figures."""
NOBODY = (
    "East Surrey",
    "Atlantis Borough Council",
    "Kentish Town",
    "London",
    "South East",
)
AVERAGES = ("Average", "England average", "National average", "Mean", "Median", "Average of county councils")
TOTALS = (
    "Total",
    "TOTAL",
    "Grand total",
    "England",
    "All councils",
    "England total",
    "Total (all authorities)",
    "Sum",
)


def tables() -> Iterator[Table]:
    """Give the tables of rows."""
    yield from _names()
    yield from _bodies()
    yield from _totals()
    yield from _ragged()
    yield from _meanings_of_total()


def _renamed(mark: str) -> list[list[str]]:
    return DECIDED.rows(name=lambda name: mark.format(name) if name == BLACKPOOL else name)


def _names() -> Iterator[Table]:
    for mark in NAME_MARKS:
        yield Table(f"name: {mark!r}", "marks beside names", csv_file(_renamed(mark)), RIGHT)
    for mark in NAME_MARKS_DOUBTFUL:
        expected = right_or_refused(DECIDED.values(), words=("row 3",))
        yield Table(f"name: {mark!r}", "marks beside names", csv_file(_renamed(mark)), expected)
    for mark in NAME_MEANINGS:
        yield Table(f"name: {mark!r}", "meanings beside names", csv_file(_renamed(mark)), refused("row 3"))
    for name in (
        "blackpool borough council",
        "BLACKPOOL BC",
        "Blackpool",
        "Blackpool Council",
        "blackpool-borough-council",
    ):
        rows = csv_file(_renamed(name))
        yield Table(
            f"name: {name}", "marks beside names", rows, right_or_refused(DECIDED.values(), words=("row 3",))
        )


def _bodies() -> Iterator[Table]:
    rows = DECIDED.rows()
    for name in OFF_THE_MAP:
        file = csv_file([*rows, [name, "4", "3", "57%"]])
        yield Table(f"body: {name}", "bodies off the map", file, RIGHT)
    for name in NOBODY:
        never = {"East Surrey": "east sussex", "Kentish Town": "kent county"}.get(name)
        expected = refused("row 7", name)
        file = csv_file([*rows, [name, "4", "3", "57%"]])
        yield Table(
            f"nobody: {name}", "bodies unknown", file, expected.never_saying(never) if never else expected
        )
    yield Table("a name twice", "bodies unknown", csv_file([*rows, rows[1]]), refused("row 7", "row 2"))
    other = ["Blackpool", "4", "3", "57%"]
    yield Table(
        "a name twice in two spellings", "bodies unknown", csv_file([*rows, other]), refused("row 7", "row 3")
    )
    yield Table(
        "figures without a name", "bodies unknown", csv_file([*rows, ["", "4", "3", "57%"]]), refused("row 7")
    )
    not_yet = ["Surrey West Council", "4", "3", "57%"]
    yield Table("a council that is none yet", "bodies unknown", csv_file([*rows, not_yet]), refused("row 7"))


def _totals() -> Iterator[Table]:
    kind = "totals"
    rows = DECIDED.rows()
    for name in TOTALS:
        file = csv_file([*rows, [name, "112", "31", "78%"]])
        yield Table(f"total: {name}", kind, file, RIGHT)
        file = csv_file([*rows, [name, "113", "31", "78%"]])
        yield Table(f"wrong total: {name}", kind, file, refused("row 7", "113"))
    for name in AVERAGES:
        yield Table(f"average: {name}", kind, csv_file([*rows, [name, "22.4", "6.2", "78%"]]), RIGHT)
    first = csv_file([rows[0], ["England", "112", "31", "78%"], *rows[1:]])
    yield Table("a total above the rows", kind, first, RIGHT)
    parts = [*rows[:3], ["Total", "40", "14", "74%"], *rows[3:], ["Total", "72", "17", "81%"]]
    yield Table("totals of parts", kind, csv_file(parts), RIGHT)
    note = csv_file(
        [*rows, [], ["Note 1: complaints of 3 councils are counted twice."], ["Source: the Ombudsman"]]
    )
    yield Table("footnotes below", kind, note, RIGHT)
    for name in ("County councils", "London boroughs", "South East total"):
        file = csv_file([*rows, [name, "41", "7", "85%"]])
        yield Table(f"part’s total: {name}", kind, file, right_or_refused(DECIDED.values(), words=("row 7",)))
    lost = csv_file([*rows[:3], *rows[4:], ["Total", "112", "31", "78%"]])
    yield Table("a row lost that the total has", kind, lost, refused("row 6", "112"))


def _ragged() -> Iterator[Table]:
    """Rows with more or fewer cells than the header has: which cell is missing, or is two, is not said."""
    kind = "rows too short or too long"
    shown = "Authority,Upheld,Not upheld,Investigated,Uphold rate (%)\n{}\nLeeds City Council,34,11,45,76%\n"
    bristol = "bristol-city-council: upheld 6, decided:not_upheld 3, investigated 9, upheld_pct 67"
    leeds = "leeds-city-council: upheld 34, decided:not_upheld 11, investigated 45, upheld_pct 76"
    for name, line, expected in (
        ("a cell too few, all counts", f"{BLACKPOOL},3,9,67%", refused("row 2")),
        ("a cell too few, no percentage", f"{BLACKPOOL},3,9", refused("row 2")),
        ("a cell too many", f"{BLACKPOOL},6,3,3,9,67%", refused("table.csv")),
        ("a comma in a name", "Bristol, City of,6,3,9,67%", refused("row 2")),
        ("a comma in a number", f"{BLACKPOOL},1,206,3,1209,99%", refused("row 2")),
        ("a name quoted with its comma", '"Bristol, City of",6,3,9,67%', Expected((values(bristol, leeds),))),
        ("two lines in one", f"{BLACKPOOL},6,3,9,67%,Adur District Council,2,1,3,67%", refused("table.csv")),
        ("a line broken in two", f"{BLACKPOOL},6,\n3,9,67%", refused("row")),
    ):
        yield Table(f"ragged: {name}", kind, text(shown.format(line)), expected)
    noted = (
        "Authority,Upheld,Total decided,Notes\nLeeds City Council,34,1,186,\nKent County Council,41,1,184,\n"
    )
    yield Table("ragged: thousands in a line that ends in a comma", kind, text(noted), refused("row 2"))
    short = "Authority,Upheld,Not upheld,Uphold rate (%)\nLeeds City Council,34,11\n"
    reading = values("leeds-city-council: upheld 34, decided:not_upheld 11")
    yield Table(
        "ragged: the last cell left out", kind, text(short), right_or_refused(reading, words=("row 2",))
    )
    shifted = DECIDED.rows()
    moved = [["", *shifted[0][:-1]], *shifted[1:]]
    yield Table("ragged: headings moved to the right", kind, csv_file(moved), refused("row"))
    fewer = [shifted[0][:1] + shifted[0][2:], *shifted[1:]]
    yield Table("ragged: a heading lost", kind, csv_file(fewer), refused("row"))


def _meanings_of_total() -> Iterator[Table]:
    """“Total” and “Other” mean what their table is of; where that is not clear they mean nothing."""
    kind = "Total and Other"
    for truth, heading, quantity in (
        (RECEIVED_TABLE, "Total", "received:total"),
        (OUTCOMES_TABLE, "Total", "dealt_with"),
        (RECEIVED_TABLE, "Other", "received:other"),
        (RECEIVED_TABLE, "Grand Total", "received:total"),
    ):
        file = csv_file(truth.rows({quantity: heading}))
        yield Table(f"{heading} as {quantity}", kind, file, Expected((truth.values(),)))
    for truth, name in ((DECIDED, "decided"), (OUTCOMES_TABLE, "outcomes"), (REMEDIES_TABLE, "remedies")):
        for heading in ("Other", "Others", "Housing", "Planning", "Null", "Highways"):
            file = csv_file(truth.having("?", heading).rows())
            yield Table(f"{heading} in a table of {name}", kind, file, refused(heading))
    for truth, heading in (
        (REMEDIES_TABLE, "Incomplete"),
        (REMEDIES_TABLE, "Total"),
        (RECEIVED_TABLE, "Complete"),
    ):
        file = csv_file(truth.having("?", heading).rows())
        yield Table(f"{heading} where it has no meaning", kind, file, refused(heading))
    for heading in ("On time", "Late"):
        file = csv_file(RECEIVED_TABLE.having("?", heading).rows())
        expected = right_or_refused(RECEIVED_TABLE.values(), words=(heading,))
        yield Table(f"{heading} of complaints received", kind, file, expected)
    yield _side_by_side()
    late = RECEIVED_TABLE.having("?", "On time", ["180", "60", "50", "190", "140"]).having(
        "?", "Late", ["16", "12", "6", "16", "8"]
    )
    yield Table("On time and Late of complaints received", kind, csv_file(late.rows()), refused("On time"))
    investigated = {
        (slug, YEAR, "investigated"): str(n) for slug, n in zip(NAMES, (45, 9, 3, 48, 38), strict=True)
    }
    total = csv_file(DECIDED.having("?", "Total", ["45", "9", "3", "48", "38"]).rows())
    expected = right_or_refused({**DECIDED.values(), **investigated}, words=("Total",))
    yield Table("Total of what was investigated alone", kind, total, expected)
    for title in (
        "Complaints decided by category 2025-26",
        "Complaints upheld by service 2025-26",
        "Investigations by subject",
    ):
        rows = [[title], *RECEIVED_TABLE.rows()]
        yield Table(f"categories below: {title}", kind, csv_file(rows), refused(title.split(" 20")[0]))


def _side_by_side() -> Table:
    """Both tables in one, each under its own group."""
    received, decided = RECEIVED_TABLE.rows(), DECIDED.rows()
    group = ["", "Complaints received", *[""] * (len(received[0]) - 2), "Complaints decided", "", ""]
    rows = [group, *([*left, *right[1:]] for left, right in zip(received, decided, strict=True))]
    expected = right_or_refused({**RECEIVED_TABLE.values(), **DECIDED.values()}, words=("row",))
    return Table("received and decided side by side", "Total and Other", csv_file(rows), expected)
