"""The demonstration, built from the committed data: true to everything held, and marked as simulated."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.build.check import check
from dashboard.build.fidelity import Fidelity, fidelity
from dashboard.domain.figures import State
from dashboard.domain.origin import Origin
from dashboard.releases.verify import verify
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite import SqliteRepository

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def demo(releases: Path) -> SqliteRepository:
    return SqliteRepository(releases / "demo")


@pytest.fixture(scope="module")
def found(demo: SqliteRepository) -> Fidelity:
    return fidelity(demo)


@pytest.fixture
def database(demo: SqliteRepository) -> Iterator[sqlite3.Connection]:
    with closing(open_database(demo.directory / DATABASE)) as connection:
        yield connection


def test_it_is_whole_and_says_what_it_is(demo: SqliteRepository) -> None:
    assert verify(demo.directory) == []
    assert demo.release().is_demonstration
    assert demo.release().years == tuple(f"{y}-{(y + 1) % 100}" for y in range(2018, 2025))
    assert "simulation" in {source.id for source in demo.release().sources}


def test_everything_held_is_reproduced_but_for_the_named_exceptions(found: Fidelity) -> None:
    assert found.problems == []
    told = found.reproduced
    assert told.values - told.values_reproduced == len(found.exceptions) == 31
    assert sum(d.quantity == "upheld_pct" for d in found.exceptions) == 3
    assert sum(d.quantity == "upheld_per_100k" for d in found.exceptions) == 28


def test_every_printed_average_is_met(found: Fidelity) -> None:
    assert len(found.averages) == 75
    assert all(average.met for average in found.averages)


def test_its_size_is_that_of_a_real_register(found: Fidelity) -> None:
    assert 100_000 < found.cases < 140_000


def test_no_reference_is_a_real_one(database: sqlite3.Connection) -> None:
    strange = database.execute(
        "SELECT count(*) FROM register_case WHERE reference NOT GLOB"
        " 'SIM [0-9][0-9] [0-9][0-9][0-9] [0-9][0-9][0-9]'"
    ).fetchone()[0]
    assert strange == 0


def test_every_figure_has_an_origin_and_most_are_simulated(demo: SqliteRepository) -> None:
    figures = demo.year_figures("2023-24", "upheld_pct").values()
    assert all(f.origin is not None for f in figures if f.state is State.VALUE)
    simulated = [f for f in figures if f.origin is Origin.SIMULATED]
    assert len(simulated) > len(figures) / 2


def test_a_simulated_value_is_never_told_to_be_of_a_source(demo: SqliteRepository) -> None:
    for year in demo.release().years:
        for figure in demo.year_figures(year, "upheld").values():
            if figure.origin is Origin.SIMULATED and figure.printed is None:
                assert figure.source_url is None


def test_the_report_of_the_check(releases: Path) -> None:
    told = check(releases / "demo")
    assert told.problems == ()
    text = "\n".join(told.report)
    assert "Averages of the five types met to their printed rounding: 75 of 75." in text
    assert "Not reproduced, and named: 31 printed values that follow from no cases" in text
    assert "London Borough of Hounslow, upheld_pct" in text
    assert "Metropolitan borough  2023-24" in text


def test_services_add_up_to_the_council(demo: SqliteRepository, database: sqlite3.Connection) -> None:
    summed = {
        (row["slug"], row["year"]): (row["decided"], row["investigated"], row["upheld"])
        for row in database.execute(
            "SELECT slug, year, sum(decided) AS decided, sum(investigated) AS investigated,"
            " sum(upheld) AS upheld FROM service_figure GROUP BY slug, year"
        )
    }
    for year in demo.release().years:
        measures = [demo.year_figures(year, m) for m in ("dealt_with", "investigated", "upheld")]
        for slug in measures[0]:
            assert summed[slug, year] == tuple(figures[slug].numerator for figures in measures), (slug, year)
