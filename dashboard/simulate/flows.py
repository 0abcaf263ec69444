"""How many complaints are carried over 1 April: received in one year, decided in the next."""

from dataclasses import dataclass

import numpy as np

from dashboard.simulate.breakdown import Enquiries, resize
from dashboard.simulate.inputs import LAST_YEAR, RECEIVED, Bools, Floats, Inputs, Ints
from dashboard.simulate.randomness import stream

# The share of a year's decisions on complaints received in the year before, by outcome: the mean time to a
# decision over a year's working days (closed, invalid, advice, referred back; and investigated).
CARRIED_ENQUIRIES = (0.13, 0.03, 0.03, 0.06)
CARRIED_INVESTIGATED = 0.58


@dataclass(frozen=True)
class Flows:
    """Counts a council-year, in the order of the inputs' rows.

    ``carried`` of the year's decisions are on complaints received in the year before; ``received`` is
    all that was received in the year; ``pending`` of it was undecided at the end of the last year.
    """

    carried: Ints
    received: Ints
    pending: Ints


def plan_flows(inputs: Inputs, investigated: Ints, enquiries: Enquiries, seed: int) -> Flows:
    """Choose the carried complaints, so that received + carried in = decided + carried out, every year.

    Where the number received is held, the carried complaints, and the decided ones nothing fixes (which
    are changed in place), are those nearest to the drawn ones that give it exactly.
    """
    rng = stream(seed, "flows")
    rows = inputs.rows
    natural, waiting = (_natural(investigated, enquiries, rng) for _ in range(2))
    natural = np.where(rows["first"], 0, natural).astype(np.int64)
    by_category = inputs.held[list(RECEIVED)].to_numpy()
    least = np.nan_to_num(by_category).sum(axis=1)
    complete = ~np.isnan(by_category).any(axis=1)
    received = np.where(complete, least, inputs.column("received:total"))
    received = np.where(rows["exists"], received, 0.0)
    carried, pending = natural.copy(), np.zeros(len(rows), dtype=np.int64)
    for of in rows.groupby("slug", sort=False).indices.values():
        last = (
            waiting[of[-1]] if rows["year"].iloc[of[-1]] == LAST_YEAR and not rows["ended"].iloc[of[0]] else 0
        )
        plan = _Council(
            decided=(investigated + enquiries.counts.sum(axis=1))[of],
            spare=np.where(enquiries.flexible[of], enquiries.counts[of], 0).sum(axis=1),
            flexible=enquiries.flexible[of].any(axis=1),
            natural=np.append(natural[of], last),
            received=received[of],
            least_received=least[of],
            first=bool(rows["first"].iloc[of[0]]),
            ended=bool(rows["ended"].iloc[of[0]]),
        )
        chosen = plan.natural if not plan.bound else _cheapest(plan)
        carried[of], pending[of[-1]] = chosen[:-1], chosen[-1]
        for step, row in enumerate(of):
            if not np.isnan(received[row]):
                decided = int(received[row]) + chosen[step] - chosen[step + 1]
                resize(enquiries, int(row), int(decided - plan.decided[step]), rng)
    decided = investigated + enquiries.counts.sum(axis=1)
    next_row = np.append(rows["slug"].to_numpy()[1:] == rows["slug"].to_numpy()[:-1], False)
    carried_out = np.where(next_row, np.append(carried[1:], 0), pending)
    return Flows(carried, decided - carried + carried_out, pending)


def _natural(investigated: Ints, enquiries: Enquiries, rng: np.random.Generator) -> Ints:
    """Draw how many of so many decisions would be on complaints received in the year before."""
    carried: Ints = rng.binomial(investigated, CARRIED_INVESTIGATED)
    for column, share in enumerate(CARRIED_ENQUIRIES):
        carried = carried + rng.binomial(enquiries.counts[:, column], share)
    return carried


@dataclass(frozen=True)
class _Council:
    """One council's years: what is decided, how much of it may go, and what is held as received."""

    decided: Ints
    spare: Ints
    flexible: Bools
    natural: Ints
    received: Floats
    least_received: Floats
    first: bool
    ended: bool

    @property
    def bound(self) -> bool:
        """Whether anything held bears on the carried complaints."""
        return bool(~np.isnan(self.received).all() or self.least_received.any())


def _cheapest(plan: _Council) -> Ints:
    """Return the carried complaints, year by year and at the end, nearest to the natural ones.

    Dynamic programming over the number carried into each year; the cost of a change is its square over
    the natural number (plus 1), as in a chi-squared distance. Raises ValueError when nothing fits.
    """
    size = int(plan.decided.max(initial=0) + np.nan_to_num(plan.received).max(initial=0)) + 2
    state = np.arange(size)
    cost = _distance(state, plan.natural[0])
    if plan.first:
        cost = np.where(state == 0, cost, np.inf)
    choices = []
    for step in range(len(plan.decided)):
        before, after = state[:, None], state[None, :]
        total = (
            cost[:, None] + _distance(after, plan.natural[step + 1]) + _year_cost(plan, step, before, after)
        )
        choices.append(total.argmin(axis=0))
        cost = total.min(axis=0)
    if plan.ended:
        cost = np.where(state == 0, cost, np.inf)
    if not np.isfinite(cost.min()):
        raise ValueError("no flow of complaints gives the numbers received that are held")
    path = [int(cost.argmin())]
    for choice in reversed(choices):
        path.append(int(choice[path[-1]]))
    return np.array(path[::-1], dtype=np.int64)


def _year_cost(plan: _Council, step: int, before: Ints, after: Ints) -> Floats:
    decided, received = int(plan.decided[step]), plan.received[step]
    if np.isnan(received):
        allowed = (before <= decided) & (decided - before + after >= plan.least_received[step])
        return np.where(allowed, 0.0, np.inf)
    needed = int(received) + before - after
    if plan.flexible[step]:
        allowed = (needed >= decided - plan.spare[step]) & (needed >= before)
        return np.where(allowed, _distance(needed, decided), np.inf)
    return np.where((needed == decided) & (before <= decided), 0.0, np.inf)


def _distance(value: Ints, natural: int) -> Floats:
    return np.asarray((value - natural) ** 2 / (natural + 1.0))
