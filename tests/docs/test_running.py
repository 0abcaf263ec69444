"""The drill of ``docs/running.md`` is done as it is written; each line of its fault table names its test."""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.built import PROJECT
from tests.support.published import record_live
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES
from tests.web.server.running import Running, running

GUIDE = (PROJECT / "docs" / "running.md").read_text("utf-8")
SEEN = 4.0
"""Seconds until every worker has seen what was done: it looks every two."""


def commands(heading: str) -> list[str]:
    """Return the commands of a chapter of the guide, in order."""
    chapter = GUIDE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```", chapter, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@dataclass
class Machine:
    """A folder with releases and a store, the servers that run on it, and a shell to type the guide into."""

    folder: Path
    stack: ExitStack
    servers: dict[str, Running] = field(default_factory=dict)

    def serve(self, port: str) -> None:
        """Start a server that the guide calls by a port."""
        log = self.folder / f"log-{port}.txt"
        started = running(self.folder / "releases", log, "--workers", "1")
        self.servers[port] = self.stack.enter_context(started)

    def type(self, line: str) -> str:
        """Do a line of the guide; return what it printed. Raises where it fails."""
        served = re.fullmatch(r"python -m dashboard serve --port (\d+)", line)
        if served:
            self.serve(served[1])
            return ""
        asked = re.fullmatch(r"curl -fsS http://127\.0\.0\.1:(\d+)(/\S*)", line)
        if asked:
            time.sleep(SEEN)
            server = self.servers[asked[1]]
            assert server.status(asked[2]) == 200  # else curl -f would fail
            return server.body(asked[2])
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            env={"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        return done.stdout


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """Winter, then spring went live; a server runs on port 8050 of the guide."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (tmp_path / "bin" / "python").chmod(0o755)
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "names.csv").write_text("name,slug\n")
    releases = tmp_path / "releases"
    releases.mkdir()
    for name in ("winter", "spring"):
        build_tiny(releases, tiny_content(name, status="draft"), MAP_FILES)
    record_live(releases, "winter", "spring")
    with ExitStack() as stack:
        told = Machine(tmp_path, stack)
        told.serve("8050")
        yield told


def test_what_is_lost_is_restored_while_it_is_served(machine: Machine) -> None:
    lines = commands("Backup and restore")
    at = lines.index("mv releases/spring lost")
    for line in lines[:at]:
        told = machine.type(line)
    assert "spring: real, draft, built" in told
    assert "Whole:" in told
    assert (machine.folder / "backup" / "store" / "names.csv").is_file()
    assert (machine.folder / "backup" / "releases" / "publications.json").is_file()

    server = machine.servers["8050"]
    machine.type(lines[at])
    time.sleep(SEEN)
    assert "Release “winter”" in server.body("/about")
    assert server.status("/healthz") == 503
    for line in lines[at + 1 :]:
        told = machine.type(line)
    assert json.loads(told)["release"] == "spring"
    assert "Release “spring” (live)" in server.body("/about")
    assert "Traceback" not in server.log.read_text()


def test_the_whole_folder_is_restored_on_another_machine(machine: Machine) -> None:
    for line in commands("Backup and restore")[:2]:
        machine.type(line)
    page = machine.servers["8050"].body("/about")
    shutil.rmtree(machine.folder / "releases")
    shutil.copytree(machine.folder / "backup" / "releases", machine.folder / "releases")
    machine.serve("another")
    assert machine.servers["another"].body("/about") == page


def test_a_new_version_is_started_beside_the_old_one_and_a_release_is_taken_back(machine: Machine) -> None:
    lines = commands("Upgrade and rollback")
    old = machine.servers["8050"]
    for line in lines[:3]:
        told = machine.type(line)
    assert json.loads(told)["release"] == "spring"
    new = machine.servers["8051"]
    assert new.body("/about") == old.body("/about")
    rollback, ask = lines[3:]
    machine.type(rollback)
    assert json.loads(machine.type(ask))["release"] == "winter"
    old.process.terminate()
    assert old.process.wait(timeout=15) == 0
    assert "Release “winter” (live)" in new.body("/about")


FAULTS = GUIDE.partition("## When something breaks")[2].splitlines()
LINES = [line for line in FAULTS if line.startswith("| ")][1:]
NUMBERS = {"two": 2, "three": 3, "four": 4, "seven": 7}


def test_there_are_enough_faults() -> None:
    several = re.findall(r"\((\w+) faults\)", "".join(LINES))
    assert len(LINES) + sum(NUMBERS[word] - 1 for word in several) >= 25


@pytest.mark.parametrize("line", LINES, ids=[line.split("|")[1].strip()[:60] for line in LINES])
def test_each_fault_names_a_test_that_is_there(line: str) -> None:
    named = re.search(r"`(tests/[\w/]+\.py)::(\w+)`", line.split("|")[3])
    assert named is not None
    assert f"def {named[2]}(" in (PROJECT / named[1]).read_text("utf-8")
