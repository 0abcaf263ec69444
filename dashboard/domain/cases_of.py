"""Which cases each statistic counts: from a council, a year and a quantity to the filter of its cases.

The only place where that is said. A page links a statistic to its cases by it, a list counts them by
it, and ``python -m dashboard check`` holds every count of a release to it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.outcomes import (
    ASSESSED_AND_CLOSED,
    INVESTIGATED,
    NOT_FOR_US,
    Category,
    Compliance,
    Outcome,
)

COMPLIED = (Compliance.ON_TIME, Compliance.LATE)

_UPHELD = (Outcome.UPHELD,)
_DECIDED: Mapping[str, tuple[Outcome, ...]] = MappingProxyType(
    {
        "dealt_with": (),
        "decided:total": (),
        "not_for_us_or_not_ready": NOT_FOR_US,
        "assessed_and_closed": ASSESSED_AND_CLOSED,
        "investigated": INVESTIGATED,
        "upheld": _UPHELD,
        "satisfactory_remedies": _UPHELD,
        "satisfactory_remedy_base": _UPHELD,
        **{f"decided:{outcome.value}": (outcome,) for outcome in Outcome},
    }
)
_DUE: Mapping[str, tuple[Compliance, ...]] = MappingProxyType(
    {
        "compliance_outcomes": (),
        "complied": COMPLIED,
        **{outcome.value: (outcome,) for outcome in Compliance},
    }
)
_RECEIVED: Mapping[str, Category | None] = MappingProxyType(
    {"received:total": None, **{f"received:{category.value}": category for category in Category}}
)
QUANTITIES = (*_RECEIVED, *_DECIDED, *_DUE)
"""Every quantity that counts cases or recommendations; percentages and rates are made of these."""


def cases_of(slug: str, year: str, quantity: str, service: Category | None = None) -> CaseFilter:
    """Return the filter of the cases that a quantity of a council and year counts.

    ``quantity`` is one of ``QUANTITIES``; with ``service``, only its cases received in that category.
    Raises KeyError for a quantity that counts no cases, such as a percentage.
    """
    of = CaseFilter(councils=(slug,), service=service)
    if quantity in _RECEIVED:
        return of.changed(received=year, service=_RECEIVED[quantity] or service)
    if quantity in _DUE:
        return of.changed(due=year, compliance=_DUE[quantity])
    return of.changed(decided=year, outcomes=_DECIDED[quantity], remedied=quantity == "satisfactory_remedies")


def counts_recommendations(quantity: str) -> bool:
    """Say whether a quantity counts recommendations (``CaseCount.recommendations``) and not cases."""
    return quantity in _DUE
