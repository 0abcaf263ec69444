"""The whole HTML document around a page: head, frame, the place of the Dash application."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.markup.html import render
from dashboard.pages.site import citation, shell
from dashboard.repository.records import Release
from dashboard.web import dash_client
from dashboard.web.head import Frame, full_title, head
from dashboard.web.page import Follow, Page

__all__ = ["Frame", "document", "full_title"]

PANEL = "panel"
MAIN = '<main id="main" tabindex="-1">'
"""Where a page begins. What is said of its address stands here: Dash leaves it where it is."""


def document(page: Page, release: Release, links: Links, frame: Frame) -> str:
    """Return a page's HTML. ``links`` keep the release that the URL names."""
    parts = [
        "<!doctype html>\n",
        '<html lang="en-GB">\n<head>\n',
        *head(page, release, links.release, frame),
        f"</head>\n<body{_wide(page)}>\n",
        render(shell.skip_link()),
        render(shell.header(page.here, links, page.query)),
        render(shell.banner(release, page.path)),
        f"{MAIN}{_main(page)}</main>",
        render(shell.footer(release, links, _citation(page, release, frame))),
        *_settings(page, release.years, links, frame),
        "\n</body>\n</html>\n",
    ]
    return "".join(parts)


def _citation(page: Page, release: Release, frame: Frame) -> Component | None:
    """Return how a page is cited; nothing where there is none."""
    if page.status != HTTPStatus.OK:
        return None
    return citation.render(full_title(page, release), page.path, release, frame.address)


def _wide(page: Page) -> str:
    """Say before anything is drawn that the page is the map's, which takes all of a large screen."""
    return ' class="wide"' if page.follow is Follow.PANEL else ""


def _main(page: Page) -> str:
    if page.follow is Follow.PANEL:
        return render(page.tree, {PANEL: _application(render(page.panel))})
    if page.follow is Follow.PAGE:
        return _application(render(page.tree))
    return render(page.tree)


def _application(server_html: str) -> str:
    """Return the server's tree and, hidden beside it, the place where Dash will draw the same."""
    return f'<div id="server-tree">{server_html}</div><div id="react-entry-point" hidden></div>'


def _settings(page: Page, years: Sequence[str], links: Links, frame: Frame) -> list[str]:
    if page.follow is Follow.NOTHING:
        return []
    told = {
        "follow": page.follow.value,
        "tree": links.page_json(page.path),
        "years": list(years),
        "application": frame.files.url(dash_client.ENTRY),
        "polyfill": frame.files.url(dash_client.REGENERATOR),
        "plotly": frame.files.url(dash_client.PLOTLY),
    }
    own = json.dumps(told, separators=(",", ":")).replace("<", "\\u003c")
    return [
        f'<script type="application/json" id="dashboard-settings">{own}</script>',
        f'<script type="application/json" id="_dash-config">{frame.dash_config}</script>',
    ]
