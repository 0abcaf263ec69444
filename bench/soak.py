"""A day in short: mixed reading while workers are killed, releases switched and a decision withdrawn.

``python -m bench.soak [SECONDS]`` works on a copy of the two bundled releases. It prints what was answered,
and what the workers weigh at the beginning and the end.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.servers import HOST, Server, product, worker_megabytes
from dashboard.domain.case_filter import CaseFilter
from dashboard.releases.locate import releases_directory
from dashboard.releases.publication_file import read_publications, switching, write_publications
from dashboard.releases.publications import PUBLISH
from dashboard.repository.catalogue import Publication
from dashboard.repository.sqlite import SqliteRepository

_READERS = 8
_MEANT = frozenset({200, 302, 304, 404, 410})


def addresses(release: Path) -> list[str]:
    """Return addresses of every kind: pages, trees, files, searches, papers."""
    repository = SqliteRepository(release)
    years = repository.release().years
    slugs = [council.slug for council in repository.councils(years[-1])]
    councils = [f"/council/{slug}/{year}" for slug in slugs[::7] for year in years[-3:]]
    return [
        *("/", "/index.json", "/about", "/data", "/compare", "/robots.txt", "/nowhere", "/data/figures.csv"),
        *councils,
        *(f"{one}.json" for one in councils[::3]),
        *(f"{one}/letter" for one in councils[::5]),
        *(f"{one}/pack" for one in councils[::5]),
        *(f"/decisions?q={word}" for word in ("mould", "delay", "school+transport", "zzz")),
        *(f"/improvements?page={page}" for page in range(1, 6)),
        *(f"/?year={year}&x={number}" for number, year in enumerate(years)),
        *(f"/compare?councils={','.join(slugs[n : n + 3])}" for n in range(0, 30, 3)),
        f"{councils[0]}/letter.pdf",
        "/compare.xlsx?councils=" + ",".join(slugs[:3]),
    ]


def read(port: int, asked: list[str], until: float, told: Counter[str], seed: int) -> None:
    """Ask at random until the end, on connections that are kept."""
    draw = random.Random(seed)  # noqa: S311
    connection = HTTPConnection(HOST, port, timeout=30)
    while time.monotonic() < until:
        try:
            connection.request("GET", draw.choice(asked), headers={"Accept-Encoding": "br"})
            answer = connection.getresponse()
            answer.read()
            told["answers" if answer.status in _MEANT else str(answer.status)] += 1
        except (OSError, HTTPException):
            told["broken off"] += 1
            connection.close()
            connection = HTTPConnection(HOST, port, timeout=30)
    connection.close()


def publish(folder: Path, name: str) -> None:
    """Make a release live."""
    with switching(folder) as held:
        record = read_publications(folder)
        at = f"2026-05-{len(record.history) + 1:02}T09:00:00Z"
        write_publications(held, record.switched(Publication(at, PUBLISH, name, record.live, "Soak", "Soak")))


def withdraw(folder: Path) -> None:
    """Withdraw a decision out of every release."""
    cases = SqliteRepository(folder / "demo").cases()
    assert cases is not None
    reference = next(iter(cases.every_decision(CaseFilter()))).reference
    command = [sys.executable, "-m", "dashboard", "withdraw", reference, "--reason", "Soak"]
    environment = {**os.environ, "DASHBOARD_RELEASES": str(folder)}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def kill_a_worker(server: Server) -> None:
    """Kill one of the server's workers."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)


def main() -> int:
    """Soak; 1 where anything was answered that was not meant."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("demo", "held-figures"):
            shutil.copytree(releases_directory() / name, folder / name)
        os.environ["DASHBOARD_RELEASES"] = str(folder)
        told: Counter[str] = Counter()
        with product("demo", 2) as server:
            asked = addresses(folder / "demo")
            events: list[tuple[float, Callable[[], None]]] = [
                (0.2, lambda: publish(folder, "held-figures")),
                (0.4, lambda: kill_a_worker(server)),
                (0.5, lambda: publish(folder, "demo")),
                (0.6, lambda: withdraw(folder)),
                (0.8, lambda: kill_a_worker(server)),
            ]
            began = time.monotonic()
            until = began + seconds
            threads = [
                threading.Thread(target=read, args=(server.port, asked, until, told, seed))
                for seed in range(_READERS)
            ]
            for thread in threads:
                thread.start()
            time.sleep(seconds * 0.1)
            print("workers at the beginning, MB:", *(f"{one:.0f}" for one in worker_megabytes(server)))
            for share, event in events:
                time.sleep(max(0.0, began + seconds * share - time.monotonic()))
                event()
            for thread in threads:
                thread.join()
            print("workers at the end, MB:", *(f"{one:.0f}" for one in worker_megabytes(server)))
    print(f"{seconds:.0f} s:", ", ".join(f"{name}: {count}" for name, count in sorted(told.items())))
    return int(any(name not in ("answers", "503", "broken off") for name in told))


if __name__ == "__main__":
    sys.exit(main())
