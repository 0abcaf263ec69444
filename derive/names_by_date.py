"""Names that hold for dates: a council that was renamed, or became a city, is one council with two names."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.slugs import slug_of
from dashboard.domain.years import ReportingYear


@dataclass(frozen=True, slots=True)
class Named:
    """A council's name today, and those before it, each with the last year on whose 31 March it held.

    ``short`` is its short name where mySociety's is not it."""

    today: str
    before: tuple[tuple[str, str], ...] = ()
    short: str | None = None

    @property
    def cell(self) -> str:
        """The names before as a cell: ``Shepway District Council:2017-18``."""
        return "|".join(f"{name}:{ReportingYear.parse(year)}" for name, year in self.before)

    @property
    def slugs_before(self) -> str:
        """The slugs that the names before have given, and today's has not, as a cell."""
        given = dict.fromkeys(slug_of(name) for name, _ in self.before)
        return "|".join(slug for slug in given if slug != slug_of(self.today))


NAMED: Mapping[str, Named] = {
    "E06000033": Named("Southend-on-Sea City Council", (("Southend-on-Sea Borough Council", "2020-21"),)),
    "E06000042": Named("Milton Keynes City Council", (("Milton Keynes Council", "2021-22"),)),
    "E07000071": Named("Colchester City Council", (("Colchester Borough Council", "2021-22"),)),
    "E07000112": Named("Folkestone and Hythe District Council", (("Shepway District Council", "2017-18"),)),
    "E07000146": Named(
        "Borough Council of King's Lynn and West Norfolk", short="King's Lynn and West Norfolk"
    ),
    "E08000017": Named("City of Doncaster Council", (("Doncaster Metropolitan Borough Council", "2021-22"),)),
}
"""By the first ONS code of a council. mySociety names the first three as they were, King's Lynn without its
apostrophe, and gives no dates. The letters patent that made Southend a city are of March 2022, those of the
other three of the autumn of 2022; Shepway took its name of today in April 2018."""


ALSO_PRINTED: Mapping[str, tuple[str, ...]] = {
    "E07000155": ("South Northamptonshire District Council",),
    "E07000196": ("South Staffordshire District Council",),
    "E08000015": ("Wirral Metropolitan Borough Council",),
}
"""Names that the Ombudsman's decisions print and no list of names has, by the first ONS code of a council."""


def named(code: str, official: str) -> Named:
    """Return the names of the council that has had an ONS code; ``official`` is mySociety's name for it."""
    return NAMED.get(code) or Named(" ".join(official.split()))  # one has two spaces within it
