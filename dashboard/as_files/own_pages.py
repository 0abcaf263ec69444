"""The pages that an export has in the place of the site's: what says in words that it needs a server."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.as_files.places import LEFT_OUT
from dashboard.pages.site import needs_server
from dashboard.pages.site.find import STYLES
from dashboard.repository.interface import Repository
from dashboard.web.page import Page


@dataclass(frozen=True, slots=True)
class Parts:
    """What is exported besides: decision pages and lists, papers."""

    decisions: bool = False
    papers: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, as they are asked for."""
        return tuple(name for name in PARTS if getattr(self, name))


PARTS = ("decisions", "papers")

Make = Callable[[Repository, Parts], Page]


def _compare(_repository: Repository, _parts: Parts) -> Page:
    return Page("Comparing councils needs a server", needs_server.comparison(), "/compare", here="compare")


def _decisions(repository: Repository, parts: Parts) -> Page:
    return _search("decisions", repository, parts, held=holds_decisions(repository))


def _improvements(repository: Repository, parts: Parts) -> Page:
    return _search("improvements", repository, parts, held=repository.cases() is not None)


def _watch(_repository: Repository, _parts: Parts) -> Page:
    return Page(needs_server.WATCH_TITLE, needs_server.watch(), "/watch")


def _search(what: str, repository: Repository, parts: Parts, *, held: bool) -> Page:
    lists = repository.councils() if parts.decisions and held else ()
    tree = needs_server.search(what, lists, held=held)
    return Page(needs_server.search_title(what), tree, f"/{what}", here=what)


def _left_out(_repository: Repository, parts: Parts) -> Page:
    return Page("Not in this copy", needs_server.left_out(papers=parts.papers), LEFT_OUT)


def _find(repository: Repository, _parts: Parts) -> Page:
    tree = needs_server.finder(repository.councils())
    return Page("Find your council", tree, "/find", styles=STYLES, scripts=("js/find/page.js",))


OWN: dict[str, Make] = {
    "/compare": _compare,
    "/decisions": _decisions,
    "/improvements": _improvements,
    "/watch": _watch,
    "/find": _find,
    LEFT_OUT: _left_out,
}
"""What is at an address in an export instead of what the site has there."""


def holds_decisions(repository: Repository) -> bool:
    """Say whether a release has decisions: a register of cases, or a list of some."""
    return repository.cases() is not None or repository.listed() is not None
