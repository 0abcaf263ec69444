"""The head of a document: its title, what it says of itself to search engines and in links, its files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.addresses.links import Links
from dashboard.addresses.pictures import CARD_HEIGHT, CARD_WIDTH
from dashboard.domain.statuses import Status
from dashboard.markup.html import text
from dashboard.pages.site.shell import SITE_NAME
from dashboard.repository.records import Release
from dashboard.web.answer import Keep
from dashboard.web.assets import APPLE_ICON, FAVICON, ICON, MANIFEST, page_style
from dashboard.web.dataset import dataset
from dashboard.web.page import Follow, Page
from dashboard.web.static_files import StaticFiles

SEARCH = "js/search.js"
LATER = "js/start_dash_when_idle.js"  # runs the Dash application once the page stands and nothing else waits
_DESCRIPTION = (
    "Complaints upheld, recommendations complied with and remedies for every council in England, "
    "from the Local Government and Social Care Ombudsman’s figures."
)
_SIMULATED = "Demonstration: every figure is simulated, none is of a real council. "
_PARTLY_SIMULATED = "Demonstration: most figures are simulated. "


@dataclass(frozen=True, slots=True)
class Frame:
    """What every document of a site shares: the files it names, its style, Dash's client configuration.

    The style stands in the document: it is small, and a first visitor sees the page one journey earlier.
    ``address`` is the site's own (``https://councils.example``), empty where it is not known.
    """

    files: StaticFiles
    style: str
    dash_config: str
    address: str = ""


def full_title(page: Page, release: Release) -> str:
    """Return the document's title: the page's, after "Demonstration" or "Draft" where that is what it is."""
    before = "Demonstration: " if release.is_demonstration else ""
    if not Status(release.status).public:
        before = f"{release.status.capitalize()}: {before}"
    return f"{before}{page.title}"


def full_description(page: Page, release: Release) -> str:
    """Return what the page says of itself in a sentence or two, after what kind of figures these are."""
    before = ""
    if release.is_demonstration:
        before = _SIMULATED if release.is_all_simulated else _PARTLY_SIMULATED
    if not Status(release.status).public:
        before = f"Not published. {before}"
    return f"{before}{page.description or _DESCRIPTION}"


def indexable(page: Page, release: Release, asked: str | None) -> bool:
    """Whether search engines may list a page: a real one of the release in use, no answer to a question."""
    public = Status(release.status).public and not release.is_demonstration
    return public and not asked and page.status == 200 and page.keep is not Keep.NEVER


def sheets(page: Page, frame: Frame) -> list[str]:
    """Return the style sheets that stand in a page's head, in the order in which they apply."""
    return [frame.style, *(frame.files.text(page_style(name)) for name in page.styles)]


def head(page: Page, release: Release, asked: str | None, frame: Frame) -> list[str]:
    """Return the lines of the head. ``asked`` is the release's name where the URL names it."""
    title, description = full_title(page, release), full_description(page, release)
    address = f"{frame.address}{page.path}"
    lines = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(title)}</title>",
        f'<meta name="description" content="{text(description)}">',
        "" if indexable(page, release, asked) else '<meta name="robots" content="noindex">',
        f'<link rel="canonical" href="{text(address)}">' if page.status == 200 else "",
        *_shared(title, description, address if frame.address and page.status == 200 else ""),
        *_card(page, title, asked, frame),
        f'<link rel="alternate" type="application/atom+xml" href="{text(page.feed)}">' if page.feed else "",
        f'<link rel="icon" href="{ICON}" sizes="32x32">',
        f'<link rel="icon" href="{frame.files.url(FAVICON)}" type="image/svg+xml">',
        f'<link rel="apple-touch-icon" href="{APPLE_ICON}">',
        f'<link rel="manifest" href="{MANIFEST}">',
        *[_data(told) for told in _described(page, release, frame) if told],
        *[f"<style>{sheet}</style>" for sheet in sheets(page, frame)],
        *[f'<link rel="preload" as="fetch" crossorigin href="{url}">' for url in page.preload],
        *[line for name in (SEARCH, *page.scripts) for line in _script(name, frame)],
    ]
    if page.follow is not Follow.NOTHING:
        lines += _script(LATER, frame)
    return [f"{line}\n" for line in lines if line]


def _shared(title: str, description: str, address: str) -> list[str]:
    """Return what a shared link shows (Open Graph); the address only where the site's own is known."""
    told = {
        "og:type": "website",
        "og:site_name": SITE_NAME,
        "og:locale": "en_GB",
        "og:title": title,
        "og:description": description,
        "og:url": address,
    }
    return [f'<meta property="{name}" content="{text(value)}">' for name, value in told.items() if value]


def _card(page: Page, title: str, asked: str | None, frame: Frame) -> list[str]:
    """Return the picture a shared link shows: only where its whole address is known is one promised."""
    if not page.card or not frame.address or page.status != 200:
        return ['<meta name="twitter:card" content="summary">']
    told = {
        "og:image": f"{frame.address}{Links(asked).page(page.card)}",
        "og:image:type": "image/png",
        "og:image:width": str(CARD_WIDTH),
        "og:image:height": str(CARD_HEIGHT),
        "og:image:alt": title,
    }
    lines = [f'<meta property="{name}" content="{text(value)}">' for name, value in told.items()]
    return [*lines, '<meta name="twitter:card" content="summary_large_image">']


def _described(page: Page, release: Release, frame: Frame) -> tuple[dict[str, Any] | None, ...]:
    return _trail(page, frame), dataset(release, frame.address) if page.dataset else None


def _trail(page: Page, frame: Frame) -> dict[str, Any] | None:
    """Return where a page stands, from the map down to itself (schema.org's BreadcrumbList)."""
    if not page.trail or page.status != 200:
        return None
    steps = [("Map", "/"), *page.trail, (page.title, page.path)]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": f"{frame.address}{path}"}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }


def _data(told: Mapping[str, Any]) -> str:
    """Return data for machines, in which no markup can end the script it stands in."""
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{written}</script>'


def _script(name: str, frame: Frame) -> list[str]:
    """Return the tags of a script. A module in a folder has the modules it imports fetched beside it."""
    url = frame.files.url(name)
    if name.count("/") == 1:
        return [f'<script src="{url}" defer></script>']
    imported = [f'<link rel="modulepreload" href="{other}">' for other in frame.files.beside(name)]
    return [*imported, f'<script src="{url}" type="module"></script>']
