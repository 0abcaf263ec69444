"""Servers under test: started on a free loopback port, timed, weighed and always stopped."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

HOST = "127.0.0.1"
_PATIENCE = 60.0


class BenchError(Exception):
    """Something could not be measured; the message says what and why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers: its port, its process, and the seconds from start to first answer."""

    port: int
    pid: int
    start_seconds: float

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextmanager
def product(release: str, workers: int) -> Iterator[Server]:
    """Serve a release of the product."""
    command = [sys.executable, "-m", "dashboard", "serve", "--release", release, "--workers", str(workers)]
    with _served(command, {}) as server:
        yield server


@contextmanager
def tutorial(release: Path, workers: int) -> Iterator[Server]:
    """Serve the tutorial version over the same figures."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-w",
        str(workers),
        "--threads",
        "4",
        "bench.tutorial_app:server",
    ]
    with _served(command, {"BENCH_RELEASE": str(release)}) as server:
        yield server


def worker_megabytes(server: Server) -> list[float]:
    """Return the proportional set size of each worker in MB (shared pages by share), largest first."""
    workers = [pid for pid in _processes() if _parent(pid) == server.pid]
    return sorted((_proportional(pid) for pid in workers), reverse=True)


def processor_seconds(server: Server) -> float:
    """Return how long the processor has worked for a server and its workers."""
    return sum(_worked(pid) for pid in _processes() if server.pid in (pid, _parent(pid)))


@contextmanager
def _served(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Server]:
    port = _free_port()
    bind = ["--port", str(port)] if "serve" in command else ["-b", f"{HOST}:{port}"]
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, *bind],
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            _wait_for_answer(process, port, started)
            yield Server(port, process.pid, time.perf_counter() - started)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def _wait_for_answer(process: "subprocess.Popen[bytes]", port: int, started: float) -> None:
    while time.perf_counter() - started < _PATIENCE:
        if process.poll() is not None:
            said = process.stderr.read().decode(errors="replace").strip() if process.stderr else ""
            raise BenchError(f"the server stopped at once: {said.splitlines()[-1] if said else 'no message'}")
        try:
            connection = HTTPConnection(HOST, port, timeout=10)
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            time.sleep(0.02)
    raise BenchError(f"the server did not answer within {_PATIENCE:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _processes() -> list[int]:
    return [int(place.name) for place in Path("/proc").iterdir() if place.name.isdigit()]


def _parent(pid: int) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def _worked(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _proportional(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise BenchError(f"the kernel does not tell the memory of process {pid}")
