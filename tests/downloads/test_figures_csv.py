import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.domain.figures import Figure
from dashboard.domain.measures import in_files
from dashboard.domain.origin import Origin
from dashboard.downloads.figures_csv import COLUMNS, figure_rows, write_figures
from dashboard.repository.interface import Repository
from dashboard.repository.sqlite import SqliteRepository
from dashboard.words.derived import note, told_origin
from tests.support.figures import figure
from tests.support.tiny_release import (
    ALLERDALE,
    BARNSLEY,
    BLACKPOOL,
    CUMBRIA,
    YEARS,
    build_tiny,
    tiny_content,
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return SqliteRepository(build_tiny(tmp_path_factory.mktemp("releases")))


def _rows(repository: Repository, year: str | None = None, **of: object) -> list[dict[str, str]]:
    rows = figure_rows(repository, (year,) if year else None, **of)  # type: ignore[arg-type]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_the_columns_and_measures_are_those_scripts_rely_on() -> None:
    assert ",".join(COLUMNS) == (
        "authority_code,authority,authority_type,year,measure,numerator,denominator,value,printed,"
        "benchmark,benchmark_origin,origin,source_url,printed_origin,state,low,high,usual_low,usual_high,"
        "compared_with,others_numerator,others_denominator,spread,comparison,comparison_origin,"
        "comparison_reason,given_services,given_services_cases,note"
    )
    assert ",".join(measure.id for measure in in_files()) == (
        "upheld_pct,compliance_pct,satisfactory_remedy_pct,upheld_per_100k,dealt_with,"
        "not_for_us_or_not_ready,assessed_and_closed,investigated,upheld"
    )


@pytest.mark.parametrize(
    ("measure", "cells"),
    [
        ("upheld_pct", ("6", "9", "66.7", "67", "79", "published", "published")),
        ("compliance_pct", ("5", "5", "100", "100", "100", "published", "published")),
        ("satisfactory_remedy_pct", ("2", "6", "33.3", "33", "13", "published", "published")),
        ("upheld_per_100k", ("6", "141574", "4.24", "4.2", "4.6", "published", "published")),
        ("upheld", ("6", "", "6", "", "", "", "published")),
        ("dealt_with", ("", "", "", "", "", "", "")),
    ],
)
def test_blackpool_reads_as_its_page_does(
    repository: Repository, measure: str, cells: tuple[str, ...]
) -> None:
    rows = {row["measure"]: row for row in _rows(repository, "2023-24", council=BLACKPOOL)}
    assert tuple(rows[measure].values())[5:12] == cells
    assert rows[measure]["authority"] == "Blackpool Borough Council"
    assert rows[measure]["authority_type"] == "Unitary"


def test_the_code_is_that_of_the_year_and_the_type_the_ombudsmans_label(repository: Repository) -> None:
    row = _rows(repository, "2024-25", council=BARNSLEY)[0]
    assert (row["authority_code"], row["authority_type"]) == ("E08000016", "Metropolitan borough")


def test_a_percentage_held_without_its_counts_has_no_value_of_ours(repository: Repository) -> None:
    row = _rows(repository, "2023-24", council=BARNSLEY)[0]
    assert (row["numerator"], row["denominator"], row["value"]) == ("", "", "")
    assert (row["printed"], row["origin"]) == ("75", "reported")


def test_every_council_that_existed_has_rows_and_ended_ones_their_later_years(repository: Repository) -> None:
    rows = _rows(repository)
    told = {(row["authority"], row["year"]) for row in rows}
    assert len(rows) == len(told) * len(in_files()) - 7  # Cumbria 2023-24 has two figures.
    assert {year for name, year in told if name == CUMBRIA.name} == {"2022-23", "2023-24"}
    assert {year for name, year in told if name == ALLERDALE.name} == {"2022-23"}
    assert {year for name, year in told if name == BLACKPOOL.name} == set(YEARS)


def test_an_ended_council_has_no_average(repository: Repository) -> None:
    rows = {row["measure"]: row for row in _rows(repository, "2023-24", council=CUMBRIA)}
    upheld = rows["upheld_pct"]
    assert (upheld["value"], upheld["printed"], upheld["benchmark"]) == ("90", "91", "")


@pytest.mark.parametrize(
    ("of_counts", "of_printed", "told"),
    [
        (None, None, ""),
        (Origin.PUBLISHED, None, "published"),
        (Origin.PUBLISHED, Origin.PUBLISHED, "published"),
        (None, Origin.REPORTED, "reported"),
        (Origin.SIMULATED, None, "simulated"),
        (Origin.SIMULATED, Origin.PUBLISHED, "simulated"),
        (Origin.DERIVED, Origin.PUBLISHED, "derived"),
        (Origin.REPORTED, Origin.PUBLISHED, "reported"),
    ],
)
def test_no_simulated_figure_can_be_taken_for_a_real_one(
    of_counts: Origin | None, of_printed: Origin | None, told: str
) -> None:
    known: Figure = figure("a", "2023-24", "upheld_pct", 1, 2, printed="50")
    assert str(told_origin(replace(known, origin=of_counts, printed_origin=of_printed)) or "") == told


@pytest.mark.parametrize(
    ("of_counts", "of_printed", "told"),
    [
        (Origin.PUBLISHED, Origin.PUBLISHED, Origin.DERIVED),
        (Origin.REPORTED, Origin.REPORTED, Origin.DERIVED),
        (Origin.SIMULATED, Origin.PUBLISHED, Origin.SIMULATED),
    ],
)
def test_a_value_that_was_not_the_one_printed_was_published_by_nobody(
    of_counts: Origin, of_printed: Origin, told: Origin
) -> None:
    hounslow: Figure = figure("a", "2023-24", "upheld_pct", 22, 24, printed="93")  # 22 of 24 is 92%
    assert told_origin(replace(hounslow, origin=of_counts, printed_origin=of_printed)) == told


@pytest.mark.parametrize(
    ("measure", "printed", "told", "says"),
    [
        ("upheld_pct", None, Origin.DERIVED, "from the counts: no percentage was printed"),
        ("upheld_per_100k", None, Origin.DERIVED, "from the counts: no rate was printed"),
        ("upheld", None, Origin.DERIVED, "Added up by this project"),
        ("upheld_pct", "66.7", Origin.PUBLISHED, "rounded otherwise than it was printed"),
        ("upheld_pct", "67", Origin.PUBLISHED, ""),
        ("upheld_pct", None, Origin.SIMULATED, ""),
    ],
)
def test_what_is_derived_says_how(measure: str, printed: str | None, told: Origin, says: str) -> None:
    known = replace(figure("a", "2023-24", measure, 6, 9, printed=printed), origin=told)
    assert (says in note(known)) if says else note(known) == ""
    assert note(replace(known, note="Printed as 67%.")) == "Printed as 67%."


def test_every_derived_figure_of_a_release_says_why(repository: Repository) -> None:
    derived = [row for row in _rows(repository) if row["origin"] == "derived"]
    assert all(row["note"] for row in derived)
    assert derived


def test_a_population_alone_is_no_figure(tmp_path: Path) -> None:
    content = tiny_content()
    figures = tuple(
        (
            period,
            replace(f, denominator=100_000)
            if (f.slug, f.measure) == (ALLERDALE.slug, "upheld_per_100k")
            else f,
        )
        for period, f in content.figures
    )
    release = build_tiny(tmp_path, replace(content, figures=figures))
    (row,) = (
        row
        for row in _rows(SqliteRepository(release), "2022-23", council=ALLERDALE)
        if row["measure"] == "upheld_per_100k"
    )
    assert row["denominator"] == ""


def test_it_is_csv_with_a_heading(repository: Repository) -> None:
    file = io.StringIO()
    write_figures(figure_rows(repository, ("2023-24",), BLACKPOOL), file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(in_files())
    assert "\r" not in file.getvalue()
