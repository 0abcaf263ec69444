import sqlite3
import subprocess
import sys
import threading
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.figures import State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.repository.connection import ReleaseReplacedError
from dashboard.repository.interface import Repository
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_release import (
    ALLERDALE,
    ALLERDALE_FOR_CUMBERLAND,
    BARNSLEY,
    BLACKPOOL,
    CUMBERLAND,
    CUMBRIA,
    LANCASHIRE,
    UNITARY_2023,
    YEARS,
    barnsley,
    blackpool,
    build_tiny,
    cumbria_after_its_end,
)


def test_it_is_a_repository(repository: SqliteRepository) -> None:
    pages_may_ask: Repository = repository
    assert pages_may_ask.release().years == YEARS


def test_every_council_comes_back_as_it_was_written(repository: SqliteRepository) -> None:
    assert repository.council(BLACKPOOL.slug) == BLACKPOOL
    assert repository.council(BARNSLEY.slug) == BARNSLEY
    assert repository.council(CUMBRIA.slug) == CUMBRIA
    assert repository.council("atlantis") is None


@pytest.mark.parametrize(
    ("year", "there", "absent"),
    [
        ("2022-23", {CUMBRIA.slug, ALLERDALE.slug, BLACKPOOL.slug}, {CUMBERLAND.slug}),
        ("2023-24", {CUMBERLAND.slug, BLACKPOOL.slug}, {CUMBRIA.slug, ALLERDALE.slug}),
    ],
)
def test_councils_of_a_year_are_those_that_existed(
    repository: SqliteRepository, year: str, there: set[str], absent: set[str]
) -> None:
    slugs = {council.slug for council in repository.councils(year)}
    assert slugs >= there
    assert not slugs & absent


def test_councils_stand_by_short_name(repository: SqliteRepository) -> None:
    short = [council.short_name for council in repository.councils()]
    assert short == sorted(short, key=str.casefold)
    assert len(short) == 9


@pytest.mark.parametrize(
    ("code", "slug"),
    [("E08000016", BARNSLEY.slug), ("E08000038", BARNSLEY.slug), ("E99999999", None), ("", None)],
)
def test_any_code_a_council_ever_had_names_it(
    repository: SqliteRepository, code: str, slug: str | None
) -> None:
    assert repository.slug_for_code(code) == slug


def test_the_code_is_that_of_the_year(repository: SqliteRepository) -> None:
    assert repository.code_in_year(BARNSLEY.slug, "2024-25") == "E08000016"
    assert repository.code_in_year(BARNSLEY.slug, "2030-31") == "E08000038"


def test_an_ended_council_keeps_a_page_for_later_figures_and_no_other(repository: SqliteRepository) -> None:
    assert repository.years_of(CUMBRIA.slug) == ("2022-23", "2023-24")
    assert not repository.existed(CUMBRIA.slug, "2023-24")
    assert repository.years_of(ALLERDALE.slug) == ("2022-23",)
    assert repository.years_of(CUMBERLAND.slug) == ("2023-24", "2024-25")
    assert repository.years_of("atlantis") == ()


def test_lineage_leads_both_ways(repository: SqliteRepository) -> None:
    made_of = repository.predecessors(CUMBERLAND.slug)
    assert [(link.predecessor, link.change) for link in made_of] == [
        (ALLERDALE.slug, "merged"),
        (CUMBRIA.slug, "split"),
    ]
    assert [link.successor for link in repository.successors(CUMBRIA.slug)] == [CUMBERLAND.slug]
    assert repository.successors(BLACKPOOL.slug) == ()


def test_population_is_of_a_mid_year(repository: SqliteRepository) -> None:
    assert repository.population(BLACKPOOL.slug, 2022) == 141_574
    assert repository.population(BLACKPOOL.slug, 1900) is None


@pytest.mark.parametrize("written", [*blackpool(), *barnsley(), *cumbria_after_its_end()])
def test_every_figure_comes_back_whole(repository: SqliteRepository, written: object) -> None:
    read = repository.figures(written.slug, written.year)[written.measure]  # type: ignore[attr-defined]
    assert read == written


def test_blackpool_reads_as_its_page_does(repository: SqliteRepository) -> None:
    upheld = repository.figures(BLACKPOOL.slug, "2023-24")["upheld_pct"]
    assert (upheld.shown, upheld.numerator, upheld.denominator) == (Decimal(67), 6, 9)
    assert upheld.shown_origin is Origin.PUBLISHED
    assert upheld.benchmark is not None
    assert upheld.benchmark.value == 79


