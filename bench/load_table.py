"""What the site bears: the map, asked for on 16, 64, 256 and 1,000 connections at once.

``python -m bench.load_table`` serves the demonstration as by default and prints a table; with a port
(``python -m bench.load_table 8080``) it asks what answers there, such as nginx before a server. Each row
takes ``--seconds`` (10).
"""

import argparse
import os
import resource
import sys
import time
from contextlib import ExitStack

from bench.load import Ask, Load, run_load
from bench.servers import Server, processor_seconds, product, worker_megabytes

CONNECTIONS = (16, 64, 256, 1_000)
_FILES = 4_096
"""Files this process may open: a connection is one."""
_HEAD = ("connections", "answers", "a second", "failed", "p50 ms", "p95 ms", "p99 ms", "CPU s", "largest MB")


def row(connections: int, load: Load, seconds: float, worked: float | None, largest: float | None) -> str:
    """Return a line of the table: ``worked`` seconds of processor and MB of a worker where they are known."""
    known = [f"{worked:.1f}" if worked is not None else "", f"{largest:.1f}" if largest is not None else ""]
    figures = [
        f"{connections:,}",
        f"{load.per_second * seconds:,.0f}",
        f"{load.per_second:,.0f}",
        f"{load.failed:,}",
        *(f"{one:.1f}" for one in (load.p50_ms, load.p95_ms, load.p99_ms)),
        *known,
    ]
    return " | ".join(figure.rjust(len(head)) for head, figure in zip(_HEAD, figures, strict=True))


def measured(port: int, connections: int, seconds: float, server: Server | None, path: str) -> str:
    """Load a port and return a line of the table; ``server`` is known where it was started here."""
    before = processor_seconds(server) if server else 0.0
    load = run_load(port, [Ask(path)], connections, seconds)
    worked = processor_seconds(server) - before if server else None
    return row(connections, load, seconds, worked, worker_megabytes(server)[0] if server else None)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.load_table", description=__doc__)
    parser.add_argument("port", type=int, nargs="?", help="ask what answers here (default: serve demo)")
    parser.add_argument("--path", default="/", help="the page (default: the map)")
    parser.add_argument("--seconds", type=float, default=10, help="seconds of each row (default: 10)")
    parser.add_argument("--workers", type=int, default=2, help="processes that serve (default: 2)")
    arguments = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (_FILES if most < 0 else min(_FILES, most), most))
    with ExitStack() as stack:
        server = None if arguments.port else stack.enter_context(product("demo", arguments.workers))
        port = server.port if server else arguments.port
        run_load(port, [Ask(arguments.path)], 4, 1)  # made and kept, in each worker
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before; {time.strftime('%H:%M')}")
        print(" | ".join(_HEAD), flush=True)
        for connections in CONNECTIONS:
            print(measured(port, connections, arguments.seconds, server, arguments.path), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
