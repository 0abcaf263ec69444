"""Working days as numbers: the calendar cases move in, and the days on which complaints could be received."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.simulate.inputs import FIRST_YEAR, LAST_YEAR, Ints

BEFORE_FIRST = FIRST_YEAR - 1
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class Calendar:
    """Weekdays from April 2017 numbered from 0, and by reporting year (from 2017-18) their bounds.

    ``opens`` and ``closes`` are the first and last day on which new complaints were received: in spring
    2020 none were, from 26 March to 28 June. Bank holidays are not left out.
    """

    days: Days
    starts: Ints
    ends: Ints
    opens: Ints
    closes: Ints

    def dates(self, numbers: Ints) -> Days:
        """Return days by number; a negative number is no day (NaT)."""
        found: Days = np.where(numbers >= 0, self.days[numbers], np.datetime64("NaT"))
        return found

    def year_of(self, numbers: Ints) -> Ints:
        """Return the reporting years (by the calendar year they start in) days fall in."""
        return np.asarray(np.searchsorted(self.starts, numbers, side="right") - 1 + BEFORE_FIRST)


def calendar() -> Calendar:
    """Return the calendar of the years simulated, with a year before them and one after."""
    every = np.arange(f"{BEFORE_FIRST}-04-01", f"{LAST_YEAR + 2}-04-01", dtype="datetime64[D]")
    days = every[np.is_busday(every)]
    years = range(BEFORE_FIRST, LAST_YEAR + 2)
    starts = np.searchsorted(days, np.array([f"{year}-04-01" for year in years], dtype="datetime64[D]"))
    ends = np.append(starts[1:], len(days)) - 1
    opens, closes = starts.copy(), ends.copy()
    closes[2019 - BEFORE_FIRST] = np.searchsorted(days, np.datetime64("2020-03-25"))
    opens[2020 - BEFORE_FIRST] = np.searchsorted(days, np.datetime64("2020-06-29"))
    return Calendar(days.astype("datetime64[s]"), starts, ends, opens, closes)
