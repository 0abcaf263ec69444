"""A process of the server: gunicorn starts and watches it, waitress reads and writes in it."""

import logging
import os
import resource
import sys
import time
from dataclasses import replace
from typing import Any

from gunicorn.workers.base import Worker  # type: ignore[import-untyped]
from waitress import wasyncore  # type: ignore[import-untyped]

from dashboard.web.server.limits import Limits, connections_within
from dashboard.web.server.listening import PatientServer
from dashboard.web.server.rooms import Rooms
from dashboard.web.server.sharing import Share

_TURN = 0.5  # seconds the loop sleeps at most; gunicorn is told at each turn that it runs
_SWITCH = 0.002  # seconds a thread computes before another may: what is at hand does not wait for a page made


class PatientWorker(Worker):  # type: ignore[misc]
    """Serves on the sockets that gunicorn opened, until it is told to stop."""

    share: Share | None = None
    """Its seat among the workers, given by the server before it starts this one."""

    def run(self) -> None:
        """Serve."""
        sys.setswitchinterval(_SWITCH)
        _quiet()
        limits = replace(Limits(), connections=connections_within(open_files(), Limits()))
        rooms, channels = Rooms(), dict[int, Any]()
        front = self.wsgi.wsgi_app
        servers = [
            PatientServer(front, one.sock, rooms, limits, channels, share=self.share) for one in self.sockets
        ]
        while self.alive and self.ppid == os.getppid():
            self._turn(channels)
        for server in servers:  # no more connections; what was asked is answered
            server.del_channel(channels)
            server.accepting = False
        until = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < until and any(server.owes for server in servers):
            self._turn(channels)

    def _turn(self, channels: dict[int, Any]) -> None:
        self.notify()
        waits = self.share.waits(time.monotonic()) if self.share else 0.0
        wasyncore.poll2(min(waits, _TURN) if waits else _TURN, channels)


def open_files() -> int:
    """Let this process open as many files as the system allows it, up to 8,192; return how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = 8_192 if hard == resource.RLIM_INFINITY else min(hard, 8_192)
    if most > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most
    return soft


def _quiet() -> None:
    """Waitress writes the path of what it could not send; we tell of requests ourselves, without it."""
    for name in ("waitress", "waitress.queue", "wasyncore"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
