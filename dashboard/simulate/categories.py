"""What complaints are about: the services of each tier, how often each is complained of, and the held mix."""

import numpy as np

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category
from dashboard.simulate.inputs import FIRST_YEAR, RECEIVED, Floats, Inputs, Ints
from dashboard.simulate.randomness import stream

CATEGORIES = tuple(Category)

# Complaints received of 100, in the order of ``Category``: single-tier councils about as Birmingham 2017-18
# and Sheffield 2023-24, counties about as Cambridgeshire 2023-24 and Hertfordshire 2014-15, districts by the
# services they run (as Hyndburn and Gedling). A zero is a service the tier does not run.
MIX = {
    AuthorityType.COUNTY: (34, 0, 4, 42, 1, 18, 0, 0, 1),
    AuthorityType.DISTRICT: (0, 20, 9, 0, 19, 0, 20, 30, 2),
    AuthorityType.METROPOLITAN: (16, 14, 5, 18, 14, 10, 17, 5, 1),
    AuthorityType.UNITARY: (18, 12, 5, 19, 12, 11, 9, 13, 1),
    AuthorityType.LONDON: (12, 14, 5, 14, 10, 13, 26, 5, 1),
}
# How much likelier a complaint of a category is to be investigated, and an investigation to be upheld.
INVESTIGATED_ODDS = (1.3, 0.6, 0.4, 1.8, 0.9, 0.5, 1.2, 0.9, 0.3)
UPHELD_ODDS = (0.9, 0.9, 0.8, 1.5, 0.9, 0.8, 1.1, 0.5, 0.8)
NOT_UPHELD, UPHELD = 4, 5
YEARLY_GROWTH_EDUCATION = 0.03
# The shape of the gamma variate by which a council's own mix departs from its type's: lasting, mean 1.
OWN_MIX_SHAPE = 10.0


def categorise(
    inputs: Inputs, seed: int, *, row: Ints, council: Ints, kind: Ints, year: Ints, outcome: Ints
) -> Ints:
    """Return a category (an index into ``Category``) for every case.

    ``row`` is the council-year a case is received in (-1 for one before the years simulated),
    ``council`` a number of its council, ``kind`` the index of its type, ``year`` the year received and
    ``outcome`` an index into ``Outcome`` (-1 pending). Where categories of a council-year are held, they
    are given out exactly as many times. Raises ValueError when more are held than were received.
    """
    rng = stream(seed, "categories")
    own = rng.gamma(OWN_MIX_SHAPE, 1 / OWN_MIX_SHAPE, (int(council.max(initial=0)) + 1, len(CATEGORIES)))
    answer = _drawn(_weights(kind, year, outcome) * own[council], rng)
    held = inputs.held[list(RECEIVED)].to_numpy()
    types = list(AuthorityType)
    for at in np.flatnonzero(~np.isnan(held).all(axis=1)):
        cases = np.flatnonzero(row == at)
        known = held[at]
        rest = np.array(MIX[types[int(kind[cases[0]])]], dtype=float) if len(cases) else np.zeros(9)
        rest[~np.isnan(known)] = 0.0
        counts = np.nan_to_num(known).astype(np.int64)
        left = len(cases) - int(counts.sum())
        if left > 0:
            counts += rng.multinomial(left, rest / rest.sum())
        elif left < 0:
            raise ValueError("more complaints are held by category than were received in all")
        answer[cases] = rng.permutation(np.repeat(np.arange(len(CATEGORIES)), counts))
    return answer


def _weights(kind: Ints, year: Ints, outcome: Ints) -> Floats:
    """Return the weight of every category for every case, a row a case."""
    weights = np.array([MIX[of] for of in AuthorityType], dtype=float)[kind]
    growth = np.ones(len(CATEGORIES))
    growth[CATEGORIES.index(Category.EDUCATION_CHILDREN)] += YEARLY_GROWTH_EDUCATION
    weights *= growth ** (year - FIRST_YEAR)[:, None]
    investigated = np.isin(outcome, (NOT_UPHELD, UPHELD))
    weights[investigated] *= INVESTIGATED_ODDS
    weights[outcome == UPHELD] *= UPHELD_ODDS
    return weights


def _drawn(weights: Floats, rng: np.random.Generator) -> Ints:
    below = weights.cumsum(axis=1)
    point = rng.random(len(weights)) * below[:, -1]
    drawn: Ints = (below <= point[:, None]).sum(axis=1).astype(np.int64)
    return drawn
