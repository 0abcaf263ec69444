"""What became of the recommendations: which fell due when, and whether they were carried out."""

from dataclasses import dataclass

import numpy as np

from dashboard.domain.outcomes import Compliance
from dashboard.domain.rounding import percentage
from dashboard.simulate import feasible
from dashboard.simulate.expand import UPHELD, Cases
from dashboard.simulate.expectations import COMPLIANCE
from dashboard.simulate.inputs import TYPES, YEARS, Bools, Inputs, Ints
from dashboard.simulate.randomness import stream
from dashboard.simulate.working_days import BEFORE_FIRST, Calendar

RECOMMENDED = 0.95  # of upheld cases without a satisfactory remedy: the ratio of the two in the held figures
DUE_AFTER = (65, 130)  # working days from decision to due: three to six months
LATE = 0.18  # of outcomes complied with (England 2021-22)
LATE_BY = 60
NOT_DUE = -1
LOOK_BACK = 400
NOTICE = 15


@dataclass(frozen=True)
class Outcomes:
    """One element a compliance outcome: the index of its case, day numbers (``met`` -1: not), the outcome."""

    case: Ints
    due: Ints
    met: Ints
    outcome: list[str]


def compliance_outcomes(inputs: Inputs, cases: Cases, calendar: Calendar, seed: int) -> Outcomes:
    """Return the compliance outcomes due in the years simulated, with as many a year as are held."""
    rng = stream(seed, "compliance")
    case = np.flatnonzero((cases.outcome == UPHELD) & ~cases.remedied)
    decided = cases.decided[case]
    slugs = inputs.rows["slug"].factorize()[0]
    council = slugs[cases.row[case]]
    natural = decided + rng.integers(DUE_AFTER[0], DUE_AFTER[1] + 1, len(case))
    wanted = rng.random(len(case)) < RECOMMENDED
    due = np.where(wanted, natural, NOT_DUE)
    due = _within_existence(inputs, calendar, council, due, slugs)
    _settle_held(inputs, calendar, slugs, council=council, decided=decided, natural=natural, due=due)
    kept = due != NOT_DUE
    case, due, council = case[kept], due[kept], council[kept]
    row = _row_of(inputs, slugs, council, calendar.year_of(due))
    failed = _failures(inputs, row, rng)
    late = ~failed & (rng.random(len(case)) < LATE)
    on_time = np.maximum(due - rng.integers(0, 31, len(case)), cases.decided[case] + 1)
    met = np.where(failed, NOT_DUE, np.where(late, due + rng.integers(1, LATE_BY + 1, len(case)), on_time))
    words = np.where(
        failed, Compliance.NOT_COMPLIED.value, np.where(late, Compliance.LATE.value, Compliance.ON_TIME.value)
    )
    return Outcomes(case, due, met, words.tolist())


def _row_of(inputs: Inputs, slugs: Ints, council: Ints, year: Ints) -> Ints:
    """Return the rows of councils in years, -1 where a council has no such row."""
    keys = slugs * 10_000 + inputs.rows["year"].to_numpy()
    wanted = council * 10_000 + year
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[found] == wanted, found, -1)


def _within_existence(inputs: Inputs, calendar: Calendar, council: Ints, due: Ints, slugs: Ints) -> Ints:
    """Leave out what falls due outside the years simulated, or after the end of a council."""
    row = _row_of(inputs, slugs, council, calendar.year_of(np.maximum(due, 0)))
    stays = (due != NOT_DUE) & (row >= 0) & inputs.rows["exists"].to_numpy()[row]
    return np.where(stays, due, NOT_DUE)


def _settle_held(
    inputs: Inputs, calendar: Calendar, slugs: Ints, *, council: Ints, decided: Ints, natural: Ints, due: Ints
) -> None:
    """Make the outcomes due in a year as many as are held, in place: the last years first, so that what a
    year lacks comes from the time before it.

    Too many: the latest are put off into the next year, or left out when that is settled. Too few: cases
    not due otherwise, then those due later, then those due earlier. Raises ValueError for too few cases.
    """
    number, printed = inputs.column("compliance_outcomes"), inputs.column("compliance_pct")
    years = inputs.rows["year"].to_numpy()
    held = ~np.isnan(number) | ~np.isnan(printed)
    open_after = np.append((slugs[1:] == slugs[:-1]) & (inputs.rows["exists"].to_numpy() & ~held)[1:], False)
    settled = np.zeros(len(due), dtype=np.bool_)
    for row in np.flatnonzero(held)[::-1]:
        own = np.flatnonzero((council == slugs[row]) & ~settled)
        at = int(years[row]) - BEFORE_FIRST
        start, end = calendar.starts[at], calendar.ends[at]
        here = own[(due[own] >= start) & (due[own] <= end)]
        base = number[row]
        goal = _nearest_base(len(here), int(printed[row])) if np.isnan(base) else int(base)
        here = here[np.argsort(decided[here], kind="stable")]
        for case in here[goal:]:
            later = decided[case] + DUE_AFTER[1]
            due[case] = later if later > end and open_after[row] else NOT_DUE
        others = own[
            ((due[own] < start) | (due[own] > end))
            & (decided[own] <= end - NOTICE)
            & (decided[own] >= start - LOOK_BACK)
        ]
        ease = np.where(due[others] == NOT_DUE, 0, np.where(due[others] > end, 1, 2))
        others = others[np.lexsort((np.abs(natural[others] - start), ease))]
        missing = max(goal - len(here), 0)
        if missing > len(others):
            raise ValueError(f"too few upheld cases for {goal} outcomes in {inputs.rows.iloc[row].to_dict()}")
        chosen = others[:missing]
        due[chosen] = np.clip(natural[chosen], np.maximum(start, decided[chosen] + NOTICE), end)
        settled[here[:goal]] = settled[chosen] = True


def _nearest_base(available: int, printed: int) -> int:
    """Return the base nearest to what is there that can print the percentage held without it."""
    for away in range(200):
        for base in (available - away, available + away):
            if base > 0 and feasible.complied(base, printed).size:
                return base
    raise ValueError(f"no base up to 200 gives {printed}%")


def _failures(inputs: Inputs, row: Ints, rng: np.random.Generator) -> Bools:
    """Mark the outcomes not complied with: as held, and of each type as many as its average allows for."""
    failed = np.zeros(len(row), dtype=np.bool_)
    printed = inputs.column("compliance_pct")
    for at in np.flatnonzero(~np.isnan(printed)):
        own = np.flatnonzero(row == at)
        complied = int(feasible.complied(len(own), int(printed[at])).max())
        failed[rng.choice(own, len(own) - complied, replace=False)] = True
    for kind in TYPES:
        for year in YEARS:
            marked = inputs.of_type(kind, year)[row]
            total = int(marked.sum())
            free = np.flatnonzero(marked & np.isnan(printed[row]))
            average = inputs.averages.get((kind, year, "compliance_pct"))
            allowed = [
                number
                for number in range(int(failed[marked].sum()), int(failed[marked].sum()) + len(free) + 1)
                if average is None or percentage(total - number, total) == average
            ]
            goal = round((1 - COMPLIANCE) * total)
            number = min(allowed, key=lambda count: (abs(count - goal), count), default=0)
            extra = max(number - int(failed[marked].sum()), 0)
            failed[rng.choice(free, extra, replace=False)] = True
    return failed
