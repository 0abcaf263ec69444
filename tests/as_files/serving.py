"""An export made by the command, and a plain file server over it: ``python -m http.server``."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from tests.browser.serving import _free_port as free_port
from tests.support.built import PROJECT


def command(releases: Path, cache: Path, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Start ``python -m dashboard export`` in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", "export", *arguments],
        cwd=PROJECT,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("DASHBOARD_")},
            "DASHBOARD_RELEASES": str(releases),
            "DASHBOARD_CACHE": str(cache),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def exported(releases: Path, cache: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Run the command to its end; return its status and all that it printed."""
    process = command(releases, cache, *arguments, **environment)
    told, _ = process.communicate(timeout=240)
    return process.returncode, told


@contextmanager
def file_server(folder: Path) -> Iterator[str]:
    """Serve a folder by Python's own file server on a free port; yield its address."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=15)


def fetched(url: str) -> tuple[int, bytes]:
    """Return the status and body of a URL, redirects of its own host followed."""
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Named(HTMLParser):
    """Everything that a page names: links, forms, styles, scripts. An oracle apart from the product's own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.forms: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        for name in ("href", "src", "data-finder"):
            if told.get(name):
                self.targets.append(str(told[name]))
        if tag == "form":
            self.forms.append(str(told.get("action")))
        if told.get("data-files"):
            self.targets += re.findall(r'"(/[^"]*)"', str(told["data-files"]))


def words_of(page: str) -> str:
    """Return the text between the marks of a page's main part."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())
