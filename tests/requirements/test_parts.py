"""The requirements in parts: whole, at one with each other, and at one with what the code imports."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import combinations
from pathlib import Path

import pytest

from tests.support.requirement_parts import FOLDER, PARTS, asked, normal, pinned

PROJECT = FOLDER.parent
TOOLS = {
    *("gunicorn", "mypy", "ruff", "pre-commit", "watchfiles"),
    *("pytest-cov", "pytest-xdist"),
}
"""What is run rather than imported."""
NOT_INSTALLED = {
    "dashboard",
    "derive",
    "tests",
    "bench",
    "slow",
    "scripts",
    "_typeshed",
} | sys.stdlib_module_names
"""What no distribution brings: the project itself, and what only type checkers know."""
USES = (
    pytest.param("dashboard", ("serve", "build"), id="serving and building"),
    pytest.param("derive", ("serve", "build", "derive"), id="deriving"),
    *(pytest.param(place, PARTS, id=place) for place in ("tests", "bench", "slow", "scripts")),
)


@pytest.mark.parametrize("part", PARTS)
def test_every_package_is_pinned_with_hashes(part: str) -> None:
    lines = (FOLDER / f"{part}.txt").read_text("utf-8").splitlines()
    assert len(pinned(part)) == sum("==" in line for line in lines) > 0


@pytest.mark.parametrize("part", PARTS)
def test_what_is_asked_for_is_pinned(part: str) -> None:
    assert asked(part) - pinned(part).keys() == set()


@pytest.mark.parametrize(("one", "other"), list(combinations(PARTS, 2)))
def test_parts_agree(one: str, other: str) -> None:
    first, second = pinned(one), pinned(other)
    assert {name: first[name] for name in first.keys() & second} == {
        name: second[name] for name in first.keys() & second
    }


@pytest.mark.parametrize(
    "file", sorted([*FOLDER.iterdir(), PROJECT / "requirements.txt"]), ids=lambda f: f.name
)
def test_no_file_names_a_host(file: Path) -> None:
    assert re.findall(r"https?:|--index-url|--extra-index-url|--find-links", file.read_text("utf-8")) == []


def test_the_one_at_the_top_holds_what_is_run() -> None:
    lines = (PROJECT / "requirements.txt").read_text("utf-8").splitlines()
    parts = [line.removeprefix("-r ") for line in lines if line.startswith("-r ")]
    assert parts == [f"requirements/{part}.txt" for part in ("serve", "build", "derive")]
    assert {"dash", "plotly", "pandas", "geopandas"} <= {
        name for part in ("serve", "build", "derive") for name in asked(part)
    }


@pytest.mark.parametrize(("place", "parts"), USES)
def test_what_is_imported_is_asked_for(place: str, parts: tuple[str, ...]) -> None:
    named = {name for part in parts for name in asked(part)}
    files = list((PROJECT / place).rglob("*.py"))
    unnamed = {
        f"{f.relative_to(PROJECT)}: {name}" for f in files for name in imported(f) if name not in named
    }
    assert unnamed == set()


@pytest.mark.parametrize("part", PARTS)
def test_what_is_asked_for_is_imported(part: str) -> None:
    places = ("tests", "bench", "slow", "scripts") if part == "development" else ("dashboard", "derive")
    files = [file for place in places for file in (PROJECT / place).rglob("*.py")]
    assert asked(part) - TOOLS - {name for file in files for name in imported(file)} == set()


@cache
def imported(file: Path) -> frozenset[str]:
    """Return the distributions whose packages a module imports, at its top or within a function."""
    return frozenset(
        distribution
        for name in _modules(ast.parse(file.read_text("utf-8")))
        if name not in NOT_INSTALLED
        for distribution in _distributions(name)
    )


def _modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


@cache
def _of_packages() -> dict[str, set[str]]:
    return {
        package: {normal(one) for one in distributions}
        for package, distributions in packages_distributions().items()
    }


def _distributions(package: str) -> set[str]:
    return _of_packages().get(package, {f"no distribution of {package}"})
