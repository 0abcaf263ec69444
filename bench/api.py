"""``python -m bench api``: how long each route of the API takes, made anew (cold) and kept (warm), over HTTP.

Two workers serve on loopback; each address is asked for twice on one connection, which is one worker's. A
route is asked with an example of everything it may be asked, and for a list in every order, in pages of as
many items as there may be: what is dearest. ``first`` is its first answer of all, for which a worker opens
what it reads. Answers about postcodes are never kept.
"""

import argparse
import json
import os
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import quote, urlencode

from bench.servers import HOST, BenchError, product
from dashboard.api.parameters import FORMAT, MOST_ITEMS, PAGE, RELEASE, SIZE
from dashboard.api.route import BASE, Route
from dashboard.api.routes import ROUTES

COLD_MS, WARM_MS = 300.0, 10.0
"""What the 95th percentile of a route may be at most."""
EACH = 24
"""Items asked for of a route that answers one: so many councils, so many decisions."""
POSTCODES = ("FY1", "LS1", "M1", "BS1", "CT1", "NE1", "SW1A", "B1", "TR1", "YO1", "PL1", "OX1")
_WORKERS, _CONNECTIONS = 2, 2


@dataclass(frozen=True, slots=True)
class Timed:
    """A route: milliseconds of its first answer, of each address cold and then warm; the largest in kB."""

    address: str
    first: float
    cold: tuple[float, ...]
    warm: tuple[float, ...]
    largest: float

    @property
    def kept(self) -> bool:
        """Whether both budgets are kept."""
        return p95(self.cold) <= COLD_MS and (not self.warm or p95(self.warm) <= WARM_MS)


class Client:
    """A connection to one worker, kept alive."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection(HOST, port, timeout=60)

    def ask(self, address: str) -> tuple[float, bytes]:
        """Return milliseconds and the body. Raises BenchError where it is not answered."""
        began = time.perf_counter()
        try:
            answer = self._answer(address)
        except ConnectionError:  # it was idle while another was asked, and was closed
            self._connection.close()
            began = time.perf_counter()
            answer = self._answer(address)
        body = answer.read()
        passed = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise BenchError(f"{address}: {answer.status}")
        return passed, body

    def _answer(self, address: str) -> HTTPResponse:
        self._connection.request("GET", address)
        return self._connection.getresponse()


def main(told: Sequence[str] | None = None) -> int:
    """Measure and print; exit status 1 when a budget is passed and ``--strict`` is given."""
    parser = argparse.ArgumentParser(prog="python -m bench api", description=__doc__)
    parser.add_argument("--release", default="demo", help="the release to serve (default: demo)")
    parser.add_argument("--strict", action="store_true", help="fail when a budget is passed")
    arguments = parser.parse_args(told)
    print(f"{_WORKERS} workers, release “{arguments.release}”, load {os.getloadavg()[0]:.1f}")
    print(
        f"{'':<32}{'asked':>6}{'first':>8}{'cold p50':>10}{'p95':>8}{'warm p50':>10}{'p95':>7}  ms{'kB':>7}"
    )
    every = []
    with product(arguments.release, _WORKERS) as server:
        clients = [Client(server.port) for _ in range(_CONNECTIONS)]
        for route in ROUTES:
            timed = measure(route, clients)
            every.append(timed)
            print(line(timed), flush=True)
    if os.getloadavg()[0] > (os.cpu_count() or 1):
        print(f"Other work was running (load {os.getloadavg()[0]:.1f}): times are too long.")
    over = [timed.address for timed in every if not timed.kept]
    print(f"Over budget: {', '.join(over)}." if over else "All budgets kept.")
    return 1 if over and arguments.strict else 0


def measure(route: Route, clients: Sequence[Client]) -> Timed:
    """Ask a route for every address, twice each."""
    asked = addresses(route, clients[0])
    first, _ = clients[0].ask(asked[0] if route.one else route.live_example)
    cold, warm, largest = [], [], 0
    for number, address in enumerate(asked[1:] if route.one else asked):
        client = clients[number % len(clients)]
        passed, body = client.ask(address)
        cold.append(passed)
        largest = max(largest, len(body))
        if not route.private:
            warm.append(client.ask(address)[0])
    return Timed(route.address, first, tuple(cold), tuple(warm), largest / 1000)


def addresses(route: Route, client: Client) -> list[str]:
    """Return what a route is asked for: each address once."""
    if not route.one:
        return [f"{route.address}?{urlencode(query)}" for query in _queries(route)]
    if route.private:
        return [f"{BASE}/postcodes/{beginning}" for beginning in POSTCODES]
    (name,) = route.parts
    several = route.address.partition("/{")[0]
    items = json.loads(client.ask(f"{several}?size={EACH}")[1])["items"]
    return [f"{several}/{quote(item[name])}" for item in items]


def _queries(route: Route) -> Iterator[dict[str, str]]:
    """Yield the queries of a list, all with pages of as many items as there may be."""
    most = {SIZE.name: str(MOST_ITEMS)}
    yield most
    yield {**most, FORMAT.name: "csv"}
    for parameter in route.parameters:
        if parameter.name in (PAGE.name, SIZE.name, RELEASE.name, FORMAT.name):
            continue
        orders = parameter.schema.get("enum") if parameter.name == "sort" else None
        for value in orders if isinstance(orders, list) else [parameter.example]:
            yield {**most, parameter.name: value}


def line(timed: Timed) -> str:
    """Return a route's line of the table."""
    told = f"{timed.address:<32}{len(timed.cold):>6}{timed.first:>8.0f}"
    told += f"{statistics.median(timed.cold):>10.1f}{p95(timed.cold):>8.1f}"
    told += (
        f"{statistics.median(timed.warm):>10.1f}{p95(timed.warm):>7.1f}"
        if timed.warm
        else f"{'not kept':>17}"
    )
    return f"{told}{timed.largest:>11,.0f}{'' if timed.kept else '   OVER'}"


def p95(moments: Sequence[float]) -> float:
    """Return the 95th percentile, by the nearest rank."""
    return sorted(moments)[max(round(0.95 * len(moments)) - 1, 0)]


if __name__ == "__main__":
    raise SystemExit(main())
