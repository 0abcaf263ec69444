"""From what a request asks to a finished answer. No HTTP, no Flask."""

import json
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.addresses.query import bounded
from dashboard.markup.static_subtrees import condensed
from dashboard.markup.tree_json import dumps
from dashboard.pages.site import errors
from dashboard.repository.connection import ReleaseReplacedError
from dashboard.web import for_machines, refusals
from dashboard.web.answer import JSON, PAGES, TEXT, Answer, Keep
from dashboard.web.api_views import page_as_problem, problem
from dashboard.web.document import Frame, document
from dashboard.web.head import sheets
from dashboard.web.headers import POLICY, policy
from dashboard.web.health import unreadable
from dashboard.web.page import Page
from dashboard.web.refusals import RETRY
from dashboard.web.releases import Releases
from dashboard.web.request import Asked, release_named

_REPLACED = (
    "The release chosen is not whole or not there: what is shown was opened before, or was live before."
)
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

    def data(self, make: Make, path: str, query: str) -> Answer:
        """Return an answer for programs, and as a problem what a page would say."""
        return self._answer(make, path, query, page_as_problem)

    def failed(self) -> Answer:
        """Return the page of a fault of ours."""
        page = Page("This page could not be made", errors.failed(), "/", status=500)
        return self._document(page, Asked("/", "", None, self.releases.current()))

    def refused(self, code: int, *, program: bool = False) -> Answer:
        """Return the page of a request that is not answered; a ``program`` at the API gets a problem."""
        if program:
            answer = problem(refusals.problem(code))
            return replace(answer, headers={**answer.headers, **_later(code)})
        page = Page(refusals.title(code), refusals.render(code), "/", status=code)
        answer = self._document(page, Asked("/", "", None, self.releases.current()))
        return replace(answer, keep=Keep.NEVER)

    def alive(self) -> Answer:
        """Say that this process answers."""
        return Answer("alive\n", TEXT, keep=Keep.NEVER)

    def ready(self) -> Answer:
        """Say whether pages can be made now: the release's database and a file of it are read."""
        trouble = unreadable(self.releases.current())
        return Answer(f"{trouble or 'ready'}\n", TEXT, 503 if trouble else 200, Keep.NEVER)

    def health(self) -> Answer:
        """Return what is served, and what is wrong with it, for monitors."""
        served = self.releases.current()
        release = served.repository.release()
        trouble = [
            *([_REPLACED] if self.releases.trouble() else []),
            *([said] if (said := unreadable(served)) else []),
        ]
        told = {
            "release": release.name,
            "status": release.status,
            "kind": release.kind,
            "councils": len(served.repository.councils(release.years[-1])),
            "years": list(release.years),
            "trouble": trouble,
        }
        return Answer(json.dumps(told) + "\n", JSON, 503 if trouble else 200, Keep.NEVER)

    def robots(self, address: str) -> Answer:
        """Return what crawlers may read of the site, whose address is empty where it is not known."""
        return Answer(for_machines.robots(self.releases.current().repository.release(), address), TEXT)

    def sitemap(self, address: str) -> Answer | None:
        """Return every page worth finding; None where nothing is, or the site's address is not known."""
        repository = self.releases.current().repository
        if not address or not for_machines.is_for_crawlers(repository.release()):
            return None
        return Answer(for_machines.sitemap(repository, address), for_machines.XML)

    def _answer(self, make: Make, path: str, query: str, write: Callable[[Page, Asked], Answer]) -> Answer:
        for _ in range(_TRIES):
            try:
                return self._once(make, path, query, write)
            except ReleaseReplacedError:  # put in place anew just now: the whole page is made of it
                time.sleep(_PAUSE)
                self.releases.refresh()
            except sqlite3.DatabaseError:  # it has been damaged while it is served
                self.releases.doubt()
                break
        return self._once(make, path, query, write)

    def _once(self, make: Make, path: str, query: str, write: Callable[[Page, Asked], Answer]) -> Answer:
        release = release_named(query)
        served = self.releases.find(release)
        if served is None:
            page = self._no_release(release or "")
            return write(page, Asked("/", "", None, self.releases.current()))
        asked = Asked(path, bounded(query), release, served)
        made = make(asked)
        return made if isinstance(made, Answer) else write(made, asked)

    def _no_release(self, name: str) -> Page:
        if self.releases.gone(name):
            return Page("Release no longer held", errors.gone_release(name), "/", status=410)
        return Page("No such release", errors.unknown_release(name), "/", status=404)

    def _document(self, page: Page, asked: Asked) -> Answer:
        keep = page.keep if page.status < 500 else Keep.NEVER
        body = document(page, asked.repository.release(), asked.links, self.frame)
        headers = {**_later(page.status), **_pages(page), POLICY: policy(sheets(page, self.frame))}
        return Answer(body, status=page.status, keep=keep, headers=headers)


def _later(code: int) -> dict[str, str]:
    """Return when to ask again, of a status that passes."""
    return {"Retry-After": RETRY[code]} if code in RETRY else {}


def _tree(page: Page, _asked: Asked) -> Answer:
    return Answer(dumps(condensed(page.tree)), JSON, page.status, headers=_pages(page))


def _pages(page: Page) -> dict[str, str]:
    return {PAGES: str(page.pages)} if page.pages else {}
