"""How far the councils of a type vary on the share upheld: all of them, and those held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure
from dashboard.domain.measures import UPHELD
from dashboard.domain.origin import Origin
from dashboard.statistics.variation import Variation, variation_of_shares


@dataclass(frozen=True, slots=True)
class TypeDispersion:
    """How far councils of a type vary on the share upheld: all of them, and those held, beside each other."""

    type: AuthorityType
    year: str
    everyone: Variation | None
    held: Variation | None


def dispersion_by_type(
    figures: Iterable[Figure], types: Mapping[str, AuthorityType]
) -> tuple[TypeDispersion, ...]:
    """Return how far the yearly shares upheld vary by type and year, of all councils with an investigation.

    *Held* are those whose counts are not simulated.
    """
    everyone: dict[tuple[AuthorityType, str], list[tuple[int, int]]] = {}
    held: dict[tuple[AuthorityType, str], list[tuple[int, int]]] = {}
    for figure in figures:
        if figure.measure != UPHELD.id or figure.numerator is None or not figure.denominator:
            continue
        key = (types[figure.slug], figure.year)
        pair = (figure.numerator, figure.denominator)
        everyone.setdefault(key, []).append(pair)
        if figure.origin is not Origin.SIMULATED:
            held.setdefault(key, []).append(pair)
    return tuple(
        TypeDispersion(*key, everyone=_variation(pairs), held=_variation(held.get(key, [])))
        for key, pairs in sorted(everyone.items())
    )


def _variation(pairs: list[tuple[int, int]]) -> Variation | None:
    return variation_of_shares([[pair] for pair in pairs]) if pairs else None
