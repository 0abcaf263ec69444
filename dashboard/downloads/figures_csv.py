"""A release's figures as CSV, for scripts: every council that existed, every year, every measure."""

import csv
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import TextIO

from dashboard.domain.absolutes import end_of_interval
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import for_files
from dashboard.domain.measures import MEASURES
from dashboard.domain.measures import in_files as measures_in_files
from dashboard.domain.rounding import plain
from dashboard.repository.interface import Repository
from dashboard.repository.records import CaseMix, Council
from dashboard.words.comparison_in_files import IN_FILES, in_files
from dashboard.words.derived import note, told_origin
from dashboard.words.values import average_in_files

COLUMNS = (
    *("authority_code", "authority", "authority_type", "year", "measure", "numerator", "denominator"),
    *("value", "printed", "benchmark", "benchmark_origin", "origin", "source_url"),
    *("printed_origin", "state", "low", "high", *IN_FILES, "note"),
)
NUMBERS = ("numerator", "denominator", "value")
"""Columns that are written of a figure without the rest of its row: sorting by them reads every figure."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneFigure:
    """One figure as files have it: of a council under the ONS code it had in the year."""

    council: Council
    code: str
    year: str
    figure: Figure
    mixed: CaseMix | None

    @property
    def cells(self) -> Row:
        """Its row, in the order of ``COLUMNS``."""
        whose = (self.code, self.council.name, self.council.type.label, self.year, self.figure.measure)
        return (*whose, *_cells(self.figure, self.mixed))

    @property
    def numbers(self) -> dict[str, str]:
        """Its three numbers as its row has them, by column, without the rest of the row being written."""
        return _numbers(self.figure)


def figure_rows(
    repository: Repository, years: Iterable[str] | None = None, council: Council | None = None
) -> Iterator[Row]:
    """Return the rows of some years (all of the release's, without them) and one council (or all).

    A cell is empty where nothing is held.
    """
    councils = None if council is None else (council,)
    return (one.cells for one in one_by_one(repository, years, councils))


def one_by_one(
    repository: Repository,
    years: Iterable[str] | None = None,
    councils: Sequence[Council] | None = None,
    measures: Container[str] | None = None,
) -> Iterator[OneFigure]:
    """Return the figures of some years, councils and measures, each of all without them.

    By year, then council by short name, then measure in the order of the catalogue. A council
    has figures for the years it existed in and for later ones it has some in.
    """
    wanted = [measure.id for measure in measures_in_files() if measures is None or measure.id in measures]
    for year in repository.release().years if years is None else years:
        mixed = repository.case_mixes(year)
        by_measure = {
            measure: repository.year_figures(year, measure)
            for measure in (wanted if councils is None else ())
        }
        for each in repository.councils() if councils is None else councils:
            if year not in repository.years_of(each.slug):
                continue
            if councils is None and repository.existed(each.slug, year):
                figures = {measure: by_measure[measure].get(each.slug) for measure in wanted}
            else:
                figures = {**repository.figures(each.slug, year)}
            code = repository.code_in_year(each.slug, year) or each.slug
            for measure in wanted:
                figure = figures.get(measure)
                if figure is not None:
                    yield OneFigure(each, code, year, figure, mixed.get(each.slug))


def write_figures(rows: Iterable[Row], file: TextIO) -> None:
    """Write the rows below their heading, as CSV with plain line feeds."""
    write_rows(COLUMNS, rows, file)


def write_rows(heading: Row, rows: Iterable[Row], file: TextIO) -> None:
    """Write rows below a heading, as CSV with plain line feeds."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)


def _cells(figure: Figure, mixed: CaseMix | None) -> Row:
    benchmark = figure.benchmark
    return (
        *_numbers(figure).values(),
        _decimal(figure.printed),
        _decimal(average_in_files(benchmark, MEASURES[figure.measure]) if benchmark else None),
        str(benchmark.origin) if benchmark else "",
        str(told_origin(figure) or ""),
        figure.source_url or "",
        str(figure.printed_origin or ""),
        str(figure.state),
        _decimal(_end(figure, figure.low)),
        _decimal(_end(figure, figure.high)),
        *(_text(value) for value in astuple(in_files(figure, mixed))),
        note(figure),
    )


def _numbers(figure: Figure) -> dict[str, str]:
    """Return numerator, denominator and value, in the order of their columns."""
    written = (_number(figure.numerator), _number(_denominator(figure)), _decimal(_value(figure)))
    return dict(zip(NUMBERS, written, strict=True))


def _value(figure: Figure) -> Decimal | None:
    """Return the computed value with one decimal more than is shown: rounding never claims an absolute."""
    if figure.value is None or figure.numerator is None:
        return figure.value
    return for_files(MEASURES[figure.measure], figure.numerator, figure.denominator)


def _end(figure: Figure, end: float | None) -> Decimal | None:
    """Return an end of the 95% interval, with one decimal more than the measure is shown with."""
    if end is None:
        return None
    measure = MEASURES[figure.measure]
    return end_of_interval(end, measure.decimals + 1, share=measure.is_share)


def _denominator(figure: Figure) -> int | None:
    """A population is known of every council; beside a rate that is not held it would say nothing."""
    if figure.numerator is None and figure.state in (State.NOT_HELD, State.NOT_APPLICABLE):
        return None if MEASURES[figure.measure].is_rate else figure.denominator
    return figure.denominator


def _text(value: int | Decimal | str | None) -> str:
    if isinstance(value, Decimal):
        return _decimal(value)
    return "" if value is None else str(value)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
