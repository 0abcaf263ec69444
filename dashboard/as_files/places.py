"""Where an address of the site is in an export, and where a link leads that needs a server (pure)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from dashboard.addresses.pictures import PICTURES

PAGE = "index.html"
"""What a file server answers a folder with."""
LEFT_OUT = "/not-in-this-copy"
"""The page that says what only a server could answer."""
FILTERED, PAPERS, RELEASES = f"{LEFT_OUT}#lists", f"{LEFT_OUT}#papers", f"{LEFT_OUT}#releases"
QUALITY = "/data/quality"
FOR_DASH = ("/_dash-layout", "/_dash-dependencies")
"""What Dash's client asks for when it starts; in an export each has the ending of what it is."""
BY_SCRIPT = frozenset({"/", "/find"})
"""Pages whose script reads their query: the map draws the view, the search finds."""
_FILES = (".json", ".csv", ".xlsx", ".atom", ".pdf", ".docx", ".xml", ".txt", ".ico", ".png", ".webmanifest")
_LISTS = ("decisions", "improvements", "reports")
_PAPER = re.compile(r"/council/[^/]+/[^/]+/(?:pack(?:\.pdf|\.docx)?|letter\.pdf)")
_LIST = re.compile(rf"/council/[^/]+/({'|'.join(_LISTS)})")


@dataclass(frozen=True, slots=True)
class Job:
    """One address to be asked for, and the path it has in the export: it has no query there."""

    asked: str
    path: str


def file_of(path: str) -> str:
    """Return the file that an export answers a path with, relative to its folder.

    >>> file_of("/council/leeds-city-council"), file_of("/data/figures.csv"), file_of("/")
    ('council/leeds-city-council/index.html', 'data/figures.csv', 'index.html')
    """
    bare = path.strip("/")
    if is_file(path):
        return bare
    return f"{bare}/{PAGE}".lstrip("/")


def is_file(path: str) -> bool:
    """Say whether a path is that of a file, and not of a page."""
    return path.startswith("/static/") or path.endswith(_FILES)


def quality_path(year: str, kind: str) -> str:
    """Return where the page on how complete the figures are stands for a year and a type of council."""
    return f"{QUALITY}/{year}/{kind}"


def list_path(path: str, page: int) -> str:
    """Return where a page of a council's list stands."""
    return path if page == 1 else f"{path}/page/{page}"


@dataclass(frozen=True, slots=True)
class Places:
    """What is in an export: ``has`` says of a path whether it is; ``release`` is the name of its release."""

    has: Callable[[str], bool]
    release: str
    address: str = ""

    def led(self, url: str) -> str:
        """Return where a link leads in the export: to the same, or to the page that says why it cannot.

        What leads off the site, or within a page, is left as it is.
        """
        inside = url.removeprefix(self.address) if self.address and url.startswith(self.address) else url
        if not inside.startswith("/") or inside.startswith("//"):
            return url
        before = url[: len(url) - len(inside)]
        return before + self._led(inside)

    def _led(self, url: str) -> str:
        parts = urlsplit(url)
        asked = parse_qsl(parts.query, keep_blank_values=True)
        query = {name: value for name, value in asked if name != "release"}
        if any(name == "release" and value != self.release for name, value in asked):
            return RELEASES
        path = self._viewed(parts.path, query)
        if path is None or not self.has(path.partition("?")[0]):
            return self._instead(parts.path)
        return path + (f"#{parts.fragment}" if parts.fragment else "")

    def _viewed(self, path: str, query: dict[str, str]) -> str | None:
        """Return the path of a view, with its query only where a script reads it; None: no file can be it."""
        if not query:
            return path
        if path in BY_SCRIPT:
            return f"{path}?{urlencode(query)}"
        if path == QUALITY and query.keys() == {"year", "type"}:
            return quality_path(query["year"], query["type"])
        if _LIST.fullmatch(path) and query.keys() == {"page"}:
            return list_path(path, int(query["page"])) if query["page"].isdecimal() else None
        return None

    def _instead(self, path: str) -> str:
        if _PAPER.fullmatch(path):
            return PAPERS
        if path.endswith(PICTURES):
            return f"{LEFT_OUT}#pictures"
        first = path.split("/")[1].partition(".")[0]
        if first in ("compare", "watch"):
            return f"/{first}"
        found = _LIST.fullmatch(path)
        if first in _LISTS or found:
            listed = found[1] if found else first
            return "/improvements" if listed == "improvements" else "/decisions"
        return LEFT_OUT


def redirects(led_here: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return old addresses of councils and where they lead: those below them too."""
    return [
        (f"/council/{quote(old)}", f"/council/{slug}")
        for slug, olds in sorted(led_here.items())
        for old in sorted(olds)
        if old != slug
    ]
