"""Services whose upheld cases exceed what councils of the type would have, over three years together."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dashboard.domain.watch import FALSE_DISCOVERIES, Question, Raised
from dashboard.statistics.more_than_type import Year, beyond_chance, more_than_type
from dashboard.statistics.small_numbers import too_few_to_compare

ServiceYear = Mapping[str, Mapping[str, tuple[int, int]]]
"""By service and council: upheld and investigated, in a year, of every council that existed then."""


@dataclass(frozen=True, slots=True)
class TypeYears:
    """A type over years, ascending: its services, and the residents of every council of it.

    ``residents`` hold of each year only councils whose residents are known. ``begun`` are councils in whose
    first year the years begin, or that began later: no number is compared with residents then (R4).
    """

    services: Sequence[ServiceYear]
    residents: Sequence[Mapping[str, int]]
    begun: AbstractSet[str] = frozenset()


def excesses(types: Sequence[TypeYears]) -> tuple[tuple[Raised, ...], int]:
    """Return the services that stand out, and how many comparisons of services of councils were made.

    Each service is looked at twice: the share upheld, of five investigations or more, beside other councils'
    investigations; the number upheld, whatever it is, beside other councils' residents. What stands out does
    so among all comparisons of both sorts.
    """
    found: list[Raised] = []
    looked_at = 0
    for of_type in types:
        for service in of_type.services[-1]:
            each = [year.get(service, {}) for year in of_type.services]
            for raised in (_shares(service, each), _numbers(service, each, of_type)):
                looked_at += len(raised)
                found += [one for one in raised if one.count > (one.expected or 0.0)]
    standing = beyond_chance([one.tail or 0.0 for one in found], looked_at, FALSE_DISCOVERIES)
    return tuple(replace(found[i], beyond=True) for i in sorted(standing)), looked_at


def _shares(service: str, years: Sequence[Year]) -> list[Raised]:
    return _compared(Question.SHARE, service, years, lambda _, base: not too_few_to_compare(base), rate=False)


def _numbers(service: str, years: Sequence[Year], of_type: TypeYears) -> list[Raised]:
    """Compare numbers with residents; nothing where those of a council of the type are not known, or none of
    its councils had a case upheld."""
    if not all(slug in known for year, known in zip(years, of_type.residents, strict=True) for slug in year):
        return []
    if not any(upheld for year in years for upheld, _ in year.values()):
        return []
    events = [
        {slug: (upheld, known[slug]) for slug, (upheld, _) in year.items()}
        for year, known in zip(years, of_type.residents, strict=True)
    ]
    return _compared(Question.NUMBER, service, events, lambda slug, _: slug not in of_type.begun, rate=True)


def _compared(
    question: Question,
    service: str,
    years: Sequence[Year],
    wanted: Callable[[str, int], bool],
    *,
    rate: bool,
) -> list[Raised]:
    totals = {
        slug: (sum(year[slug][0] for year in years), sum(year[slug][1] for year in years))
        for slug in years[-1]
        if all(slug in year for year in years)
    }
    asked = [slug for slug, (_, base) in totals.items() if wanted(slug, base)]
    return [
        Raised(
            *(question, slug, service, *totals[slug]),
            *(upper.expected, upper.low, upper.high, upper.tail),
        )
        for slug, upper in more_than_type(years, asked, rate=rate).items()
    ]
