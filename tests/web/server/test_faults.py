"""The fault table: what happens to the machine or the files, and what readers and monitors are answered then.

What slow clients and junk do is in ``test_slow_clients.py``; what a cache in front does in ``tests/deploy/``.
"""

import os
import resource
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from bench.slow_clients import Kind, slow_clients
from tests.support.published import record_live
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES
from tests.web.server.running import Running, running

SEEN = 4.0
"""Seconds until every worker has seen what was done: it looks every two."""


@contextmanager
def live(place: Path, *options: str, **environment: str) -> Iterator[tuple[Running, Path]]:
    """Serve the live release, spring, which went live after winter."""
    folder = place / "releases"
    folder.mkdir()
    for name in ("winter", "spring"):
        build_tiny(folder, tiny_content(name, status="draft"), MAP_FILES)
    record_live(folder, "winter", "spring")
    with running(folder, place / "log.txt", *options, environment=environment) as server:
        yield server, folder


def workers_of(master: int) -> list[int]:
    told = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [int(one) for one in told]


def two_workers_of(server: Running) -> tuple[int, int]:
    """Return both workers of a server once both are there."""
    end = time.monotonic() + 15
    while len(found := workers_of(server.process.pid)) != 2 and time.monotonic() < end:
        time.sleep(0.1)
    first, second = found
    return first, second


def unlink(release: Path) -> None:
    (release / "release.sqlite").unlink()


def truncate(release: Path) -> None:
    os.truncate(release / "release.sqlite", 4_096)


def empty(release: Path) -> None:
    os.truncate(release / "release.sqlite", 0)


def flip(release: Path) -> None:
    database = release / "release.sqlite"
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 255]))


def vanish(release: Path) -> None:
    """Gone at once: a folder removed file by file is harmed in more than one way, each told once."""
    release.rename(release.parent.parent / "gone")


def no_manifest(release: Path) -> None:
    (release / "manifest.json").unlink()


def broken_manifest(release: Path) -> None:
    (release / "manifest.json").write_text("{")


