"""The reference tables in one object: which councils there are, were and became, and their residents."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.years import ReportingYear
from dashboard.reference.councils import CodeSpan
from dashboard.repository.records import Council, LineageLink


@dataclass(frozen=True, slots=True)
class LaterResidents:
    """The residents of a council whose area became smaller, by the newest estimates there are. They stand for
    mid-years from ``since`` on that are not estimated yet; ``source`` says how they were made."""

    slug: str
    since: int
    residents: int
    source: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The councils of England since April 2014.

    ``councils`` by slug; ``code_spans`` say when each ONS code was valid; ``lineage`` are the
    successions, recodings not among them; ``populations`` the mid-year estimates by slug and year,
    and ``population_sources`` how each was made; ``later_residents`` those of councils that were left smaller
    by a reorganisation, the latest last.
    """

    councils: Mapping[str, Council]
    code_spans: tuple[CodeSpan, ...]
    lineage: tuple[LineageLink, ...]
    populations: Mapping[tuple[str, int], int]
    population_sources: Mapping[tuple[str, int], str]
    later_residents: tuple[LaterResidents, ...] = ()

    def existed(self, slug: str, year: ReportingYear | str) -> bool:
        """Say whether a council existed in a year (on its 1 April); False for an unknown slug."""
        council = self.councils.get(slug)
        return council is not None and _existed(council, _year(year))

    def councils_in(self, year: ReportingYear | str) -> tuple[Council, ...]:
        """Return the councils that existed in a year, by short name."""
        asked = _year(year)
        found = (council for council in self.councils.values() if _existed(council, asked))
        return tuple(sorted(found, key=lambda council: (council.short_name.casefold(), council.slug)))

    def slug_for_code(self, code: str) -> str | None:
        """Return the slug of the council that has, or ever had, an ONS code."""
        return next((span.slug for span in self.code_spans if span.code == code), None)

    def slug_meant(self, text: str) -> str | None:
        """Return the slug of the council that a slug means: its own, or one it had (``led_here_from``)."""
        if text in self.councils:
            return text
        return next((slug for slug, c in self.councils.items() if text in c.led_here_from), None)

    def code_in_year(self, slug: str, year: ReportingYear | str) -> str:
        """Return the ONS code a council had on a year's 1 April. Raises KeyError for an unknown slug."""
        day = _year(year).first_day
        valid = (span.code for span in self.code_spans if span.slug == slug and span.covers(day))
        return next(valid, self.councils[slug].code)

    def population(self, slug: str, mid_year: int) -> int | None:
        """Return the mid-year population estimate, None where there is none."""
        return self.populations.get((slug, mid_year))

    def predecessors(self, slug: str) -> tuple[LineageLink, ...]:
        """Return the links to the councils it was made of."""
        return tuple(link for link in self.lineage if link.successor == slug)

    def successors(self, slug: str) -> tuple[LineageLink, ...]:
        """Return the links to the councils that took its place."""
        return tuple(link for link in self.lineage if link.predecessor == slug)


def _existed(council: Council, year: ReportingYear) -> bool:
    day = year.first_day
    return (council.start is None or council.start <= day) and (council.end is None or day <= council.end)


def _year(year: ReportingYear | str) -> ReportingYear:
    return ReportingYear.parse(year) if isinstance(year, str) else year
