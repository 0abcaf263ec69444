"""When a client is let go of: pure rules, without a socket."""

import threading
import time

import pytest

from dashboard.web.server.limits import Limits, connections_within
from dashboard.web.server.rooms import Room, Rooms, Size


@pytest.mark.parametrize(
    ("open_files", "expected"), [(256, 78), (1024, 462), (8192, 2000), (100, 20), (0, 20)]
)
def test_connections_leave_room_for_files(open_files: int, expected: int) -> None:
    assert connections_within(open_files, Limits()) == expected


class Waiting:
    """A request that says how it was served, and may be held."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.done = threading.Event()
        self.late: bool | None = None

    def serve(self, room: Room, *, late: bool) -> None:
        self.late = late
        self.go.wait(5)
        self.done.set()


def test_a_full_room_takes_no_more_and_says_so() -> None:
    room = Room("small", Size(threads=1, waiting=2, seconds=10))
    first, second, third, fourth = (Waiting() for _ in range(4))
    assert room.take(first)
    while first.late is None:
        time.sleep(0.001)
    assert (room.take(second), room.take(third), room.take(fourth)) == (True, True, False)
    for one in (first, second, third):
        one.go.set()
        assert one.done.wait(5)
    room.close()


def test_who_has_waited_too_long_is_told_that_it_is_late() -> None:
    now = [0.0]
    room = Room("slow", Size(threads=1, waiting=5, seconds=10), clock=lambda: now[0])
    first, second = Waiting(), Waiting()
    room.take(first)
    while first.late is None:
        time.sleep(0.001)
    room.take(second)
    now[0] = 11.0
    first.go.set()
    second.go.set()
    assert second.done.wait(5)
    assert (first.late, second.late) == (False, True)
    room.close()


def test_a_room_goes_on_after_one_that_fails() -> None:
    class Fails:
        def serve(self, room: Room, *, late: bool) -> None:
            raise RuntimeError("not served")

    room = Room("one", Size(threads=1, waiting=5, seconds=10))
    last = Waiting()
    last.go.set()
    room.take(Fails())
    room.take(last)
    assert last.done.wait(5)
    room.close()


@pytest.mark.parametrize(
    ("path", "first", "maker"),
    [
        ("/livez", "health", "kitchen"),
        ("/", "desk", "kitchen"),
        ("/council/a/2023-24/pack.pdf", "desk", "press"),
        ("/compare.xlsx", "desk", "press"),
        ("/decisions.csv", "desk", "clerk"),
        ("/compare.csv", "desk", "library"),
        ("/decisions", "desk", "library"),
        ("/improvements", "desk", "library"),
        ("/watch", "desk", "library"),
        ("/council/leeds-city-council/2023-24", "desk", "kitchen"),
        ("/api/v1/figures", "desk", "counter"),
        ("/decisions.atom", "desk", "counter"),
        ("/council/leeds-city-council/feed.atom", "desk", "counter"),
        ("/api", "desk", "kitchen"),
    ],
)
def test_each_kind_of_answer_has_its_room(path: str, first: str, maker: str) -> None:
    rooms = Rooms()
    assert (rooms.first(path).name, rooms.maker(path).name) == (first, maker)
    for room in rooms.all:
        room.close()
