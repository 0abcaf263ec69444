"""The addresses that browsers and search engines know by custom, in Flask's terms."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask, Response, abort

from dashboard.web import for_machines
from dashboard.web.answer import TEXT, Answer, Keep
from dashboard.web.assets import ICONS, MANIFEST
from dashboard.web.settings import Settings
from dashboard.web.site import Site
from dashboard.web.static_files import media_type

_SECURITY = "/.well-known/security.txt"


def add_machine_routes(
    server: Flask, site: Site, settings: Settings, responded: Callable[[Answer], Response]
) -> None:
    """Add them to a server. What a deployment does not say, or a release is not for, is not there (404).

    The only address of the site that is said is the one that is set.
    """

    def sitemap() -> Response:
        answer = site.sitemap(settings.address)
        return responded(answer) if answer is not None else abort(404)

    def security() -> Response:
        if not settings.security_contact:
            abort(404)
        now = datetime.now(UTC)
        told = for_machines.security(settings.security_contact, settings.address, now)
        return responded(Answer(told, TEXT, keep=Keep.NEVER))  # it says until when it holds

    server.add_url_rule(for_machines.ROBOTS, "robots", lambda: responded(site.robots(settings.address)))
    server.add_url_rule(for_machines.SITEMAP, "sitemap", sitemap)
    server.add_url_rule(_SECURITY, "security", security)
    server.add_url_rule(
        MANIFEST,
        "manifest",
        lambda: responded(Answer(for_machines.manifest(), for_machines.MANIFEST_TYPE)),
    )
    for name in ICONS:
        picture = (settings.assets / "icons" / name).read_bytes()
        kind = media_type(name)
        server.add_url_rule(
            f"/{name}", f"icon {name}", lambda picture=picture, kind=kind: responded(Answer(picture, kind))
        )
