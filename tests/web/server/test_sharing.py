"""Every worker has its share of the connections, and none waits for one that hangs."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.server.sharing import GRACE, Share, Table
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES
from tests.web.server.running import Running, running


def two() -> tuple[Share, Share]:
    table = Table(seats=2)
    first, second = table.seat(), table.seat()
    assert first
    assert second
    assert table.seat() is None
    return first, second


def test_who_holds_no_more_than_any_other_takes_at_once() -> None:
    first, second = two()
    assert first.takes(0.0)
    first.holds(1)
    assert second.takes(0.0)
    assert not first.takes(0.0)


def test_what_nobody_takes_is_taken_after_a_moment_and_the_next_without_one() -> None:
    first, _hangs = two()
    first.holds(1)
    assert not first.takes(5.0)
    assert first.waits(5.0) == pytest.approx(GRACE)
    assert not first.takes(5.0 + GRACE / 2)
    assert first.waits(5.0 + GRACE) == 0.0
    assert first.takes(5.0 + GRACE)
    first.holds(2)
    assert first.takes(5.0 + GRACE * 1.1)


def test_what_another_took_is_not_what_waits_next() -> None:
    first, second = two()
    first.holds(3)
    assert not first.takes(0.0)
    second.holds(1)
    assert not first.takes(GRACE * 2)  # another connection, left to the second anew


def test_a_seat_that_is_left_counts_no_more_and_is_given_again() -> None:
    table = Table(seats=2)
    first, second = table.seat(), table.seat()
    assert first
    assert second
    first.holds(7)
    second.leave()
    assert first.takes(0.0)
    assert (again := table.seat()) is not None
    assert again.seat == second.seat
    assert not first.takes(0.0)


@given(
    workers=st.integers(1, 6), looks=st.lists(st.integers(0, 5), max_size=60), seconds=st.floats(0, GRACE / 2)
)
def test_of_workers_that_look_in_any_order_none_is_far_ahead(
    workers: int, looks: list[int], seconds: float
) -> None:
    table = Table(seats=workers)
    shares = [share for _ in range(workers) if (share := table.seat())]
    held = [0] * workers
    now = 0.0
    for first in looks:  # a connection: each looks in turn, beginning with any, until one takes it
        now += seconds
        for one in (*range(first % workers, workers), *range(first % workers)):
            if shares[one].takes(now):
                held[one] += 1
                shares[one].holds(held[one])
                break
    assert max(held) <= min(held) + min(held) // 4 + 1
    assert sum(held) == len(looks)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Two workers that have both started."""
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    log = tmp_path_factory.mktemp("log") / "written"
    with running(folder, log, "--or-demo", "--workers", "2") as serving:
        for _ in range(300):
            with ExitStack() as stack:
                open_ones(serving, 4, stack)
                if min(held(serving).values()) > 0:
                    break
            time.sleep(0.1)
        yield serving


def test_a_worker_that_hangs_keeps_nobody_waiting_and_has_its_share_afterwards(server: Running) -> None:
    hangs, other = workers(server)
    with ExitStack() as stack:
        os.kill(hangs, signal.SIGSTOP)
        try:
            open_ones(server, 24, stack)
            assert held(server) == {hangs: 0, other: 24}
        finally:
            os.kill(hangs, signal.SIGCONT)
        for _ in range(24):
            time.sleep(0.1)  # a worker that has been waited for in vain is not waited for again just then
            open_ones(server, 1, stack)
        assert held(server)[hangs] >= 18


def open_ones(server: Running, number: int, stack: ExitStack) -> None:
    """Open so many connections at once and ask on each; they stay open as long as the stack."""
    place = ("127.0.0.1", server.port)
    opened = [
        stack.enter_context(closing(socket.create_connection(place, timeout=5.0))) for _ in range(number)
    ]
    for connection in opened:
        connection.sendall(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
    for connection in opened:
        assert connection.recv(20).startswith(b"HTTP/1.1 200")


def held(server: Running) -> dict[int, int]:
    """Return how many connections each worker holds."""
    ours = sockets_at(server.port)
    return {pid: len(ours & open_sockets(pid)) for pid in workers(server)}


def workers(server: Running) -> list[int]:
    """Return the processes of the server's workers."""
    told = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text()
    return [int(pid) for pid in told.split()]


def sockets_at(port: int) -> set[str]:
    """Return the numbers of the open connections whose own end is at a port."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {line[9] for line in lines if line[1].endswith(f":{port:04X}") and line[3] == "01"}


def open_sockets(pid: int) -> set[str]:
    """Return the numbers of the sockets that a process holds."""
    links = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]
    return {link.removeprefix("socket:[").rstrip("]") for link in links if link.startswith("socket:[")}
