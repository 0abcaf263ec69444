"""Reading the reference tables: councils, what became of them, and their residents."""

from pathlib import Path

from dashboard.reference.artefact import ArtefactError, read_artefact
from dashboard.reference.councils import load_councils
from dashboard.reference.past import load_lineage
from dashboard.reference.reorganised import with_left_smaller
from dashboard.reference.tables import LaterResidents, Reference

__all__ = ["POPULATION", "LaterResidents", "Reference", "load_reference"]

POPULATION = "reference/population.csv"


def load_reference(data: Path) -> Reference:
    """Read the reference tables from the ``data`` directory. Raises ArtefactError naming file and line."""
    councils, spans = load_councils(data)
    populations: dict[tuple[str, int], int] = {}
    sources: dict[tuple[str, int], str] = {}
    for line in read_artefact(data, POPULATION, ("slug", "mid_year", "population", "source")):
        key = (line["slug"], line.whole("mid_year"))
        if key[0] not in councils or key in populations:
            raise ArtefactError(f"{line.place}: {key[0]} is no council, or stands twice for mid-{key[1]}.")
        populations[key] = line.whole("population")
        sources[key] = line["source"]
    return with_left_smaller(Reference(councils, spans, load_lineage(data, councils), populations, sources))
