"""Serves while one works: after a change, builds what is made from it, and serves that (``make serve``).

A release is built by ``make build``, which knows from what each is made, while the one before is still
served; a running server shows it within two seconds. Only a change of code, styles or scripts starts the
server again.
"""

import argparse
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from watchfiles import watch

PROJECT = Path(__file__).resolve().parents[1]
CODE = ("dashboard", "assets")
DATA = ("data",)
_PATIENCE = 15  # seconds in which a server that is told to stop must have stopped


class Serving(Protocol):
    """A server that can be started, stopped, and asked whether it runs."""

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""

    def start(self) -> None:
        """Start it."""

    def stop(self) -> None:
        """Stop it and wait until it has; nothing where it does not run."""


class Server:
    """``python -m dashboard serve`` as a process of its own."""

    def __init__(self, port: int) -> None:
        self._command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port), "--or-demo"]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(self._command, cwd=PROJECT, stdin=subprocess.DEVNULL)

    def stop(self) -> None:
        """Stop it and wait until it has; nothing where it does not run."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def work(changes: Iterable[set[Path]], build: Callable[[], bool], server: Serving) -> None:
    """Serve, and after each set of changed files build and, where code is among them, serve anew.

    What cannot be built leaves the server as it is: the release before it and the code before it are whole.
    """
    unbuilt: set[Path] = set()
    server.start()
    for changed in changes:
        print(f"Changed: {', '.join(str(path) for path in sorted(changed))}", flush=True)
        unbuilt |= changed
        if not build():
            continue
        if not server.running or any(map(is_code, unbuilt)):
            server.stop()
            server.start()
        unbuilt.clear()


def is_code(path: Path) -> bool:
    """Say whether a path within the project is what the server itself is made of."""
    return path.parts[0] in CODE


def changed_files() -> Iterator[set[Path]]:
    """Yield the files that changed, within the project, whenever some did."""
    for changes in watch(*(PROJECT / place for place in (*CODE, *DATA)), raise_interrupt=False):
        yield {Path(path).relative_to(PROJECT) for _, path in changes}


def build() -> bool:
    """Build the releases whose inputs changed, and say whether that went well."""
    return subprocess.run(["make", "--no-print-directory", "build"], cwd=PROJECT, check=False).returncode == 0


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8050)
    server = Server(parser.parse_args().port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        work(changed_files(), build, server)
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
