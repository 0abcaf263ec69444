"""The server of processes that the application runs in."""

import argparse
from pathlib import Path
from types import ModuleType
from typing import Any

import gunicorn.glogging  # type: ignore[import-untyped]
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from dashboard.web.watched import Watch, both, logged, unwatched
from dashboard.web.wsgi import application

_WORKER = "dashboard.web.server.worker.PatientWorker"


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, configured here and nowhere else. It opens the socket, and starts and watches the workers."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
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
        }
        if self._arguments.metrics_port:
            told |= {"when_ready": self._show, "child_exit": _forget}
        for name, value in told.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Make the application, in each worker."""
        watches: list[Watch] = [logged] if self._arguments.access_log else []
        if self._arguments.metrics_port:
            watches.append(_metrics().counters())
        return application(
            self._arguments.release,
            demo_allowed=self._arguments.or_demo,
            watch=both(*watches) if watches else unwatched,
        )

    def _show(self, _arbiter: object) -> None:
        _metrics().show(self._arguments.metrics_port)


class Logger(gunicorn.glogging.Logger):  # type: ignore[misc]
    """Gunicorn's own messages, written as all others are."""

    def setup(self, _cfg: object) -> None:
        """Leave handlers and their format to the root."""
        self.error_log.propagate = True
        self.error_log.setLevel("WARNING")
        self.access_log.disabled = True


def _forget(_arbiter: object, worker: Any) -> None:
    _metrics().forget(worker.pid)


def _metrics() -> ModuleType:
    """Return the module of numbers: imported only once it is known where they are counted."""
    from dashboard.web import metrics  # noqa: PLC0415

    return metrics
