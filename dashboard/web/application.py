"""The Dash application: made by a function, of a release and settings. Nothing here is global."""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Response

from dashboard.markup import markup  # noqa: F401  (our component is registered where it is imported)
from dashboard.web.addressing import Addressing
from dashboard.web.assets import STYLE, publish_assets
from dashboard.web.dash_client import config_json
from dashboard.web.document import Frame
from dashboard.web.encodings import QUICK
from dashboard.web.files import Files
from dashboard.web.front import Front, Pages
from dashboard.web.log import Server
from dashboard.web.page_cache import PageCache
from dashboard.web.releases import Releases
from dashboard.web.routes import add_routes, answer_the_rest
from dashboard.web.settings import Settings
from dashboard.web.site import Site
from dashboard.web.watched import Watch, unwatched


class Dashboard(Dash):
    """Dash whose pages are written by the server: its own index is for addresses nobody else answers."""

    other: Callable[[], Response]

    def index(self, *_args: object, **_kwargs: object) -> Response:
        """Answer an address that is none of the site's."""
        return self.other()


def create_app(
    releases: Releases,
    settings: Settings,
    watch: Watch = unwatched,
    site_of: Callable[[Releases, Frame], Site] = Site,
) -> Dash:
    """Return the application over the releases it may show. ``app.server`` is the WSGI application.

    ``watch`` is told of every answer; ``site_of`` makes the site.
    """
    app = Dashboard(
        "dashboard",
        server=False,
        assets_folder=str(settings.assets),
        include_assets_files=False,
        update_title="",
        add_log_handler=False,
    )
    app.layout = html.Div([dcc.Location(id="url"), html.Div(id="application")])
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("dashboard", "follow"), Output("application", "children"), Input("url", "href")
    )
    files = publish_assets(settings.assets, settings.cache)
    site = site_of(releases, Frame(files, files.text(STYLE), config_json(app), settings.address))
    server = Server("dashboard", static_folder=None)
    server.url_map.merge_slashes = False
    routes = add_routes(server, site, settings)  # before Dash's own, so that the site's "/" is found first
    app.init_app(server)
    addressing = Addressing(server.url_map, routes.readings)
    app.other = answer_the_rest(server, site, settings, addressing)
    server.wsgi_app = Front(  # type: ignore[method-assign]
        Pages(server.wsgi_app, addressing, frozenset(routes.trees), site.refused),
        Files(
            files,
            releases,
            settings.page_seconds,
            lambda: publish_assets(settings.assets, settings.cache, QUICK),  # a reader waits for it
        ),
        releases,
        PageCache(settings.page_cache_bytes),
        watch,
    )
    return app
