"""What is noted of each answer: its rule (never its address), its status, its time, and of which release."""

import logging
from collections.abc import Callable

Watch = Callable[[str, int, float, str], None]
"""Told the rule of an address, the status, the seconds until the answer began, and the release."""

_LOG = logging.getLogger("dashboard.access")


def unwatched(_rule: str, _status: int, _seconds: float, _release: str) -> None:
    """Note nothing."""


def logged(rule: str, status: int, seconds: float, release: str) -> None:
    """Write a line of the access log."""
    told = {"route": rule, "status": status, "ms": round(seconds * 1000, 1), "release": release}
    _LOG.info("answered", extra={"told": told})


def both(*watches: Watch) -> Watch:
    """Return what notes an answer in each of several ways."""

    def watch(rule: str, status: int, seconds: float, release: str) -> None:
        for one in watches:
            one(rule, status, seconds, release)

    return watch
