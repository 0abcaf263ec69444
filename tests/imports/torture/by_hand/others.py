"""Years, workbooks and registers by hand."""

from tests.imports.torture.by_hand import written
from tests.imports.torture.cases import Expected, Sort, Table, case, refused, right, right_or_refused, values
from tests.imports.torture.files import sheets, workbook
from tests.imports.torture.xlsx import Fault, Raised, Sheet, Shown, Worked

HULL = "hull-city-council: upheld 23, decided:not_upheld 7, upheld_pct 77"
READING = "reading-borough-council: upheld 12, decided:not_upheld 4, upheld_pct 75"
DECIDED = "23 004 001: slug hull-city-council, outcome upheld, decided 2023-12-11, satisfactory_remedy no"
PUBLISHED = f"{DECIDED}, published yes"
CASES = "Reference,Authority,Received,Decided,Category,Outcome,Satisfactory remedy"

TABLES = (
    written(
        "the year in the heading of the names",
        "columns of years",
        """\
Authority,Year,Upheld,Not upheld,Uphold rate (%)
Hull City Council,2025-26,23,7,77%
Reading Borough Council,2024-25,12,4,75%
""",
        refused("row 3", "2024-25"),
    ),
    written(
        "years as columns under one heading",
        "another year below its heading",
        """\
,Uphold rate (%),
Authority,2024-25,2025-26
Hull City Council,71%,77%
""",
        right_or_refused(
            values("hull-city-council: upheld_pct 77", "hull-city-council 2024-25: upheld_pct 71"),
            words=("2024-25",),
        ),
    ),
    written(
        "one year as a column, and it is another",
        "another year below its heading",
        """\
Authority,Upheld,Not upheld
,2024-25,2024-25
Hull City Council,23,7
""",
        right_or_refused(
            values("hull-city-council 2024-25: upheld 23, decided:not_upheld 7"), words=("2024-25",)
        ),
    ),
    written(
        "a change between two years",
        "titles of something else",
        """\
"Change in complaints decided, 2024-25 to 2025-26"
Authority,Upheld,Not upheld
Hull City Council,3,1
""",
        refused("Change"),
    ),
    written(
        "the year before in the file’s name and this one in the title",
        "names of files and sheets",
        """\
Complaints decided 2025-26
Authority,Upheld,Not upheld
Hull City Council,23,7
""",
        refused("2024-25"),
        file="decided-2024-25.csv",
    ),
    written(
        "curly quotes of Windows, semicolons, a dash for nothing",
        "encodings and delimiters",
        """\
Complaints decided – the Ombudsman’s figures
Authority;Upheld;Not upheld;Uphold rate (%)
Hull City Council;23;7;77%
Council of the Isles of Scilly;–;–;–
Reading Borough Council;12;4;75%
""",
        right(HULL, READING),
        encoding="cp1252",
    ),
    written(
        "UTF-16 with tabs, as a spreadsheet saves “Unicode text”",
        "encodings and delimiters",
        "Authority\tUpheld\tNot upheld\tUphold rate (%)\r\n"
        "Hull City Council\t23\t7\t77%\r\n"
        "Reading Borough Council\t12\t4\t75%\r\n",
        right(HULL, READING),
        encoding="utf-16",
    ),
    Table(
        "by hand: percentages with a sign that is only text",
        "formats of percentages",
        workbook(
            [
                ["Authority", "Upheld", "Not upheld", "Uphold rate (%)"],
                ["Hull City Council", 23, 7, Shown(77, '0"%"')],
                ["Reading Borough Council", 12, 4, Shown(75, '0"%"')],
            ]
        ),
        right(HULL, READING),
    ),
    Table(
        "by hand: a raised footnote behind a number",
        "raised and struck digits",
        workbook(
            [
                ["Authority", "Upheld", "Not upheld", "Uphold rate (%)"],
                ["Hull City Council", Raised((("23", ""), ("2", "superscript"))), 7, "77%"],
                ["Reading Borough Council", 12, 4, "75%"],
            ]
        ),
        right_or_refused(values(HULL, READING), words=("row 2",)),
    ),
    Table(
        "by hand: a figure corrected by striking it through",
        "raised and struck digits",
        workbook(
            [
                ["Authority", "Upheld", "Not upheld"],
                ["Hull City Council", Raised((("21", "struck"), (" 23", ""))), 7],
            ]
        ),
        right_or_refused(values("hull-city-council: upheld 23, decided:not_upheld 7"), words=("row 2",)),
    ),
    Table(
        "by hand: totals worked out, and an error among the figures",
        "error cells",
        workbook(
            [
                ["Authority", "Upheld", "Not upheld", "Uphold rate (%)"],
                ["Hull City Council", 23, 7, Worked("B2/(B2+C2)", 0.77)],
                ["Reading Borough Council", Fault("#REF!"), 4, Worked("B3/(B3+C3)", Fault("#REF!"))],
            ]
        ),
        refused("row 3", "Upheld", "#REF!"),
    ),
    Table(
        "by hand: rates worked out from the counts",
        "formulas",
        workbook(
            [
                ["Authority", "Upheld", "Not upheld", "Uphold rate (%)"],
                ["Hull City Council", 23, 7, Worked("B2/(B2+C2)", 0.766666666666667)],
                ["Reading Borough Council", 12, 4, Worked("B3/(B3+C3)", 0.75)],
            ]
        ),
        right(HULL, READING),
    ),
    Table(
        "by hand: a merged group of another year",
        "groups of another year",
        workbook(
            [
                ["Complaints decided 2025-26"],
                ["", "2025/26", "", "2024/25"],
                ["Authority", "Upheld", "Not upheld", "Uphold rate (%)"],
                ["Hull City Council", 23, 7, "71%"],
            ],
            merged=["A1:D1", "B2:C2"],
        ),
        right_or_refused(
            values(
                "hull-city-council: upheld 23, decided:not_upheld 7",
                "hull-city-council 2024-25: upheld_pct 71",
            ),
            words=("Uphold rate (%)",),
        ),
    ),
    Table(
        "by hand: a merged group of all England",
        "groups of another body",
        workbook(
            [
                ["", "This council", "", "England"],
                ["Authority", "Upheld", "Not upheld", "Uphold rate (%)"],
                ["Hull City Council", 23, 7, "83%"],
                ["Reading Borough Council", 12, 4, "83%"],
            ],
            merged=["B1:C1"],
        ),
        right_or_refused(words=("England",)),
    ),
    Table(
        "by hand: the tables of three years, a sheet each",
        "names of files and sheets",
        sheets(
            *(
                Sheet(year, [["Authority", "Upheld", "Not upheld"], ["Hull City Council", upheld, 7]])
                for year, upheld in (("2025-26", 23), ("2024-25", 20), ("2023-24", 18))
            )
        ),
        right_or_refused(values("hull-city-council: upheld 23, decided:not_upheld 7"), words=("2024-25",)),
    ),
    written(
        "a register with errors for answers",
        "errors in a register",
        f"{CASES}\n23 004 001,Hull City Council,2023-06-01,2023-12-11,Housing,Upheld,#N/A\n",
        refused("row 2", "Satisfactory remedy"),
        file="register.csv",
        sort=Sort.REGISTER,
    ),
    written(
        "a register with a whole row of errors",
        "errors in a register",
        f"{CASES}\n23 004 001,Hull City Council,2023-06-01,2023-12-11,Housing,Upheld,no\n"
        "23 004 002,Hull City Council,2023-06-01,#REF!,Housing,#REF!,#REF!\n",
        refused("row 3"),
        file="register.csv",
        sort=Sort.REGISTER,
    ),
    written(
        "a register without the answer of remedies",
        "columns a register has not",
        "Reference,Authority,Received,Decided,Category,Outcome\n"
        "23 004 001,Hull City Council,2023-06-01,2023-12-11,Housing,Upheld\n",
        right_or_refused(
            case("23 004 001: slug hull-city-council, outcome upheld, decided 2023-12-11"),
            case("23 004 001: slug hull-city-council, outcome upheld, decided 2023-12-11, published no"),
            words=("Satisfactory remedy",),
        ),
        file="register.csv",
        sort=Sort.REGISTER,
    ),
    written(
        "a payment with a space for thousands",
        "payments",
        f"{CASES},Kind,Decision category,Sub-category,Publish,Subject,Summary,Remedies\n"
        "23 004 001,Hull City Council,2023-06-01,2023-12-11,Housing,Upheld,no,Statement,Housing,Homelessness,"
        "yes,A home,The Council delayed.,Apology | Payment: £2 400 for eight months in a hotel\n",
        Expected((case(f"{PUBLISHED}, payment:2 2400"),)),
        file="register.csv",
        sort=Sort.REGISTER,
    ),
    written(
        "a payment in thousands",
        "payments",
        f"{CASES},Kind,Decision category,Sub-category,Publish,Subject,Summary,Remedies\n"
        "23 004 001,Hull City Council,2023-06-01,2023-12-11,Housing,Upheld,no,Statement,Housing,Homelessness,"
        "yes,A home,The Council delayed.,Payment: £1.5k for the distress | Payment: £300 for her time\n",
        Expected((case(f"{PUBLISHED}, payment:1 1500, payment:2 300"),)),
        file="register.csv",
        sort=Sort.REGISTER,
    ),
)
