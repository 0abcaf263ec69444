"""What is unusual of a council in a year, in sentences: new, ended, or made of others."""

from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.repository.stand_ins import stand_ins
from dashboard.words.wording import capital, council_name, listed


def standing(known: Known) -> list[str]:
    """Return the sentences; none for a council that existed before the year and exists after it."""
    council, year = known.council, ReportingYear.parse(known.year)
    name = council_name(council.name)
    if known.ended and council.end:
        after = listed([other.name for other in stand_ins(council, known.year, known.repository)])
        now = f" Its area is now served by {after}." if after else ""
        return [
            f"{capital(name)} ended on {day(council.end)}. These figures are of complaints about it that "
            f"were still decided in this year; no average applies to them.{now}"
        ]
    if council.start and ReportingYear.of(council.start) == year:
        names = _names(known, came_from=True)
        before = f" Complaints about {names} may be counted under those councils’ own names." if names else ""
        return [f"This is the first year of {name}, formed on {day(council.start)}.{before}"]
    if council.end and ReportingYear.of(council.end) == year:
        names = _names(known, came_from=False)
        now = f" {names} took over." if names else ""
        return [f"This is the last year of {name}, which ended on {day(council.end)}.{now}"]
    return []


def _names(known: Known, *, came_from: bool) -> str:
    repository, slug = known.repository, known.council.slug
    before = [link.predecessor for link in repository.predecessors(slug)]
    slugs = before if came_from else known.council.heirs(repository.successors(slug))
    found = [other.name for one in slugs if (other := repository.council(one)) is not None]
    return listed(sorted(dict.fromkeys(found)))
