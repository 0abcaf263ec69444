"""The WSGI application of a deployment: ``gunicorn "dashboard.web.wsgi:application()"``.

It reads ``DASHBOARD_ADDRESS``, ``DASHBOARD_RELEASE`` and ``DASHBOARD_RELEASES`` and, like ``serve``,
never shows the demonstration unless it is named.
"""

import os

from flask import Flask

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import settings_from
from dashboard.web.watched import Watch, unwatched


def application(release: str | None = None, *, demo_allowed: bool = False, watch: Watch = unwatched) -> Flask:
    """Return the application over the release chosen by name, environment or what is live."""
    opened = open_releases(release, demo_allowed=demo_allowed)
    server: Flask = create_app(opened, settings_from(os.environ), watch).server
    return server
