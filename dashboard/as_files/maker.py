"""Making the files of a group: the work of one process among several."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from dashboard.as_files.finder import finder_files
from dashboard.as_files.folder import write
from dashboard.as_files.kept import Entry, entry_of
from dashboard.as_files.links import tree_of
from dashboard.as_files.own_pages import OWN
from dashboard.as_files.pages import Rewriting, chosen_by_links
from dashboard.as_files.places import QUALITY, Job, Places, file_of, is_file, list_path, quality_path
from dashboard.as_files.plan import Group, paths
from dashboard.as_files.site import Answered, Order, Site
from dashboard.domain.authority_types import AuthorityType
from dashboard.feeds.atom import SERVED_AS
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE

FINDER, OWN_PAGES, STATIC = "the search", "pages of its own", "styles, scripts, maps"
NOT_FOUND = "404.html"
_LINKS = 100_000
_MANY = 20_000  # pages of a list: more than any council's, so that no mistake goes on for ever
_EXPECTED = (200, 404, 410)  # a year a council did not exist in, a decision withdrawn: pages that say so


class UnexpectedAnswerError(RuntimeError):
    """The site answered an address of the plan with something else than a page. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    content: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Maker:
    """Makes groups into a folder. One in every process."""

    def __init__(self, order: Order, folder: Path) -> None:
        """Open the site. Raises NoReleaseError, ManifestError, sqlite3.Error."""
        self.site = Site(order)
        self._folder = folder
        own = paths(self.site.repository, order.parts, order.settings.address)
        static = frozenset(self.site.static())
        places = Places(
            lambda path: path in static or path.partition("/page/")[0] in own,
            self.site.served.name,
            order.settings.feed_address,
        )
        files = self.site.files
        sheets = {files.text(name): files.url(name) for name in files.names() if name.endswith(".css")}
        led = lru_cache(maxsize=_LINKS)(places.led)  # councils’ pages lead to the same others
        self._rewriting = Rewriting(led, sheets, files.url("js/find/among.js"))

    def make(self, group: Group) -> list[Entry]:
        """Make a group's files. Raises UnexpectedAnswerError, AnotherReleaseError, OSError."""
        made: dict[str, Entry] = {}
        for file in self._files(group):
            entry = self._write(file, group.name)
            made[entry.file] = entry  # the page of a council's latest year has two addresses, and one tree
        self.site.check_same()
        return list(made.values())

    def _write(self, file: _File, group: str) -> Entry:
        name = file.path if file.path == NOT_FOUND else file_of(file.path)
        write(self._folder, name, file.content)
        return entry_of(name, file.content, group, file.headers)

    def _files(self, group: Group) -> Iterator[_File]:
        if group.name == FINDER:
            yield from self._finder()
        elif group.name == OWN_PAGES:
            yield from self._own()
        elif group.name == STATIC:
            yield from (_File(url, self._asked(url).body) for url in self.site.static())
        else:
            for job in group.jobs:
                yield from self._of_job(job, lists=group.lists)

    def _of_job(self, job: Job, *, lists: bool) -> Iterator[_File]:
        answered = self._asked(job.asked)
        yield from self._of_answer(job, answered)
        if lists:
            for page in range(2, min(answered.pages, _MANY) + 1):
                further = Job(f"{job.asked}?page={page}", list_path(job.path, page))
                yield from self._of_answer(further, self._asked(further.asked))

    def _of_answer(self, job: Job, answered: Answered) -> Iterator[_File]:
        if answered.kind != "text/html":
            yield _File(job.path, self._as_file(job.path, answered), _said(answered))
            return
        if is_file(job.path):
            return  # there is no such paper, and its page says so: nothing leads to it
        page = answered.body.decode()
        tree = tree_of(page)
        if job.path == QUALITY or job.path.startswith(f"{QUALITY}/"):
            page = self._quality(page, job)
        yield _File(job.path, self._rewriting.page(page).encode())
        if tree:
            yield _File(tree, self._as_file(tree, self._asked(tree)))

    def _as_file(self, path: str, answered: Answered) -> bytes:
        if answered.kind == SERVED_AS and path != "/sitemap.xml":
            return self._rewriting.feed(answered.body.decode()).encode()
        if path.startswith("/council/") and answered.kind == "application/json":
            return self._rewriting.tree(answered.body.decode()).encode()
        if path == "/sitemap.xml" or answered.kind not in ("text/html", ""):
            return answered.body
        raise UnexpectedAnswerError(f"{path} was answered with a page, and is a file.")

    def _asked(self, url: str) -> Answered:
        answered = self.site.ask(url)
        if answered.location.startswith("/static/"):  # an official letter: a file of the release
            answered = self.site.ask(answered.location)
        if answered.status not in _EXPECTED:
            raise UnexpectedAnswerError(f"{url} was answered with status {answered.status}.")
        return answered

    def _quality(self, page: str, job: Job) -> str:
        """Return the page on how complete the figures are, with links to its other years and types."""
        years = self.site.repository.release().years
        asked = parse_qs(urlsplit(job.asked).query)
        year = asked.get("year", [years[-1]])[0]
        kind = asked.get("type", [AuthorityType.COUNTY.value])[0]
        choices = [
            ("Year", [(one, quality_path(one, kind)) for one in reversed(years)]),
            ("Type of council", [(one.label, quality_path(year, one.value)) for one in AuthorityType]),
        ]
        return chosen_by_links(page, choices)

    def _own(self) -> Iterator[_File]:
        for path, make in OWN.items():
            page = self.site.document(make(self.site.repository, self.site.order.parts))
            yield _File(path, self._rewriting.page(page).encode())
        missing = self.site.ask("/no-such-page").body.decode()
        yield _File(NOT_FOUND, self._rewriting.page(missing).encode())

    def _finder(self) -> Iterator[_File]:
        static = self.site.served.static
        if static is None:
            return
        with closing(open_database(static.parent / DATABASE)) as connection:
            for path, content in finder_files(self.site.repository, connection):
                yield _File(path, content)


def own_groups() -> Sequence[Group]:
    """Return the groups that are asked for at no address of the site."""
    return (Group(FINDER, ()), Group(STATIC, ()), Group(OWN_PAGES, ()))


def _said(answered: Answered) -> tuple[tuple[str, str], ...]:
    return (("Content-Disposition", answered.disposition),) if answered.disposition else ()
