"""Quotation marks by hand: those that swallow what comes after them, and those that are as they should be."""

from tests.imports.torture.by_hand import written
from tests.imports.torture.cases import refused, right, right_or_refused, values

TWO = (
    "walsall-metropolitan-borough-council: upheld 13, decided:not_upheld 4, upheld_pct 76",
    "bury-metropolitan-borough-council: upheld 8, decided:not_upheld 2, upheld_pct 80",
)

TABLES = (
    written(
        "a quote that opens and swallows the rows after it",
        "stray quotes",
        """\
Decided 2025-26
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
"Bury Metropolitan Borough Council,8,2,80%
Halton Borough Council,5,1,83%
Slough Borough Council,6,3,67%
""",
        refused("row 4"),
    ),
    written(
        "a quote that opens in the last row",
        "stray quotes",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
"Bury Metropolitan Borough Council,8,2,80%
""",
        refused("row 3"),
    ),
    written(
        "a quote that opens before a number",
        "stray quotes",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,"13,4,76%
Bury Metropolitan Borough Council,8,2,80%
""",
        refused("row 2"),
    ),
    written(
        "two stray quotes with a row between them",
        "stray quotes",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
"Walsall Metropolitan Borough Council,13,4,76%
Slough Borough Council,6,3,67%
Bury Metropolitan Borough Council",8,2,80%
Halton Borough Council,5,1,83%
""",
        refused("row 2"),
    ),
    written(
        "a stray quote in a footnote above the rows",
        "stray quotes",
        """\
"Figures as at 1 May, not audited
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall Metropolitan Borough Council,13,4,76%
""",
        refused("row 1"),
    ),
    written(
        "a quote in the middle of a name",
        "stray quotes",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Walsall "Metropolitan Borough Council,13,4,76%
Bury Metropolitan Borough Council,8,2,80%
""",
        right_or_refused(values(*TWO), words=("row 2",)),
    ),
    written(
        "quotes as they should be, a line end among them",
        "stray quotes",
        """\
"Authority","Upheld","Not upheld","Uphold rate
(%)"
"Walsall Metropolitan Borough Council","13","4","76%"
"Bury Metropolitan
Borough Council","8","2","80%"
""",
        right(*TWO),
    ),
    written(
        "quotes doubled by a second program",
        "stray quotes",
        '''\
Authority,Upheld,Not upheld,Uphold rate (%)
"""Walsall Metropolitan Borough Council""",13,4,76%
"""Bury Metropolitan Borough Council""",8,2,80%
''',
        right_or_refused(values(*TWO), words=("row 2",)),
    ),
    written(
        "single quotes around the names",
        "stray quotes",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
'Walsall Metropolitan Borough Council',13,4,76%
'Bury Metropolitan Borough Council',8,2,80%
""",
        right_or_refused(values(*TWO), words=("row 2",)),
    ),
)
