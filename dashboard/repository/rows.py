"""Rows of release.sqlite as the records pages receive."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import (
    Compared,
    ComparedWith,
    Comparison,
    NoComparison,
    TypeCompared,
    not_compared,
)
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.origin import Origin
from dashboard.repository.records import CaseMix, Council, CountRow, LineageLink, NationalFigure
from dashboard.repository.stored_values import stored_day, stored_decimal, stored_origin

_STATES = {state.value: state for state in State}
_COMPARISONS = {comparison.value: comparison for comparison in Comparison}
_BESIDE = {beside.value: beside for beside in ComparedWith}
"""Found here, since a page reads hundreds of them and asking the class takes ten times as long."""

BenchmarkKey = tuple[AuthorityType, str, str, int]
"""Type, measure, year, period."""


def council_from(row: sqlite3.Row, codes: tuple[str, ...], other_names: tuple[str, ...]) -> Council:
    """Return a council from its row, its codes and its other names."""
    return Council(
        slug=row["slug"],
        code=row["code"],
        codes=codes,
        name=row["name"],
        short_name=row["short_name"],
        other_names=other_names,
        type=AuthorityType(row["type"]),
        region=row["region"],
        upper_tier=row["upper_tier"],
        start=stored_day(row["start_date"]),
        end=stored_day(row["end_date"]),
        ombudsman_slug=row["ombudsman_slug"],
    )


def link_from(row: sqlite3.Row) -> LineageLink:
    """Return a step of lineage from its row."""
    return LineageLink(
        row["predecessor"], row["successor"], row["change"], date.fromisoformat(row["effective"])
    )


def benchmark_from(row: sqlite3.Row) -> Benchmark:
    """Return a type's average from its row."""
    return Benchmark(
        kind=BenchmarkKind(row["kind"]),
        value=Decimal(row["value"]),
        origin=Origin(row["origin"]),
        numerator=row["numerator"],
        denominator=row["denominator"],
        councils=row["councils"],
        source_url=row["source_url"],
    )


def figure_from(
    row: sqlite3.Row, kind: AuthorityType, benchmarks: Mapping[BenchmarkKey, Benchmark]
) -> Figure:
    """Return a figure from its row, the council's type and the averages of all types."""
    benchmark = None
    if row["benchmarked"]:
        benchmark = benchmarks[kind, row["measure"], row["year"], row["period"]]
    return Figure(
        slug=row["slug"],
        year=row["year"],
        measure=row["measure"],
        state=_STATES[row["state"]],
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=stored_decimal(row["value"]),
        printed=stored_decimal(row["printed"]),
        origin=stored_origin(row["origin"]),
        printed_origin=stored_origin(row["printed_origin"]),
        note=row["note"],
        source_url=row["source_url"],
        benchmark=benchmark,
        compared=compared_from(row),
        low=row["low"],
        high=row["high"],
        few=bool(row["few"]),
    )


def compared_from(row: sqlite3.Row) -> Compared:
    """Return how a figure stands beside its type, from the figure's row."""
    if row["comparison"] == Comparison.NONE:
        return not_compared(NoComparison(row["comparison_reason"]))
    return Compared(
        comparison=_COMPARISONS[row["comparison"]],
        reason=None,
        low=row["usual_low"],
        high=row["usual_high"],
        far_low=row["far_low"],
        far_high=row["far_high"],
        plain_low=row["plain_low"],
        plain_high=row["plain_high"],
        expected=row["expected"],
        compared_with=_BESIDE[row["compared_with"]],
        others_numerator=row["others_numerator"],
        others_denominator=row["others_denominator"],
        spread=row["spread"],
        origin=stored_origin(row["comparison_origin"]),
        luck=row["luck"],
        much_luck=row["much_luck"],
        could_differ=bool(row["could_differ"]),
    )


def type_compared_from(row: sqlite3.Row) -> TypeCompared:
    """Return a type's comparison from its row."""
    told = dict(row)
    return TypeCompared(**told | {"type": AuthorityType(told["type"]), "judged": bool(told["judged"])})


def case_mix_from(row: sqlite3.Row) -> CaseMix:
    """Return what is expected with a council's services."""
    return CaseMix(row["expected"], row["cases"], row["left_out"])


def count_from(row: sqlite3.Row) -> CountRow:
    """Return one count of a breakdown from its row."""
    return CountRow(row["kind"], row["item"], row["count"], stored_origin(row["origin"]), row["source_url"])


def national_from(row: sqlite3.Row) -> NationalFigure:
    """Return a figure for England from its row."""
    return NationalFigure(
        year=row["year"],
        metric=row["metric"],
        value=Decimal(row["value"]),
        numerator=row["numerator"],
        denominator=row["denominator"],
        source_url=row["source_url"],
    )
