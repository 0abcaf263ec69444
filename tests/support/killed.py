"""A process that does things which are killed: ``python -m tests.support.killed RELEASES STORE FILE``.

It imports everything once, then for each line of its input (``build live 3 0.02``) forks a child that
does the act and kills it after so many seconds, and answers ``killed`` or ``done``. Forking spares each of
a hundred children the second it takes to start. ``whole`` in place of the seconds lets it finish.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.build.content import PopulationEstimate
from dashboard.build.data import DATA
from dashboard.cli.switching import what_changed
from dashboard.imports.drafts.importing import Asked as Import
from dashboard.imports.drafts.importing import import_files
from dashboard.reference.load import Reference, load_reference
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publish import Asked, publish, rollback
from tests.support.tiny_release import BLACKPOOL, build_tiny, tiny_content

NAMES = ("spring", "summer")
DRAFT = "2030-31"
MAP_FILES = {f"map/{tier}-{period}.json": b"{}" for tier in ("upper", "lower") for period in (1, 3)}


def build(releases: Path, name: str, edition: int) -> None:
    """Build a release, in place of the one of its name; ``edition`` makes its database another."""
    content = tiny_content(name, status="draft")
    estimate = PopulationEstimate(BLACKPOOL.slug, 2023, 141_000 + edition, "ONS mid-year estimate")
    build_tiny(releases, replace(content, population=(*content.population, estimate)), MAP_FILES)


def switch(releases: Path, edition: int) -> None:
    """Publish the release that is not live; every third time roll back instead, where there is what to."""
    record = read_publications(releases)
    asked = Asked("Head of data", f"Switch {edition}", datetime.now(UTC))
    if edition % 3 == 2 and record.before:
        rollback(releases, asked, changed=what_changed)
    else:
        other = next(name for name in NAMES if name != record.live)
        publish(releases, other, asked, changed=what_changed)


def bring_in(store: Path, table: Path, edition: int, reference: Reference) -> None:
    """Import a table, each time another one, in place of the one before."""
    own = table.with_name(f"decided-{edition}.csv")
    own.write_text(table.read_text("utf-8").replace("0 of 0", f"{edition} of {edition}"), "utf-8")
    import_files(store, Import(DRAFT, (own,), ("2023-24",), None, replacing=True), reference)


def _acts(releases: Path, store: Path, table: Path) -> dict[str, Callable[[str, int], object]]:
    reference = load_reference(DATA)
    return {
        "build": lambda name, edition: build(releases, name, edition),
        "publish": lambda _, edition: switch(releases, edition),
        "import": lambda _, edition: bring_in(store, table, edition, reference),
    }


def _killed(act: Callable[[str, int], object], name: str, edition: int, after: str) -> str:
    child = os.fork()
    if child == 0:
        try:
            act(name, edition)
            os._exit(0)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(1)
    if after != "whole":
        time.sleep(float(after))
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {0: "done", -signal.SIGKILL: "killed"}.get(status, "failed")


def main() -> None:
    """Answer each line of the input."""
    acts = _acts(*map(Path, sys.argv[1:]))
    print("ready", flush=True)
    for line in sys.stdin:
        what, name, edition, after = line.split()
        print(_killed(acts[what], name, int(edition), after), flush=True)


if __name__ == "__main__":
    main()
