"""nginx with the project's configuration, in front of a server on this machine."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import _free_port as free_port
from tests.support.built import PROJECT

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CONFIGURATION = PROJECT / "deploy" / "nginx.conf"


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx: its port, and the folders of what it keeps and writes."""

    port: int
    cache: Path
    logs: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def configured(port: int, upstream: int, cache: Path, logs: Path) -> str:
    """Return the configuration with its four names set."""
    text = CONFIGURATION.read_text("utf-8")
    for name, value in (
        ("LISTEN", f"127.0.0.1:{port}"),
        ("UPSTREAM", f"127.0.0.1:{upstream}"),
        ("CACHE", str(cache)),
        ("LOGS", str(logs)),
    ):
        assert name in text
        text = text.replace(name, value)
    return text


@contextmanager
def nginx_before(upstream: int, place: Path) -> Iterator[Nginx]:
    """Run nginx in front of a port until the end of the block."""
    assert NGINX
    port, cache, logs = free_port(), place / "cache", place / "logs"
    for folder in (cache, logs):
        folder.mkdir(parents=True)
    file = place / "nginx.conf"
    file.write_text(configured(port, upstream, cache, logs), "utf-8")
    process = subprocess.Popen(
        [
            NGINX,
            "-p",
            str(place),
            "-c",
            str(file),
            "-e",
            str(logs / "error.log"),
            "-g",
            "daemon off; user root;",
        ]
        if os.getuid() == 0
        else [NGINX, "-p", str(place), "-c", str(file), "-e", str(logs / "error.log"), "-g", "daemon off;"]
    )
    try:
        _wait_for(port, process)
        yield Nginx(port, cache, logs)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended with status {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("nginx does not answer")
