"""The whole HTML document around a page: head, frame, the place of the Dash application."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.addresses import urls
from dashboard.domain.statuses import Status
from dashboard.markup.html import render, text
from dashboard.pages.site import shell
from dashboard.repository.records import Release
from dashboard.web import dash_client
from dashboard.web.assets import FAVICON, page_style
from dashboard.web.page import Follow, Page
from dashboard.web.static_files import StaticFiles

PANEL = "panel"
MAIN = '<main id="main" tabindex="-1">'
"""Where a page begins. What is said of its address stands here: Dash leaves it where it is."""
SEARCH = "js/search.js"
LATER = "js/start_dash_when_idle.js"  # runs the Dash application once the page stands and nothing else waits
_DESCRIPTION = (
    "Complaints upheld, recommendations complied with and remedies for every council in England, "
    "from the Local Government and Social Care Ombudsman’s figures."
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every document of a site shares: the files it names, its style, Dash's client configuration.

    The style stands in the document: it is small, and a first visitor sees the page one journey earlier.
    """

    files: StaticFiles
    style: str
    dash_config: str


def document(page: Page, release: Release, asked: str | None, frame: Frame) -> str:
    """Return a page's HTML. ``asked`` is the release's name where the URL names it, so that links keep it."""
    parts = [
        "<!doctype html>\n",
        '<html lang="en-GB">\n<head>\n',
        *_head(page, release, asked, frame),
        "</head>\n<body>\n",
        render(shell.skip_link()),
        render(shell.header(page.here, asked, page.query)),
        render(shell.banner(release, page.path)),
        f"{MAIN}{_main(page)}</main>",
        render(shell.footer(release, asked)),
        *_settings(page, release.years, asked, frame),
        "\n</body>\n</html>\n",
    ]
    return "".join(parts)


def full_title(page: Page, release: Release) -> str:
    """Return the document's title: the page's, after "Demonstration" or "Draft" where that is what it is."""
    before = "Demonstration: " if release.is_demonstration else ""
    if not Status(release.status).public:
        before = f"{release.status.capitalize()}: {before}"
    return f"{before}{page.title}"


def _head(page: Page, release: Release, asked: str | None, frame: Frame) -> list[str]:
    unpublished = not Status(release.status).public
    noindex = release.is_demonstration or unpublished or asked or page.status != 200
    lines = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(full_title(page, release))}</title>",
        f'<meta name="description" content="{text(page.description or _DESCRIPTION)}">',
        '<meta name="robots" content="noindex">' if noindex else "",
        f'<link rel="canonical" href="{text(page.path)}">' if page.status == 200 else "",
        f'<link rel="alternate" type="application/atom+xml" href="{text(page.feed)}">' if page.feed else "",
        f'<link rel="icon" href="{frame.files.url(FAVICON)}" type="image/svg+xml">',
        f"<style>{frame.style}{''.join(frame.files.text(page_style(name)) for name in page.styles)}</style>",
        *[f'<link rel="preload" as="fetch" crossorigin href="{url}">' for url in page.preload],
        *[line for name in (SEARCH, *page.scripts) for line in _script(name, frame)],
    ]
    if page.follow is not Follow.NOTHING:
        lines += _script(LATER, frame)
    return [f"{line}\n" for line in lines if line]


def _script(name: str, frame: Frame) -> list[str]:
    """Return the tags of a script. A module in a folder has the modules it imports fetched beside it."""
    url = frame.files.url(name)
    if name.count("/") == 1:
        return [f'<script src="{url}" defer></script>']
    imported = [f'<link rel="modulepreload" href="{other}">' for other in frame.files.beside(name)]
    return [*imported, f'<script src="{url}" type="module"></script>']


def _main(page: Page) -> str:
    if page.follow is Follow.PANEL:
        return render(page.tree, {PANEL: _application(render(page.panel))})
    if page.follow is Follow.PAGE:
        return _application(render(page.tree))
    return render(page.tree)


def _application(server_html: str) -> str:
    """Return the server's tree and, hidden beside it, the place where Dash will draw the same."""
    return f'<div id="server-tree">{server_html}</div><div id="react-entry-point" hidden></div>'


def _settings(page: Page, years: Sequence[str], asked: str | None, frame: Frame) -> list[str]:
    if page.follow is Follow.NOTHING:
        return []
    told = {
        "follow": page.follow.value,
        "tree": urls.page_json(page.path, asked),
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
