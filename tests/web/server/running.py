"""The real server with options, and all that it writes."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import _free_port as free_port
from tests.support.built import PROJECT

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Running:
    """A server: its port, its process, and where its log goes."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def status(self, path: str, **headers: str) -> int:
        """Ask for a path and return the status."""
        asked = urllib.request.Request(f"{self.address}{path}", headers=headers)  # noqa: S310
        try:
            with urllib.request.build_opener(_NoLeading).open(asked, timeout=20) as answer:
                answer.read()
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def body(self, path: str) -> str:
        """Ask for a path and return what is answered, whatever its status."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=20) as answer:  # noqa: S310
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()


class _NoLeading(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object) -> None:
        return None


@contextmanager
def running(
    folder: Path,
    log: Path,
    *options: str,
    environment: Mapping[str, str] | None = None,
    by: tuple[str, ...] = (),
) -> Iterator[Running]:
    """Serve releases of a folder on a free port until the end of the block; ``by`` stands before it all."""
    port = free_port()
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*by, sys.executable, "-m", "dashboard", "serve", "--port", str(port), *options],
            cwd=PROJECT,
            env={**os.environ, "DASHBOARD_RELEASES": str(folder), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Running(port, process, log)
    try:
        _wait_for(server)
        yield server
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=15)


def _wait_for(server: Running) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if server.process.poll() is not None:
            raise RuntimeError(server.log.read_text())
        try:
            server.status("/livez")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(server.log.read_text())
