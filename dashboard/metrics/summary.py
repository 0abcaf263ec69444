"""What a map or a table of many councils says: how many stand how, what luck would do, how far they vary."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import BenchmarkKind, Figure
from dashboard.domain.measures import MEASURES, UPHELD
from dashboard.domain.origin import Origin
from dashboard.reference.load import Reference
from dashboard.statistics.chance import Luck, expected_marks
from dashboard.statistics.of_figure import luck_of, z_of
from dashboard.statistics.overdispersion import Dispersion, dispersion


@dataclass(frozen=True, slots=True)
class Summary:
    """One measure, year and period over the councils of a tier or a type.

    ``comparisons`` counts councils by how they stand; ``luck`` is how many of them luck alone would
    mark, had each the same rate as its type.
    """

    measure: str
    year: str
    period: int
    group: Tier | AuthorityType
    councils: int
    comparisons: Mapping[Comparison, int]
    luck: Luck


@dataclass(frozen=True, slots=True)
class TypeDispersion:
    """How far councils of a type vary on the share upheld: all of them, and those held, beside each other."""

    type: AuthorityType
    year: str
    everyone: Dispersion | None
    held: Dispersion | None


def year_summaries(figures: Iterable[tuple[int, Figure]], reference: Reference) -> tuple[Summary, ...]:
    """Summarise every compared measure, year and period, by tier and by type, over that year’s councils."""
    grouped: dict[tuple[str, str, int, Tier | AuthorityType], list[Figure]] = {}
    for period, figure in figures:
        if MEASURES[figure.measure].compared and reference.existed(figure.slug, figure.year):
            kind = reference.councils[figure.slug].type
            groups: tuple[Tier | AuthorityType, ...] = (kind, *kind.tiers)
            for group in groups:
                grouped.setdefault((figure.measure, figure.year, period, group), []).append(figure)
    return tuple(
        Summary(
            *key,
            councils=len(members),
            comparisons=Counter(figure.comparison for figure in members),
            luck=expected_marks(map(luck_of, members)),
        )
        for key, members in sorted(grouped.items())
    )


def dispersion_by_type(
    figures: Iterable[Figure], types: Mapping[str, AuthorityType]
) -> tuple[TypeDispersion, ...]:
    """Return how far the yearly shares upheld vary by type and year, of five investigations or more.

    *Held* are the councils whose counts are not simulated, against a printed average.
    """
    everyone: dict[tuple[AuthorityType, str], list[float]] = {}
    held: dict[tuple[AuthorityType, str], list[float]] = {}
    for figure in figures:
        z = z_of(figure) if figure.measure == UPHELD.id else None
        if z is None or figure.benchmark is None:
            continue
        key = (types[figure.slug], figure.year)
        everyone.setdefault(key, []).append(z)
        if figure.origin is not Origin.SIMULATED and figure.benchmark.kind is BenchmarkKind.PRINTED:
            held.setdefault(key, []).append(z)
    return tuple(
        TypeDispersion(*key, everyone=dispersion(scores), held=dispersion(held.get(key, [])))
        for key, scores in sorted(everyone.items())
    )
