"""Case registers: errors where an answer should stand, columns that are not there, and sums of money."""

from collections.abc import Iterator, Mapping

from tests.imports.torture.cases import Expected, Sort, Table, Values, case, refused, right_or_refused
from tests.imports.torture.files import File, csv_file, workbook
from tests.imports.torture.xlsx import Fault, Raised, Value

PUBLISHED: Mapping[str, Value] = {
    "Reference": "23 000 001",
    "Authority": "Leeds City Council",
    "Received": "2023-05-01",
    "Decided": "2023-11-20",
    "Category": "Housing",
    "Outcome": "Upheld",
    "Satisfactory remedy": "no",
    "Kind": "Statement",
    "Decision category": "Housing",
    "Sub-category": "Homelessness",
    "Publish": "yes",
    "Subject": "Homelessness application",
    "Summary": "The Council delayed.",
    "Fault": "Delay",
    "Remedies": "",
}
UNREMEDIED = "23 000 001: slug leeds-city-council, outcome upheld, decided 2023-11-20"
READ = f"{UNREMEDIED}, satisfactory_remedy no, published yes"

SUMS = {
    **{
        "£250": 250,
        "£1,250": 1250,
        "£1250": 1250,
        "£ 1,250": 1250,
        "£1,250.00": 1250,
        "£1,250,000": 1_250_000,
    },
    **{"£1 250": 1250, "£1\u00a0250": 1250, "£1\u2009250": 1250, "£12 500": 12_500, "£1 250 000": 1_250_000},
    **{"£1.5k": 1500, "£1.5K": 1500, "£2k": 2000, "£1.25k": 1250, "£0.5k": 500},
}
"""A sum as a text writes it, and what it is in pounds."""
DOUBTFUL_SUMS = {
    **{
        "£1.250": (),
        "£1,2500": (),
        "£1,25": (),
        "£250 and £100": (350,),
        "£100 a month for six months": (600,),
    },
    **{"between £100 and £300": (), "up to £500": (500,), "1,250 pounds": (1250,), "GBP 1,250": (1250,)},
    **{
        "£1.5 thousand": (1500,),
        "£1m": (1_000_000,),
        "2 x £250": (500,),
        "£250 each to three people": (750,),
    },
    **{"£12,50": (12,), "£250-£300": (), "£1½k": (1500,), "£1.5 million": (1_500_000,)},
    **{"a third of £900": (300,), "£250 less £50 already paid": (200,)},
}
"""Sums of which a text says more than one thing: what may honestly be read, or nothing at all."""
PLAIN_SUMS = {
    "£250 within 100 days": 250,
    "£250 for 2 weeks without a school place": 250,
    "£300 by 1 May 2024": 300,
}


def tables() -> Iterator[Table]:
    """Give the registers."""
    yield from _errors()
    yield from _absent()
    yield from _marked()
    for text, pounds in {**SUMS, **PLAIN_SUMS}.items():
        yield _payment(text, Expected((_paid(pounds),)))
    for text, honest in DOUBTFUL_SUMS.items():
        yield _payment(text, right_or_refused(case(READ), *map(_paid, honest)))


def _payment(text: str, expected: Expected) -> Table:
    file = _file({"Remedies": f"Payment: {text} for the distress"}, form="text")
    return Table(f"payment: {text!r}", "payments", file, expected, sort=Sort.REGISTER)


def _paid(pounds: int) -> Values:
    return case(f"{READ}, payment:1 {pounds}")


def _file(changed: Mapping[str, Value], *, form: str = "workbook", without: str = "") -> File:
    cells = {name: value for name, value in {**PUBLISHED, **changed}.items() if name != without}
    rows: list[list[Value]] = [list(cells), list(cells.values())]
    return workbook(rows, "register.xlsx") if form == "workbook" else csv_file(rows, "register.csv")


def _errors() -> Iterator[Table]:
    """An error is no answer: not no, not pending, not unpublished."""
    kind = "errors in a register"
    for column in PUBLISHED:
        for code, form in (("#REF!", "workbook"), ("#N/A", "text")):
            value: Value = Fault(code) if form == "workbook" else code
            file = _file({column: value}, form=form)
            name = f"register: {code} in {column}, {form}"
            yield Table(name, kind, file, refused("row 2", column), sort=Sort.REGISTER)
    every = _file(dict.fromkeys(("Decided", "Outcome", "Satisfactory remedy", "Publish"), Fault("#N/A")))
    yield Table("register: a whole decision of errors", kind, every, refused("row 2"), sort=Sort.REGISTER)


def _marked() -> Iterator[Table]:
    """A raised digit is a footnote’s and a struck answer is withdrawn, in a register too."""
    for inline in (False, True):
        for column, pieces in (
            ("Reference", (("23 000 001", ""), ("1", "superscript"))),
            ("Satisfactory remedy", (("yes", "struck"), ("no", ""))),
            ("Remedies", (("Payment: £250", ""), ("1", "superscript"), (" for the distress", ""))),
            ("Authority", (("Leeds City Council", ""), ("2", "superscript"))),
        ):
            file = _file({column: Raised(pieces, inline)})
            name = f"register: marks in {column}, {'inline' if inline else 'shared'}"
            expected = refused("row 2", column)
            yield Table(name, "raised and struck digits", file, expected, sort=Sort.REGISTER)


def _absent() -> Iterator[Table]:
    """A column that is not there says nothing; one that is there and empty says no."""
    kind = "columns a register has not"
    unsaid = case(f"{UNREMEDIED}, published yes")
    file = _file({}, without="Satisfactory remedy")
    expected = right_or_refused(unsaid, words=("Satisfactory remedy",))
    yield Table("register without Satisfactory remedy", kind, file, expected, sort=Sort.REGISTER)
    empty = _file({"Satisfactory remedy": ""})
    yield Table(
        "register: Satisfactory remedy empty",
        kind,
        empty,
        right_or_refused(case(READ), unsaid),
        sort=Sort.REGISTER,
    )
    for column in ("Authority", "Reference", "Received", "Category"):
        file = _file({}, without=column)
        yield Table(f"register without {column}", kind, file, refused("register.xlsx"), sort=Sort.REGISTER)
    for text in ("maybe", "tbc", "1/0", "partly"):
        file = _file({"Satisfactory remedy": text})
        yield Table(f"register: a remedy {text}", kind, file, refused("row 2", text), sort=Sort.REGISTER)
