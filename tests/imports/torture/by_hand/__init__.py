"""Tables written out by hand, as they would stand in the file, each with what must come of it."""

from tests.imports.torture.cases import YEAR, Expected, Sort, Table
from tests.imports.torture.files import text


def written(
    name: str,
    kind: str,
    content: str,
    expected: Expected,
    *,
    file: str = "table.csv",
    encoding: str = "utf-8",
    year: str = YEAR,
    checked: bool = False,
    sort: Sort = Sort.TABLE,
) -> Table:
    """Return a table of a text, as it stands below its opening quotes."""
    return Table(f"by hand: {name}", kind, text(content, file, encoding), expected, year, sort, checked)
