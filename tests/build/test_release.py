import gzip
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import brotli
import pytest

from dashboard import __version__
from dashboard.build.content import CaseRow, CodeSpan, ContentError, ReleaseContent
from dashboard.build.statics import hashed_name
from dashboard.domain.origin import Origin
from dashboard.releases.build_time import built_at
from dashboard.repository.downloads import TYPES
from dashboard.repository.manifest import DATABASE, read_manifest
from tests.support.figures import figure, printed_benchmark
from tests.support.tiny_release import BLACKPOOL, SHAPES, build_tiny, tiny_content


def test_the_manifest_says_what_the_release_is(release: Path) -> None:
    manifest = read_manifest(release)
    told = manifest.release
    assert (told.name, told.kind, told.status) == ("held-figures", "real", "bundled")
    assert told.built_by == __version__
    assert told.years == ("2022-23", "2023-24", "2024-25")
    assert told.sources[0].licence == "Free re-use with acknowledgement"
    assert not told.is_demonstration
    assert manifest.id == manifest.content_id()


def test_the_manifest_counts_rows_by_table_and_year(release: Path) -> None:
    rows = read_manifest(release).rows
    assert rows["council"] == {"all": 9}
    assert rows["council_year"] == {"2022-23": 8, "2023-24": 8, "2024-25": 7}
    assert rows["breakdown"] == {"2023-24": 3}
    assert rows["register_case"] == {}


def test_rows_of_the_register_are_counted_by_reporting_year(tmp_path: Path) -> None:
    days = (date(2023, 3, 31), date(2023, 4, 1), date(2023, 12, 31), date(2024, 1, 1))
    cases = tuple(
        CaseRow(f"SIM 23 000 00{i}", BLACKPOOL.slug, "housing", day, None, None, False)
        for i, day in enumerate(days)
    )
    content = replace(tiny_content("demo", "demonstration"), cases=cases)
    rows = read_manifest(build_tiny(tmp_path, content)).rows
    assert rows["register_case"] == {"2022-23": 1, "2023-24": 3}


def test_every_file_is_listed_and_nothing_else_is_there(release: Path) -> None:
    there = {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()}
    assert there == {*read_manifest(release).files, "manifest.json"}


def test_static_files_have_compressed_twins_of_the_same_content(release: Path) -> None:
    manifest = read_manifest(release)
    assert manifest.static.keys() == {*SHAPES, "map/data.json", *TYPES}
    for name in (name for name in manifest.static.values() if not name.endswith(".xlsx")):
        content = (release / "static" / name).read_bytes()
        assert brotli.decompress((release / "static" / f"{name}.br").read_bytes()) == content
        assert gzip.decompress((release / "static" / f"{name}.gz").read_bytes()) == content


@pytest.mark.parametrize(
    ("logical", "begins", "ends"),
    [("map/data.json", "map-data.", ".json"), ("shapes/upper-2023.svg", "shapes-upper-2023.", ".svg")],
)
def test_a_hashed_name_is_flat_and_changes_with_the_content(logical: str, begins: str, ends: str) -> None:
    one, other = hashed_name(logical, b"1"), hashed_name(logical, b"2")
    assert one != other
    assert one.startswith(begins)
    assert one.endswith(ends)
    assert "/" not in one


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    one, other = build_tiny(tmp_path / "one"), build_tiny(tmp_path / "other")
    assert read_manifest(one).built_at == "2026-01-01T00:00:00Z"
    for path in sorted(p for p in one.rglob("*") if p.is_file()):
        assert path.read_bytes() == (other / path.relative_to(one)).read_bytes(), path.name


def test_the_id_ignores_the_time_of_the_build_and_nothing_else(tmp_path: Path) -> None:
    early = read_manifest(build_tiny(tmp_path / "one"))
    later = replace(early, built_at="2030-01-01T00:00:00Z")
    assert later.content_id() == early.id
    assert replace(early, seed=5).content_id() != early.id


def test_the_time_of_the_build_can_be_set() -> None:
    assert built_at({"SOURCE_DATE_EPOCH": "0"}) == "1970-01-01T00:00:00Z"
    assert built_at({}) > "2024"


def _simulated_figure(content: ReleaseContent) -> ReleaseContent:
    figures = tuple(
        (period, replace(f, origin=Origin.SIMULATED) if f.origin else f) for period, f in content.figures
    )
    return replace(content, figures=figures)


def _simulated_case(content: ReleaseContent) -> ReleaseContent:
    case = CaseRow("SIM 23 000 001", BLACKPOOL.slug, "housing", date(2023, 5, 1), None, None, False)
    return replace(content, cases=(case,))


def _unmarked_case(content: ReleaseContent) -> ReleaseContent:
    case = CaseRow("23 000 001", BLACKPOOL.slug, "housing", date(2023, 5, 1), None, None, False)
    return replace(content, kind="demonstration", cases=(case,))


def _other_average(content: ReleaseContent) -> ReleaseContent:
    wrong = figure(BLACKPOOL.slug, "2022-23", "upheld_pct", 1, 9, benchmark=printed_benchmark("12"))
    return replace(content, figures=((1, wrong),))


def _figure_twice(content: ReleaseContent) -> ReleaseContent:
    return replace(content, figures=(*content.figures, *content.figures))


def _unknown_council(content: ReleaseContent) -> ReleaseContent:
    return replace(content, codes=(*content.codes, CodeSpan("atlantis", "E99999999", None, None)))


def _negative(content: ReleaseContent) -> ReleaseContent:
    rows = tuple(replace(b, row=replace(b.row, count=-1)) for b in content.breakdowns)
    return replace(content, breakdowns=rows)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_simulated_figure, r"^\d+ rows of figure are simulated in a real release\.$"),
        (_simulated_case, r"^1 cases of a real release are simulated\.$"),
        (_unmarked_case, r"^1 cases of a demonstration are not marked SIM\.$"),
        (_other_average, "average beside upheld_pct of blackpool-borough-council in 2022-23 is not that"),
        (_figure_twice, r"^figure: UNIQUE constraint failed"),
        (_unknown_council, "refers to a row of council that is not there"),
        (_negative, r"^breakdown: CHECK constraint failed"),
    ],
)
def test_content_that_contradicts_itself_is_refused_and_nothing_is_left(
    tmp_path: Path, change: Callable[[ReleaseContent], ReleaseContent], sentence: str
) -> None:
    with pytest.raises(ContentError, match=sentence):
        build_tiny(tmp_path, change(tiny_content()))
    assert not [path for path in tmp_path.iterdir() if not path.name.startswith(".lock")]


def test_the_database_is_analysed_packed_and_marked(release: Path) -> None:
    with closing(sqlite3.connect(f"file:{release / DATABASE}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("PRAGMA application_id").fetchone() == (0x4C475343,)
        assert connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0] > 5


def test_decimals_are_stored_as_text_to_their_last_digit(release: Path) -> None:
    with closing(sqlite3.connect(f"file:{release / DATABASE}?mode=ro", uri=True)) as connection:
        row = connection.execute(
            "SELECT typeof(printed), printed FROM figure WHERE measure = 'upheld_per_100k' AND slug = ?"
            " AND year = '2023-24'",
            (BLACKPOOL.slug,),
        ).fetchone()
    assert row == ("text", str(Decimal("4.2")))
