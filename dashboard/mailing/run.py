"""Writing many letters at once, in several processes, so that a run may end at any moment and go on later."""

import multiprocessing
import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.mailing.index import Entry, Key, Problem, write_index, write_problems
from dashboard.mailing.one_letter import Done, Order, Writer, leave_signals_to_the_parent

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
    """What a run came to. ``peaks`` is the most memory each process had, in bytes."""

    written: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    interrupted: bool = False
    peaks: dict[int, int] = field(default_factory=dict)

    def take(self, done: Done, index: dict[Key, Entry]) -> None:
        """Count what was done, and enter the letter into the index; out of it, where it is not there."""
        self.problems += done.problems
        self.peaks[done.process] = max(done.peak, self.peaks.get(done.process, 0))
        if done.entry is not None:
            index[done.entry.key] = done.entry
            self.written += done.made
            self.unchanged += not done.made


def write_letters(
    plan: Plan, index: dict[Key, Entry], known: Sequence[Problem], progress: Callable[[int], None]
) -> Told:
    """Write all letters of a plan; ``index`` becomes what is in the folder, on disk too, as the problems do,
    those ``known`` before and those found.

    ``progress`` is called with how many more are done. What cannot be written is told, and the rest is
    written; Ctrl-C ends the run after the letters begun. Raises OSError where not even the index or the
    list of problems can be written.
    """
    told = Told(problems=list(known))
    waiting = {order.slug for order in plan.orders}
    saved = time.monotonic()
    why = "the run was interrupted"

    def take(done: Sequence[Done]) -> None:
        for one in done:
            waiting.discard(one.slug)
            told.take(one, index)
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
                write_index(plan.folder, index.values())
                saved = time.monotonic()
    except KeyboardInterrupt:
        told.interrupted = True
    except BrokenProcessPool:
        why = "a process that writes letters ended unexpectedly (without memory, it may be)"
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for future in futures:
            if future not in taken and not future.cancelled() and future.exception() is None:
                take(future.result())
        told.problems += [
            Problem(plan.year, slug, plan.names[slug], f"Not written: {why}.") for slug in sorted(waiting)
        ]
        write_index(plan.folder, index.values())
        write_problems(plan.folder, told.problems)
    return told


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _groups(orders: Sequence[Order], size: int) -> list[tuple[Order, ...]]:
    return [tuple(orders[at : at + size]) for at in range(0, len(orders), size)]


def _write(release: Path, year: str, folder: Path, orders: Sequence[Order]) -> list[Done]:
    writer = Writer(release, year, folder)
    return [writer.write(order) for order in orders]
