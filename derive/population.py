"""Mid-year population estimates by council."""

from collections.abc import Mapping

from derive.artefacts import Table, sorted_table
from derive.councils import Councils
from derive.source import DerivationError, SourceFolder

POPULATION = "population/population_england_la_1991_2024.csv"
FIRST_MID_YEAR = 2009
NOT_COUNCILS = ("E12", "E92")
"""Regions and England stand in the same file."""

FROM_PREDECESSORS = "sum of predecessors' estimates"

Estimates = dict[tuple[str, int], tuple[int, str]]


def derive_population(source: SourceFolder, councils: Councils, lineage: Table) -> Table:
    """Return slug, mid-year, population and how the estimate was made.

    The codes of a recoded council are one council, and must then agree. A council without an
    estimate for the mid-year before it started, which its first rates need, is given the sum of its
    predecessors' when it was made of whole ones, and the source says so.
    """
    estimates: Estimates = {}
    for row in source.table(POPULATION, ("areacd", "year", "population", "source")):
        year = int(row["year"])
        if row["areacd"].startswith(NOT_COUNCILS) or year < FIRST_MID_YEAR:
            continue
        slug = councils.slug(row["areacd"], row.place)
        population = int(row["population"])
        if estimates.get((slug, year), (population,))[0] != population:
            raise DerivationError(f"{row.place}: two populations of {slug} for mid-{year}.")
        if (slug, year) not in estimates or not row["source"].startswith("same area"):
            estimates[slug, year] = (population, row["source"])
    estimates |= _first_years(estimates, councils, lineage)
    rows = [(slug, str(year), str(count), how) for (slug, year), (count, how) in estimates.items()]
    return sorted_table("reference/population.csv", ("slug", "mid_year", "population", "source"), rows)


def _first_years(
    estimates: Mapping[tuple[str, int], tuple[int, str]], councils: Councils, lineage: Table
) -> Estimates:
    added: Estimates = {}
    for slug, start in councils.column("start").items():
        year = int(start[:4]) - 1 if start else 0
        if not start or (slug, year) in estimates:
            continue
        parts = [
            row for row in lineage.rows if row[1] == slug and councils.column("type")[row[0]] != "county"
        ]
        whole = all(row[2] == "merged" and (row[0], year) in estimates for row in parts)
        if parts and whole:
            added[slug, year] = (sum(estimates[row[0], year][0] for row in parts), FROM_PREDECESSORS)
    return added
