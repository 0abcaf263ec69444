"""The councils each may be compared with."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.years import ReportingYear
from dashboard.reference.artefact import ArtefactError, read_artefact, whole_number
from dashboard.reference.councils import load_councils

NEIGHBOURS = "reference/neighbours.csv.gz"
METHODS = frozenset({"touching", "ons_global", "ons_demographic", "ons_economic", "dfe"})


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A council that another may be compared with.

    ``method`` is ``touching`` (ranked by shared border), an ONS method or ``dfe``; ``rank`` is the
    publisher's, 1 the nearest, with gaps where a neighbour is no council of England. ``from_year`` and
    ``to_year`` are the first and last vintage they touched in; None on an open side.
    """

    slug: str
    method: str
    rank: int
    neighbour: str
    from_year: int | None
    to_year: int | None

    def holds_in(self, year: ReportingYear) -> bool:
        """Say whether they were neighbours in a year."""
        first, last = self.from_year, self.to_year
        return (first is None or first <= year.vintage) and (last is None or year.vintage <= last)


def load_neighbours(data: Path) -> tuple[Neighbour, ...]:
    """Return all neighbours, by slug, method and rank. Raises ArtefactError naming file and line."""
    councils, _ = load_councils(data)
    neighbours = []
    for line in read_artefact(data, NEIGHBOURS, Neighbour.__slots__):
        if line["method"] not in METHODS or not {line["slug"], line["neighbour"]} <= councils.keys():
            raise ArtefactError(f"{line.place}: the method, or one of the two councils, is not known.")
        neighbours.append(
            Neighbour(
                line["slug"],
                line["method"],
                line.whole("rank"),
                line["neighbour"],
                line.optional("from_year", whole_number, "a year"),
                line.optional("to_year", whole_number, "a year"),
            )
        )
    return tuple(neighbours)
