"""Every file of tests is one that a whole run collects: pytest would pass over a folder named “build”."""

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def test_no_folder_of_tests_is_passed_over(request: pytest.FixtureRequest) -> None:
    passed_over: list[str] = request.config.getini("norecursedirs")
    folders = {folder for file in TESTS.rglob("test_*.py") for folder in file.relative_to(TESTS).parents}
    left_out = [
        str(folder)
        for folder in sorted(folders)
        if any(Path(part).match(pattern) for part in folder.parts for pattern in passed_over)
    ]
    assert left_out == []
    assert Path("build") in folders
