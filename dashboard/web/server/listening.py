"""The listening socket of a worker, its connections, and who is let go when."""

import socket
import time
from collections.abc import Callable
from threading import get_ident
from typing import Any, Protocol

from waitress.adjustments import Adjustments  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]

from dashboard.web.server.channel import PatientChannel
from dashboard.web.server.limits import Limits
from dashboard.web.server.rooms import Rooms
from dashboard.web.server.sharing import Share

_LOOK_EVERY = 1  # seconds between looks at who is overdue


class Application(Protocol):
    """What the server serves: a WSGI application that knows what it has at hand."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer a request."""

    def at_hand(self, path: str, query: str) -> bool:
        """Say whether an answer needs no making."""

    def kept_as_it_is(self, path: str, encodings: str) -> bool:
        """Say whether the answer to a path without a query is in memory as it goes out."""

    def refusal(self, code: int, path: str) -> tuple[str, list[tuple[str, str]], bytes]:
        """Return the answer to a request to a path that is not served: its status, headers, body."""


class PatientServer(TcpWSGIServer):  # type: ignore[misc]
    """Waits for any number of clients without a thread, and lets those go that take too long."""

    channel_class = PatientChannel

    def __init__(
        self,
        application: Application,
        listening: socket.socket,
        rooms: Rooms,
        limits: Limits,
        channels: dict[int, Any],
        *,
        share: Share | None = None,
    ) -> None:
        self.rooms = rooms
        self._share = share
        self._limits = limits
        self._loop = get_ident()
        self._look_next = 0.0
        self._at_hand = application.at_hand
        self._kept_as_it_is = application.kept_as_it_is
        self.refusal: Callable[[int, str], tuple[str, list[tuple[str, str]], bytes]] = application.refusal
        adjustments = Adjustments(
            sockets=[listening],
            ident=None,
            backlog=2048,
            connection_limit=2**31,  # ours is kept by letting go of another, below
            max_request_header_size=limits.head_bytes,
            max_request_body_size=limits.body_bytes,
            outbuf_high_watermark=limits.answer_bytes,
            log_socket_errors=False,
            expose_tracebacks=False,
        )
        place = (listening.family, listening.type, listening.proto, listening.getsockname())
        super().__init__(
            application,
            map=channels,
            _sock=listening,
            dispatcher=rooms,
            adj=adjustments,
            sockinfo=place,
            bind_socket=False,
        )

    def add_task(self, channel: PatientChannel) -> None:
        """Take a request that is whole into the room where it is looked at first.

        What is kept as it goes out is sent at once by the loop itself: that takes less than waking a thread.
        """
        request = channel.requests[0]
        if not request.error and get_ident() == self._loop and self._kept_for(request):
            channel.at_once = True
            return
        room = self.rooms.desk if request.error else self.rooms.first(request.path)
        if not room.take(channel):
            channel.will_close = True

    def _kept_for(self, request: Any) -> bool:
        encodings = request.headers.get("ACCEPT_ENCODING", "")
        return not request.query and self._kept_as_it_is(request.path, encodings)

    def at_hand(self, request: Any) -> bool:
        """Say whether the answer to a request needs no making."""
        path = "/" + request.path.lstrip("/") if request.path.startswith("/") else request.path
        return self._at_hand(path, request.query)

    def handle_accept(self) -> None:
        """Take a connection, unless another worker holds fewer.

        Where there are as many as may be, it is taken in the place of one that is owed nothing.
        """
        if self._share and not self._share.takes(time.monotonic()):
            return
        if len(self.active_channels) >= self._limits.connections:
            idle = next((one for one in self.active_channels.values() if not one.owed), None)
            if idle is not None:
                idle.handle_close()
        super().handle_accept()

    def readable(self) -> bool:
        """Look now and then at who is overdue; take connections while there is room for one more."""
        now = time.monotonic()
        if now >= self._look_next:
            self._look_next = now + _LOOK_EVERY
            self.look(now)
        if self._share:
            self._share.holds(len(self.active_channels))
            if self._share.waits(now):
                return False
        listens: bool = super().readable()
        within = len(self.active_channels) < self._limits.connections
        return listens and (within or any(not one.owed for one in self.active_channels.values()))

    def maintenance(self, now: float) -> None:
        """Do nothing by the clock of the wall, which may be set."""

    def look(self, now: float) -> None:
        """Close who is overdue; then, while too much waits to be sent, who has most of it."""
        channels = list(self.active_channels.values())
        for channel in channels:
            if channel.overdue(now, self._limits):
                channel.will_close = True
        unsent = sum(channel.total_outbufs_len for channel in channels)
        for channel in sorted(channels, key=lambda one: one.total_outbufs_len, reverse=True):
            if unsent <= self._limits.unsent_bytes:
                break
            unsent -= channel.total_outbufs_len
            channel.will_close = True

    @property
    def owes(self) -> bool:
        """Whether any request is still being answered."""
        return any(channel.owed for channel in self.active_channels.values())
