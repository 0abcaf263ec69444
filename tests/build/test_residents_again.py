"""The residents a release's check works with: the newest stand for later years, as the build says."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from dashboard.build.residents_again import residents_of
from dashboard.metrics.latest_held import with_latest_population
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import reorganised
from tests.reorganise.county import EAST_AND_WEST, HEAD, england, taken

YEARS = ("2025-26", "2026-27", "2027-28", "2028-29")
CITY = HEAD + "Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n"
IN_OCTOBER = CITY.replace("2027-04-01", "2027-10-01")
NONE = ""


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.row_factory = sqlite3.Row
        opened.executescript(
            "CREATE TABLE council (slug, upper_tier, start_date, end_date);"
            "CREATE TABLE council_year (year, slug);"
            "CREATE TABLE lineage (predecessor, successor, change, effective);"
            "CREATE TABLE population (slug, mid_year, population);"
        )
        yield opened


def stored(connection: sqlite3.Connection, reference: Reference) -> None:
    """Put into the tables what a release has of a reference."""

    def text(day: date | None) -> str | None:
        return day.isoformat() if day else None

    rows = [(c.slug, c.upper_tier, text(c.start), text(c.end)) for c in reference.councils.values()]
    connection.executemany("INSERT INTO council VALUES (?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO council_year VALUES (?, '')", [(year,) for year in YEARS])
    links = [(one.predecessor, one.successor, one.change, text(one.effective)) for one in reference.lineage]
    connection.executemany("INSERT INTO lineage VALUES (?, ?, ?, ?)", links)
    known = [(slug, year, number) for (slug, year), number in reference.populations.items()]
    connection.executemany("INSERT INTO population VALUES (?, ?, ?)", known)


@pytest.mark.parametrize("text", [NONE, EAST_AND_WEST, CITY, IN_OCTOBER])
def test_they_are_those_that_the_rates_were_worked_out_with(
    connection: sqlite3.Connection, text: str
) -> None:
    reference = reorganised(england(), taken(text) if text else ())
    stored(connection, reference)
    assert residents_of(connection) == dict(with_latest_population(reference, YEARS).populations)