def test_figures_of_a_council_are_every_measure_in_the_catalogues_order(
    repository: SqliteRepository,
) -> None:
    assert list(repository.figures(BLACKPOOL.slug, "2023-24")) == list(MEASURES)
    assert repository.figures("atlantis", "2023-24") == {}
    assert repository.figures(BLACKPOOL.slug, "1066-67") == {}


def test_some_figures_of_some_councils_are_those_of_each(repository: SqliteRepository) -> None:
    slugs, measures = [BLACKPOOL.slug, LANCASHIRE.slug, "atlantis"], ["compliance_pct", "upheld_pct"]
    assert repository.figures_of(slugs, "2023-24", measures) == {
        slug: {m: f for m, f in repository.figures(slug, "2023-24").items() if m in measures}
        for slug in slugs
    }


def test_a_years_figures_leave_out_councils_after_their_end(repository: SqliteRepository) -> None:
    figures = repository.year_figures("2023-24", "upheld_pct")
    assert set(figures) == {council.slug for council in repository.councils("2023-24")}
    assert CUMBRIA.slug not in figures
    assert figures[LANCASHIRE.slug].state is State.NOT_HELD


def test_periods_are_kept_apart(repository: SqliteRepository) -> None:
    assert repository.year_figures("2023-24", "upheld_pct", 3).keys().isdisjoint({BLACKPOOL.slug})
    assert repository.figures(BARNSLEY.slug, "2023-24", 3)["upheld_pct"].printed == 75


def test_history_ascends_and_keeps_years_after_the_end(repository: SqliteRepository) -> None:
    assert [f.year for f in repository.history(BLACKPOOL.slug, "upheld_pct")] == list(YEARS)
    assert [f.year for f in repository.history(CUMBRIA.slug, "upheld_pct")] == ["2022-23", "2023-24"]


def test_a_breakdown_is_in_the_fields_order_with_what_is_not_held(repository: SqliteRepository) -> None:
    rows = repository.breakdown(BLACKPOOL.slug, "2023-24", "decided")
    assert [row.item for row in rows] == [*(str(outcome) for outcome in Outcome), "total"]
    assert [row.count for row in rows] == [None, None, None, None, 3, 6, None]
    assert repository.breakdown(BLACKPOOL.slug, "2024-25", "decided") == ()
    assert repository.breakdown(BLACKPOOL.slug, "2023-24", "nonsense") == ()


def test_benchmarks_by_type_and_by_year(repository: SqliteRepository) -> None:
    unitary = AuthorityType.UNITARY
    assert repository.benchmark(unitary, "2023-24", "upheld_pct") == UNITARY_2023["upheld_pct"]
    assert repository.benchmark(unitary, "2023-24", "upheld_pct", 3) is None
    assert repository.benchmark(AuthorityType.LONDON, "2023-24", "upheld_pct") is None
    assert repository.benchmark_history(unitary, "upheld_pct") == {"2023-24": UNITARY_2023["upheld_pct"]}


def test_national_figures_of_a_year(repository: SqliteRepository) -> None:
    (figure,) = repository.national("2023-24")
    assert (figure.metric, figure.value) == ("upheld_pct", Decimal(80))
    assert repository.national("2022-23") == ()


@pytest.mark.parametrize(("year", "vintage"), [("2014-15", 2014), ("2022-23", 2021), ("2024-25", 2023)])
def test_shapes_are_of_the_vintage_the_year_falls_in(
    repository: SqliteRepository, year: str, vintage: int
) -> None:
    assert repository.map_shapes(Tier.LOWER, year) == f"<svg>lower {vintage}</svg>"
    assert repository.map_shapes(Tier.LOWER, year, tiles=True) == f"<svg>lower {vintage}-tiles</svg>"


def test_a_release_made_before_there_were_tiles_has_none(repository: SqliteRepository) -> None:
    with pytest.raises(KeyError, match="upper tier"):
        repository.map_shapes(Tier.UPPER, "2024-25", tiles=True)


def test_there_are_no_shapes_before_the_first_vintage(repository: SqliteRepository) -> None:
    with pytest.raises(KeyError, match="upper tier in 2013-14"):
        repository.map_shapes(Tier.UPPER, "2013-14")


