"""Many hands at once: commands that run side by side, each a process of its own, some of them killed.

``python -m tests.support.hands`` imports everything once; for each line of its input, a list of commands as
JSON, it forks a child for each, kills those that are to be killed after so many seconds, and answers with
how each ended. Forking spares every child the seconds that it takes to start.
"""

import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

PROJECT = Path(__file__).resolve().parents[2]
LONGEST = 300.0  # seconds: no command takes so long


@dataclass(frozen=True, slots=True)
class Order:
    """A command to be given; ``kill`` is after how many seconds it is killed (None: it is left alone)."""

    words: tuple[str, ...]
    kill: float | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its status (None: killed), what it said, and when it began and ended."""

    status: int | None
    said: str
    began: float
    ended: float

    @property
    def killed(self) -> bool:
        return self.status is None

    @property
    def done(self) -> bool:
        return self.status == 0


class Hands:
    """The process that gives the commands."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "tests.support.hands"]
        self._process = subprocess.Popen(
            command, cwd=PROJECT, env={**os.environ, **environment}, stdin=-1, stdout=-1, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def at_once(self, orders: Sequence[Order]) -> list[Ended]:
        """Give commands at once, and wait until all have ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([asdict(order) for order in orders]) + "\n")
        self._process.stdin.flush()
        return [Ended(**told) for told in json.loads(self._process.stdout.readline())]

    def one(self, *words: str) -> Ended:
        """Give one command and wait for it; it must end well."""
        (ended,) = self.at_once([Order(words)])
        assert ended.done, ended.said
        return ended

    def close(self) -> None:
        """Let the process end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


def _child(words: Sequence[str], out: IO[bytes]) -> int:
    child = os.fork()
    if child:
        return child
    os.dup2(out.fileno(), 1)
    os.dup2(out.fileno(), 2)
    status = 70
    try:
        from dashboard.cli import main  # noqa: PLC0415

        status = main(list(words))
    except SystemExit as ended:
        status = int(ended.code or 0)
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _give(orders: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    outs = [TemporaryFile() for _ in orders]  # noqa: SIM115  (closed below, each read once its child has ended)
    began = [time.monotonic() for _ in orders]
    running: dict[int, int] = {}
    for at, order in enumerate(orders):
        running[_child(order["words"], outs[at])] = at  # type: ignore[arg-type]
    told: dict[int, dict[str, object]] = {}
    while running:
        for child, at in list(running.items()):
            kill = orders[at]["kill"]
            if time.monotonic() - began[at] > (LONGEST if kill is None else float(str(kill))):
                os.kill(child, signal.SIGKILL)
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                del running[child]
                code = os.waitstatus_to_exitcode(status)
                outs[at].seek(0)
                said = outs[at].read().decode(errors="replace")
                told[at] = asdict(Ended(None if code < 0 else code, said, began[at], time.monotonic()))
        time.sleep(0.002)
    for out in outs:
        out.close()
    return [told[at] for at in range(len(orders))]


def main() -> None:
    """Answer each line of the input."""
    import dashboard  # noqa: PLC0415

    for module in pkgutil.walk_packages(dashboard.__path__, "dashboard."):
        if module.name.split(".")[1] in ("cli", "checks", "imports", "build", "releases", "diff"):
            importlib.import_module(module.name)
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(_give(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
