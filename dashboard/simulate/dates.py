"""When complaints are received and decided: working days apart, by outcome, on the right side of 1 April."""

import numpy as np

from dashboard.simulate.inputs import Bools, Ints
from dashboard.simulate.working_days import BEFORE_FIRST, Calendar

# Working days to a decision by outcome, in the order of ``Outcome``: mean, spread, least, most. Enquiries
# take days or weeks, investigations five to ten months. (The pause of 2020 needs at least 8 to be bridged.)
LAGS = np.array(
    [
        [8, 5, 1, 30],
        [6, 4, 1, 25],
        [16, 8, 3, 45],
        [34, 14, 10, 80],
        [150, 30, 105, 215],
        [152, 30, 105, 215],
    ],
    dtype=float,
)
BRIDGE = 8
A_MONTH = 22


def decide_dates(
    calendar: Calendar, year: Ints, outcome: Ints, rng: np.random.Generator, *, carried: Bools, hurried: Bools
) -> tuple[Ints, Ints]:
    """Return the numbers of the days (received, decided) of cases decided in these years.

    ``year`` is the reporting year of the decision, ``outcome`` an index into ``Outcome``; carried cases
    are received in the year before, the others in the same. Hurried cases are decided at least a month
    before the year ends, so that what is recommended can fall due within it.
    """
    at = year - BEFORE_FIRST
    lag = _lags(outcome, rng)
    end = calendar.ends[at] - np.where(hurried, A_MONTH, 0)
    lag = np.where(carried, np.maximum(lag, BRIDGE), np.minimum(lag, end - calendar.opens[at]))
    before = np.maximum(at - 1, 0)
    earliest = np.where(
        carried, np.maximum(calendar.opens[before], calendar.starts[at] - lag), calendar.opens[at]
    )
    latest = np.where(carried, calendar.closes[before], np.minimum(calendar.closes[at], end - lag))
    received = rng.integers(earliest, latest + 1)
    return received, received + lag


def pending_dates(calendar: Calendar, outcome: Ints, year: int, rng: np.random.Generator) -> Ints:
    """Return the days on which complaints were received that were not decided by the end of ``year``."""
    at = year - BEFORE_FIRST
    lag = _lags(outcome, rng)
    received: Ints = rng.integers(calendar.ends[at] - lag + 1, calendar.ends[at] + 1)
    return received


def _lags(outcome: Ints, rng: np.random.Generator) -> Ints:
    mean, spread, least, most = LAGS[outcome].T
    lags: Ints = np.clip(rng.normal(mean, spread), least, most).round().astype(np.int64)
    return lags
