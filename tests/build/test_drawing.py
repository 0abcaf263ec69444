"""What a release keeps of the pictures: the parts of each type, in the period that pages show."""

import pytest

from dashboard.build.drawing import drawn_rows
from dashboard.charts.ready import Part, Ready, measures_drawn
from dashboard.charts.type_counts import TypeCounts, type_counts
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import State
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, compared
from dashboard.pages.council.among import of_type
from dashboard.repository.sqlite import SqliteRepository
from tests.support.of_type import group_of
from tests.support.one_type import Counts
from tests.support.tiny_release import BLACKPOOL, PRESTON, build_tiny, tiny_content

COUNTS: Counts = {
    **{f"Oak{i:02d}": (31 + i % 2, 40) for i in range(12)},
    "Alder": (5, 40),
    "Birch": (3, 4),
    "Cedar": (0, 0),
    "Elder": State.NO_CASES,
    "Fir": State.NOT_HELD,
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> SqliteRepository:
    return SqliteRepository(build_tiny(tmp_path_factory.mktemp("releases")))


def test_every_type_and_year_has_its_counts_on_every_measure_that_is_drawn() -> None:
    rows = list(drawn_rows(tiny_content()))
    keys = [row[:5] for row in rows]
    assert len(set(keys)) == len(keys)
    types = {(kind, year) for kind, year, *_ in keys}
    for kind, year in types:
        measures = {row[3] for row in keys if row[:2] == (kind, year) and row[4] is Part.COUNTS}
        assert (
            measures
            == {measure.id for measure in measures_drawn()}
            == {
                *(measure.id for measure in compared()),
                COMPLIANCE.id,
            }
        )


def test_a_page_s_council_finds_what_its_type_shares(repository: SqliteRepository) -> None:
    kept = of_type(BLACKPOOL, "2023-24", repository)
    upheld = kept.among(UPHELD)
    assert upheld.own is not None
    assert upheld.own.text == "67% (6 of 9)"
    assert (upheld.counts.figures, upheld.counts.councils) == (1, 3)
    assert upheld.ready.strip is not None
    assert [dot.slug for dot in upheld.ready.strip.dots] == [BLACKPOOL.slug]
    assert set(upheld.ready.cells) == {BLACKPOOL.slug}  # of the others nothing is held, which needs no cell
    assert kept.among(COMPLIANCE).ready.picture is None
    assert kept.among(SATISFACTORY_REMEDY).ready.funnel is None  # papers show the share upheld alone


def test_of_a_type_of_which_nothing_is_held_there_are_its_counts_and_no_picture(
    repository: SqliteRepository,
) -> None:
    among = of_type(PRESTON, "2023-24", repository).among(UPHELD)
    assert among.own is None
    assert among.counts.figures == 0
    assert (among.ready.strip, among.ready.picture, dict(among.ready.cells)) == (None, None, {})


def test_a_period_that_pages_do_not_show_is_not_kept(repository: SqliteRepository) -> None:
    assert repository.drawn(AuthorityType.UNITARY, "2023-24", 3) == {}


def test_the_same_figures_are_drawn_the_same() -> None:
    assert list(drawn_rows(tiny_content())) == list(drawn_rows(tiny_content()))


def test_a_type_is_counted_by_who_has_figures_and_who_stands_out() -> None:
    told = type_counts(group_of(COUNTS, simulated=frozenset({"Oak01", "Oak02"})))
    assert told == TypeCounts.from_json(told.to_json())
    assert (told.councils, told.held, told.figures, told.simulated, told.few) == (17, 16, 14, 2, 1)
    assert told.without == {State.NO_CASES: 2, State.NOT_HELD: 1}
    assert told.reasons == {NoComparison.TOO_FEW_CASES: 1}
    assert [(one.name, one.comparison) for one in told.marked] == [("Alder", Comparison.MUCH_LOWER)]


def test_parts_that_were_not_kept_are_nothing() -> None:
    bare = Ready({})
    assert (bare.strip, bare.funnel, bare.picture, dict(bare.cells)) == (None, None, None, {})
