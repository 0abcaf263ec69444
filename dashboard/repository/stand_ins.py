"""The councils that served an area in a year in which a council did not exist."""

from dashboard.domain.years import ReportingYear
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


def stand_ins(council: Council, year: str, repository: Repository) -> tuple[Council, ...]:
    """Return the councils that served the area in a year in which this one did not exist.

    Predecessors for a year before its start, successors for one after its end, followed through
    further changes, A to Z; empty where none is known.
    """
    earlier = council.start is not None and council.start > ReportingYear.parse(year).first_day
    found: list[Council] = []
    for slug in _neighbours(council, repository, earlier=earlier):
        other = repository.council(slug)
        if other is None:
            continue
        if repository.existed(slug, year):
            found.append(other)
        else:
            found += stand_ins(other, year, repository) if _same_way(other, year, earlier=earlier) else ()
    return tuple(sorted(dict.fromkeys(found), key=lambda council: council.name))


def _neighbours(council: Council, repository: Repository, *, earlier: bool) -> tuple[str, ...]:
    if earlier:
        return tuple(link.predecessor for link in repository.predecessors(council.slug))
    return council.heirs(repository.successors(council.slug))


def _same_way(council: Council, year: str, *, earlier: bool) -> bool:
    first = ReportingYear.parse(year).first_day
    if earlier:
        return council.start is not None and council.start > first
    return council.end is not None and council.end < first