@pytest.mark.parametrize("harm", [unlink, truncate, empty, flip, vanish, no_manifest, broken_manifest])
def test_a_live_release_that_is_harmed_gives_way_to_the_one_before(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    with live(tmp_path) as (server, folder):
        assert "Release “spring” (live)" in server.body("/about")
        assert server.status("/healthz") == 200
        harm(folder / "spring")
        time.sleep(SEEN)
        for _ in range(4):
            assert "Release “winter”" in server.body("/about")
            assert server.status("/council/blackpool-borough-council/2023-24") == 200
            assert (server.status("/readyz"), server.status("/healthz")) == (200, 503)
        written = server.log.read_text()
    assert 1 <= written.count("“spring” cannot be served") <= 2  # once a worker
    assert "Traceback" not in written


@pytest.mark.parametrize("harm", [truncate, flip, vanish])
def test_a_worker_that_starts_while_the_live_release_is_harmed_serves_the_one_before(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """A worker that fails as it starts would end the whole server."""
    with live(tmp_path, "--workers", "1") as (server, folder):
        harm(folder / "spring")
        (worker,) = workers_of(server.process.pid)
        os.kill(worker, signal.SIGKILL)
        time.sleep(SEEN)
        assert "Release “winter”" in server.body("/about")
        assert (server.status("/readyz"), server.status("/healthz")) == (200, 503)
        assert workers_of(server.process.pid) != [worker]


def test_a_worker_that_finds_nothing_to_serve_ends_alone_and_is_started_again(tmp_path: Path) -> None:
    with live(tmp_path) as (server, folder):
        page = server.body("/about")
        first, second = two_workers_of(server)
        folder.rename(tmp_path / "aside")
        os.kill(first, signal.SIGKILL)
        time.sleep(SEEN)
        assert server.process.poll() is None
        assert second in workers_of(server.process.pid)
        assert server.body("/about") == page
        (tmp_path / "aside").rename(folder)
        time.sleep(2 * SEEN)
        assert "Release “spring” (live)" in server.body("/about")
        assert second in two_workers_of(server)
        assert "Traceback" not in server.log.read_text()


def test_a_folder_that_goes_and_comes_back(tmp_path: Path) -> None:
    with live(tmp_path) as (server, folder):
        server.status("/about")
        (folder / "spring").rename(tmp_path / "aside")
        time.sleep(SEEN)
        assert "Release “winter”" in server.body("/about")
        (tmp_path / "aside").rename(folder / "spring")
        time.sleep(SEEN)
        assert "Release “spring” (live)" in server.body("/about")
        assert server.status("/healthz") == 200


def test_all_releases_gone_leave_what_is_kept_and_an_honest_health(tmp_path: Path) -> None:
    with live(tmp_path, "--workers", "1") as (server, folder):
        page = server.body("/about")
        shutil.rmtree(folder)
        time.sleep(SEEN)
        assert server.body("/about") == page
        assert [server.status(path) for path in ("/livez", "/readyz", "/healthz")] == [200, 503, 503]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"live": 7}'])
def test_a_record_of_publications_that_cannot_be_read_changes_nothing(tmp_path: Path, content: str) -> None:
    with live(tmp_path, "--workers", "1") as (server, folder):
        (folder / "publications.json").write_text(content)
        time.sleep(SEEN)
        assert "Release “spring” (live)" in server.body("/about")
        assert server.status("/healthz") == 503


def test_the_folder_of_compressed_files_may_vanish(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with live(tmp_path, "--workers", "1", DASHBOARD_CACHE=str(cache)) as (server, _):
        page = server.body("/about")
        file = page[page.index("/static/") :].partition('"')[0]
        assert server.status(file) == 200
        shutil.rmtree(cache)
        assert server.status(file) == 200
        assert cache.is_dir()


def test_workers_that_are_killed_are_replaced_and_others_answer(tmp_path: Path) -> None:
    with live(tmp_path) as (server, _):
        first = workers_of(server.process.pid)
        for worker in first:
            os.kill(worker, signal.SIGKILL)
            time.sleep(3)
            assert server.status("/about") == 200
        assert len(workers_of(server.process.pid)) == 2
        assert not set(first) & set(workers_of(server.process.pid))


def test_workers_end_with_their_master(tmp_path: Path) -> None:
    with live(tmp_path) as (server, _):
        workers = workers_of(server.process.pid)
        server.process.kill()
        server.process.wait()
        end = time.monotonic() + 15
        while time.monotonic() < end and any(Path(f"/proc/{one}").exists() for one in workers):
            time.sleep(0.1)
        assert not [one for one in workers if Path(f"/proc/{one}").exists()]


def test_a_port_that_is_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken, ExitStack() as stack:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with pytest.raises(RuntimeError, match=r"(?i)in use"):
            stack.enter_context(live(tmp_path, "--port", port))


@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "nonsense"])
def test_the_locale_makes_no_difference(tmp_path: Path, locale: str) -> None:
    with live(tmp_path, "--workers", "1", LC_ALL=locale, LANG=locale, PYTHONUTF8="0") as (server, _):
        assert "Release “spring” (live)" in server.body("/about")


def test_a_server_that_may_open_few_files_goes_on(tmp_path: Path) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with live(tmp_path, "--workers", "1") as (server, _):
        worker = workers_of(server.process.pid)[0]
        resource.prlimit(worker, resource.RLIMIT_NOFILE, (60, hard))
        with slow_clients(server.port, Kind.HALF_OPEN, 100):
            time.sleep(1)
        time.sleep(1)
        assert server.status("/readyz") == 200
        assert server.status("/about") == 200


def test_it_stops_when_told_to_and_answers_what_was_asked(tmp_path: Path) -> None:
    with live(tmp_path) as (server, _):
        began = time.monotonic()
        server.process.terminate()
        assert server.process.wait(timeout=15) == 0
        assert time.monotonic() - began < 10
