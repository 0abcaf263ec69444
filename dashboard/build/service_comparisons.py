"""Every service of a council beside its type: parts of what was received, shares upheld, and case mix.

What complaints are about differs between councils for good reasons, so parts of what was received are
always compared with the spread between councils in the range; shares upheld where there is one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.build.content import CaseMixFigure, ServiceComparison, ServiceFigure
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measure import Unit
from dashboard.domain.outcomes import Category
from dashboard.metrics.type_comparisons import compared_from
from dashboard.reference.load import Reference
from dashboard.statistics.case_mix import case_mix
from dashboard.statistics.compare_type import compare_type, of_one_year
from dashboard.statistics.type_comparison import Count, SpreadRule, TypeYear

RECEIVED, UPHELD = "received", "upheld"
_NOTHING = Count(None, None, None)
_Services = Mapping[str, ServiceFigure]
"""The services of one council in one year, by category."""


@dataclass(frozen=True, slots=True)
class _Year:
    """A type in one year: the services of every council of it that existed, none of those not held."""

    kind: AuthorityType
    year: str
    councils: Mapping[str, _Services]


def service_comparisons(
    figures: Iterable[ServiceFigure], reference: Reference
) -> Iterator[ServiceComparison]:
    """Compare each service of each type and year, in the order of years, types, services."""
    for of_type in _years(figures, reference):
        for category in Category:
            for what, count, rule in (
                (RECEIVED, _received, SpreadRule.ALWAYS),
                (UPHELD, _upheld, SpreadRule.WHERE_FOUND),
            ):
                yield from _compared(of_type, category.value, what, count, rule)


def case_mixes(figures: Iterable[ServiceFigure], reference: Reference) -> Iterator[CaseMixFigure]:
    """Say what share upheld the type's councils would have with each council's services.

    Of councils and years whose outcomes by service are held, of all others of the type too: a part of them
    would be no type.
    """
    for of_type in _years(figures, reference):
        if not all(services and _whole(services) for services in of_type.councils.values()):
            continue
        for slug, services in sorted(of_type.councils.items()):
            others = [rows for other, rows in of_type.councils.items() if other != slug]
            mixed = case_mix(_outcomes([services]), _outcomes(others))
            if mixed is not None:
                expected = round(float(100 * mixed.expected), 4)
                yield CaseMixFigure(of_type.year, slug, expected, mixed.cases, mixed.left_out)


def _years(figures: Iterable[ServiceFigure], reference: Reference) -> Iterator[_Year]:
    by_council: dict[tuple[str, str], dict[str, ServiceFigure]] = defaultdict(dict)
    for figure in figures:
        by_council[figure.year, figure.slug][figure.category] = figure
    for year in sorted({year for year, _ in by_council}):
        for kind in AuthorityType:
            slugs = [council.slug for council in reference.councils_in(year) if council.type is kind]
            held: dict[str, _Services] = {slug: by_council.get((year, slug), {}) for slug in slugs}
            if any(held.values()):
                yield _Year(kind, year, held)


def _compared(
    of_type: _Year,
    category: str,
    what: str,
    count: Callable[[_Services, str], Count],
    rule: SpreadRule,
) -> Iterator[ServiceComparison]:
    counts = {slug: count(services, category) for slug, services in of_type.councils.items()}
    if not any(each.denominator for each in counts.values()):
        return
    year = TypeYear(counts)
    found = compare_type(Unit.PERCENT, of_one_year(year), [year], rule)
    for slug, one in sorted(found.councils.items()):
        if counts[slug].denominator is not None:
            yield ServiceComparison(of_type.year, slug, category, what, compared_from(one))


def _received(services: _Services, category: str) -> Count:
    """Return what was received about a service, of all received; not held unless every service is."""
    held = [row.received for row in services.values() if row.received is not None]
    row = services.get(category)
    if row is None or row.received is None or len(held) < len(Category):
        return _NOTHING
    return Count(row.received, sum(held), row.received_origin)


def _upheld(services: _Services, category: str) -> Count:
    row = services.get(category)
    if row is None or row.upheld is None or row.investigated is None:
        return _NOTHING
    return Count(row.upheld, row.investigated, row.outcome_origin)


def _whole(services: _Services) -> bool:
    return all(row.investigated is not None for row in services.values())


def _outcomes(councils: Sequence[_Services]) -> dict[str, tuple[int, int]]:
    added: dict[str, tuple[int, int]] = {}
    for services in councils:
        for category, row in services.items():
            upheld, investigated = added.get(category, (0, 0))
            added[category] = upheld + (row.upheld or 0), investigated + (row.investigated or 0)
    return added
