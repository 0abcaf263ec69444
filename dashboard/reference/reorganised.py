"""The reference tables after reorganisations: a pure function of the tables and of the councils to come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil, first_year
from dashboard.reference.councils import CodeSpan
from dashboard.reference.counties import CountyFate, alive, county_fates
from dashboard.reference.tables import LaterResidents, Reference
from dashboard.repository.records import Council, LineageLink

SUM_OF_PREDECESSORS = "sum of predecessors' estimates"
SUM_OF_KEPT = "sum of the estimates of the districts it keeps"


def steps(new: Iterable[NewCouncil]) -> tuple[tuple[NewCouncil, ...], ...]:
    """Return the new councils by the day they begin on, the earliest first, and by name within a day."""
    ordered = sorted(new, key=lambda council: (council.start, council.slug))
    return tuple(tuple(group) for _, group in groupby(ordered, key=lambda council: council.start))


def reorganised(reference: Reference, new: Iterable[NewCouncil]) -> Reference:
    """Return the reference with new councils in it, one start after another.

    Their predecessors, and counties that lose every district, end on the day before. Residents of a new
    council are the sums of its predecessors' for every year that all of them have; a county that keeps some
    districts has theirs together from then on. None given: the reference itself. What is wrong with new
    councils is found before they are kept (``dashboard.reorganise``), and is not looked for again here.
    """
    for group in steps(new):
        reference = _after(reference, group)
    return reference


def moved_to(new: Iterable[NewCouncil]) -> dict[str, str]:
    """Return, by the slug of each council that goes, which council serves its area after all of them."""
    into = {old: council.slug for group in steps(new) for council in group for old in council.predecessors}

    def last(slug: str) -> str:
        return last(into[slug]) if slug in into else slug

    return {old: last(old) for old in sorted(into)}


def _after(reference: Reference, new: Sequence[NewCouncil]) -> Reference:
    """Return the reference after the new councils of one day."""
    fates = county_fates(reference, new)
    ended = {old for council in new for old in council.predecessors}
    ended |= {fate.slug for fate in fates if fate.ends}
    eve = new[0].eve
    councils = {
        slug: replace(council, end=eve) if slug in ended else council
        for slug, council in reference.councils.items()
    }
    councils |= {council.slug: _record(reference, council) for council in new}
    spans = (CodeSpan(c.slug, c.code, c.start, None) for c in new if c.code)
    sums = _sums(reference, new)
    kept = _kept(reference, fates, sums, new[0].start)
    return replace(
        reference,
        councils=dict(sorted(councils.items())),
        code_spans=(*reference.code_spans, *spans),
        lineage=tuple(
            sorted(
                (*reference.lineage, *_links(new, fates)),
                key=lambda link: (link.predecessor, link.successor, link.effective),
            )
        ),
        populations={**reference.populations, **sums, **kept},
        population_sources={
            **reference.population_sources,
            **dict.fromkeys(sums, SUM_OF_PREDECESSORS),
            **dict.fromkeys(kept, SUM_OF_KEPT),
        },
        later_residents=(*reference.later_residents, *_shrunk(reference, fates, sums, new[0].start)),
    )


def _record(reference: Reference, new: NewCouncil) -> Council:
    before = [reference.councils[slug] for slug in new.predecessors]
    county = next((c.upper_tier for c in before if c.upper_tier), None)
    return Council(
        slug=new.slug,
        code=new.code or "",
        codes=(new.code,) if new.code else (),
        name=new.name,
        short_name=new.short_name,
        other_names=(),
        type=new.type,
        region=region_of(reference, new.predecessors),
        upper_tier=county if new.type is AuthorityType.DISTRICT else None,
        start=new.start,
        end=None,
        ombudsman_slug=None,
    )


def region_of(reference: Reference, slugs: Sequence[str]) -> str:
    """Return the region of most of the residents of some councils by their newest estimates."""
    latest = max((year for _, year in reference.populations), default=0)
    residents: dict[str, int] = {}
    for slug in slugs:
        region = reference.councils[slug].region
        residents[region] = residents.get(region, 0) + (reference.population(slug, latest) or 0)
    return max(residents, key=lambda region: (residents[region], region))


def _links(new: Sequence[NewCouncil], fates: Sequence[CountyFate]) -> Iterable[LineageLink]:
    """What goes into one council whole is merged; a county is split unless all of it goes into one."""
    for council in new:
        for old in council.predecessors:
            yield LineageLink(old, council.slug, "merged", council.start)
    for fate in fates:
        for successor in fate.successors:
            yield LineageLink(fate.slug, successor, "merged" if fate.whole else "split", new[0].start)


def _sums(reference: Reference, new: Sequence[NewCouncil]) -> dict[tuple[str, int], int]:
    years = sorted({year for _, year in reference.populations})
    sums = {}
    for council in new:
        for year in years:
            total = _total(reference.populations, council.predecessors, year)
            if total is not None:
                sums[council.slug, year] = total
    return sums


def _kept(
    reference: Reference, fates: Sequence[CountyFate], sums: Mapping[tuple[str, int], int], start: date
) -> dict[tuple[str, int], int]:
    """The residents of the districts that counties keep, for rates of the years after the change."""
    known = {**reference.populations, **sums}
    since = first_year(start).population_year
    of_later_years = sorted({year for _, year in reference.populations if year >= since})
    totals = {
        (fate.slug, year): _total(known, fate.kept, year)
        for fate in fates
        if not fate.ends
        for year in of_later_years
    }
    return {key: total for key, total in totals.items() if total is not None}


def _shrunk(
    reference: Reference, fates: Sequence[CountyFate], sums: Mapping[tuple[str, int], int], start: date
) -> Iterable[LaterResidents]:
    """The same by the newest estimates, for the mid-years from before the change on that have none yet."""
    known = {**reference.populations, **sums}
    latest = max((year for _, year in reference.populations), default=0)
    for fate in fates:
        total = None if fate.ends else _total(known, fate.kept, latest)
        if total is not None:
            yield LaterResidents(fate.slug, first_year(start).population_year, total, SUM_OF_KEPT)


def with_left_smaller(reference: Reference) -> Reference:
    """Return the reference with the residents of counties of which a part went, for the mid-years from before
    it went that have no estimate yet: those of the districts each kept then, by the newest estimates. It is
    what ``reorganised`` does with councils to come, for those that are in the data."""
    latest = max((year for _, year in reference.populations), default=0)
    later = []
    for start in sorted({link.effective for link in reference.lineage}):
        since = first_year(start).population_year
        left = {link.predecessor for link in reference.lineage if link.effective == start}
        for county in sorted(left) if since > latest else ():
            kept = [c.slug for c in reference.councils.values() if c.upper_tier == county and alive(c, start)]
            total = _total(reference.populations, kept, latest)
            if alive(reference.councils[county], start) and total is not None:
                later.append(LaterResidents(county, since, total, SUM_OF_KEPT))
    return replace(reference, later_residents=tuple(later)) if later else reference


def _total(known: Mapping[tuple[str, int], int], slugs: Sequence[str], year: int) -> int | None:
    """Return the residents of councils together in a year; None where one has no estimate."""
    each = [known.get((slug, year)) for slug in slugs]
    return sum(one for one in each if one is not None) if None not in each else None
