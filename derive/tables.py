"""All derived tables, in the order they need each other."""

from collections.abc import Iterator

from derive.artefacts import Table
from derive.councils import FIRST_VINTAGE, Councils, derive_councils
from derive.decisions import derive_decisions
from derive.held import derive_held
from derive.lineage import derive_lineage, derive_reorganisations
from derive.neighbours import derive_neighbours
from derive.population import derive_population
from derive.postcodes import derive_postcodes
from derive.source import SourceFolder


def derive_tables(source: SourceFolder, councils: Councils | None = None) -> Iterator[Table]:
    """Yield every table derived from the source folder. Raises DerivationError with a sentence."""
    councils = councils or derive_councils(source)
    lineage = derive_lineage(source, councils)
    population = derive_population(source, councils, lineage)
    yield from (councils.table, derive_reorganisations(councils, lineage), population)
    yield derive_postcodes(source, councils)
    yield derive_neighbours(source, councils)
    yield from derive_held(source, councils, population).all()
    yield derive_decisions(source, councils).table


def missing_populations(councils: Table, population: Table, last_vintage: int) -> list[tuple[str, int]]:
    """Return the council-years of existence (slug, vintage) whose mid-year before has no estimate."""
    known = {(row[0], int(row[1])) for row in population.rows}
    start, end = councils.columns.index("start"), councils.columns.index("end")
    return [
        (row[0], vintage)
        for row in councils.rows
        for vintage in range(FIRST_VINTAGE, last_vintage + 1)
        if (row[start] or str(FIRST_VINTAGE)) <= f"{vintage}-04-01" <= (row[end] or "9999")
        and (row[0], vintage - 1) not in known
    ]
