"""Every table of the torture set that is one file."""

from tests.imports.torture.by_hand import others, published, quotes, sisters
from tests.imports.torture.by_hand import rows as rows_by_hand
from tests.imports.torture.cases import Table
from tests.imports.torture.generated import (
    brackets,
    cells,
    encodings,
    groups,
    headings,
    percentages,
    registers,
    rows,
    titles,
    workbooks,
)

BY_HAND: tuple[Table, ...] = (
    *published.TABLES,
    *quotes.TABLES,
    *rows_by_hand.TABLES,
    *others.TABLES,
    *sisters.TABLES,
)
_MADE = (headings, brackets, groups, titles, encodings, cells, percentages, workbooks, rows, registers)
GENERATED: tuple[Table, ...] = tuple(table for module in _MADE for table in module.tables())
EVERY = (*BY_HAND, *GENERATED)
