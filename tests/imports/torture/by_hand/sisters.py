"""What a second pair of eyes found: answers of “no”, parts of a year, other counts, empty names."""

from tests.imports.torture.by_hand import written
from tests.imports.torture.cases import Expected, Table, refused, right
from tests.imports.torture.files import sheets, workbook
from tests.imports.torture.xlsx import Sheet, Shown, Value

_HULL = "Hull City Council,23,7\n"
HULL = "hull-city-council: upheld 23, decided:not_upheld 7"


def _negation(name: str, content: str) -> Table:
    return written(name, "an answer of no", content, refused("No" if "No" in content else ": no"))


def _title(name: str, title: str, *words: str, file: str = "table.csv") -> Table:
    content = f'"{title}"\nAuthority,Upheld,Not upheld\n{_HULL}'
    return written(name, "titles of something else", content, refused(*words), file=file)


def _footnote(name: str, footnote: str, *words: str) -> Table:
    content = f'Authority,Upheld,Not upheld\n{_HULL}"{footnote}"\n'
    return written(name, "footnotes on a part of a year", content, refused(*words))


def _cover(name: str, said: str, expected: Expected, *title: str) -> Table:
    table: list[list[Value]] = [[text] for text in title]
    table += [["Authority", "Upheld", "Not upheld"], ["Hull City Council", 23, 7]]
    book = sheets(Sheet("Cover", [["Complaints decided"], [said]]), Sheet("Data", table))
    return Table(f"by hand: {name}", "years on a cover", book, expected)


def _shown(style: str) -> Table:
    head: list[Value] = ["Authority", "Upheld", "Not upheld"]
    rows: list[list[Value]] = [head, ["Hull City Council", Shown(23, style), 7]]
    return Table(f"by hand: a number shown by {style}", "formats of counts", workbook(rows), refused("row 2"))


TABLES = (
    _cover("a cover of another year", "2024-25", refused("Cover", "2024-25")),
    _cover("a cover of this year", "2025-26", right(HULL)),
    _cover("a cover that names no year", "By council", right(HULL)),
    _cover("a cover beside a table that says its year", "2024-25", right(HULL), "Decided 2025-26"),
    *map(_shown, ('0"k"', '"<"0', "£0", '0" (provisional)"', "(0)", "#,##0,")),
    _negation("upheld, no", "Authority,Investigated,Upheld – No\nHull City Council,30,7\n"),
    _negation("upheld, no, in brackets", "Authority,Investigated,Upheld (No)\nHull City Council,30,7\n"),
    _negation("upheld with yes and no below", ",Upheld,\nAuthority,Yes,No\nHull City Council,23,7\n"),
    _negation("no below upheld alone", ",Investigated,Upheld\nAuthority,,No\nHull City Council,30,7\n"),
    _negation("no above upheld", ",,No\nAuthority,Investigated,Upheld\nHull City Council,30,7\n"),
    _negation(
        "a satisfactory remedy, no",
        "Authority,Upheld,Compliance rate (%),Satisfactory remedy: no\nHull City Council,23,100%,20\n",
    ),
    written(
        "the sign of a number is no negation",
        "an answer of no",
        "Authority,Upheld (No.),No. of not upheld\nHull City Council,23,7\n",
        right(HULL),
    ),
    _title("a year by one number, another", "Complaints decided 2019", "2019"),
    _title("a calendar year", "Complaints decided in calendar year 2025", "calendar year"),
    _title("some months without a year", "Complaints decided April to December", "April to December"),
    _title("hundreds", "Complaints decided (hundreds)", "hundreds"),
    _title("another year in the name of the file", "Complaints decided", "2019", file="decided-2019.csv"),
    written(
        "the year it ended in, by one number",
        "titles of something else",
        f'"Complaints decided 2026"\nAuthority,Upheld,Not upheld\n{_HULL}',
        right(HULL),
    ),
    written(
        "the council's own complaints as a group",
        "another subject above its heading",
        f",Complaints to the council,\nAuthority,Upheld,Not upheld\n{_HULL}",
        refused("Complaints to the council"),
    ),
    _footnote("nine months", "Figures are for the nine months to 31 December 2025", "nine months"),
    _footnote("some months only", "Figures cover April to December only", "April to December"),
    _footnote("decisions to a day only", "* Includes decisions to 31 December 2025 only", "31 December"),
    written(
        "a mark in place of a name",
        "figures of nobody",
        f"Authority,Upheld,Not upheld\n{_HULL}**,5,5\n",
        refused("no authority"),
    ),
)