def test_static_urls_name_the_release_and_the_content(repository: SqliteRepository) -> None:
    url = repository.static_url("map/data.json")
    assert url.startswith("/static/held-figures/map-data.")
    assert (repository.static_directory / url.rsplit("/", 1)[1]).read_bytes().startswith(b"Figures held")
    with pytest.raises(KeyError):
        repository.static_url("map/none.json")


def test_the_database_cannot_be_written_through_it(tmp_path: Path) -> None:
    repository = SqliteRepository(build_tiny(tmp_path))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        repository._connections.get().execute("DELETE FROM council")


def test_threads_read_side_by_side(repository: SqliteRepository) -> None:
    answers: list[int] = []

    def read() -> None:
        for _ in range(20):
            answers.append(len(repository.year_figures("2023-24", "upheld")))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [7] * 160


def test_a_thread_that_starts_after_the_release_was_built_again_does_not_read_the_other(
    tmp_path: Path,
) -> None:
    release = build_tiny(tmp_path)
    repository = SqliteRepository(release)
    build_tiny(tmp_path)
    assert repository.figures(BLACKPOOL.slug, "2023-24")
    refused: list[Exception] = []

    def read() -> None:
        try:
            repository.figures(BLACKPOOL.slug, "2023-24")
        except ReleaseReplacedError as error:
            refused.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert [str(error) for error in refused] == [
        f"{release / DATABASE} was built again while it was being served."
    ]


def test_reading_a_release_imports_no_heavy_package() -> None:
    program = (
        "import sys, dashboard.repository.sqlite, dashboard.releases.locate, dashboard.releases.verify\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'geopandas', 'shapely', 'pyarrow', 'brotli', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("slug", "method", "year", "named"),
    [
        (BLACKPOOL.slug, "touching", "2023-24", (LANCASHIRE.slug, "preston-city-council")),
        (BLACKPOOL.slug, "ons_global", "2023-24", (CUMBERLAND.slug, "brighton-and-hove-city-council")),
        (BLACKPOOL.slug, "ons_global", "2022-23", ("brighton-and-hove-city-council",)),
        (CUMBERLAND.slug, "touching", "2022-23", ()),
        (CUMBERLAND.slug, "touching", "2023-24", (BLACKPOOL.slug,)),
        (CUMBRIA.slug, "touching", "2022-23", (LANCASHIRE.slug,)),
        (CUMBRIA.slug, "touching", "2023-24", ()),
        (BLACKPOOL.slug, "dfe", "2023-24", ()),
        (BLACKPOOL.slug, "by luck", "2023-24", ()),
        ("nowhere", "touching", "2023-24", ()),
    ],
)
def test_neighbours_are_those_of_the_year_nearest_first(
    repository: SqliteRepository, slug: str, method: str, year: str, named: tuple[str, ...]
) -> None:
    assert repository.neighbours(slug, method, year) == named


def test_years_before_a_council_are_its_predecessors_combined(repository: SqliteRepository) -> None:
    assert repository.combined(CUMBERLAND.slug, "2022-23") == {"upheld_pct": ALLERDALE_FOR_CUMBERLAND}
    assert repository.combined(CUMBERLAND.slug, "2023-24") == {}
    assert repository.figures(CUMBERLAND.slug, "2022-23") == {}
    assert repository.years_of(CUMBERLAND.slug) == ("2023-24", "2024-25")


def test_services_of_a_council_and_of_its_type_together(repository: SqliteRepository) -> None:
    own = repository.services(BLACKPOOL.slug, "2023-24")
    assert [(row.category, row.received, row.decided, row.investigated, row.upheld) for row in own] == [
        ("housing", 8, 7, 5, 3)
    ]
    assert own[0].received_origin is Origin.PUBLISHED
    assert repository.services(BLACKPOOL.slug, "2022-23") == ()
    (unitary,) = repository.type_services(AuthorityType.UNITARY, "2023-24")
    assert (unitary.councils, unitary.decided, unitary.investigated, unitary.upheld) == (3, 11, 7, 5)


def test_services_of_a_type_are_not_held_unless_held_of_every_council(repository: SqliteRepository) -> None:
    (unitary,) = repository.type_services(AuthorityType.UNITARY, "2023-24")
    assert unitary.received is None
    assert unitary.received_origin is None
