"""A reorganisation of councils as data: who begins on which day, and of which whole councils each is made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.slugs import slug_of
from dashboard.domain.years import ReportingYear

_SORTS_AFTER = re.compile(
    r" (?:(?:Metropolitan )?(?:Borough|District)|City and District|City|County|Unitary)? ?Council$"
)
_SORTS_BEFORE = re.compile(r"^(?:Council of the |City of |London Borough of |Royal Borough of )")


@dataclass(frozen=True, slots=True)
class NewCouncil:
    """A council to come. ``predecessors`` are the slugs of the districts and single-tier councils that go
    into it whole, A to Z (a county is never named: what becomes of one follows from its districts).
    ``code`` is None until the ONS has given one; ``start`` is its first day."""

    name: str
    code: str | None
    type: AuthorityType
    start: date
    predecessors: tuple[str, ...]

    @property
    def slug(self) -> str:
        """What it is called by in addresses."""
        return slug_of(self.name)

    @property
    def short_name(self) -> str:
        """Its name without what sort of council it is: East Surrey; the whole name where that is all."""
        short = _SORTS_BEFORE.sub("", _SORTS_AFTER.sub("", self.name)).strip()
        return short or self.name

    @property
    def eve(self) -> date:
        """The last day of the councils it is made of."""
        return self.start - timedelta(days=1)

    @property
    def first_year(self) -> ReportingYear:
        """The first reporting year on whose 1 April it exists: that whose list of councils has it."""
        return first_year(self.start)


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """Councils to come that were decided on together. ``name`` is what it is listed and removed by."""

    name: str
    councils: tuple[NewCouncil, ...]


def first_year(start: date) -> ReportingYear:
    """Return the first reporting year on whose 1 April a council that starts on a day exists."""
    year = ReportingYear.of(start)
    return year if start <= year.first_day else year.shifted(1)


def begun_by(councils: Iterable[NewCouncil], last_year: str | None) -> tuple[NewCouncil, ...]:
    """Return the new councils whose first year is no later than a reporting year: a release whose last year
    it is tells of those. One that begins in the course of the year is not yet of it, as its predecessors
    are. None for a year: none of them."""
    if last_year is None:
        return ()
    last = ReportingYear.parse(last_year)
    return tuple(council for council in councils if council.first_year.first_day <= last.first_day)
