"""Floors of coverage are held folder by folder, by statements and branches together."""

import pytest

from scripts.coverage_floors import Measured, measured


def file(statements: tuple[int, int], branches: tuple[int, int] = (0, 0)) -> dict[str, dict[str, int]]:
    """A file as coverage.py reports it: run and there, of each."""
    return {
        "summary": {
            "covered_lines": statements[0],
            "num_statements": statements[1],
            "covered_branches": branches[0],
            "num_branches": branches[1],
        }
    }


REPORT = {
    "files": {
        "dashboard/domain/years.py": file((50, 50), (10, 10)),
        "dashboard/domain/measures.py": file((30, 30), (9, 10)),
        "dashboard/imports/tables/sheet.py": file((8, 10)),
        "dashboard/imports/store/draft.py": file((10, 10)),
        "dashboard/domains/other.py": file((0, 1000)),
        "bench/domain/other.py": file((0, 1000)),
    }
}


@pytest.mark.parametrize(
    ("folder", "floor", "percent", "holds"),
    [
        ("domain", 99, 99.0, True),
        ("domain", 99.5, 99.0, False),
        ("imports", 90, 90.0, True),
        ("imports", 90.1, 90.0, False),
        ("not_yet_there", 100, 100.0, True),
    ],
)
def test_a_folder_is_held_to_its_own_floor(folder: str, floor: float, percent: float, holds: bool) -> None:
    (told,) = measured(REPORT, {folder: floor})
    assert (told.folder, told.percent, told.holds) == (folder, percent, holds)


def test_each_floor_is_told_in_the_order_given() -> None:
    assert [one.folder for one in measured(REPORT, {"imports": 1, "domain": 1})] == ["imports", "domain"]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (Measured("domain", 98, 1999, 2000), "domain        99.95% of 2,000"),
        (Measured("domain", 98, 1900, 2000), "domain        95.00% of 2,000  below its floor of 98"),
        (Measured("words", 98, 0, 0), "words          nothing there"),
    ],
)
def test_a_line_says_what_is_run_and_what_is_missing(told: Measured, line: str) -> None:
    assert str(told) == line
