"""The load generator against a server of a few lines."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.load import Ask, Load, run_load
from bench.load_table import _HEAD, measured, row
from bench.servers import HOST


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status, body = (200, b"x" * 1000) if self.path == "/good" else (503, b"")
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        received = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200 if received == b"{}" else 400)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"3\r\nabc\r\n0\r\n\r\n")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer((HOST, 0), Answers) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize("ask", [Ask("/good"), Ask("/any", "POST", b"{}")], ids=["GET", "POST"])
def test_answers_are_counted(port: int, ask: Ask) -> None:
    load = run_load(port, [ask], connections=2, seconds=0.3)
    assert load.failed == 0
    assert load.per_second > 10
    assert 0 < load.p50_ms <= load.p95_ms <= load.p99_ms < 3_000
    assert load.p95_ms < 300


def test_failures_are_counted(port: int) -> None:
    load = run_load(port, [Ask("/bad")], connections=1, seconds=0.2)
    assert load.failed == pytest.approx(load.per_second * 0.2)


def test_a_row_tells_what_was_counted_under_its_heading() -> None:
    told = row(1_000, Load(250.0, 1.0, 2.0, 3.0, 4), 10, 5.5, 61.25)
    assert dict(zip(_HEAD, (part.strip() for part in told.split("|")), strict=True)) == {
        "connections": "1,000",
        "answers": "2,500",
        "a second": "250",
        "failed": "4",
        "p50 ms": "1.0",
        "p95 ms": "2.0",
        "p99 ms": "3.0",
        "CPU s": "5.5",
        "largest MB": "61.2",
    }


def test_of_a_server_that_was_not_started_here_neither_memory_nor_processor_is_told(port: int) -> None:
    told = [part.strip() for part in measured(port, 2, 0.2, None, "/good").split("|")]
    assert told[3] == "0"
    assert told[-2:] == ["", ""]
