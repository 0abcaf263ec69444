"""Clients that ask for nothing, by the letter, or do not read: how long the others wait meanwhile.

``python -m bench.slow_clients`` serves the demonstration as by default and prints a table.
"""

import random
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection

from bench.servers import HOST, product

COUNTS = (0, 8, 12, 40, 300)
LIMIT = 0.25
"""Seconds that 99 in 100 answers for others may take."""
_SECONDS, _A_SECOND = 4.0, 25
_LETTERS = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "


class Kind(StrEnum):
    """How a client is slow."""

    HALF_OPEN = "half-open"  # sends the beginning of a request, and no more
    DRIPPING = "dripping"  # sends a letter of its headers at a time
    UNREAD = "unread"  # asks for a long file, and does not read it


@dataclass(frozen=True, slots=True)
class Waited:
    """What others waited, in seconds, each ascending."""

    ready: Sequence[float]
    page: Sequence[float]
    failed: int


@contextmanager
def slow_clients(
    port: int, kind: Kind, count: int, path: str = "/decisions.csv"
) -> Iterator[list[socket.socket]]:
    """Hold so many slow connections open, as clients that are not the one who waits."""
    with ExitStack() as stack:
        held = []
        for number in range(count):
            one = stack.enter_context(
                socket.create_connection((HOST, port), timeout=5, source_address=(_address(number), 0))
            )
            if kind is Kind.UNREAD:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                one.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            else:
                one.sendall(_LETTERS)
            held.append(one)
        yield held


def _address(number: int) -> str:
    """Return where a slow client connects from: nginx bounds what comes from one address.

    Linux has all of 127.0.0.0/8; elsewhere they share the address of the client that waits.
    """
    return f"127.0.1.{number % 250 + 1}" if sys.platform == "linux" else HOST


def waited(port: int, kind: Kind, held: Sequence[socket.socket], seconds: float = _SECONDS) -> Waited:
    """Ask for health and for the map on connections of their own while the slow clients are there."""
    ready, page, failed = [], [], 0
    until = time.perf_counter() + seconds
    turn = 0
    while time.perf_counter() < until:
        began = time.perf_counter()
        if kind is Kind.DRIPPING:
            for one in held:
                with suppress(OSError):  # let go of, as it should be
                    one.send(random.choice((b"a", b"b")))  # noqa: S311
        try:
            (ready if turn % 2 else page).append(_asked(port, "/readyz" if turn % 2 else "/"))
        except OSError:
            failed += 1
        turn += 1
        time.sleep(max(0.0, 1 / _A_SECOND - (time.perf_counter() - began)))
    return Waited(sorted(ready), sorted(page), failed)


def at(share: float, times: Sequence[float]) -> float:
    """Return the time that a share of the answers took at most."""
    return times[min(len(times) - 1, int(len(times) * share))] if times else float("inf")


def _asked(port: int, path: str) -> float:
    began = time.perf_counter()
    connection = HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise OSError(f"{path}: {answer.status}")
    finally:
        connection.close()
    return time.perf_counter() - began


def main() -> int:
    """Print the table; 1 where anyone waited longer than the limit."""
    late = False
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with ExitStack() as stack:
        if not port:
            port = stack.enter_context(product("demo", 2)).port
        _asked(port, "/")
        print(
            f"{'clients':>20} {'ready p50':>10} {'p99':>7} {'map p50':>9} {'p99':>7} {'failed':>7}   seconds"
        )
        for kind in Kind:
            for count in COUNTS:
                with slow_clients(port, kind, count) as held:
                    time.sleep(0.5)
                    found = waited(port, kind, held)
                figures = [at(share, times) for times in (found.ready, found.page) for share in (0.5, 0.99)]
                late |= max(figures) > LIMIT or found.failed > 0
                print(
                    f"{count:>10} {kind:<10}{figures[0]:>10.3f} {figures[1]:>7.3f} "
                    f"{figures[2]:>9.3f} {figures[3]:>7.3f} {found.failed:>7}",
                    flush=True,
                )
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
