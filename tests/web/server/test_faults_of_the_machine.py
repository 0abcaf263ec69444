"""The fault table, of the machine: a full disk, folders that can only be read, a clock that is wrong."""

import os
import resource
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.published import record_live
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES
from tests.web.server.running import Running, running
from tests.web.server.test_faults import SEEN, live, workers_of

WITHOUT_RIGHTS = ("setpriv", "--bounding-set", "-all", "--inh-caps", "-all") if os.getuid() == 0 else ()
"""Before a command: even root may then write only where the folder allows it."""
A_CLOCK = """
import datetime, os, time

real, moved_by = time.time, os.environ["CLOCK_MOVED"]


def moved():
    with open(moved_by) as file:
        return real() + float(file.read() or 0)


class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(moved(), tz)


time.time, datetime.datetime = moved, Moved
"""
"""A clock that a file moves by so many seconds, put into a process as it starts (``sitecustomize``)."""
PAGE = "/council/blackpool-borough-council"


def test_a_full_disk_stops_no_answer(tmp_path: Path) -> None:
    """No byte more can be written, of the log neither; pages that are not made yet are made all the same."""
    with live(tmp_path, "--workers", "1", "--access-log") as (server, _):
        assert server.status("/about") == 200
        (worker,) = workers_of(server.process.pid)
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (0, hard))
        size = server.log.stat().st_size
        for path in ("/about", f"{PAGE}/2023-24", f"{PAGE}/2024-25.json", "/data/figures.csv", "/"):
            assert server.status(path) == 200, path
        assert [server.status(path) for path in ("/livez", "/readyz", "/healthz")] == [200, 200, 200]
        assert workers_of(server.process.pid) == [worker]
        assert server.log.stat().st_size == size


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder; what is made read only in it can be removed afterwards."""
    yield tmp_path
    for folder, _, _ in os.walk(tmp_path):
        Path(folder).chmod(0o755)


def read_only(folder: Path) -> None:
    for inside, _, names in os.walk(folder):
        for name in names:
            (Path(inside) / name).chmod(0o444)
        Path(inside).chmod(0o555)


@contextmanager
def without_rights(place: Path, cache: Path) -> Iterator[Running]:
    """Serve as somebody who may write nowhere in the place."""
    told = {"DASHBOARD_CACHE": str(cache)}
    with running(place / "releases", place / "log.txt", environment=told, by=WITHOUT_RIGHTS) as server:
        yield server


def test_folders_that_can_only_be_read_are_enough(place: Path) -> None:
    folder, cache = place / "releases", place / "cache"
    folder.mkdir()
    build_tiny(folder, tiny_content("spring", status="draft"), MAP_FILES)
    record_live(folder, "spring")
    with running(folder, place / "first.txt", environment={"DASHBOARD_CACHE": str(cache)}) as server:
        assert server.status("/readyz") == 200  # the compressed files are made
    for one in (folder, cache):
        read_only(one)
    with without_rights(place, cache) as server:
        page = server.body("/about")
        assert "Release “spring” (live)" in page
        assert server.status(page[page.index("/static/") :].partition('"')[0]) == 200
        assert server.status(f"{PAGE}/2023-24") == 200
        assert [server.status(path) for path in ("/readyz", "/healthz")] == [200, 200]


def test_a_cache_that_cannot_be_made_is_said_in_a_sentence(place: Path) -> None:
    folder, closed = place / "releases", place / "closed"
    for one in (folder, closed):
        one.mkdir()
    build_tiny(folder, tiny_content("spring", status="draft"), MAP_FILES)
    record_live(folder, "spring")
    read_only(closed)
    with pytest.raises(RuntimeError) as ended, without_rights(place, closed / "cache"):
        pass
    assert "This user may not do that" in str(ended.value)
    assert "Traceback" not in str(ended.value)


def test_a_var_that_is_not_there_is_made(tmp_path: Path) -> None:
    cache = tmp_path / "none" / "var" / "web"
    with live(tmp_path, "--workers", "1", DASHBOARD_CACHE=str(cache)) as (server, _):
        page = server.body("/about")
        assert server.status(page[page.index("/static/") :].partition('"')[0]) == 200
        assert cache.is_dir()


@pytest.mark.parametrize("moved", [-3_600, 365 * 86_400])
def test_a_clock_that_is_moved_while_it_serves_changes_nothing(tmp_path: Path, moved: int) -> None:
    """Workers stay, pages are answered, and what is published is seen as soon as by a clock that is right."""
    clock, inside = tmp_path / "clock", tmp_path / "inside"
    clock.write_text("0")
    inside.mkdir()
    (inside / "sitecustomize.py").write_text(A_CLOCK)
    faked = {"PYTHONPATH": str(inside), "CLOCK_MOVED": str(clock)}
    with live(tmp_path, "--workers", "1", "--access-log", **faked) as (server, folder):
        assert "Release “spring” (live)" in server.body("/about")
        workers = workers_of(server.process.pid)
        clock.write_text(str(moved))
        time.sleep(SEEN)
        assert server.status(f"{PAGE}/2023-24") == 200
        assert [server.status(path) for path in ("/livez", "/readyz", "/healthz")] == [200, 200, 200]
        record_live(folder, "winter")
        time.sleep(SEEN)
        assert "Release “winter” (live)" in server.body("/about")
        assert workers_of(server.process.pid) == workers
        written = server.log.read_text()
        assert "Traceback" not in written
        moved_to = datetime.now(UTC) + timedelta(seconds=moved)
        assert f'"time": "{moved_to:%Y-%m-%d}' in written  # the clock was moved indeed


def test_a_release_put_in_place_by_a_clock_that_is_behind_is_seen(tmp_path: Path) -> None:
    """What is new is told by the file, not by being younger."""
    with live(tmp_path, "--workers", "1") as (server, folder):
        server.status("/about")
        shutil.rmtree(folder / "spring")
        build_tiny(folder, tiny_content("spring", status="draft"), MAP_FILES)
        for file in (folder / "spring").iterdir():
            os.utime(file, (0, 0))
        time.sleep(SEEN)
        assert "Release “spring” (live)" in server.body("/about")
        assert server.status("/healthz") == 200
