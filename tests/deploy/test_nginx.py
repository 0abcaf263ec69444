"""The configuration of nginx: keeps, waits, bounds; and what is published or withdrawn is so in time."""

import json
import os
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.slow_clients import Kind, slow_clients
from tests.deploy.nginx import NGINX, Nginx, nginx_before
from tests.support.built import PROJECT
from tests.support.published import record_live
from tests.support.tiny_cases import HOMELESS, content_with_cases
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES
from tests.web.server.running import Running, running

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

SECONDS = 1
"""How long a page is kept here; a minute by default."""
BOUND = 2 * SECONDS + 2 + 3
"""Seconds: kept, as long again while it is asked for; two until a server sees it; three to spare."""
DECISION = f"/decisions/{HOMELESS.lower().replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, headers in small letters, and text."""

    status: int
    headers: dict[str, str]
    text: str


def ask(nginx: Nginx, path: str, **headers: str) -> Answer:
    asked = urllib.request.Request(nginx.address + path, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310
            told, body = answer, answer.read()
    except urllib.error.HTTPError as error:
        told, body = error, error.read()
    return Answer(
        told.status, {k.lower(): v for k, v in told.headers.items()}, body.decode("utf-8", "replace")
    )


def seconds_until(true: Callable[[], bool], most: float = BOUND + 5) -> float:
    """Return how long it took until something was true; infinity where it was not."""
    began = time.monotonic()
    while time.monotonic() - began < most:
        if true():
            return time.monotonic() - began
        time.sleep(0.1)
    return float("inf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("releases")
    for name in ("spring", "autumn"):
        build_tiny(made, tiny_content(name, status="draft"), MAP_FILES)
    build_tiny(made, content_with_cases(), MAP_FILES)
    record_live(made, "spring")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Running]:
    kept = {"DASHBOARD_PAGE_SECONDS": str(SECONDS)}
    with running(folder, folder.parent / "log.txt", environment=kept) as told:
        yield told


@pytest.fixture(scope="module")
def nginx(server: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    with nginx_before(server.port, tmp_path_factory.mktemp("nginx")) as told:
        yield told


def test_a_page_is_kept_in_each_encoding(nginx: Nginx) -> None:
    for encoding in ("br", "gzip", ""):
        first = ask(nginx, "/accessibility", **{"Accept-Encoding": encoding})
        again = ask(nginx, "/accessibility", **{"Accept-Encoding": encoding})
        assert first.headers.get("content-encoding", "") == encoding
        assert again.headers["x-cache"] in ("HIT", "STALE", "UPDATING")
        assert again.headers["etag"] == first.headers["etag"]
        assert "vary" in again.headers


def test_what_a_client_has_is_not_sent_again(nginx: Nginx) -> None:
    tag = ask(nginx, "/about").headers["etag"]
    assert ask(nginx, "/about", **{"If-None-Match": tag}).status == 304


@pytest.mark.parametrize(
    "path", ["//about", "/about/", "/./about", "/%61bout", "/about?x=1", "/council/../about"]
)
def test_no_way_of_writing_an_address_takes_the_place_of_another(nginx: Nginx, path: str) -> None:
    ask(nginx, path)
    answer = ask(nginx, "/about")
    assert answer.status == 200
    assert "<h1>About these figures</h1>" in answer.text


def test_health_is_never_kept(nginx: Nginx) -> None:
    for path in ("/livez", "/readyz", "/healthz"):
        for _ in range(2):
            answer = ask(nginx, path)
            assert (answer.status, answer.headers.get("x-cache")) == (200, None)


def test_what_is_published_and_rolled_back_is_so_in_time(nginx: Nginx, folder: Path) -> None:
    for name in ("autumn", "spring"):
        ask(nginx, "/about")
        record_live(folder, name)
        took = seconds_until(lambda name=name: f"Release “{name}” (live)" in ask(nginx, "/about").text)
        assert took <= BOUND


def test_what_was_asked_for_long_ago_is_not_shown_to_the_next_who_asks(nginx: Nginx, folder: Path) -> None:
    """Nothing older than its time and as long again is shown while it is asked for anew."""
    ask(nginx, "/data")
    record_live(folder, "autumn")
    time.sleep(BOUND)
    assert "Release “autumn” (live)" in ask(nginx, "/data").text
    record_live(folder, "spring")


def withdraw(folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "withdraw",
        HOMELESS,
        "--reason",
        "A person could be recognised.",
    ]
    environment = {**os.environ, "DASHBOARD_RELEASES": str(folder)}
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize(("kept", "purged"), [(SECONDS, False), (3_600, True)])
def test_what_is_withdrawn_is_gone_in_time_and_at_once_where_the_cache_is_emptied(
    tmp_path: Path, kept: int, purged: bool
) -> None:
    folder = tmp_path / "releases"
    folder.mkdir()
    build_tiny(folder, content_with_cases(), MAP_FILES)
    options = ("--release", "demo")
    with (
        running(
            folder, tmp_path / "log.txt", *options, environment={"DASHBOARD_PAGE_SECONDS": str(kept)}
        ) as server,
        nginx_before(server.port, tmp_path / "nginx") as nginx,
    ):
        assert ask(nginx, DECISION).status == 200
        withdraw(folder)
        if purged:
            assert ask(nginx, DECISION).status == 200  # without it, an hour
            time.sleep(3)
            subprocess.run(
                ["find", nginx.cache / "pages", "-type", "f", "-delete"], check=True
            )  # as documented
        took = seconds_until(lambda: ask(nginx, DECISION).status == 410)
        assert took <= (2 if purged else BOUND)


def test_kept_pages_are_shown_while_nothing_behind_answers(tmp_path: Path, folder: Path) -> None:
    kept = {"DASHBOARD_PAGE_SECONDS": str(SECONDS)}
    with (
        running(folder, tmp_path / "log.txt", environment=kept) as server,
        nginx_before(server.port, tmp_path / "nginx") as nginx,
    ):
        page = ask(nginx, "/about").text
        server.process.terminate()
        server.process.wait(timeout=20)
        time.sleep(2 * SECONDS + 1)
        answer = ask(nginx, "/about")
        assert (answer.status, answer.text) == (200, page)
        assert ask(nginx, "/accessibility").status in (502, 504)
        assert ask(nginx, "/readyz").status in (502, 504)


def test_a_release_that_is_switched_under_load_is_shown_whole_and_in_time(nginx: Nginx, folder: Path) -> None:
    """Nobody is refused meanwhile, and no page is of two releases."""
    paths = ("/about", "/complain", "/council/blackpool-borough-council/2023-24", "/data?x=1")
    told: list[tuple[int, frozenset[str]]] = []
    over = threading.Event()

    def read_on(path: str) -> None:
        while not over.is_set():
            time.sleep(0.2)  # one client may ask only so often
            answer = ask(nginx, path)
            told.append((answer.status, frozenset(re.findall(r"Release “(\w+)” \(live\)", answer.text))))

    readers = [threading.Thread(target=read_on, args=(path,)) for path in paths]
    for reader in readers:
        reader.start()
    try:
        for name in ("autumn", "spring", "autumn", "spring"):
            record_live(folder, name)
            time.sleep(2.5)
        time.sleep(BOUND)
        after = [ask(nginx, path).text for path in paths]
    finally:
        over.set()
        for reader in readers:
            reader.join()
    assert len(told) > 20
    assert {status for status, _ in told} == {200}
    assert all(len(names) <= 1 for _, names in told)
    assert all("Release “spring” (live)" in text for text in after)


@pytest.mark.parametrize("kind", Kind)
def test_slow_clients_of_nginx_hold_nobody(nginx: Nginx, kind: Kind) -> None:
    with slow_clients(nginx.port, kind, 80, "/about"):
        for path in ("/readyz", "/about"):
            began = time.monotonic()
            assert ask(nginx, path).status == 200
            assert time.monotonic() - began < 3


def test_the_log_says_what_was_answered_and_not_what_was_asked(nginx: Nginx) -> None:
    secrets = {"Referer": "http://secret.example/", "User-Agent": "secret", "Cookie": "secret"}
    for path in ("/find?q=SW1A+9ZZ", "/find.json?q=secret", "/about?x=secret", "/api/v1/postcodes/SW1A9ZZ"):
        ask(nginx, path, **secrets)
    time.sleep(0.2)
    written = (nginx.logs / "access.log").read_text()
    assert not any(secret in written for secret in ("secret", "SW1A", "127.0.0.1"))
    told = [json.loads(line) for line in written.splitlines()]
    assert {"/find", "/about", "/api/v1/postcodes"} <= {line["route"] for line in told}
    assert {"time", "route", "status", "seconds", "bytes", "cache"} == set(told[-1])
