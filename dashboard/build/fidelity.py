"""How true a demonstration is to what is held: every held value, every printed average, the spread."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal

from dashboard.build.register import CountsOfYear, count_register
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measures import MEASURES
from dashboard.metrics.reproduction import (
    AsPrinted,
    AverageMet,
    Departure,
    Reproduction,
    averages_met,
    reproduction,
)
from dashboard.metrics.type_dispersion import TypeDispersion, dispersion_by_type
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite import SqliteRepository

EXPLAINED = ("percentage", "rate")

FigureKey = tuple[str, str, str]
"""slug, year, measure"""


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What a check of a demonstration finds.

    ``exceptions`` are held values declared, with reasons, to follow from no cases; ``unexplained``
    those not reproduced without being declared; ``disagreeing`` figures that are not what the
    register, counted again, gives.
    """

    cases: int
    reproduced: Reproduction
    exceptions: tuple[Departure, ...]
    unexplained: tuple[Departure, ...]
    averages: tuple[AverageMet, ...]
    dispersions: tuple[TypeDispersion, ...]
    disagreeing: tuple[FigureKey, ...]

    @property
    def problems(self) -> list[str]:
        """A sentence for everything that makes the demonstration untrue to what is held; none if nothing."""
        told = [
            f"{d.slug} {d.year}: the held {d.quantity} is not reproduced. {d.reason}"
            for d in self.unexplained
        ]
        told += [
            f"The {a.type.label} average of {a.measure} in {a.year} is printed as {a.printed} "
            f"and comes out as {a.pooled}."
            for a in self.averages
            if not a.met
        ]
        told += [
            f"{slug} {year}: {measure} is not what the case register gives."
            for slug, year, measure in self.disagreeing
        ]
        return told


def fidelity(repository: SqliteRepository) -> Fidelity:
    """Count a release's register again and hold it to everything that is held. Reads only the release."""
    with closing(open_database(repository.directory / DATABASE)) as connection:
        counts = count_register(connection, repository)
        held = tuple(_held(connection))
        declared = _declared(connection)
        cases: int = connection.execute("SELECT count(*) FROM register_case").fetchone()[0]
    figures = {(f.slug, f.year, f.measure): f for f in _figures(repository)}
    found = reproduction(held, counts, figures)
    types = {council.slug: council.type for council in repository.councils()}
    return Fidelity(
        cases=cases,
        reproduced=found,
        exceptions=tuple(d for d in found.departures if (d.slug, d.year, d.quantity) in declared),
        unexplained=tuple(d for d in found.departures if (d.slug, d.year, d.quantity) not in declared),
        averages=averages_met(_benchmarks(repository)),
        dispersions=dispersion_by_type(figures.values(), types),
        disagreeing=tuple(sorted(key for key, f in figures.items() if not _agrees(f, counts))),
    )


def _held(connection: sqlite3.Connection) -> Iterator[AsPrinted]:
    for row in connection.execute("SELECT slug, year, quantity, value FROM held_value"):
        yield row["slug"], row["year"], row["quantity"], Decimal(row["value"])


def _declared(connection: sqlite3.Connection) -> frozenset[FigureKey]:
    rows = connection.execute(
        "SELECT slug, year, quantity FROM held_conflict WHERE kind IN (?, ?)", EXPLAINED
    )
    return frozenset((row["slug"], row["year"], row["quantity"]) for row in rows)


def _figures(repository: SqliteRepository) -> Iterator[Figure]:
    for council in repository.councils():
        for year in repository.years_of(council.slug):
            yield from repository.figures(council.slug, year).values()


def _benchmarks(repository: SqliteRepository) -> Mapping[tuple[AuthorityType, str, str], Benchmark]:
    return {
        (kind, year, measure): benchmark
        for kind in AuthorityType
        for measure in MEASURES
        for year, benchmark in repository.benchmark_history(kind, measure).items()
    }


def _agrees(figure: Figure, counts: CountsOfYear) -> bool:
    """Say whether a figure's numerator and denominator are the register's own counts."""
    measure = MEASURES[figure.measure]
    counted = counts.get((figure.slug, figure.year), {})
    if figure.state not in (State.VALUE, State.NO_CASES):
        return figure.numerator is None
    if figure.state is State.VALUE and figure.numerator != counted.get(measure.numerator, 0):
        return False
    if measure.denominator in (None, "population"):
        return True
    return figure.denominator == counted.get(str(measure.denominator), 0)
