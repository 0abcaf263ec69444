"""No client holds what others need: whoever is slow, health and pages are answered."""

import socket
import time
from contextlib import closing

import pytest

from bench.slow_clients import Kind, at, slow_clients, waited
from dashboard.web.server.limits import LONGEST_ADDRESS, Limits

PATIENCE = 3.0
"""Seconds. A server that gives a thread to each connection answers none of this at all."""


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("count", [12, 100])
def test_slow_clients_hold_nobody(port: int, kind: Kind, count: int) -> None:
    with slow_clients(port, kind, count) as held:
        found = waited(port, kind, held, seconds=1.0)
    assert found.failed == 0
    assert len(found.ready) > 0 < len(found.page)
    assert max(at(1.0, found.ready), at(1.0, found.page)) < PATIENCE


def said(port: int, request: bytes, seconds: float = 5.0) -> bytes:
    """Return all that a connection answers to some bytes before it is closed or falls silent."""
    got = b""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=seconds)) as connection:
        connection.sendall(request)
        try:
            while piece := connection.recv(65_536):
                got += piece
        except OSError:
            return got
    return got


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /" + b"a" * LONGEST_ADDRESS + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"b" * (Limits().head_bytes + 1) + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 40_000 + b"\r\n", 431),
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nbad header\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", 413),
        (b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: strange\r\n\r\n", 501),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab", 405),
    ],
)
def test_what_is_refused_is_refused_by_a_page_of_the_site(port: int, request_: bytes, status: int) -> None:
    head, _, body = said(port, request_).partition(b"\r\n\r\n")
    assert head.split(b" ")[1] == str(status).encode()
    assert b"Content-Security-Policy: default-src 'none'" in head
    assert b"no-store" in head
    assert b"Server:" not in head
    assert b'<main id="main"' in body
    assert body.rstrip().endswith(b"</html>")
    assert len(body) < 200_000


def test_a_request_that_does_not_end_is_let_go_of(port: int) -> None:
    began = time.monotonic()
    assert said(port, b"GET / HTTP/1.1\r\nX: ", seconds=Limits().head_seconds + 5) == b""
    assert time.monotonic() - began < Limits().head_seconds + 4


def test_a_connection_is_kept_for_the_next_request(port: int) -> None:
    twice = b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n" * 2
    last = b"GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    assert said(port, twice + last).count(b"200 OK") == 3
