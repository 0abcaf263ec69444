"""The WSGI application of a deployment: ``gunicorn "dashboard.web.wsgi:application()"``.

It reads ``DASHBOARD_ADDRESS``, ``DASHBOARD_RELEASE`` and ``DASHBOARD_RELEASES`` and, like ``serve``,
never shows the demonstration unless it is named.
"""

import os

from flask import Flask

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import settings_from


def application() -> Flask:
    """Return the application over the release chosen by the environment, or over what is live."""
    opened = open_releases(None, demo_allowed=False)
    server: Flask = create_app(opened, settings_from(os.environ)).server
    return server
