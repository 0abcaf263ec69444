"""Writing many letters at once, in several processes, so that a run may end at any moment and go on later."""

import multiprocessing
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.mailing.index import INDEX, PROBLEMS, Entry, Key, Problem, write_index, write_problems
from dashboard.mailing.one_letter import Done, Order, Writer, leave_signals_to_the_parent
from dashboard.repository.manifest import ManifestError

_TOGETHER = 8  # letters a process is given at a time
_SAVED_EVERY = 1.0  # seconds between savings of the index: what a killed run has to make again


@dataclass(frozen=True, slots=True)
class Plan:
    """A run: letters of a release and year into a folder; ``names`` are those of the councils, by slug."""

    release: Path
    year: str
    folder: Path
    names: Mapping[str, str]
    orders: Sequence[Order]
    processes: int


@dataclass
class Told:
    """What a run came to. ``peaks`` is the most memory each process had, in bytes; ``unsaved`` are the lists
    (of the letters, of the problems) that could not be written."""

    written: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    interrupted: bool = False
    peaks: dict[int, int] = field(default_factory=dict)
    unsaved: list[str] = field(default_factory=list)

    def take(self, done: Done, plan: Plan, index: dict[Key, Entry]) -> None:
        """Count what was done, and enter the letter into the index; out of it, where it is not there."""
        self.problems += done.problems
        self.peaks[done.process] = max(done.peak, self.peaks.get(done.process, 0))
        if done.entry is not None:
            index[done.entry.key] = done.entry
            self.written += done.made
            self.unchanged += not done.made
            return
        before = index.get((plan.year, done.slug))
        if before is not None and not (plan.folder / before.file).is_file():
            del index[before.key]


def write_letters(
    plan: Plan, index: dict[Key, Entry], known: Sequence[Problem], progress: Callable[[int], None]
) -> Told:
    """Write all letters of a plan; ``index`` becomes what is in the folder, on disk too, as the problems do,
    those ``known`` before and those found.

    ``progress`` is called with how many more are done. What cannot be written is told, and the rest is
    written; Ctrl-C ends the run after the letters begun. Where not even the index or the list of
    problems can be written, that is a problem too, and what stood there is as it was.
    """
    told = Told(problems=list(known))
    waiting = {order.slug for order in plan.orders}
    saved = time.monotonic()
    why = "the run was interrupted"

    def take(done: Sequence[Done]) -> None:
        for one in done:
            waiting.discard(one.slug)
            told.take(one, plan, index)
        progress(len(done))

    pool = ProcessPoolExecutor(
        min(plan.processes, max(len(plan.orders), 1)),
        multiprocessing.get_context("spawn"),  # no thread of ours is copied
        leave_signals_to_the_parent,
    )
    taken: set[Future[list[Done]]] = set()
    futures: list[Future[list[Done]]] = []
    try:
        for orders in _groups(plan.orders, _TOGETHER):
            futures.append(pool.submit(_write, plan.release, plan.year, plan.folder, orders))
        for future in as_completed(futures):
            take(future.result())
            taken.add(future)
            if time.monotonic() - saved > _SAVED_EVERY:
                with suppress(OSError):  # the run's last saving tells it
                    write_index(plan.folder, index.values())
                saved = time.monotonic()
    except KeyboardInterrupt:
        told.interrupted = True
    except BrokenProcessPool:
        why = "a process that writes letters ended unexpectedly (without memory, it may be)"
    except (ManifestError, sqlite3.Error) as error:
        why = f"the release could no longer be read ({error})"
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for future in futures:
            if future not in taken and not future.cancelled() and future.exception() is None:
                take(future.result())
        told.problems += [
            Problem(plan.year, slug, plan.names[slug], f"Not written: {why}.") for slug in sorted(waiting)
        ]
        _save(plan, told, INDEX, lambda: write_index(plan.folder, index.values()))
        _save(plan, told, PROBLEMS, lambda: write_problems(plan.folder, told.problems))
    return told


def _save(plan: Plan, told: Told, name: str, write: Callable[[], None]) -> None:
    try:
        write()
    except OSError as error:
        told.unsaved.append(name)
        why = error.strerror or error
        told.problems.append(Problem(plan.year, "", "", f"{name} is as it was before this run: {why}."))


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _groups(orders: Sequence[Order], size: int) -> list[tuple[Order, ...]]:
    return [tuple(orders[at : at + size]) for at in range(0, len(orders), size)]


def _write(release: Path, year: str, folder: Path, orders: Sequence[Order]) -> list[Done]:
    writer = Writer(release, year, folder)
    return [writer.write(order) for order in orders]
