"""Killed at any moment, the live release stays whole and every reader is answered.

More kills: ``make slow FAULTS=1000``.
"""

import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.imports.store.draft import load_draft
from dashboard.imports.store.files import stored_file
from dashboard.releases.locate import present
from dashboard.releases.publication_file import read_publications
from dashboard.releases.verify import verify
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.killed import DRAFT, NAMES, build, switch

PROJECT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("FAULTS", "105"))
READERS = 3
HURRY = 20  # the server's clock: it looks for what is published every tenth of a second
COUNCIL = "/council/blackpool-borough-council/2023-24"
PATHS = (
    *("/", COUNCIL, f"{COUNCIL}/letter", f"{COUNCIL}/panel.json", "/data", "/data/figures.csv"),
    *("/healthz", "/?release=spring", f"{COUNCIL}?release=spring", "/find.json?q=black"),
)
TABLE = """Complaints decided 2023-24 (0 of 0)

Authority Name,Invalid or Incomplete,Advice Given,Referred back for Local Resolution,\
Closed after initial enquiries,Not Upheld,Upheld,Total
Blackpool Borough Council,2,1,10,9,3,6,31
Leeds City Council,5,2,40,30,6,27,110
"""


@dataclass
class Killer:
    """The process that does and kills; ``durations`` are those of acts left alone."""

    process: subprocess.Popen[str]
    durations: dict[str, float] = field(default_factory=dict)

    def act(self, what: str, name: str, edition: int, after: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{what} {name} {edition} {after}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def learn(self, what: str, name: str, edition: int) -> None:
        started = time.perf_counter()
        assert self.act(what, name, edition, "whole") == "done"
        self.durations[what] = time.perf_counter() - started


@dataclass
class Readers:
    """Threads that fetch pages until they are told to stop, and remember whatever is not as it must be."""

    client: Client
    stop: threading.Event = field(default_factory=threading.Event)
    faults: list[str] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)

    def read(self, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311
        while not self.stop.is_set():
            path = chance.choice(PATHS)
            try:
                self._fetch(path)
            except Exception as error:
                self.faults.append(f"{path}: {error!r}")
            time.sleep(0.02)

    def _fetch(self, path: str) -> None:
        answer = self.client.get(path)
        self.answered[path] += 1
        if answer.status_code != 200:
            self.faults.append(f"{path}: {answer.status_code}")
        if answer.mimetype == "text/html":
            named = set(re.findall("Release “([a-z]+)”", answer.text))
            if not named or (not named <= set(NAMES)) or not answer.text.endswith("</html>\n"):
                self.faults.append(f"{path}: not a whole page of one release: {named}")
            for file in re.findall(r'"(/static/(?:spring|summer)/[^"]+)"', answer.text):
                if self.client.get(file).status_code != 200:
                    self.faults.append(f"{path}: {file} is not there")


@pytest.fixture
def killer(tmp_path: Path) -> Iterator[Killer]:
    releases, store, table = tmp_path / "releases", tmp_path / "store", tmp_path / "decided.csv"
    table.write_text(TABLE, "utf-8")
    for name in NAMES:
        build(releases, name, 0)
    switch(releases, 0)
    command = [sys.executable, "-m", "tests.support.killed", str(releases), str(store), str(table)]
    process = subprocess.Popen(command, cwd=PROJECT, stdin=-1, stdout=-1, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield Killer(process)
    assert process.stdin is not None
    process.stdin.close()
    process.wait(timeout=30)
    process.stdout.close()


@pytest.fixture
def readers(tmp_path: Path, killer: Killer) -> Iterator[Readers]:
    releases = open_releases(
        None,
        demo_allowed=False,
        directory=tmp_path / "releases",
        environment={},
        clock=lambda: time.monotonic() * HURRY,
    )
    server = create_app(releases, Settings(cache=tmp_path / "cache", page_cache_bytes=200_000)).server
    reading = Readers(server.test_client())
    threads = [threading.Thread(target=reading.read, args=(seed,)) for seed in range(READERS)]
    for thread in threads:
        thread.start()
    yield reading
    reading.stop.set()
    for thread in threads:
        thread.join(timeout=30)


def _all_whole(releases: Path, store: Path) -> None:
    record = read_publications(releases)
    assert record.live in NAMES
    for name in present(releases):
        assert verify(releases / name) == []
    for one in load_draft(store, DRAFT).inputs:
        stored_file(store, one.sha256, one.name)  # refuses a copy that is not whole


@pytest.mark.slow
def test_no_reader_is_failed_by_a_hundred_kills(tmp_path: Path, killer: Killer, readers: Readers) -> None:
    releases, store = tmp_path / "releases", tmp_path / "store"
    for edition, (what, name) in enumerate([("build", "spring"), ("publish", "-"), ("import", "-")], start=1):
        killer.learn(what, name, edition)
    chance = random.Random(20261123)  # noqa: S311
    ended: Counter[tuple[str, str]] = Counter()
    edition = 10
    while sum(number for (_, how), number in ended.items() if how == "killed") < KILLS:
        edition += 1
        assert edition < 5 * KILLS, f"most acts end before they are killed: {ended}"
        what = ("publish", "import", "publish", "build")[edition % 4]
        after = chance.uniform(0, killer.durations[what])
        ended[what, killer.act(what, chance.choice(NAMES), edition, f"{after:.4f}")] += 1
        _all_whole(releases, store)
        assert readers.faults == []
    assert {what for (what, how) in ended if how == "killed"} == {"build", "publish", "import"}
    assert not [what for (what, how) in ended if how == "failed"]
    for what in ("build", "publish", "import"):  # what was killed hinders nothing, and leaves nothing behind
        killer.learn(what, NAMES[0], edition + 1)
    killer.learn("build", NAMES[1], edition + 2)
    assert not [path for path in releases.iterdir() if path.name.startswith((".building-", ".publications-"))]
    assert readers.faults == []
    assert set(readers.answered) == set(PATHS)
