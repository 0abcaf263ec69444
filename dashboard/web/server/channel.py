"""One connection: what it still owes, what is still owed to it, and since when."""

import socket
import time
from typing import Any

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.parser import HTTPRequestParser  # type: ignore[import-untyped]
from waitress.task import ErrorTask  # type: ignore[import-untyped]
from waitress.utilities import Error  # type: ignore[import-untyped]

from dashboard.web.server.limits import LONGEST_ADDRESS, Limits
from dashboard.web.server.rooms import Room


class RefusedError(Error):  # type: ignore[misc]
    """A request that is not answered, and its status."""

    def __init__(self, code: int) -> None:
        super().__init__("")
        self.code = code


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads a request's head; a line that is too long is told from headers that are."""

    error: Any

    def received(self, data: bytes) -> int:
        """Read on; return how many bytes were."""
        consumed: int = super().received(data)
        if self.error is None and self.completed and len(getattr(self, "first_line", b"")) > LONGEST_ADDRESS:
            self.error = RefusedError(414)
        return consumed


class RefusalTask(ErrorTask):  # type: ignore[misc]
    """Answers a refused request by the site's own page, or the API's problem."""

    def execute(self) -> None:
        """Write what is said of the status; the connection is closed after it."""
        path = getattr(self.request, "path", "")  # there is none where the first line could not be read
        status, headers, body = self.channel.server.refusal(self.request.error.code, path)
        self.status = status
        self.response_headers.extend(headers)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class PatientChannel(HTTPChannel):  # type: ignore[misc]
    """A connection that is waited for by the loop alone: no thread is held by one that is slow."""

    parser_class = Parser
    error_task_class = RefusalTask
    at_once = False  # the request is to be answered by the loop itself
    head_began: float | None = None  # of the request that is being read
    _sent = 0
    _touched = 0.0
    _window: tuple[float, int] | None = None  # since when the pace is measured, and what had been sent then

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.head_began = self._touched = time.monotonic()

    def received(self, data: bytes) -> Any:
        """Read what came, and remember since when a head is being read."""
        if self.request is None and not self.requests:
            self.head_began = time.monotonic()
        read = super().received(data)
        if self.request is None:
            self.head_began = None
        return read

    def handle_read(self) -> None:
        """Read what came, and answer what needs no thread."""
        self._touched = time.monotonic()  # a clock that nobody sets
        super().handle_read()
        while self.at_once:
            self.at_once = False
            self.service()

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send what the client takes now."""
        sent: int = super().send(data, do_close=do_close)
        self._sent += sent
        self._touched = time.monotonic()
        return sent

    def overdue(self, now: float, limits: Limits) -> bool:
        """Say whether the client has taken longer than it may, over its request or over its answer."""
        if self.total_outbufs_len:
            return self._too_slow(now, limits)
        self._window = None
        if self.requests:
            return False
        if self.head_began is not None:
            return now - self.head_began > limits.head_seconds
        return now - self._touched > limits.idle_seconds

    @property
    def owed(self) -> bool:
        """Whether a request is being answered, or an answer not yet taken."""
        return bool(self.requests or self.total_outbufs_len)

    def serve(self, room: Room, *, late: bool) -> None:
        """Answer the first request, here or in the room where it is made."""
        request = self.requests[0]
        if not request.error:
            if late:
                request.error = RefusedError(503)
            elif room is self.server.rooms.desk and not self.server.at_hand(request):
                if self.server.rooms.maker(request.path).take(self):
                    return
                request.error = RefusedError(503)
            elif room is not self.server.rooms.desk and self.gone():
                self.cancel()
                self.server.pull_trigger()
                return
        self.service()

    def gone(self) -> bool:
        """Say whether the client has broken off: then nothing is made for it."""
        try:
            return bool(self.socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b"")
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _too_slow(self, now: float, limits: Limits) -> bool:
        if self._window is None:
            self._window = (now, self._sent)
        since, sent = self._window
        if now - since < limits.pace_seconds:
            return False
        self._window = (now, self._sent)
        return self._sent - sent < limits.pace * (now - since)
