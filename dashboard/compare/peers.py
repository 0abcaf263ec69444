"""Choosing the councils one is compared with: by type, region, residents, or a list of neighbours."""

from collections.abc import Iterable

from dashboard.addresses.peer_methods import Peers, band_of, band_words
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.formats import words
from dashboard.domain.years import ReportingYear
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.wording import council_of_type, noun


def peers_of(
    base: Council, method: Peers, repository: Repository, year: str | None = None
) -> tuple[Council, ...]:
    """Return a council's peers by a method, nearest first, as of a year (without one, the release's last).

    Peers by band, and most lists of neighbours, may cross types (``Peers.of_own_type``).
    """
    year = year or repository.release().years[-1]
    if method.of_neighbours:
        named = (
            repository.council(slug) for slug in repository.neighbours(base.slug, method.list_held, year)
        )
        alike = (c for c in named if c is not None and (c.type is base.type or not method.of_own_type))
        return tuple(alike)
    others = [council for council in repository.councils(year) if council.slug != base.slug]
    residents = residents_of([base, *others], year, repository)
    if method is Peers.POPULATION:
        band = band_of(residents.get(base.slug, 0))
        chosen = [c for c in others if c.slug in residents and band_of(residents[c.slug]) == band]
    else:
        chosen = [c for c in others if c.type is base.type]
        if method is Peers.REGION:
            chosen = [c for c in chosen if c.region == base.region]
    size = residents.get(base.slug, 0)
    return tuple(sorted(chosen, key=lambda c: (abs(residents.get(c.slug, 0) - size), c.slug)))


def residents_of(councils: Iterable[Council], year: str, repository: Repository) -> dict[str, int]:
    """Return the residents of councils by the estimate a year's rates are worked from, where held."""
    mid_year = ReportingYear.parse(year).population_year
    found = {council.slug: repository.population(council.slug, mid_year) for council in councils}
    return {slug: residents for slug, residents in found.items() if residents is not None}


def how_chosen(
    base: Council, method: Peers, shown: int, known: int, repository: Repository, *, year: str = ""
) -> str:
    """Say how the others of a group were chosen, and how many of how many there are stand in it.

    ``year`` is the one they were chosen as of; without one the release's last.
    """
    name = base.short_name
    year = year or repository.release().years[-1]
    if known == 0:
        return _nobody(base, method, repository, year)
    many = f"{words(shown)} {noun(shown, 'councils')}"
    if method is Peers.TOUCHING:
        those = f"the {many} that {'touches' if shown == 1 else 'touch'} it"
        rest = "" if shown == known else f" with the longest shared border, of {words(known)} that touch it"
        return f"{name} and {those if shown == known else f'the {many}{rest}'}, in {year}."
    if method.of_neighbours:
        its = method.label.replace("neighbours: ", "neighbours, ")
        which = f"the {words(shown)} nearest of its {its}"
        return f"{name} and {which}. {method.explanation}"
    what = council_of_type(base.type) if shown == 1 else base.type.councils
    where = {
        Peers.TYPE: f"{words(shown)} {what} nearest to it in residents",
        Peers.REGION: f"{words(shown)} {what} of {_place(base.region)} nearest to it in residents",
        Peers.POPULATION: f"{many} of any type nearest to it in residents, of its population band "
        f"({_band(base, year, repository)} residents)",
    }[method]
    there = "" if shown == known else f", of {known}"
    return f"{name} and the {where}{there}."


def _nobody(base: Council, method: Peers, repository: Repository, year: str) -> str:
    if method is Peers.DFE and Tier.UPPER not in base.type.tiers:
        return (
            f"The Department for Education names neighbours of councils that run children’s services; "
            f"{base.short_name} is a {council_of_type(AuthorityType.DISTRICT)}, and its county runs them."
        )
    if method is Peers.REGION:
        return f"No other {council_of_type(base.type)} is in {_place(base.region)}."
    if method is Peers.TYPE:
        return f"There is no other {council_of_type(base.type)}."
    if method is Peers.POPULATION:
        band = _band(base, year, repository)
        return f"No other council is in the population band of {base.short_name} ({band} residents)."
    return f"{method.label}: none is held for {base.short_name}."


def _band(base: Council, year: str, repository: Repository) -> str:
    return band_words(band_of(residents_of([base], year, repository).get(base.slug, 0)))


def _place(region: str) -> str:
    articled = ("North", "South", "East ", "West ")
    return f"the {region}" if region.startswith(articled) else region
