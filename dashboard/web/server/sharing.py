"""Which worker takes a new connection: one that holds no more than any other, or hardly more.

All workers wait at one socket, and whoever looks first takes what is there. A client that opens several
connections at once, or a front that keeps its own, would so have all of them at one worker, and that worker
alone computes. Each worker writes how many it holds into memory that all of them share; one that holds more
than another leaves a new connection to it for a moment, and takes it after that: nobody waits for a worker
that hangs.
"""

import mmap
from collections.abc import Sequence
from dataclasses import dataclass, field

GRACE = 0.02
"""Seconds a connection is left to a worker that holds fewer."""
_SAME = 1.0  # seconds after which what waits is another connection than the one that was left
_HASTE = 0.05  # seconds without regard to the others, after one of them has not taken what was left to it
_NEAR = 4  # a quarter more is no more: of a thousand that come at once none waits for its worker’s turn
_EMPTY = -1
_SEATS = 128


class Table:
    """The seats of the workers, made before they are started: shared memory, a number a seat."""

    def __init__(self, seats: int = _SEATS) -> None:
        self._held = memoryview(mmap.mmap(-1, 4 * seats)).cast("i")
        for seat in range(seats):
            self._held[seat] = _EMPTY

    def seat(self) -> "Share | None":
        """Give a worker a seat; None where there is none left: it then takes whatever it can."""
        free = next((seat for seat, held in enumerate(self._held) if held == _EMPTY), None)
        if free is None:
            return None
        self._held[free] = 0
        return Share(self._held, free)


@dataclass(slots=True)
class Share:
    """One worker’s seat at the table."""

    held: "memoryview[int]"
    seat: int
    _until: float | None = field(default=None, init=False)  # till when a connection is left to another
    _then: Sequence[int] = field(default=(), init=False)  # what each held then
    _haste_until: float = field(default=0.0, init=False)

    def holds(self, connections: int) -> None:
        """Tell the others how many connections this worker holds."""
        self.held[self.seat] = connections

    def leave(self) -> None:
        """Give the seat back."""
        self.held[self.seat] = _EMPTY

    def takes(self, now: float) -> bool:
        """Say whether this worker takes what waits at ``now``, in seconds of a clock that only grows.

        False leaves it to another for ``GRACE`` seconds, see ``waits``.
        """
        held = self.held.tolist()
        mine = held[self.seat]
        if now < self._haste_until or not any(_EMPTY < other + other // _NEAR < mine for other in held):
            return True
        if self._until is not None and now < self._until:
            return False
        if self._until is not None and now < self._until + _SAME and held == self._then:
            self._until = None
            self._haste_until = now + _HASTE
            return True
        self._until, self._then = now + GRACE, held
        return False

    def waits(self, now: float) -> float:
        """Return for how many seconds from ``now`` a connection is still left to another; 0: for none."""
        return 0.0 if self._until is None else max(self._until - now, 0.0)
