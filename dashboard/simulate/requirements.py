"""How many upheld cases the compliance outcomes held call for, in their own year and in the one before."""

import numpy as np

from dashboard.simulate.inputs import FIRST_YEAR, Floats, Inputs, Ints


def least_unremedied(inputs: Inputs) -> Ints:
    """Return, for every council-year, the upheld cases without a satisfactory remedy it cannot do without.

    A compliance outcome comes from such a case of its year or earlier. What the upheld complaints held of
    a year leave short of the outcomes due in it must have been upheld in the year before (before the first
    year simulated, and for a council's first year, there is none to call on). A compliance percentage held
    without its base calls for one case.
    """
    slugs, years = inputs.rows["slug"].to_numpy(), inputs.rows["year"].to_numpy()
    first = inputs.rows["first"].to_numpy()
    needed = outcomes_called_for(inputs)
    upheld, remedies = inputs.column("upheld"), inputs.column("satisfactory_remedies")
    available = upheld - np.nan_to_num(remedies)
    least = np.zeros(len(slugs), dtype=np.int64)
    for row in range(len(slugs))[::-1]:
        least[row] += needed[row]
        if np.isnan(available[row]) or first[row] or years[row] == FIRST_YEAR:
            continue
        short = int(least[row] - available[row])
        if short > 0:
            least[row] -= short
            if slugs[row - 1] == slugs[row]:
                least[row - 1] += short
    return least


def outcomes_called_for(inputs: Inputs) -> Ints:
    """Return the compliance outcomes held a council-year: 1 where only the percentage is, 0 for nothing."""
    number, printed = inputs.column("compliance_outcomes"), inputs.column("compliance_pct")
    called: Floats = np.where(np.isnan(number), np.where(np.isnan(printed), 0.0, 1.0), number)
    return called.astype(np.int64)
