"""A release's figures as CSV, for scripts: every council that existed, every year, every measure."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TextIO

from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import MEASURES, in_files
from dashboard.domain.origin import derived_from
from dashboard.domain.rounding import plain
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council

COLUMNS = (
    *("authority_code", "authority", "authority_type", "year", "measure", "numerator", "denominator"),
    *("value", "printed", "benchmark", "benchmark_origin", "origin", "source_url"),
)

Row = tuple[str, ...]


def figure_rows(
    repository: Repository, years: Iterable[str] | None = None, council: Council | None = None
) -> Iterator[Row]:
    """Return the rows of some years (all of the release's, without them) and one council (or all).

    By year, then council by short name, then measure in the order of the catalogue. A council
    has rows for the years it existed in and for later ones it has figures in. A cell is empty where
    nothing is held.
    """
    measures = [measure.id for measure in in_files()]
    for year in repository.release().years if years is None else years:
        councils = repository.councils() if council is None else (council,)
        by_measure = {
            measure: repository.year_figures(year, measure)
            for measure in (measures if council is None else ())
        }
        for each in councils:
            if year not in repository.years_of(each.slug):
                continue
            if council is None and repository.existed(each.slug, year):
                figures = {measure: by_measure[measure].get(each.slug) for measure in measures}
            else:
                figures = {**repository.figures(each.slug, year)}
            code = repository.code_in_year(each.slug, year)
            for measure in measures:
                figure = figures.get(measure)
                if figure is not None:
                    yield (code, each.name, each.type.label, year, measure, *_cells(figure))


def write_figures(rows: Iterable[Row], file: TextIO) -> None:
    """Write the rows below their heading, as CSV with plain line feeds."""
    write_rows(COLUMNS, rows, file)


def write_rows(heading: Row, rows: Iterable[Row], file: TextIO) -> None:
    """Write rows below a heading, as CSV with plain line feeds."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)


def told_origin(figure: Figure) -> str:
    """Return the origin of a figure in files: both, where the printed value's is not that of the rest.

    A computed value that is not the printed one was printed by nobody: it is derived.

    >>> # counts simulated, percentage published:  "simulated; printed: published"
    """
    of_counts, of_printed = figure.origin, figure.printed_origin
    if of_counts and figure.value is not None and figure.printed not in (None, figure.value):
        of_counts = derived_from(of_counts)
    if of_counts is None or of_printed is None or of_counts is of_printed:
        return str(of_counts or of_printed or "")
    return f"{of_counts}; printed: {of_printed}"


def _cells(figure: Figure) -> Row:
    benchmark = figure.benchmark
    return (
        _number(figure.numerator),
        _number(_denominator(figure)),
        _decimal(figure.value),
        _decimal(figure.printed),
        _decimal(benchmark.value if benchmark else None),
        str(benchmark.origin) if benchmark else "",
        told_origin(figure),
        figure.source_url or "",
    )


def _denominator(figure: Figure) -> int | None:
    """A population is known of every council; beside a rate that is not held it would say nothing."""
    if figure.numerator is None and figure.state in (State.NOT_HELD, State.NOT_APPLICABLE):
        return None if MEASURES[figure.measure].is_rate else figure.denominator
    return figure.denominator


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
