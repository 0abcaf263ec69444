"""Serving imports none of what only building needs: a worker stays small and starts at once."""

import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support.requirement_parts import normal, pinned

HEAVY = (
    *("pandas", "numpy", "geopandas", "scipy", "shapely", "pyogrio", "pyproj", "pyarrow", "rich"),
    *("openpyxl", "typst", "pikepdf", "docx", "lxml"),
)
SCRIPT = """
import sys
from pathlib import Path
import dashboard.cli.serve, dashboard.web.wsgi
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
folder, cache = sys.argv[1:]
releases = open_releases("held-figures", demo_allowed=False, directory=Path(folder), environment={})
client = create_app(releases, Settings(cache=Path(cache))).server.test_client()
council = "/council/blackpool-borough-council/2023-24"
for path in ("/", council, council + ".json", council + "/letter", council + "/letter.pdf",
             council + "/pack", council + "/pack.pdf", council + "/pack.docx",
             council + "/panel.json", "/about",
             "/accessibility", "/data", "/data/quality", "/data/figures.csv", "/healthz",
             "/find?q=fy1", "/find.json?q=b",
             "/api", "/api/v1/openapi.json", "/api/v1/figures", "/api/v1/councils?format=csv",
             "/improvements", "/improvements.csv", "/improvements.xlsx", "/improvements.atom",
             "/decisions.atom", "/decisions.xlsx", "/council/blackpool-borough-council/feed.atom",
             "/council/blackpool-borough-council/improvements",
             "/compare", "/compare?peers=type&council=blackpool-borough-council",
             "/compare.csv?council=blackpool-borough-council",
             "/compare.xlsx?council=blackpool-borough-council"):
    assert client.get(path).status_code in (200, 302), path
print(*{name.partition(".")[0] for name in sys.modules})
"""
WHOLE_ROOM = """
import importlib, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
print(*{name.partition(".")[0] for name in sys.modules})
"""


@pytest.fixture(scope="module")
def loaded(small_releases: Path, cache: Path) -> set[str]:
    """The names of the packages that a worker has loaded when it has answered for every kind of page."""
    command = [sys.executable, "-c", SCRIPT, str(small_releases), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_serving_imports_nothing_heavy(loaded: set[str]) -> None:
    assert "dash" in loaded
    assert loaded & set(HEAVY) == set()


def test_serving_imports_only_what_its_requirements_name(loaded: set[str]) -> None:
    assert {"dash", "flask", "brotli"} <= distributions_of(loaded)
    assert distributions_of(loaded) - pinned("serve").keys() == set()


@pytest.mark.parametrize(("room", "known"), [("pdf", "typst"), ("mailing", "pikepdf"), ("web", "gunicorn")])
def test_rooms_of_serving_and_of_letters_import_only_what_its_requirements_name(
    room: str, known: str
) -> None:
    command = [sys.executable, "-c", WHOLE_ROOM, f"dashboard.{room}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    used = distributions_of(done.stdout.split())
    assert known in used
    assert used - pinned("serve").keys() == set()


def distributions_of(packages: Iterable[str]) -> set[str]:
    """Return the distributions that bring these packages; the standard library's have none."""
    distributions = packages_distributions()
    return {normal(one) for package in packages for one in distributions.get(package, ())}
