"""The site of one release, asked in process, without a port: it answers what a reader is answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from werkzeug.test import Client

from dashboard.addresses.links import UNNAMED
from dashboard.as_files.own_pages import Parts
from dashboard.repository.downloads import TYPES
from dashboard.repository.interface import Repository
from dashboard.web.answer import Answer
from dashboard.web.application import create_app
from dashboard.web.assets import STYLE, publish_assets
from dashboard.web.document import Frame, document
from dashboard.web.encodings import QUICK
from dashboard.web.opened import open_releases
from dashboard.web.page import Page
from dashboard.web.releases import Releases, ServedRelease
from dashboard.web.request import Asked
from dashboard.web.settings import Settings
from dashboard.web.site import Make
from dashboard.web.site import Site as WebSite
from dashboard.web.static_files import StaticFiles

_ENCODED = (".br", ".gz")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and how: enough for another process to open the same."""

    release: str
    releases: Path
    parts: Parts
    settings: Settings


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: its status, its type without parameters, its body, what it says besides, and its pages."""

    status: int
    kind: str
    body: bytes
    disposition: str
    pages: int
    location: str


class AnotherReleaseError(RuntimeError):
    """The release, or what is published, changed while it was exported. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class OneMaking(WebSite):
    """The site, which makes a council's page and its tree once: here one is asked for after the other.

    Path + ``.json`` is the same tree by the rule of its addresses.
    """

    last: dict[tuple[str, str], Page | Answer] = field(default_factory=dict)

    def _once(self, make: Make, path: str, query: str, write: Callable[[Page, Asked], Answer]) -> Answer:
        key = (path.removesuffix(".json"), query)

        def once(asked: Asked) -> Page | Answer:
            if key not in self.last:
                made = make(asked)
                self.last.clear()
                self.last[key] = made
            return self.last[key]

        return WebSite._once(self, once if path.startswith("/council/") else make, path, query, write)


class Site:
    """The site over the release of an order."""

    def __init__(self, order: Order) -> None:
        """Open it. Raises NoReleaseError, ManifestError, sqlite3.Error."""
        self._releases: Releases = open_releases(
            order.release, demo_allowed=False, directory=order.releases, environment={}
        )
        self._client: Client = create_app(
            self._releases, order.settings, site_of=OneMaking
        ).server.test_client()
        self.order = order
        self.served: ServedRelease = self._releases.current()
        self.files: StaticFiles = publish_assets(order.settings.assets, order.settings.cache, QUICK)
        self.style = self.files.text(STYLE)

    @property
    def repository(self) -> Repository:
        """The release."""
        return self.served.repository

    def check_same(self) -> None:
        """Raise AnotherReleaseError where the release shown is another than at the start."""
        if self._releases.current().id != self.served.id:
            raise AnotherReleaseError(
                f"Release “{self.order.release}”, or what is published, changed while it was exported. "
                "Run the same command again: it begins anew."
            )

    def ask(self, url: str) -> Answered:
        """Return what a path with its query is answered, as it is, not compressed."""
        got = self._client.get(url, headers={"Accept-Encoding": "identity"})
        return Answered(
            status=got.status_code,
            kind=got.mimetype or "",
            body=got.get_data(),
            disposition=got.headers.get("Content-Disposition", ""),
            pages=int(got.headers.get("X-Pages", "0")),
            location=got.headers.get("Location", ""),
        )

    def document(self, page: Page) -> str:
        """Return a page of the export's own in the site's frame."""
        frame = Frame(self.files, self.style, "", self.order.settings.address)
        return document(page, self.repository.release(), UNNAMED, frame)

    def static(self) -> Iterator[str]:
        """Go through the paths of all files with a hash in their names, the project's and the release's.

        The downloads are not among them: they have addresses of their own.
        """
        yield from self.files.urls()
        static = self.served.static
        if static is None:
            return
        downloads = {self._static_url(logical) for logical in TYPES}
        for file in sorted(static.iterdir()):
            url = f"/static/{self.served.name}/{file.name}"
            if file.suffix not in _ENCODED and url not in downloads:
                yield url

    def _static_url(self, logical: str) -> str:
        try:
            return self.repository.static_url(logical)
        except KeyError:
            return ""
