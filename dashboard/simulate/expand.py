"""From counts to cases: one row for every complaint, with its dates, its category and its outcome."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Outcome
from dashboard.simulate.breakdown import Enquiries
from dashboard.simulate.categories import CATEGORIES, categorise
from dashboard.simulate.dates import decide_dates, pending_dates
from dashboard.simulate.flows import Flows
from dashboard.simulate.inputs import FIRST_YEAR, LAST_YEAR, Bools, Inputs, Ints
from dashboard.simulate.randomness import choose_within, stream
from dashboard.simulate.reconcile import Investigations
from dashboard.simulate.requirements import outcomes_called_for
from dashboard.simulate.working_days import BEFORE_FIRST, Calendar

OUTCOMES = tuple(Outcome)
UPHELD = OUTCOMES.index(Outcome.UPHELD)
PENDING = -1
# Log odds of having been received in the year before, by outcome, besides the council's own number of such.
CARRIED_ODDS = np.array([-3.5, -3.5, -2.8, -1.9, 0.35, 0.35])
# A pending complaint's outcome is not known, only which way its inquiry goes: shares by outcome.
PENDING_SHARES = np.array([0.02, 0.02, 0.12, 0.18, 0.14, 0.52])
BEFORE_FIRST_SHARE = 0.5


@dataclass(frozen=True)
class Cases:
    """One element a case. ``row`` is the council-year of the decision (of receipt, when pending).

    ``outcome`` is an index into ``Outcome`` (-1 pending), ``received`` and ``decided`` are day numbers
    (``decided`` -1 when pending). Cases decided before the years simulated are there for the compliance
    outcomes that fell due later; ``year`` is the year of the decision.
    """

    row: Ints
    year: Ints
    outcome: Ints
    remedied: Bools
    received: Ints
    decided: Ints


def expand(
    inputs: Inputs,
    found: Investigations,
    enquiries: Enquiries,
    flows: Flows,
    *,
    calendar: Calendar,
    seed: int,
) -> Cases:
    """Return every case the counts call for."""
    rng = stream(seed, "expand")
    decided = _decided(inputs, found, enquiries)
    carried = choose_within(decided.row, CARRIED_ODDS[decided.outcome], flows.carried, rng)
    hurried = (outcomes_called_for(inputs) > 0)[decided.row] & (decided.outcome == UPHELD)
    received, day = decide_dates(
        calendar, decided.year, decided.outcome, rng, carried=carried, hurried=hurried
    )
    first = _before_first(inputs, found, calendar, seed)
    waiting = np.repeat(np.arange(len(flows.pending)), flows.pending)
    course = rng.choice(len(OUTCOMES), len(waiting), p=PENDING_SHARES)
    nobody = np.zeros(len(waiting), dtype=np.bool_)
    pending = Cases(
        row=waiting,
        year=np.full(len(waiting), LAST_YEAR),
        outcome=np.full(len(waiting), PENDING),
        remedied=nobody,
        received=pending_dates(calendar, course, LAST_YEAR, rng),
        decided=np.full(len(waiting), PENDING),
    )
    own = Cases(decided.row, decided.year, decided.outcome, decided.remedied, received, day)
    return Cases(*(np.concatenate(parts) for parts in zip(*map(_fields, (own, first, pending)), strict=True)))


def _fields(cases: Cases) -> tuple[npt.NDArray[np.generic], ...]:
    return cases.row, cases.year, cases.outcome, cases.remedied, cases.received, cases.decided


@dataclass(frozen=True)
class _Decided:
    row: Ints
    year: Ints
    outcome: Ints
    remedied: Bools


def _decided(inputs: Inputs, found: Investigations, enquiries: Enquiries) -> _Decided:
    """Repeat every council-year by its outcomes; the first of its upheld cases have the remedies."""
    closed, invalid, advice, referred = enquiries.counts.T
    counts = np.column_stack(
        [invalid, advice, referred, closed, found.investigated - found.upheld, found.upheld]
    )
    kinds = np.tile(np.arange(len(OUTCOMES)), len(counts))
    each = np.repeat(np.arange(counts.size), counts.ravel())
    row, outcome = each // len(OUTCOMES), kinds[each]
    start = np.concatenate(([0], np.cumsum(counts.ravel())[:-1]))
    rank = np.arange(len(each)) - start[each]
    remedied = (outcome == UPHELD) & (rank < found.remedies[row])
    return _Decided(row, inputs.rows["year"].to_numpy()[row], outcome, remedied)


def _before_first(inputs: Inputs, found: Investigations, calendar: Calendar, seed: int) -> Cases:
    """Return upheld cases decided in the year before the first: enough for its compliance outcomes."""
    rng = stream(seed, "before first")
    outcomes = np.nan_to_num(inputs.column("compliance_outcomes")).astype(np.int64)
    number = np.maximum(rng.poisson(BEFORE_FIRST_SHARE * found.upheld), outcomes)
    number[(inputs.rows["year"] != FIRST_YEAR).to_numpy()] = 0
    row = np.repeat(np.arange(len(number)), number)
    year = np.full(len(row), BEFORE_FIRST)
    nothing = np.zeros(len(row), dtype=np.bool_)
    outcome = np.full(len(row), UPHELD)
    received, decided = decide_dates(calendar, year, outcome, rng, carried=nothing, hurried=nothing)
    return Cases(row, year, outcome, nothing, received, decided)


def case_table(inputs: Inputs, cases: Cases, calendar: Calendar, seed: int) -> pd.DataFrame:
    """Return the cases as the register's table, in the order of ``cases``; references not yet in order.

    References number the complaints of a reporting year in the order they were received.
    """
    rows = inputs.rows
    year = calendar.year_of(cases.received)
    before = cases.year - year
    in_row = np.where(year < FIRST_YEAR, -1, cases.row - before)
    kinds = {kind.value: index for index, kind in enumerate(AuthorityType)}
    kind = rows["type"].map(kinds).to_numpy()[cases.row]
    council = rows["slug"].factorize()[0][cases.row]
    category = categorise(
        inputs, seed, row=in_row, council=council, kind=kind, year=year, outcome=cases.outcome
    )
    names = np.array([item.value for item in CATEGORIES], dtype=object)
    outcomes = np.array([*(item.value for item in OUTCOMES), None], dtype=object)
    return pd.DataFrame(
        {
            "reference": pd.Series(_references(cases.received, year, seed), dtype="str"),
            "slug": pd.Series(rows["slug"].to_numpy()[cases.row], dtype="str"),
            "category": pd.Series(names[category], dtype="str"),
            "received": calendar.dates(cases.received),
            "decided": calendar.dates(cases.decided),
            "outcome": pd.Series(outcomes[cases.outcome], dtype="str"),
            "satisfactory_remedy": cases.remedied,
        }
    )


def _references(received: Ints, year: Ints, seed: int) -> list[str]:
    order = np.lexsort((stream(seed, "references").random(len(received)), received))
    number = np.zeros(len(received), dtype=np.int64)
    sorted_year = year[order]
    start = np.searchsorted(sorted_year, sorted_year, side="left")
    number[order] = np.arange(len(order)) - start + 1
    return [
        f"SIM {y % 100:02d} {n // 1000:03d} {n % 1000:03d}"
        for y, n in zip(year.tolist(), number.tolist(), strict=True)
    ]
