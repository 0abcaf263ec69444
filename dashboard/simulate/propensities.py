"""How much each council differs from its type: a persistent propensity, tied to what is held of it."""

from dataclasses import dataclass

import numpy as np

from dashboard.domain.authority_types import AuthorityType
from dashboard.simulate.expectations import Expectations, population
from dashboard.simulate.inputs import TYPES, YEARS, Floats, Inputs
from dashboard.simulate.randomness import stream

# Squared coefficients of variation between councils of a type beyond chance, by moments from the rates
# held for 2023-24 and 2024-25: of investigations, and of complaints not investigated.
INVESTIGATED_SPREAD = {
    AuthorityType.COUNTY: 0.25,
    AuthorityType.DISTRICT: 0.20,
    AuthorityType.METROPOLITAN: 0.20,
    AuthorityType.UNITARY: 0.10,
    AuthorityType.LONDON: 0.10,
}
ENQUIRY_SPREAD = {
    AuthorityType.COUNTY: 0.06,
    AuthorityType.DISTRICT: 0.15,
    AuthorityType.METROPOLITAN: 0.13,
    AuthorityType.UNITARY: 0.07,
    AuthorityType.LONDON: 0.07,
}
YEARLY_SPREAD = 0.04
SHARE_SPREAD = 0.2
FIRST_YEAR_INVESTIGATED = 0.45


@dataclass(frozen=True)
class Propensities:
    """One value a council-year, in the order of the inputs' rows.

    ``investigated``, ``closed`` and ``not_for_us`` are expected counts (0 after a council's end);
    ``upheld_share`` and ``remedy_share`` shares from 0 to 1 of the type and year; ``upheld_odds`` and
    ``remedy_odds`` what to add to their log odds for the council's own habit.
    """

    investigated: Floats
    closed: Floats
    not_for_us: Floats
    upheld_share: Floats
    remedy_share: Floats
    upheld_odds: Floats
    remedy_odds: Floats


def propensities(inputs: Inputs, expected: Expectations, seed: int) -> Propensities:
    """Draw every council's propensities.

    A council's rate of investigations is its type's times a gamma variate of mean 1, drawn conditional on
    what is held of it (gamma and Poisson are conjugate), times a smaller one a year. Its other complaints
    follow the same way, around the square root of the first, since councils with many investigations have
    more of the rest too. A council's first year has fewer investigations: those take five to ten months.
    """
    rng = stream(seed, "propensities")
    rows = inputs.rows
    base = _by_row(inputs, expected, "investigated")
    base = base * np.where(rows["first"], FIRST_YEAR_INVESTIGATED, 1.0)
    share = _by_row(inputs, expected, "upheld_share")
    investigated, upheld = inputs.column("investigated"), inputs.column("upheld")
    seen = np.where(~np.isnan(investigated), investigated, np.nan_to_num(upheld))
    known = np.where(~np.isnan(investigated), base, np.where(~np.isnan(upheld), base * share, 0.0))
    multiplier = _multipliers(inputs, INVESTIGATED_SPREAD, seen, known, rng)
    lift = np.sqrt(multiplier)
    closed_base, refused_base = (
        _by_row(inputs, expected, name) * lift for name in ("closed_rate", "not_for_us_rate")
    )
    closed, refused = inputs.column("assessed_and_closed"), inputs.column("not_for_us_or_not_ready")
    both = ~np.isnan(closed) & ~np.isnan(refused)
    others = _multipliers(
        inputs,
        ENQUIRY_SPREAD,
        np.where(both, closed + refused, 0.0),
        np.where(both, closed_base + refused_base, 0.0),
        rng,
    )
    yearly = rng.gamma(1 / YEARLY_SPREAD, YEARLY_SPREAD, len(rows))
    habits = rng.normal(0.0, SHARE_SPREAD, (2, rows["slug"].nunique()))
    council = rows["slug"].factorize()[0]
    return Propensities(
        investigated=base * multiplier * yearly,
        closed=closed_base * others,
        not_for_us=refused_base * others,
        upheld_share=share,
        remedy_share=_by_row(inputs, expected, "remedy_share"),
        upheld_odds=habits[0][council],
        remedy_odds=habits[1][council],
    )


def _multipliers(
    inputs: Inputs,
    spread: dict[AuthorityType, float],
    seen: Floats,
    known: Floats,
    rng: np.random.Generator,
) -> Floats:
    council = inputs.rows["slug"].factorize()[0]
    shape = inputs.rows["type"].map({kind.value: 1 / spread[kind] for kind in TYPES}).to_numpy(dtype=float)
    first = np.flatnonzero(np.diff(council, prepend=-1))
    exists = inputs.rows["exists"].to_numpy()
    events = np.bincount(council, np.where(exists, seen, 0.0))
    expected = np.bincount(council, np.where(exists, known, 0.0))
    drawn = rng.gamma(shape[first] + events, 1 / (shape[first] + expected))
    return np.asarray(drawn[council])


def _by_row(inputs: Inputs, expected: Expectations, quantity: str) -> Floats:
    """Spread a type's expectation over its council-years: shares as they are, counts by residents."""
    rows = inputs.rows
    residents = rows["population"].to_numpy(dtype=float)
    answer = np.zeros(len(rows))
    for kind in TYPES:
        for year in YEARS:
            of = expected[kind, year]
            marked = ((rows["type"] == kind.value) & (rows["year"] == year)).to_numpy()
            if quantity == "investigated":
                total = of.upheld / of.upheld_share
                answer[marked] = total * residents[marked] / population(inputs, kind, year)
            elif quantity.endswith("_rate"):
                answer[marked] = getattr(of, quantity) * residents[marked]
            else:
                answer[marked] = getattr(of, quantity)
    return answer
