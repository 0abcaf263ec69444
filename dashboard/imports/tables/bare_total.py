"""“Total” in a table of complaints decided: of what it is the total, by its parts, its sums and its title.

The word alone may be of all that was decided, of what was investigated, or of what was received.
"""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.domain.outcomes import Outcome
from dashboard.domain.rounding import percentage
from dashboard.imports.tables.body import Body
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.titles import groups_above, title_of
from dashboard.imports.tables.values import decimals_of
from dashboard.imports.tables.years_said import without_year
from dashboard.imports.wording import normalised
from dashboard.reference.quantities import decided_quantity

DEALT_WITH = "dealt_with"
_BARE = frozenset({"total", "grand total", "totals"})
_WHOLE = (
    {decided_quantity(outcome) for outcome in Outcome},
    {"not_for_us_or_not_ready", "assessed_and_closed", "investigated"},
)
"""Sets of parts that make up all that was dealt with: where one is whole, its sum is checked in the draft."""
_NOT_UPHELD = decided_quantity(Outcome.NOT_UPHELD)

Numbers = Mapping[int, Mapping[int, Decimal | None]]


def check_bare_total(reading: Reading, body: Body, numbers: Numbers) -> None:
    """A column “Total” is of all decisions where its parts, or the words above it, say so; else a problem."""
    header = reading.header
    at = {quantity: column for column, quantity in header.columns.items()}
    total = at.get(DEALT_WITH)
    if total is None or normalised(without_year(header.texts[total], reading.year)) not in _BARE:
        return
    if any(parts <= at.keys() for parts in _WHOLE):
        return
    rows = [{q: numbers[c].get(row) for q, c in at.items() if c in numbers} for row in body.councils]
    why = _why_not([row for row in rows if row.get(DEALT_WITH) is not None], _words_above(reading, total))
    if why:
        reading.wrong(
            reading.place(header.bottom, total),
            f"It is not clear of what “{header.texts[total]}” is the total: {why}.",
            "Write it in the heading: “Total decided”, “Total investigated”; or leave the column out with "
            "--ignore-column.",
        )


def _why_not(rows: list[dict[str, Decimal | None]], above: str) -> str:
    """Return why a total is not for certain of all decisions; empty where it is."""
    if "receiv" in above:
        return "the words above the table speak of complaints received"
    if rows and all(_is_investigated(row) for row in rows):
        return "it is what was investigated, upheld and not upheld together"
    if not any(word in above for word in ("decid", "decision", "dealt", "outcome")):
        return "its parts are not all there, and nothing says that it is of complaints decided"
    return ""


def _is_investigated(row: Mapping[str, Decimal | None]) -> bool:
    total, upheld = row[DEALT_WITH], row.get("upheld")
    if (investigated := row.get("investigated")) is not None:
        return total == investigated
    if upheld is None or not total:
        return False
    if (not_upheld := row.get(_NOT_UPHELD)) is not None:
        return total == upheld + not_upheld
    share = row.get("upheld_pct")
    return share is not None and share == percentage(int(upheld), int(total), decimals_of(share))


def _words_above(reading: Reading, column: int) -> str:
    sheet, header = reading.sheet, reading.header
    group = groups_above(sheet, header).get(column, "")
    return f"{sheet.file} {title_of(sheet, header)} {group}".casefold()
