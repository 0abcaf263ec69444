"""The logs and the numbers: what was done, and never what was asked."""

import io
import json
import logging
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dashboard.web.log import JsonLines, write_json
from tests.browser.serving import _free_port as free_port
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES
from tests.web.server.running import Running, running
from tests.web.server.test_slow_clients import said

SECRETS = ("SW1A", "9ZZ", "mysecretword", "203.0.113.7", "cookie-of-mine", "refers-to-me", "agent-of-mine")
HEADERS = {
    "X-Forwarded-For": "203.0.113.7",
    "Cookie": "a=cookie-of-mine",
    "Referer": "http://refers-to-me.example/?q=mysecretword",
    "User-Agent": "agent-of-mine",
}
ASKED = (
    *(
        "/",
        "/find?q=SW1A+9ZZ",
        "/find.json?q=mysecretword",
        "/decisions?q=mysecretword",
        "/mysecretword/SW1A",
    ),
    *(
        "/council/mysecretword",
        "/decisions/mysecretword",
        "/decisions.csv?q=mysecretword",
        "/?year=mysecretword",
    ),
    *("/api/v1/postcodes/SW1A9ZZ", "/api/v1/postcodes/SW1A 9ZZ".replace(" ", "%20"), "/api/v1/mysecretword"),
    *("/api/v1/decisions?q=mysecretword", "/api/v1/decisions/mysecretword", "/api/v1/figures?mysecretword=1"),
    *("/static/x/mysecretword", "/healthz?SW1A", "/about/?mysecretword=1", "/find?release=mysecretword"),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, int]]:
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    metrics = free_port()
    options = ("--release", "demo", "--access-log", "--metrics-port", str(metrics))
    with running(folder, folder.parent / "log.txt", *options) as told:
        yield told, metrics


def numbers(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return str(answer.read().decode())


def test_no_log_and_no_number_says_what_was_asked(server: tuple[Running, int]) -> None:
    running_, metrics = server
    for path in ASKED:
        running_.status(path, **HEADERS)
    for junk in (b"mysecretword\r\n\r\n", b"GET /find?q=SW1A+9ZZ HTTP/1.1\r\nbad mysecretword\r\n\r\n"):
        said(running_.port, junk)
    written = running_.log.read_text() + numbers(metrics)
    assert [secret for secret in SECRETS if secret in written] == []
    assert "127.0.0.1 " not in written
    lines = [json.loads(line) for line in running_.log.read_text().splitlines() if line.startswith("{")]
    told = [line for line in lines if line["logger"] == "dashboard.access"]
    assert len(told) >= len(ASKED)
    assert {"time", "level", "route", "status", "ms", "release"} <= set(told[0])
    routes = {"/find", "/council/<slug>", "/api/v1/postcodes/<postcode>", "(nowhere)", "(refused)"}
    assert routes <= {line["route"] for line in told}


def test_the_numbers_add_up_over_all_workers(server: tuple[Running, int]) -> None:
    running_, metrics = server
    for _ in range(12):
        assert running_.status("/accessibility") == 200
    line = 'dashboard_answers_total{release="demo",route="/accessibility",status="200"} 12.0'
    assert line in numbers(metrics)


def test_the_numbers_are_not_on_the_readers_port(server: tuple[Running, int]) -> None:
    assert server[0].status("/metrics") == 404


def test_without_being_asked_nothing_is_written_of_an_answer(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    folder.mkdir()
    build_tiny(folder, content_with_cases(), MAP_FILES)
    with running(folder, tmp_path / "log.txt", "--release", "demo") as quiet:
        quiet.status("/find?q=SW1A+9ZZ")
        assert quiet.log.read_text().splitlines() == [
            f"Serving release “demo” on http://127.0.0.1:{quiet.port}"
        ]


def test_a_fault_is_told_by_its_kind_and_place_not_by_its_words() -> None:
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, "It failed.", (), None)
    with suppress(ValueError):
        try:
            raise ValueError("mysecretword")
        except ValueError:
            record.exc_info = sys.exc_info()
            raise
    line = JsonLines().format(record)
    told = json.loads(line)
    assert told["error"] == "builtins.ValueError"
    assert "test_what_is_written.py" in told["at"][-1]
    assert "mysecretword" not in line


def test_everything_that_is_logged_is_one_line_of_json() -> None:
    root, stream = logging.getLogger(), io.StringIO()
    before, level = root.handlers[:], root.level
    try:
        write_json(access=False, stream=stream)
        logging.getLogger("anything").warning("two\nlines “%s”", "ä")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        logging.captureWarnings(False)
    assert json.loads(stream.getvalue())["message"] == "two\nlines “ä”"
