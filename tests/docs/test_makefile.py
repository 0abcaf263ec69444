"""``make build`` builds again whenever anything changed that a build is made by, and only then."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
import dashboard.build.editions
loaded = {m.__file__ for n, m in sys.modules.items() if n.startswith("dashboard") and m.__file__}
print(*sorted(loaded), sep="\\n")
"""


def run(*command: str | Path) -> list[str]:
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def built_from() -> set[str]:
    return set(run(PROJECT / "scripts" / "built_from"))


def test_every_module_that_a_build_loads_is_what_a_release_is_built_from(built_from: set[str]) -> None:
    loaded = {str(Path(name).relative_to(PROJECT)) for name in run(sys.executable, "-c", LOADED)}
    assert loaded
    assert loaded - built_from == set()


@pytest.mark.parametrize(
    "name",
    [
        "data/held/values.csv",
        "data/boundaries/lower-2023.json",
        "dashboard/build/schema.sql",
        "dashboard/simulate/phrases/housing.toml",
        "dashboard/mapview/classes.py",
        "dashboard/domain/measures.py",
    ],
)
def test_data_schema_and_phrases_are_part_of_it(name: str, built_from: set[str]) -> None:
    assert (PROJECT / name).is_file()
    assert name in built_from


@pytest.mark.parametrize(
    "name",
    [
        "dashboard/pages/site/about.py",
        "dashboard/web/routes.py",
        "dashboard/mapview/page.py",
        "dashboard/letters/parts.py",
        "assets/css/map.css",
    ],
)
def test_a_page_or_its_styles_build_no_release(name: str, built_from: set[str]) -> None:
    assert (PROJECT / name).is_file()
    assert name not in built_from
