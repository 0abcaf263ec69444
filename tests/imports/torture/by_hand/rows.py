"""Rows by hand: names, bodies, sections, totals and footnotes."""

from tests.imports.torture.by_hand import written
from tests.imports.torture.cases import refused, right, right_or_refused, values

TWO = (
    "walsall-metropolitan-borough-council: upheld 13, decided:not_upheld 4, upheld_pct 76",
    "bury-metropolitan-borough-council: upheld 8, decided:not_upheld 2, upheld_pct 80",
)

TABLES = (
    written(
        "short names and cities’ new names",
        "marks beside names",
        """\
Authority,Upheld,Not upheld
Walsall MBC,13,4
Southend-on-Sea City Council,6,2
St. Helens,4,1
York City Council,7,3
LB of Camden,9,5
King's Lynn & West Norfolk BC,2,1
""",
        right(
            "walsall-metropolitan-borough-council: upheld 13, decided:not_upheld 4",
            "southend-on-sea-city-council: upheld 6, decided:not_upheld 2",
            "st-helens-council: upheld 4, decided:not_upheld 1",
            "city-of-york-council: upheld 7, decided:not_upheld 3",
            "london-borough-of-camden: upheld 9, decided:not_upheld 5",
            "borough-council-of-kings-lynn-and-west-norfolk: upheld 2, decided:not_upheld 1",
        ),
    ),
    written(
        "a council and its county with like names",
        "marks beside names",
        """\
Authority,Upheld,Not upheld
Nottingham CC,13,4
Nottinghamshire CC,9,5
Worcester,2,1
Worcestershire,8,3
""",
        right_or_refused(
            values(
                "nottingham-city-council: upheld 13, decided:not_upheld 4",
                "nottinghamshire-county-council: upheld 9, decided:not_upheld 5",
                "worcester-city-council: upheld 2, decided:not_upheld 1",
                "worcestershire-county-council: upheld 8, decided:not_upheld 3",
            ),
            words=("row 2",),
        ),
    ),
    written(
        "a council that has ended, and its successor",
        "bodies unknown",
        """\
Authority,Upheld,Not upheld
Somerset Council,20,6
Somerset Council,18,5
""",
        refused("row 3", "row 2"),
    ),
    written(
        "a county’s name over its districts",
        "sections",
        """\
Decided 2025-26
Authority,Upheld,Not upheld
Kent,,
Ashford Borough Council,2,1
Dover District Council,3,2
Surrey,,
Woking Borough Council,4,1
""",
        right_or_refused(
            values(
                "ashford-borough-council: upheld 2, decided:not_upheld 1",
                "dover-district-council: upheld 3, decided:not_upheld 2",
                "woking-borough-council: upheld 4, decided:not_upheld 1",
            ),
            words=("row 3",),
        ),
    ),
    written(
        "this year’s rows, then last year’s",
        "sections",
        """\
Complaints decided 2025-26
Authority,Upheld,Not upheld
2025-26,,
Walsall Metropolitan Borough Council,13,4
2024-25,,
Bury Metropolitan Borough Council,8,2
""",
        right_or_refused(
            values(
                "walsall-metropolitan-borough-council: upheld 13, decided:not_upheld 4",
                "bury-metropolitan-borough-council 2024-25: upheld 8, decided:not_upheld 2",
            ),
            words=("2024-25",),
        ),
    ),
    written(
        "a second table of averages below",
        "sections",
        """\
Complaints decided 2025-26
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
Bury Metropolitan Borough Council,8,2,80%

Average of similar authorities
Halton Borough Council,,,79%
""",
        refused("Average of similar authorities"),
    ),
    written(
        "each council twice, itself and its average",
        "sections",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
Average of similar authorities,,,80%
Bury Metropolitan Borough Council,8,2,80%
Average of similar authorities,,,80%
""",
        right_or_refused(values(*TWO), words=("row 3",)),
    ),
    written(
        "a total of England that is of more than is there",
        "totals",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
Bury Metropolitan Borough Council,8,2,80%
England,4210,880,83%
""",
        refused("row 4", "4,210"),
    ),
    written(
        "footnotes with numbers in them",
        "totals",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
Bury Metropolitan Borough Council,8,2,80%
,,,
1. Upheld: fault was found in 21 of 27 investigations.
2. Of the figures of 2024-25 see last year’s table.
""",
        right_or_refused(values(*TWO), words=("2024-25",)),
    ),
    written(
        "a remark in the last row with a figure beside it",
        "totals",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
Bury Metropolitan Borough Council,8,2,80%
of these reported in public,2,,
""",
        refused("row 4"),
    ),
    written(
        "numbers of the columns below the header",
        "headings in two rows",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
(a),(b),(c),(d)
Walsall Metropolitan Borough Council,13,4,76%
Bury Metropolitan Borough Council,8,2,80%
""",
        right_or_refused(values(*TWO), words=("row 2",)),
    ),
    written(
        "units below the header",
        "headings in two rows",
        """\
Authority,Upheld,Not upheld,Uphold rate
,number,number,%
Walsall Metropolitan Borough Council,13,4,76
Bury Metropolitan Borough Council,8,2,80
""",
        right_or_refused(values(*TWO), words=("row 2",)),
    ),
    written(
        "units below the header that are thousands",
        "headings in two rows",
        """\
Authority,Upheld,Not upheld
,thousands,thousands
Walsall Metropolitan Borough Council,13,4
""",
        refused("row"),
    ),
    written(
        "figures of two columns in one",
        "numbers",
        """\
Authority,Upheld,Not upheld
Walsall Metropolitan Borough Council,13 (4),4
Bury Metropolitan Borough Council,8 of 10,2
""",
        refused("row 2", "row 3"),
    ),
)
