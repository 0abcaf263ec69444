"""The load generator against a server of a few lines."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.load import Ask, run_load
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
    assert 0 < load.p95_ms < 300


def test_failures_are_counted(port: int) -> None:
    load = run_load(port, [Ask("/bad")], connections=1, seconds=0.2)
    assert load.failed == pytest.approx(load.per_second * 0.2)
