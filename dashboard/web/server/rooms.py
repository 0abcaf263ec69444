"""Rooms: threads of their own for each kind of answer, so that none waits behind a costlier kind.

Health is told in a room of its own; what is at hand (kept pages, files) at the desk; pages of the map and of
a council are made in the kitchen, what is looked up among all councils in the library, papers, workbooks and
pictures in the press, long lists by the clerk; programs are answered at a counter of their own. A room that
is full, or in which a request has waited too long, sends it away with 503.

Where pages are computed there is one thread: two in one process take turns, and each page then costs a third
more. Several workers compute side by side.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dashboard.addresses.pictures import COSTLY as PICTURES

_LOG = logging.getLogger("dashboard.server")


class Served(Protocol):
    """What waits in a room: a connection whose request is whole."""

    def serve(self, room: "Room", *, late: bool) -> None:
        """Answer the request here; ``late``: it has waited longer than an answer would be waited for."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many requests a room answers at once, how many may wait, and for how many seconds."""

    threads: int
    waiting: int
    seconds: float


class Room:
    """A queue and the threads that answer what is in it."""

    def __init__(self, name: str, size: Size, clock: Callable[[], float] = time.monotonic) -> None:
        self.name = name
        self._size = size
        self._clock = clock
        self._waiting: queue.SimpleQueue[tuple[float, Served] | None] = queue.SimpleQueue()
        for number in range(size.threads):
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True).start()

    @property
    def waiting(self) -> int:
        """How many wait, about."""
        return self._waiting.qsize()

    def take(self, served: Served) -> bool:
        """Let a request wait here; False where the room is full."""
        if self._waiting.qsize() >= self._size.waiting:
            return False
        self._waiting.put((self._clock(), served))
        return True

    def close(self) -> None:
        """Let the threads end when they have answered what they are at."""
        for _ in range(self._size.threads):
            self._waiting.put(None)

    def _work(self) -> None:
        while (next_one := self._waiting.get()) is not None:
            since, served = next_one
            try:
                served.serve(self, late=self._clock() - since > self._size.seconds)
            except Exception:  # the room outlives whatever a request does to it
                _LOG.exception("A request could not be served.")


class Rooms:
    """The rooms of a worker."""

    def __init__(self) -> None:
        self.health = Room("health", Size(threads=1, waiting=100, seconds=5))
        self.desk = Room("desk", Size(threads=2, waiting=10_000, seconds=30))
        self.kitchen = Room("kitchen", Size(threads=1, waiting=500, seconds=10))
        self.library = Room("library", Size(threads=1, waiting=500, seconds=10))
        self.press = Room("press", Size(threads=2, waiting=6, seconds=10))  # of processes
        self.clerk = Room("clerk", Size(threads=1, waiting=6, seconds=20))
        self.counter = Room("counter", Size(threads=1, waiting=40, seconds=10))

    @property
    def all(self) -> tuple[Room, ...]:
        """Every room."""
        return (self.health, self.desk, self.kitchen, self.library, self.press, self.clerk, self.counter)

    def first(self, path: str) -> Room:
        """Return the room where a request for a path is looked at first."""
        return self.health if path in HEALTH else self.desk

    def maker(self, path: str) -> Room:
        """Return the room where the answer at a path is made when it is not at hand."""
        if path in _LONG:
            return self.clerk
        if path.startswith(_FOR_PROGRAMS) or path.endswith(_FEED):
            return self.counter
        if path.endswith(_COSTLY):
            return self.press
        return self.library if path.startswith(_AMONG_ALL) else self.kitchen


HEALTH = frozenset({"/livez", "/readyz", "/healthz"})
_COSTLY = (".pdf", ".docx", ".xlsx", *PICTURES)
_AMONG_ALL = ("/decisions", "/improvements", "/watch", "/compare")
_FOR_PROGRAMS, _FEED = "/api/v1", ".atom"
_LONG = frozenset({"/decisions.csv", "/improvements.csv", "/watch.csv"})
