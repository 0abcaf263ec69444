"""``serve``: check the release, make the compressed files, and run gunicorn."""

import argparse
import os
import sqlite3
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.cli.stale import refuse_stale
from dashboard.feeds.place import AddressError
from dashboard.releases.locate import NoReleaseError, locate
from dashboard.releases.verify import verify
from dashboard.web.assets import publish_assets
from dashboard.web.counting import counting_in
from dashboard.web.log import write_json
from dashboard.web.memory import return_large_buffers
from dashboard.web.settings import SettingError, settings_from

_PORT = 8050


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``serve`` takes."""
    parser.add_argument("--release", metavar="NAME", help="the release to serve, instead of the live one")
    parser.add_argument(
        "--port", type=_port, default=os.environ.get("PORT") or str(_PORT), help="default: PORT, else 8050"
    )
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    workers = os.environ.get("WEB_CONCURRENCY") or "2"
    parser.add_argument("--workers", type=_some, default=workers, help="default: WEB_CONCURRENCY, else 2")
    parser.add_argument(
        "--access-log",
        action="store_true",
        default=bool(os.environ.get("DASHBOARD_ACCESS_LOG")),
        help="write a line for each answer: its route, status, time and release, never what was asked",
    )
    metrics = os.environ.get("DASHBOARD_METRICS_PORT") or "0"
    parser.add_argument(
        "--metrics-port",
        type=_port_or_none,
        default=metrics,
        help="answer monitors at /metrics on this port of this machine alone (DASHBOARD_METRICS_PORT)",
    )
    parser.add_argument(
        "--or-demo", action="store_true", help="serve the demonstration where no release is named or live"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. Raises CommandError, with every sentence, when the release is not whole."""
    place = whole_release(arguments.release, demo_allowed=arguments.or_demo)
    refuse_stale(place, arguments.data)
    try:
        settings = settings_from(os.environ)
    except AddressError as error:
        raise CommandError(f"DASHBOARD_ADDRESS cannot be used: {error}") from error
    except SettingError as error:
        raise CommandError(str(error)) from error
    publish_assets(settings.assets, settings.cache)  # once, before the workers start
    return_large_buffers()
    if arguments.metrics_port:
        counting_in(os.environ)
    write_json(access=arguments.access_log)
    print(f"Serving release “{place.name}” on http://{arguments.host}:{arguments.port}", flush=True)
    try:
        # gunicorn reads WEB_CONCURRENCY itself as it is imported: only once ours has been found a number
        from dashboard.web.server.run import Server  # noqa: PLC0415

        Server(arguments).run()
    except sqlite3.Error as error:
        raise CommandError(f"Release “{place.name}” cannot be opened: {error}.") from error
    return 0


def whole_release(asked: str | None, *, demo_allowed: bool) -> Path:
    """Return the directory of the release to serve. Raises CommandError when there is none, or not whole."""
    try:
        place = locate(asked, demo_allowed=demo_allowed)
    except NoReleaseError as error:
        raise CommandError(str(error)) from error
    problems = verify(place)
    if problems:
        raise CommandError("\n".join(["This release cannot be served:", *problems]))
    return place


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port")
    return int(text)


def _port_or_none(text: str) -> int:
    return 0 if text == "0" else _port(text)


def _some(text: str) -> int:
    """Return a number of at least one: without a worker nothing would be answered."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of one or more")
    return int(text)
