"""The container file: what it copies serves by itself, from places that are read only.

Nothing builds images here: its steps are done by hand, with the packages that are installed.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.browser.serving import _free_port as free_port
from tests.deploy.nginx import CONFIGURATION
from tests.support.built import PROJECT
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES

CONTAINER = (PROJECT / "Containerfile").read_text("utf-8")
COMPOSE = (PROJECT / "compose.yaml").read_text("utf-8")


def test_it_installs_what_serving_needs_by_its_hashes() -> None:
    assert "COPY requirements/serve.txt /requirements.txt" in CONTAINER
    assert "--require-hashes -r /requirements.txt" in CONTAINER
    assert not re.search(r"requirements/(build|derive|development)|requirements\.txt /app", CONTAINER)


def test_it_runs_as_nobody() -> None:
    assert re.findall(r"^USER (\S+)$", CONTAINER, re.MULTILINE) == ["10001:10001"]
    assert "read_only: true" in COMPOSE


def test_what_it_copies_serves_by_itself_and_writes_to_its_cache_alone(tmp_path: Path) -> None:
    app, releases, cache = tmp_path / "app", tmp_path / "releases", tmp_path / "cache"
    releases.mkdir()
    build_tiny(releases, extra=MAP_FILES)
    for source, target in re.findall(
        r"^COPY (?!--from|requirements)(\S+) /app/(\S+)$", CONTAINER, re.MULTILINE
    ):
        place = PROJECT / source
        copy = shutil.copytree if place.is_dir() else shutil.copy
        app.mkdir(exist_ok=True)
        copy(place, app / target)
    before = {file for file in app.rglob("*") if "__pycache__" not in file.parts}
    command = json.loads(re.findall(r"^CMD (\[.*\])$", CONTAINER, re.MULTILINE)[-1])
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DASHBOARD_RELEASES": str(releases),
        "DASHBOARD_CACHE": str(cache),
        "DASHBOARD_RELEASE": "held-figures",
        "PORT": str(port),
    }
    server = subprocess.Popen([sys.executable, *command[1:-1], "127.0.0.1"], cwd=app, env=environment)
    try:
        assert answered(f"http://127.0.0.1:{port}/readyz") == "ready\n"
        assert "<h1" in answered(f"http://127.0.0.1:{port}/council/blackpool-borough-council/2023-24")
    finally:
        server.terminate()
        server.wait(timeout=15)
    assert any(cache.rglob("*.br"))
    assert {file for file in app.rglob("*") if "__pycache__" not in file.parts} == before


def answered(url: str) -> str:
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.parametrize("name", ["LISTEN", "UPSTREAM", "CACHE", "LOGS"])
def test_compose_sets_every_name_of_the_configuration(name: str) -> None:
    assert re.search(rf"\b{name}\b", CONFIGURATION.read_text("utf-8"))
    assert f"s#{name}#" in COMPOSE


def test_each_name_stands_where_sed_replaces_it_once_a_line() -> None:
    """``s#NAME#...#`` without ``g`` replaces the first of a line: there is no second."""
    told = [line.partition("#")[0] for line in CONFIGURATION.read_text("utf-8").splitlines()]
    for name in ("LISTEN", "UPSTREAM", "CACHE", "LOGS"):
        assert all(len(re.findall(rf"\b{name}\b", line)) <= 1 for line in told)


def test_the_licence_is_the_one_that_is_named() -> None:
    assert 'license = { text = "MIT" }' in (PROJECT / "pyproject.toml").read_text("utf-8")
    assert (PROJECT / "LICENSE").read_text("utf-8").startswith("MIT License\n")
