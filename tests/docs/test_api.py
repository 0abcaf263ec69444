"""The example of ``docs/api.md`` runs as it is written, against a server."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from dashboard.api.routes import ROUTES
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.built import PROJECT
from tests.support.tiny_release import build_tiny

PAGE = (PROJECT / "docs" / "api.md").read_text("utf-8")


class Quiet(WSGIRequestHandler):
    """Says nothing of a request."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    build_tiny(tmp_path)
    releases = open_releases("held-figures", demo_allowed=False, directory=tmp_path, environment={})
    app = create_app(releases, Settings(cache=tmp_path / "cache")).server
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(10)


def test_the_example_runs_as_it_is_written(address: str, tmp_path: Path) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    file = tmp_path / "example.py"
    file.write_text(example, "utf-8")
    done = subprocess.run(
        [sys.executable, str(file), address], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == [
        "2022-23 None of None None nothing is held",
        "2023-24 6 of 9 66.7 published by the Ombudsman",
        "2024-25 None of None None nothing is held",
    ]


def test_the_page_names_what_can_be_asked() -> None:
    text = " ".join(PAGE.split())
    for route in ROUTES:
        if "{" not in route.path and route.path:
            assert route.title.lower() in text, route.path
