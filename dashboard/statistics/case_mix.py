"""Case mix: the share expected of a type's councils with this council's services."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Outcomes = Mapping[str, tuple[int, int]]
"""Upheld and investigated, by service."""


@dataclass(frozen=True, slots=True)
class CaseMix:
    """``expected`` is the share upheld that the others' outcomes by service give for this council's cases.

    ``cases`` are the investigations it is worked out from; ``left_out`` those about services of which
    no other council of the type had any.
    """

    expected: Fraction
    cases: int
    left_out: int


def case_mix(own: Outcomes, others: Outcomes) -> CaseMix | None:
    """Weigh the others' share of each service by this council's investigations (indirect standardisation).

    The council is no part of ``others``. None without an investigation about a service that they had too.
    Source: N. E. Breslow and N. E. Day, "Statistical methods in cancer research" II (IARC 1987), 65-68.
    """
    shared = {
        service: investigated
        for service, (_, investigated) in own.items()
        if investigated and others.get(service, (0, 0))[1]
    }
    cases = sum(shared.values())
    if not cases:
        return None
    expected = sum((n * Fraction(*others[service]) for service, n in shared.items()), Fraction(0))
    return CaseMix(expected / cases, cases, sum(n for _, n in own.values()) - cases)
