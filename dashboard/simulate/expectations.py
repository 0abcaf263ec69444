"""What to expect of a type of council in a year: from its printed averages, else from the England figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

import numpy as np

from dashboard.domain.authority_types import AuthorityType
from dashboard.simulate.inputs import LAST_YEAR, TYPES, YEARS, Inputs

VOLUME_METRICS = ("complaints_dealt_with", "complaints_received", "cases_reviewed")
COMPLIANCE = 0.995


@dataclass(frozen=True)
class TypeYear:
    """Expected of one type in one year: upheld complaints, shares (0 to 1), enquiries per resident.

    ``closed_rate`` and ``not_for_us_rate`` are complaints closed after initial enquiries, and not for
    the Ombudsman or not ready, a resident and year.
    """

    upheld: float
    upheld_share: float
    remedy_share: float
    closed_rate: float
    not_for_us_rate: float


Expectations = dict[tuple[AuthorityType, int], TypeYear]


def expectations(inputs: Inputs) -> Expectations:
    """Return what to expect, for every type and year simulated."""
    upheld = _upheld_totals(inputs)
    offsets = {kind: _offset(inputs, kind) for kind in TYPES}
    volumes = {year: england_volume(inputs, year) for year in YEARS}
    answer = {}
    for kind in TYPES:
        closed_rate, not_for_us_rate = _enquiry_rates(inputs, kind)
        for year in YEARS:
            scale = volumes[year] / volumes[LAST_YEAR]
            answer[kind, year] = TypeYear(
                upheld=upheld[kind, year],
                upheld_share=_upheld_share(inputs, kind, year, offsets[kind]),
                remedy_share=_remedy_share(inputs, kind, year),
                closed_rate=closed_rate * scale,
                not_for_us_rate=not_for_us_rate * scale,
            )
    return answer


def population(inputs: Inputs, kind: AuthorityType, year: int) -> int:
    """Return the residents of all councils of a type that existed in a year."""
    return int(inputs.rows["population"].to_numpy()[inputs.of_type(kind, year)].sum())


def england_upheld(inputs: Inputs, year: int) -> float:
    """Return the upheld complaints of all bodies in England: held, else percentage x investigated.

    Where the number investigated is not held either, that of the nearest year is taken.
    """
    figure = inputs.national[year, "upheld_pct"]
    if figure.numerator is not None:
        return figure.numerator
    if figure.denominator is not None:
        return float(figure.value) / 100 * figure.denominator
    held = [
        (abs(other - year), other, inputs.national[other, "upheld_pct"].denominator)
        for other in YEARS
        if inputs.national[other, "upheld_pct"].denominator is not None
    ]
    return float(figure.value) / 100 * float(min(held)[2] or 0)


def england_volume(inputs: Inputs, year: int) -> float:
    """Return how many complaints reached the Ombudsman in a year, all bodies (2021-22 is not held: the
    year after it is taken)."""
    for candidate in (year, year + 1):
        for metric in VOLUME_METRICS:
            if (candidate, metric) in inputs.national:
                return float(inputs.national[candidate, metric].value)
    raise ValueError(f"no England volume is held for the year from April {year} or the next")


def _upheld_totals(inputs: Inputs) -> dict[tuple[AuthorityType, int], float]:
    """Return upheld complaints by type and year: the printed rate x residents, else a share of England's.

    The share of England's that is the five types' together, and the types' rates against each other, are
    those of the (nearest) years in which all five rates are printed.
    """
    printed = {
        (kind, year): float(inputs.averages[kind, year, "upheld_per_100k"])
        / 1e5
        * population(inputs, kind, year)
        for kind in TYPES
        for year in YEARS
        if (kind, year, "upheld_per_100k") in inputs.averages
    }
    complete = [year for year in YEARS if all((kind, year) in printed for kind in TYPES)]
    share = sum(printed[kind, year] for kind in TYPES for year in complete) / sum(
        england_upheld(inputs, year) for year in complete
    )
    answer = dict(printed)
    for year in YEARS:
        nearest = min(complete, key=lambda other: (abs(other - year), other))
        missing = [kind for kind in TYPES if (kind, year) not in printed]
        weights = {
            kind: printed[kind, nearest] * population(inputs, kind, year) / population(inputs, kind, nearest)
            for kind in missing
        }
        left = share * england_upheld(inputs, year) - sum(printed.get((kind, year), 0.0) for kind in TYPES)
        for kind in missing:
            answer[kind, year] = left * weights[kind] / sum(weights.values())
    return answer


def _logit(share: float) -> float:
    return log(share / (1 - share))


def _offset(inputs: Inputs, kind: AuthorityType) -> float:
    """Return how far the type's log odds of upheld lie from England's, over the years it is printed."""
    return _mean(
        _logit(float(inputs.averages[kind, year, "upheld_pct"]) / 100) - _england_logit(inputs, year)
        for year in YEARS
        if (kind, year, "upheld_pct") in inputs.averages
    )


def _england_logit(inputs: Inputs, year: int) -> float:
    return _logit(float(inputs.national[year, "upheld_pct"].value) / 100)


def _upheld_share(inputs: Inputs, kind: AuthorityType, year: int, offset: float) -> float:
    printed = inputs.averages.get((kind, year, "upheld_pct"))
    if printed is not None:
        return float(printed) / 100
    return 1 / (1 + exp(-_england_logit(inputs, year) - offset))


def _remedy_share(inputs: Inputs, kind: AuthorityType, year: int) -> float:
    printed = inputs.averages.get((kind, year, "satisfactory_remedy_pct"))
    if printed is not None:
        return float(printed) / 100
    return _mean(
        float(value) / 100
        for (of, _, measure), value in inputs.averages.items()
        if of is kind and measure == "satisfactory_remedy_pct"
    )


def _enquiry_rates(inputs: Inputs, kind: AuthorityType) -> tuple[float, float]:
    """Return the type's rates of closed and of not-for-us complaints, from those held of the last year."""
    closed, not_for_us = inputs.column("assessed_and_closed"), inputs.column("not_for_us_or_not_ready")
    marked = inputs.of_type(kind, LAST_YEAR) & ~np.isnan(closed) & ~np.isnan(not_for_us)
    residents = inputs.rows["population"].to_numpy()[marked].sum()
    return float(closed[marked].sum() / residents), float(not_for_us[marked].sum() / residents)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
