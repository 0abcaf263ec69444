"""A first year loaded alone: names or columns that were moved are told, although no year stands before it."""

import pytest

from tests.imports.torture.adapter import Importer, Told
from tests.imports.torture.cases import YEAR
from tests.imports.torture.england import England, england, shifted, swapped
from tests.imports.torture.first_year import ENOUGH, Moved, moves, run_moved
from tests.imports.torture.not_yet import NOT_YET, reason


@pytest.fixture(scope="module")
def importer(tmp_path_factory: pytest.TempPathFactory) -> Importer:
    return Importer(tmp_path_factory.mktemp("first-year"))


@pytest.fixture(scope="module")
def year(importer: Importer) -> England:
    return england(importer.councils(YEAR))


@pytest.fixture(scope="module")
def before(importer: Importer, year: England) -> frozenset[Told]:
    return frozenset(importer.findings(year.files(), YEAR))


def marked(moved: Moved) -> object:
    why = reason(moved.kind, moved.id)
    return pytest.param(moved, id=moved.id, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


@pytest.mark.data
@pytest.mark.parametrize("moved", list(map(marked, moves())))
def test_what_was_moved_is_an_error_or_told_ten_times(
    importer: Importer, year: England, before: frozenset[Told], moved: Moved
) -> None:
    fault = run_moved(moved, year, importer, before).fault
    if fault:
        pytest.fail(fault, pytrace=False)


@pytest.mark.data
def test_a_year_in_which_nothing_was_moved_has_no_error_and_few_warnings(before: frozenset[Told]) -> None:
    assert not [one.sentence for one in before if one.error]
    assert len(before) < ENOUGH


def test_seven_pairs_of_columns_are_swapped_and_names_are_shifted_from_the_top_and_the_middle() -> None:
    kinds = [moved.kind for moved in moves()]
    assert kinds.count("a first year, columns swapped") == 7
    assert sum("from the middle" in moved.id for moved in moves()) >= 2
    ids = {(moved.kind, moved.id) for moved in moves()}
    listed = [one for one in NOT_YET if one.kind in kinds]
    assert all((one.kind, name) in ids for one in listed for name in one.tables or ())


def test_to_shift_and_to_swap_moves_what_it_says_and_nothing_else() -> None:
    table = {
        "Authority": ["a", "b", "c", "d"],
        "Upheld": ["1", "2", "3", "4"],
        "Not upheld": ["5", "6", "7", "8"],
    }
    assert shifted(table) == {**table, "Authority": ["d", "a", "b", "c"]}
    assert shifted(table, 2) == {**table, "Authority": ["a", "b", "d", "c"]}
    assert swapped(table, "Upheld", "Not upheld") == {
        **table,
        "Upheld": table["Not upheld"],
        "Not upheld": table["Upheld"],
    }
