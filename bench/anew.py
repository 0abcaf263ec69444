"""``python -m bench anew --old CHECKOUT``: what a page costs that nobody has asked for yet, before and after.

Both versions are asked for the same pages in turn, each over a release that it built itself; no page is
kept. What counts is the time of the processor, so other work on the machine hardly matters. Then this version
serves on two workers, and is asked for pages of councils, each once.
"""

import argparse
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import anew_worker
from bench.load import Ask, run_load
from bench.servers import BenchError, processor_seconds, product
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import on_map
from dashboard.repository.sqlite import SqliteRepository

HERE = Path(__file__).resolve().parents[1]
BUDGETS = {"council": 1 / 5, "map": 1 / 2, "improvements": 1 / 2, "all improvements": 1 / 2, "paper": 1 / 2}
"""What a page may cost at most, as a part of what it cost before."""
PAGES_A_SECOND = 30
_SEED, _WORKERS, _CONNECTIONS = 12, 2, 6
_START_SECONDS = 3

CouncilYear = tuple[str, str]
"""A council and a year."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the product: its name in the table, its checkout, the folder of its releases."""

    name: str
    checkout: Path
    releases: Path


class Maker:
    """A process that makes the pages of one version."""

    def __init__(self, version: Version, release: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", anew_worker.__file__, version.releases, release],
            cwd=version.checkout,
            env={**os.environ, "PYTHONPATH": str(version.checkout)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if self._line() != anew_worker.READY:
            raise BenchError(f"{version.checkout} does not serve “{release}” of {version.releases}")

    def __enter__(self) -> "Maker":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # which closes its input: it ends

    def cost(self, address: str) -> tuple[float, int]:
        """Return CPU milliseconds and bytes of a page. Raises BenchError where it is not answered."""
        assert self._process.stdin is not None
        print(address, file=self._process.stdin, flush=True)
        status, milliseconds, size = (self._line() or "no - -").split()
        if status != "200":
            raise BenchError(f"{address}: {status}")
        return float(milliseconds), int(size)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def main(told: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench anew", description=__doc__)
    parser.add_argument("--old", type=Path, help="a checkout of the version before")
    parser.add_argument("--old-releases", type=Path, help="its releases (default: in it)")
    parser.add_argument("--releases", type=Path, default=HERE / "releases", help="this version’s releases")
    parser.add_argument("--release", default="demo", help="the release to serve (default: demo)")
    parser.add_argument("--councils", type=int, default=50, help="how many of each page (default: 50)")
    parser.add_argument("--seconds", type=float, default=8, help="seconds of load; 0: none (default: 8)")
    parser.add_argument("--strict", action="store_true", help="fail when a budget is passed")
    arguments = parser.parse_args(told)
    versions = [Version("now", HERE, arguments.releases.resolve())]
    if arguments.old:
        old = arguments.old.resolve()
        versions.insert(0, Version("before", old, (arguments.old_releases or old / "releases").resolve()))
    repository = SqliteRepository(arguments.releases / arguments.release)
    kept = alternated(versions, arguments.release, pages(repository, arguments.councils))
    if arguments.seconds:
        kept &= served(arguments.releases, arguments.release, repository, arguments.seconds)
    return 0 if kept or not arguments.strict else 1


def chosen(repository: SqliteRepository, each: int) -> list[CouncilYear]:
    """Return so many council-years of each type (or all of it), drawn with a fixed seed."""
    draw = random.Random(_SEED)  # noqa: S311
    by_type: dict[AuthorityType, list[CouncilYear]] = {kind: [] for kind in AuthorityType}
    for year in repository.release().years:
        for council in repository.councils(year):
            by_type[council.type].append((council.slug, year))
    return [one for some in by_type.values() for one in draw.sample(some, min(each, len(some)))]


def pages(repository: SqliteRepository, number: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of page."""
    some = chosen(repository, number // len(AuthorityType))
    shown = on_map()
    groups = [some[i : i + 5] for i in range(0, len(some), 5)]
    return {
        "council": [f"/council/{slug}/{year}" for slug, year in some],
        "map": [
            f"/?year={year}&measure={shown[i % len(shown)].id}&tier={('upper', 'lower')[i // 2 % 2]}"
            for i, (_, year) in enumerate(some)
        ],
        "improvements": [f"/council/{slug}/improvements?year={year}" for slug, year in some],
        "all improvements": [f"/improvements?like={slug}&year={year}" for slug, year in some],
        "paper": [f"/council/{slug}/{year}/pack" for slug, year in some],
        "compare": [
            f"/compare?councils={','.join(slug for slug, _ in group)}&year={group[0][1]}" for group in groups
        ],
    }


def alternated(versions: Sequence[Version], release: str, kinds: dict[str, list[str]]) -> bool:
    """Print what each kind of page costs in each version; return whether all budgets are kept."""
    kept = True
    print(f"{'CPU ms, median':<18}" + "".join(f"{version.name:>10}" for version in versions) + "     kB")
    with ExitStack() as stack:
        makers = [stack.enter_context(Maker(version, release)) for version in versions]
        for kind, addresses in kinds.items():
            for maker in makers:
                maker.cost(addresses[-1])  # what is read once a process is not the page's
            costs = [[maker.cost(address) for maker in makers] for address in addresses]
            each = [median(one[i][0] for one in costs) for i in range(len(makers))]
            size = median(one[-1][1] for one in costs) / 1000
            line = f"{kind:<18}" + "".join(f"{one:10.1f}" for one in each) + f"{size:7.0f}"
            if len(each) > 1:
                part = each[1] / each[0]
                line += f"   {part:.2f} of before"
                if kind in BUDGETS:
                    kept &= part <= BUDGETS[kind]
                    line += f" (at most {BUDGETS[kind]:.2f}: {'ok' if part <= BUDGETS[kind] else 'OVER'})"
            print(line, flush=True)
    return kept


def served(folder: Path, release: str, repository: SqliteRepository, seconds: float) -> bool:
    """Print how many pages of councils a second two workers answer, each asked for once."""
    asks = [Ask(f"/council/{slug}/{year}") for slug, year in chosen(repository, 10**6)]
    random.Random(_SEED).shuffle(asks)  # noqa: S311
    os.environ["DASHBOARD_RELEASES"] = str(folder.resolve())
    with product(release, _WORKERS) as server:
        run_load(server.port, [Ask("/livez")], _CONNECTIONS, _START_SECONDS)  # until all workers have started
        before = processor_seconds(server)
        load = run_load(server.port, asks, _CONNECTIONS, seconds)
        worked = processor_seconds(server) - before
    answered = load.per_second * seconds
    each = worked / answered
    print(
        f"{_WORKERS} workers, the client beside them, load {os.getloadavg()[0]:.1f}: "
        f"{load.per_second:.0f} pages of councils a second, each asked for once "
        f"({answered:.0f} of {len(asks)}, {load.failed} failed). {1000 * each:.1f} ms of processor each: "
        f"{_WORKERS / each:.0f} a second of {_WORKERS} processors that are free."
    )
    return load.per_second >= PAGES_A_SECOND and not load.failed
