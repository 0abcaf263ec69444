"""Everything an export has, by what is made together: a council's pages, the site's own (pure).

A group is made by one process and is whole or is made again, so a run that is broken off loses little.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.addresses.links import UNNAMED
from dashboard.as_files.own_pages import OWN, Parts, holds_decisions
from dashboard.as_files.places import FOR_DASH, QUALITY, Job, quality_path
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.repository.downloads import TYPES
from dashboard.repository.interface import Repository
from dashboard.web.assets import ICONS, MANIFEST
from dashboard.web.for_machines import ROBOTS, SITEMAP, is_for_crawlers
from dashboard.web.views import PLAIN

_TOGETHER = 50  # decisions in a group


@dataclass(frozen=True, slots=True)
class Group:
    """What is made together. ``lists``: each asks for its further pages when it is known how many it has."""

    name: str
    jobs: tuple[Job, ...]
    lists: bool = False


def groups(repository: Repository, parts: Parts, address: str) -> Iterator[Group]:
    """Go through the groups of an export; what takes longest comes first."""
    years = repository.release().years
    for year in years:
        asked = [
            (UNNAMED.quality(year, kind.value), quality_path(year, kind.value)) for kind in AuthorityType
        ]
        yield Group(f"quality {year}", tuple(Job(*one) for one in asked))
    for council in repository.councils():
        yield Group(council.slug, tuple(_of_council(council.slug, repository)))
    if parts.papers:
        for council in repository.councils():
            yield Group(f"papers {council.slug}", tuple(_as_it_is(_papers(council.slug, repository))))
    if parts.decisions:
        yield from _decisions(repository)
    for_dash = (Job(path, f"{path}.json") for path in FOR_DASH)
    yield Group("site", (*_as_it_is(_of_site(repository, parts, address)), *for_dash))


def paths(repository: Repository, parts: Parts, address: str) -> frozenset[str]:
    """Return every path of an export that a page may lead to: further pages of lists are not among them."""
    planned = (job.path for group in groups(repository, parts, address) for job in group.jobs)
    return frozenset([*planned, *OWN])


def _as_it_is(asked: Iterable[str]) -> Iterator[Job]:
    return (Job(path, path) for path in asked)


def _of_site(repository: Repository, parts: Parts, address: str) -> Iterator[str]:
    yield "/"
    yield from (UNNAMED.plain(name) for name in PLAIN)
    yield QUALITY
    yield from (f"/{logical}" for logical in TYPES if _held(repository, logical))
    yield from (f"/{name}" for name in ICONS)
    yield MANIFEST
    yield ROBOTS
    if address and is_for_crawlers(repository.release()):
        yield SITEMAP
    if repository.cases() is not None:
        yield UNNAMED.decisions("", ".atom")
        yield UNNAMED.improvements("", ".atom")
        if parts.decisions:
            yield UNNAMED.decisions("", ".csv")
            yield UNNAMED.improvements("", ".csv")


def _held(repository: Repository, logical: str) -> bool:
    try:
        return bool(repository.static_url(logical))
    except KeyError:
        return False


def _of_council(slug: str, repository: Repository) -> Iterator[Job]:
    """Yield a council's addresses: a year in which it did not exist has a page and a panel that say so.

    Without a year its address has the page of its latest, which is asked for once.
    """
    years, own = repository.release().years, repository.years_of(slug)
    yield Job(UNNAMED.council(slug, (own or years)[-1]), UNNAMED.council(slug))
    for year in reversed(years):
        yield from _as_it_is((UNNAMED.council(slug, year), f"{UNNAMED.council(slug, year)}/panel.json"))
    yield from _as_it_is((UNNAMED.letters(slug), UNNAMED.council_feed(slug)))
    for year in own:
        yield Job(UNNAMED.letter(slug, year), UNNAMED.letter(slug, year))
        if repository.official_letter(slug, year) is not None:
            yield Job(UNNAMED.letter_pdf(slug, year), UNNAMED.letter_pdf(slug, year))


def _papers(slug: str, repository: Repository) -> Iterator[str]:
    for year in repository.years_of(slug):
        yield from (UNNAMED.pack(slug, year, ending) for ending in ("", ".pdf", ".docx"))
        if repository.official_letter(slug, year) is None:  # that one is exported in any case
            yield UNNAMED.letter_pdf(slug, year)


def _decisions(repository: Repository) -> Iterator[Group]:
    if not holds_decisions(repository):
        return
    cases, listed = repository.cases(), repository.listed()
    sections = ("decisions", "reports", "improvements") if cases is not None else ("decisions", "reports")
    for council in repository.councils():
        own = (UNNAMED.council_cases(council.slug, section) for section in sections)
        yield Group(f"lists {council.slug}", tuple(_as_it_is(own)), lists=True)
    references: list[str] = []
    if cases is not None:
        references = [row.reference for row in cases.every_decision(CaseFilter())]
    elif listed is not None:
        references = [one.reference for one in listed.every_decision(CaseFilter())]
    for at in range(0, len(references), _TOGETHER):
        pages = (UNNAMED.decision(reference) for reference in references[at : at + _TOGETHER])
        yield Group(f"decisions from {at}", tuple(_as_it_is(pages)))
