"""A list of statistical neighbours of a later year: which years have it, and what is refused."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.domain.years import ReportingYear
from dashboard.reference.artefact import read_artefact
from dashboard.reference.neighbours import NEIGHBOURS, load_neighbours
from derive.neighbours import COLUMNS
from derive.renewal.neighbours import renewed_neighbours
from derive.renewal.official_file import OfficialFile
from derive.renewal.renewed import Renewal
from derive.renewal.which_list import check_list
from derive.source import DerivationError
from tests.support.official_files import FIRST, NEWEST, neighbour_rows, write_csv

pytestmark = pytest.mark.data

METHOD = "ons_global"
HARTLEPOOL = "E06000001"
YEAR, BEFORE = ReportingYear(FIRST), ReportingYear(FIRST - 1)
OTHER = f"codes of no council of {YEAR} that is held:"


def renewed(path: Path, first: int = FIRST) -> Renewal:
    return renewed_neighbours(OfficialFile(path), DATA, METHOD, first)


@pytest.fixture(scope="module")
def held() -> list[tuple[str, ...]]:
    return [tuple(line[column] for column in COLUMNS) for line in read_artefact(DATA, NEIGHBOURS, COLUMNS)]


def test_years_before_keep_their_list_and_later_ones_have_the_file_s(
    tmp_path: Path, held: list[tuple[str, ...]]
) -> None:
    turned = neighbour_rows(METHOD, lambda near: near[::-1])
    made = renewed(write_csv(tmp_path / "global.csv", turned))
    rows = made.table.rows
    assert [row for row in rows if row[1] != METHOD] == [row for row in held if row[1] != METHOD]
    own = [row for row in rows if row[1] == METHOD and (row[5] in ("", str(FIRST - 1)))]
    before = [row for row in held if row[1] == METHOD and not row[5]]
    assert {row[:4] for row in own if row[5]} == {row[:4] for row in before}
    assert {(row[0], 21 - int(row[2]), row[3]) for row in own if row[4:] == (str(FIRST), "")} == {
        (row[0], int(row[2]), row[3]) for row in before
    }
    assert len(own) == 2 * len(before)


def test_what_it_means_is_said(tmp_path: Path) -> None:
    turned = neighbour_rows(METHOD, lambda near: [near[1], near[0], *near[2:]])
    first, second = renewed(write_csv(tmp_path / "global.csv", turned)).said
    assert re.match(rf"ons_global: [\d,]+ neighbours of \d+ councils, from {YEAR} on\. Years before", first)
    assert re.match(rf"([\d,]+) of them were so in {BEFORE} too, of \1 then; (\d+) of \2 councils", second)


def row_of(rows: list[list[str]], code: str = HARTLEPOOL) -> list[str]:
    return next(row for row in rows if row[0] == code)


def absent(rows: list[list[str]]) -> None:
    rows.remove(row_of(rows))


def emptied(rows: list[list[str]]) -> None:
    row_of(rows)[3] = ""


def unknown(rows: list[list[str]]) -> None:
    row_of(rows)[3] = "E06000999"


def of_the_past(rows: list[list[str]]) -> None:
    row_of(rows)[3] = "E07000026"


def itself(rows: list[list[str]]) -> None:
    row_of(rows)[3] = HARTLEPOOL


def twice(rows: list[list[str]]) -> None:
    row_of(rows)[3] = row_of(rows)[4]


def two_rows(rows: list[list[str]]) -> None:
    rows.append(row_of(rows))


def named(rows: list[list[str]]) -> None:
    row_of(rows)[3] = "Darlington"


def fewer(rows: list[list[str]]) -> None:
    rows[0] = rows[0][:11]


def short(rows: list[list[str]]) -> None:
    row_of(rows).pop()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            absent,
            rf"^global\.csv has no neighbours of 1 of the councils of {YEAR}: Hartlepool Borough Council\.$",
        ),
        (emptied, r"row \d+: “” is no code of an area\.$"),
        (named, r"row \d+: “Darlington” is no code of an area\.$"),
        (
            unknown,
            rf"{OTHER} E06000999\. The councils themselves come first",
        ),
        (of_the_past, rf"{OTHER} E07000026\."),
        (itself, r"row \d+: E06000001 is its own neighbour, or has one twice\.$"),
        (twice, r"row \d+: E06000001 is its own neighbour, or has one twice\.$"),
        (two_rows, r"row \d+: Hartlepool Borough Council stands twice\.$"),
        (fewer, r"^global\.csv, row 1: the columns are not AREACD and the ranks 1 to 20\.$"),
        (short, r"row \d+: 20 cells where there should be 21\.$"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_file_that_is_not_as_it_must_be_is_refused(
    tmp_path: Path, change: Callable[[list[list[str]]], None], sentence: str
) -> None:
    rows = neighbour_rows(METHOD)
    change(rows)
    path = write_csv(tmp_path / "global.csv", rows)
    with pytest.raises(DerivationError, match=sentence):
        renewed(path)


@pytest.mark.parametrize(("first", "refused"), [(NEWEST + 5, False), (NEWEST + 6, True), (2099, True)])
def test_a_year_far_ahead_is_refused(tmp_path: Path, first: int, refused: bool) -> None:
    path = write_csv(tmp_path / "global.csv", neighbour_rows(METHOD))
    if not refused:
        assert renewed(path, first).table.rows
        return
    said = f"{ReportingYear(first)} lies far ahead: residents are held to mid-{NEWEST}."
    with pytest.raises(DerivationError, match=said):
        renewed(path, first)


def test_another_list_under_the_right_name_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "neighbours.csv", neighbour_rows("ons_demographic"))
    with pytest.raises(
        DerivationError,
        match=r"^neighbours\.csv: 100% of its neighbours are those that ons_demographic has, and 29% those "
        r"that ons_global has, as they are held: it is the other list\.$",
    ):
        renewed(path)


def test_a_file_that_is_called_another_list_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "ons_els_2027_economic_neighbours.csv", neighbour_rows(METHOD))
    with pytest.raises(
        DerivationError, match=r"is called one of ons_economic, and is handed in as one of ons_glob"
    ):
        renewed(path)


def test_a_list_that_is_put_right_is_not_held_against_the_wrong_one_that_it_replaces() -> None:
    wrong = [
        replace(row, method=METHOD, from_year=FIRST)
        for row in load_neighbours(DATA)
        if row.method == "ons_economic"
    ]
    new = [replace(row, from_year=FIRST) for row in load_neighbours(DATA) if row.method == METHOD]
    assert check_list("list.csv", new, [*load_neighbours(DATA), *wrong], METHOD) == ()


@pytest.mark.parametrize(("kept", "said"), [(20, ()), (14, ()), (8, ("4",))])
def test_a_list_of_which_little_is_as_it_was_is_to_be_looked_at(kept: int, said: tuple[str, ...]) -> None:
    """Its nearest so many of twenty stay; in the place of the others stand councils from anywhere."""
    rows = [replace(row, from_year=FIRST) for row in load_neighbours(DATA) if row.method == METHOD]
    slugs = sorted({row.slug for row in rows})
    anywhere = {slug: slugs[(at * 7) % len(slugs)] for at, slug in enumerate(slugs)}
    new = [row if row.rank <= kept else replace(row, neighbour=anywhere[row.neighbour]) for row in rows]
    odd = check_list("list.csv", new, load_neighbours(DATA), METHOD)
    assert tuple(one[0] for one in odd) == said
    assert all(
        "of the neighbours are those that ons_global had before. Is it the list?" in one for one in odd
    )


def test_who_is_near_both_ways_throughout_touches() -> None:
    touching = [
        replace(row, method=METHOD, from_year=FIRST)
        for row in load_neighbours(DATA)
        if row.method == "touching"
    ]
    with pytest.raises(
        DerivationError, match=r"^t\.csv: 100% of its neighbours are so both ways, as areas that touch"
    ):
        check_list("t.csv", touching, load_neighbours(DATA), METHOD)
