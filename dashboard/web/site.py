"""From what a request asks to a finished answer. No HTTP, no Flask."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from dashboard.addresses.query import bounded, year
from dashboard.markup import elements as html
from dashboard.markup.static_subtrees import condensed
from dashboard.markup.tree_json import dumps
from dashboard.pages.site import errors
from dashboard.pages.site.left_out import left_out_notice
from dashboard.repository.connection import ReleaseReplacedError
from dashboard.web import for_machines
from dashboard.web.answer import JSON, TEXT, Answer, Keep
from dashboard.web.document import Frame, document
from dashboard.web.page import Page
from dashboard.web.releases import Releases
from dashboard.web.request import Asked, release_named

_TRIES = 20  # of a page whose release is put in place again and again while it is made
_PAUSE = 0.02  # seconds between them

Make = Callable[[Asked], Page | Answer]


@dataclass(frozen=True, slots=True)
class Site:
    """The site over its releases: ``make`` says what is at an address, these say how it is answered."""

    releases: Releases
    frame: Frame

    def html(self, make: Make, path: str, query: str) -> Answer:
        """Return a page as a document."""
        return self._answer(make, path, query, self._document)

    def json(self, make: Make, path: str, query: str) -> Answer:
        """Return a page's tree."""
        return self._answer(make, path, query, _tree)

    def failed(self) -> Answer:
        """Return the page of a fault of ours."""
        page = Page("This page could not be made", errors.failed(), "/", status=500)
        return self._document(page, Asked("/", "", None, self.releases.current()))

    def health(self) -> Answer:
        """Return what is served, for monitors."""
        repository = self.releases.current().repository
        release = repository.release()
        told = {
            "release": release.name,
            "status": release.status,
            "kind": release.kind,
            "councils": len(repository.councils(release.years[-1])),
            "years": list(release.years),
        }
        return Answer(json.dumps(told) + "\n", JSON, keep=Keep.NEVER)

    def robots(self, address: str) -> Answer:
        """Return what crawlers may read of the site at an address."""
        return Answer(for_machines.robots(self.releases.current().repository.release(), address), TEXT)

    def sitemap(self, address: str) -> Answer | None:
        """Return every page worth finding; None where nothing is for search engines."""
        repository = self.releases.current().repository
        if not for_machines.is_for_crawlers(repository.release()):
            return None
        return Answer(for_machines.sitemap(repository, address), for_machines.XML)

    def _answer(self, make: Make, path: str, query: str, write: Callable[[Page, Asked], Answer]) -> Answer:
        for _ in range(_TRIES):
            try:
                return self._once(make, path, query, write)
            except ReleaseReplacedError:  # put in place anew just now: the whole page is made of it
                time.sleep(_PAUSE)
                self.releases.refresh()
        return self._once(make, path, query, write)

    def _once(self, make: Make, path: str, query: str, write: Callable[[Page, Asked], Answer]) -> Answer:
        release = release_named(query)
        served = self.releases.find(release)
        if served is None:
            page = self._no_release(release or "")
            return write(page, Asked("/", "", None, self.releases.current()))
        short = bounded(query)
        asked = Asked(path, short, release, served, cut=short != query)
        made = make(asked)
        return made if isinstance(made, Answer) else write(made, asked)

    def _no_release(self, name: str) -> Page:
        if self.releases.gone(name):
            return Page("Release no longer held", errors.gone_release(name), "/", status=410)
        return Page("No such release", errors.unknown_release(name), "/", status=404)

    def _document(self, page: Page, asked: Asked) -> Answer:
        keep = page.keep if page.status < 500 else Keep.NEVER
        body = document(page, asked.repository.release(), asked.release, self.frame, _notice(page, asked))
        return Answer(body, status=page.status, keep=keep)


def _tree(page: Page, asked: Asked) -> Answer:
    notice = _notice(page, asked)
    parts: list[Any] = [condensed(part) for part in (notice, page.tree) if part is not None]
    return Answer(dumps(html.Div(parts) if notice else parts[0]), JSON, page.status)


def _notice(page: Page, asked: Asked) -> Component | None:
    """Return what is said of the parts of the address that mean nothing: on every page of a year at least."""
    reads = page.reads or (year("year", asked.years),)
    return left_out_notice(asked.given.left_out(reads, page.names))
