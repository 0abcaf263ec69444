"""The residents that a release's rates rest on, worked out again from what is in the release alone."""

import sqlite3

from dashboard.domain.years import ReportingYear

Residents = dict[tuple[str, int], int]


def residents_of(connection: sqlite3.Connection) -> Residents:
    """Return residents by council and mid-year: the estimates held, and for later years the newest of them.

    A county that gave districts away and goes on has those of the districts it keeps, from the mid-year
    before on.
    """
    known: Residents = {
        (row["slug"], row["mid_year"]): row["population"]
        for row in connection.execute("SELECT slug, mid_year, population FROM population")
    }
    latest = max((year for _, year in known), default=0)
    years = [row["year"] for row in connection.execute("SELECT DISTINCT year FROM council_year")]
    last = max((ReportingYear.parse(year).population_year for year in years), default=latest)
    newest = {slug: number for (slug, year), number in known.items() if year == latest}
    for mid_year in range(latest + 1, last + 1):
        known |= {(slug, mid_year): number for slug, number in newest.items()}
        known |= {
            (county, mid_year): sum(newest[slug] for slug in kept)
            for county in _smaller(connection, mid_year)
            if (kept := _districts(connection, county, mid_year)) and newest.keys() >= {*kept}
        }
    return known


def _smaller(connection: sqlite3.Connection, mid_year: int) -> list[str]:
    """Return the counties that gave districts away before the year of a mid-year's rates, and went on."""
    rows = connection.execute(
        "SELECT DISTINCT predecessor FROM lineage JOIN council ON slug = predecessor"
        " WHERE change = 'split' AND effective <= ? AND (end_date IS NULL OR end_date >= effective)",
        (ReportingYear(mid_year + 1).first_day.isoformat(),),
    )
    return [row["predecessor"] for row in rows]


def _districts(connection: sqlite3.Connection, county: str, mid_year: int) -> list[str]:
    first = ReportingYear(mid_year + 1).first_day.isoformat()
    rows = connection.execute(
        "SELECT slug FROM council WHERE upper_tier = ?"
        " AND coalesce(start_date, ?) <= ? AND coalesce(end_date, ?) >= ?",
        (county, first, first, first, first),
    )
    return [row["slug"] for row in rows]
