"""The server of processes and threads that the application runs in."""

import argparse
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.http import message  # type: ignore[import-untyped]

from dashboard.web.quiet_log import QuietLogger
from dashboard.web.wsgi import application

LONGEST_ADDRESS = 131_072
"""Bytes of a request line: ten thousand characters of any script typed into a search, twelve bytes each."""


class GunicornServer(BaseApplication):  # type: ignore[misc]
    """Gunicorn, configured here and nowhere else."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        super().__init__()

    def load_config(self) -> None:
        """Set what gunicorn runs with. Its own most for a request line is less than a search may hold."""
        message.MAX_REQUEST_LINE = LONGEST_ADDRESS
        told: dict[str, Any] = {
            "bind": f"{self._arguments.host}:{self._arguments.port}",
            "workers": self._arguments.workers,
            "threads": self._arguments.threads,
            "worker_class": "gthread",
            "keepalive": 15,
            "timeout": 30,
            "graceful_timeout": 5,
            "max_requests": 0,
            "proc_name": "dashboard",
            "loglevel": "warning",
            "accesslog": None,  # what people search for says where they live
            "logger_class": QuietLogger,
            "limit_request_line": LONGEST_ADDRESS,
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
            "control_socket_disable": True,
        }
        for name, value in told.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Make the application, in each worker."""
        return application(self._arguments.release, demo_allowed=self._arguments.or_demo)
