"""What a draft could not be compared with for want of an earlier year: said before anything else."""

from dashboard.checks.change import FEWEST
from dashboard.checks.columns import year_before
from dashboard.checks.material import Material
from dashboard.checks.tables import TableKind
from dashboard.domain.years import ReportingYear

_UNSEEN = {
    TableKind.RECEIVED: "two columns of one tier under each other’s heading (adult care and education), two "
    "councils of like size under each other’s name, a table of another year",
    TableKind.DECIDED: "outcomes under each other’s heading where no percentage gives them away, two "
    "councils of like size under each other’s name, a table of another year",
    TableKind.REMEDIES: "columns under each other’s heading where no percentage gives them away, a table of "
    "another year",
}
"""What the other checks may not see in each table."""


def not_compared(material: Material) -> tuple[str, ...]:
    """Return a sentence for each table of which no earlier year is known of enough councils."""
    return tuple(
        f"The table of {table.words} of {year} was not compared with an earlier year: none is known of "
        f"{FEWEST} councils or more. What would not be noticed: {_UNSEEN[table]}. Compare some rows with the "
        f"publisher’s by eye, or import {ReportingYear.parse(year).shifted(-1)} too."
        for table, year in sorted(material.tables, key=lambda one: (one[1], one[0]))
        if year_before(material, table, year) is None
    )
