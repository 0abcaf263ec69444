"""What browsers and search engines ask for at addresses of custom: robots, sitemap, manifest, security."""

import json
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from dashboard.addresses.links import UNNAMED
from dashboard.addresses.pictures import Chart, Form
from dashboard.domain.statuses import Status
from dashboard.pages.site.shell import SITE_NAME
from dashboard.repository.interface import Repository
from dashboard.repository.records import Release
from dashboard.web.assets import MANIFEST_ICONS

ROBOTS, SITEMAP = "/robots.txt", "/sitemap.xml"
XML = "application/xml; charset=utf-8"
MANIFEST_TYPE = "application/manifest+json"
_PAGES = (
    "",
    "compare",
    "decisions",
    "improvements",
    "watch",
    "data",
    "data/quality",
    "api",
    "about",
    "complain",
    "accessibility",
)
_SEARCHES = ("/decisions", "/improvements", "/watch", "/council/*/decisions", "/council/*/improvements")
_PICTURES = (
    *(f"{page}{form}" for page in ("/map", "/compare") for form in Form),
    *(f"/council/*/{chart}{form}" for chart in Chart for form in Form),
)
_NOT_FOR_CRAWLERS = (
    "Disallow: /find",
    "Disallow: /api/v1",
    "Disallow: /embed/",
    "Disallow: /*?release=",
    *(f"Disallow: {path}" for path in _PICTURES),
    *(f"Disallow: {path}{ending}" for path in _SEARCHES for ending in ("?", ".csv", ".xlsx")),
    "Disallow: /council/*/reports?",
    *(f"Allow: {path}?page=" for path in (*_SEARCHES, "/council/*/reports")),
)
"""A search is a question, not a page: endless, and found from the pages of a list."""
_NAMED_FOR = timedelta(days=90)  # how long what is said of whom to tell holds; it is said anew each day


def is_for_crawlers(release: Release) -> bool:
    """Whether anything of what is shown is for search engines: only real figures that are published."""
    return Status(release.status).public and not release.is_demonstration


def robots(release: Release, address: str) -> str:
    """Return what crawlers may read: nothing of a demonstration, and nothing of what is only previewed.

    The list of pages is named where the site's address is known.
    """
    if not is_for_crawlers(release):
        return "User-agent: *\nDisallow: /\n"
    rules = "\n".join(_NOT_FOR_CRAWLERS)
    listed = f"\nSitemap: {address}{SITEMAP}\n" if address else ""
    return f"User-agent: *\n{rules}\n{listed}"


def sitemap(repository: Repository, address: str) -> str:
    """Return every page worth finding: the site's own, each council's years, and its lists of letters."""
    release = repository.release()
    paths = [UNNAMED.plain(page) for page in _PAGES]
    for council in repository.councils():
        paths += [UNNAMED.council(council.slug, year) for year in reversed(repository.years_of(council.slug))]
        paths.append(UNNAMED.letters(council.slug))
    day = release.built_at[:10]
    entries = (f"<url><loc>{escape(address + path)}</loc><lastmod>{day}</lastmod></url>" for path in paths)
    listed = "\n".join(entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}\n</urlset>\n'
    )


def manifest() -> str:
    """Return what a phone shows of the site on its home screen."""
    told = {
        "name": SITE_NAME,
        "short_name": "Councils",
        "lang": "en-GB",
        "start_url": "/",
        "display": "browser",
        "background_color": "#fcfbf8",
        "theme_color": "#12436d",
        "icons": [{"src": f"/{name}", "sizes": size, "type": "image/png"} for name, size in MANIFEST_ICONS],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def security(contact: str, address: str, now: datetime) -> str:
    """Return whom to tell of a weakness (RFC 9116). ``contact`` is a mailto: or https: address."""
    until = (now + _NAMED_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [f"Contact: {contact}", f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: en"]
    lines += [f"Canonical: {address}/.well-known/security.txt"] if address else []
    return "\n".join(lines) + "\n"
