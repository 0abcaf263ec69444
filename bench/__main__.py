"""``python -m bench``: measure the product and the tutorial version, print the budgets beside the figures.

Exit status 1 when a budget is passed and ``--strict`` is given. Takes under four minutes.
``python -m bench search`` measures the search of the decisions, ``python -m bench anew`` what pages cost that
nobody has asked for yet, ``python -m bench api`` each route of the API, made anew and kept.
"""

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from bench import anew, api, search
from bench.browser import LOCAL, MID, Seen, chromium, look
from bench.budgets import Figures, broken, table
from bench.load import Ask, run_load
from bench.servers import BenchError, Server, product, tutorial, worker_megabytes
from bench.subjects import COUNCILS, PRODUCT, TUTORIAL, Subject
from bench.weight import first_load_kilobytes
from dashboard.releases.locate import locate

WORKERS = 2
CONNECTIONS = 16
_TRIES = 2  # the tutorial's map now and then never appears


def main() -> int:
    if sys.argv[1:2] == ["search"]:
        return search.main(sys.argv[2:])
    if sys.argv[1:2] == ["anew"]:
        return anew.main(sys.argv[2:])
    if sys.argv[1:2] == ["api"]:
        return api.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--release", default="demo", help="the release to serve (default: demo)")
    parser.add_argument("--visits", type=int, default=3, help="first visits for each median (default: 3)")
    parser.add_argument("--seconds", type=float, default=4, help="seconds of each load (default: 4)")
    parser.add_argument("--strict", action="store_true", help="fail when a budget is passed")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are stopped too
    began = time.perf_counter()
    load = os.getloadavg()[0]
    place = locate(arguments.release, demo_allowed=True)
    print(
        f"{os.cpu_count()} processors, load {load:.1f} before the start; release “{place.name}”", flush=True
    )
    served = {
        "product": (PRODUCT, lambda: product(arguments.release, WORKERS)),
        "tutorial": (TUTORIAL, lambda: tutorial(place, WORKERS)),
    }
    measured: dict[str, Figures] = {}
    for name, (subject, serve) in served.items():
        visits = arguments.visits if subject is PRODUCT else 1
        measured[name] = {}
        for _ in range(_TRIES):
            try:
                measured[name] = measure(subject, serve, visits, arguments.seconds)
                break
            except BenchError as error:
                print(f"{name}: {error}", file=sys.stderr)
    print(table(measured["product"], measured["tutorial"]))
    print(
        "mid: processor 4 times slower, 10 Mbit/s, 40 ms. Medians; the tutorial is visited once.\n"
        "Its map has the product’s detail, its answers are gzipped, the world file it asks\n"
        "another host for is given to it at no cost. Controls ready: a change of measure first\n"
        "recolours the map."
    )
    busiest = max(load, os.getloadavg()[0])
    if busiest > (os.cpu_count() or 1):
        print(f"Other work was running (load {busiest:.1f}): times are too long, ratios and sizes hold.")
    over = broken(measured["product"])
    print(
        f"{time.perf_counter() - began:.0f} s. "
        + (f"Over budget: {'; '.join(over)}." if over else "All budgets kept.")
    )
    return 1 if (over or not measured["product"]) and arguments.strict else 0


def measure(
    subject: Subject, serve: Callable[[], AbstractContextManager[Server]], visits: int, seconds: float
) -> Figures:
    """Return every figure of one of the two, by the keys of the budgets."""
    with serve() as server:
        with chromium() as browser:
            local = look(browser, server, subject, LOCAL, visits)
            mid = look(browser, server, subject, MID, visits)
        return {
            **_weights(server, subject, local),
            **_waits("local", local),
            **_waits("mid", mid),
            "foreign": len(set(local.traffic.foreign + mid.traffic.foreign)),
            "posts": len(local.traffic.posted) + len(mid.traffic.posted),
            **_throughput(server, subject, local, seconds),
            "memory": max(worker_megabytes(server)),
            "start": server.start_seconds,
        }


def _weights(server: Server, subject: Subject, seen: Seen) -> Figures:
    return {
        "bytes_gzip": first_load_kilobytes(server, seen.first_load, "gzip"),
        "bytes_br": first_load_kilobytes(server, seen.first_load, "br") if subject is PRODUCT else None,
        "requests": len(seen.first_load.own) + len(seen.first_load.posted),
    }


def _waits(profile: str, seen: Seen) -> Figures:
    return {
        f"visible_{profile}": seen.visible_ms,
        f"ready_{profile}": seen.ready_ms,
        f"recolour_{profile}": seen.recolour_ms,
        f"opening_{profile}": seen.opening_ms,
    }


def _throughput(server: Server, subject: Subject, seen: Seen, seconds: float) -> Figures:
    """Ask for the map again and again, of the tutorial by its callback; and for a council's page."""
    posted = seen.traffic.posted
    ask = Ask(posted[0][0], "POST", posted[0][1]) if posted else Ask("/")
    page = run_load(server.port, [ask], CONNECTIONS, seconds)
    figures: Figures = {"rate_map": page.per_second, "p95_map": page.p95_ms}
    if subject is PRODUCT:
        council = run_load(server.port, [Ask(f"/council/{COUNCILS[1]}/2023-24")], CONNECTIONS, seconds)
        figures |= {"rate_panel": council.per_second, "p95_panel": council.p95_ms}
        if page.failed or council.failed:
            raise BenchError(f"{page.failed + council.failed} requests failed under load")
    return figures


if __name__ == "__main__":
    raise SystemExit(main())
