"""How far the councils of a type vary on the share upheld: all of them, and those held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import BenchmarkKind, Figure
from dashboard.domain.measures import UPHELD
from dashboard.domain.origin import Origin
from dashboard.statistics.of_figure import z_of
from dashboard.statistics.overdispersion import Dispersion, dispersion


@dataclass(frozen=True, slots=True)
class TypeDispersion:
    """How far councils of a type vary on the share upheld: all of them, and those held, beside each other."""

    type: AuthorityType
    year: str
    everyone: Dispersion | None
    held: Dispersion | None


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
