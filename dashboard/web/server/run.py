"""The server of processes that the application runs in."""

import argparse
import logging
import os
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import gunicorn.glogging  # type: ignore[import-untyped]
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from dashboard.web.application import create_app
from dashboard.web.followed import CANNOT_BE_SERVED
from dashboard.web.opened import open_releases
from dashboard.web.server.sharing import Table
from dashboard.web.settings import settings_from
from dashboard.web.watched import Watch, both, logged, unwatched

_LOG = logging.getLogger("dashboard.releases")
TRY_AGAIN = 2  # seconds a worker that found nothing to serve waits before it ends
_WORKER = "dashboard.web.server.worker.PatientWorker"


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, configured here and nowhere else. It opens the socket, and starts and watches the workers."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._table = Table()
        super().__init__()

    def load_config(self) -> None:
        """Set what gunicorn runs with. How requests are read is the worker's."""
        told: dict[str, Any] = {
            "bind": f"{self._arguments.host}:{self._arguments.port}",
            "workers": self._arguments.workers,
            "worker_class": _WORKER,
            "backlog": 2048,
            "timeout": 30,
            "graceful_timeout": 5,
            "max_requests": 0,
            "proc_name": "dashboard",
            "logger_class": Logger,
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
            "control_socket_disable": True,
            "pre_fork": self._seat,
            "child_exit": self._ended,
        }
        if self._arguments.metrics_port:
            told["when_ready"] = self._show
        for name, value in told.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Make the application, in each worker. Where nothing can be opened, the worker ends and another is
        started: a worker that fails as it starts would end the server, and what the others still serve.
        """
        try:
            opened = open_releases(self._arguments.release, demo_allowed=self._arguments.or_demo)
        except CANNOT_BE_SERVED as error:
            _LOG.error("No release can be served: %s Tried again in %d seconds.", error, TRY_AGAIN)
            time.sleep(TRY_AGAIN)
            raise SystemExit(1) from error
        watches: list[Watch] = [logged] if self._arguments.access_log else []
        if self._arguments.metrics_port:
            watches.append(_metrics().counters())
        watch = both(*watches) if watches else unwatched
        return create_app(opened, settings_from(os.environ), watch).server

    def _seat(self, _arbiter: object, worker: Any) -> None:
        worker.share = self._table.seat()

    def _ended(self, _arbiter: object, worker: Any) -> None:
        if worker.share:
            worker.share.leave()
        if self._arguments.metrics_port:
            _metrics().forget(worker.pid)

    def _show(self, _arbiter: object) -> None:
        _metrics().show(self._arguments.metrics_port)


class Logger(gunicorn.glogging.Logger):  # type: ignore[misc]
    """Gunicorn's own messages, written as all others are."""

    def setup(self, _cfg: object) -> None:
        """Leave handlers and their format to the root."""
        self.error_log.propagate = True
        self.error_log.setLevel("WARNING")
        self.access_log.disabled = True


def _metrics() -> ModuleType:
    """Return the module of numbers: imported only once it is known where they are counted."""
    from dashboard.web import metrics  # noqa: PLC0415

    return metrics
