"""The server of processes that the application runs in."""

import argparse
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

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
            "loglevel": "warning",
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
            "control_socket_disable": True,
        }
        for name, value in told.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Make the application, in each worker."""
        return application(self._arguments.release, demo_allowed=self._arguments.or_demo)
