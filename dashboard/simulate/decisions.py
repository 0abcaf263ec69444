"""The demonstration's decisions: which simulated cases have one that is published, and its texts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.domain.years import ReportingYear
from dashboard.simulate.compliance import RECOMMENDED
from dashboard.simulate.decision_texts import DRAWS, ToWrite, Written, write
from dashboard.simulate.inputs import LAST_YEAR, Floats
from dashboard.simulate.phrase_book import read_phrase_book
from dashboard.simulate.publication import with_publication
from dashboard.simulate.randomness import stream
from dashboard.simulate.register import SEED, Register

END = ReportingYear(LAST_YEAR).last_day
NOT_DUE_YET = (90, 180)
"""Days from a decision to when its recommendations fall due, where that is after the years simulated."""


@dataclass(frozen=True)
class Decisions:
    """``cases`` is the register's table with ``kind``, ``decision_category``, ``sub_category`` (None where
    there is nothing to publish) and ``published``; ``texts`` those of the published ones, by reference."""

    cases: pd.DataFrame
    texts: tuple[Written, ...]


def simulate_decisions(register: Register, ended: Collection[str], seed: int = SEED) -> Decisions:
    """Return the decisions of a register: the same for the same register and seed.

    ``ended`` are the slugs of councils that no longer exist: to them nothing falls due any more.
    """
    book = read_phrase_book()
    cases = with_publication(register.cases, book, seed)
    numbers = stream(seed, "texts").random((len(cases), DRAWS))
    texts = tuple(
        write(case, book, row)
        for case, row in _to_write(cases, register.compliance, frozenset(ended), numbers)
    )
    return Decisions(cases, texts)


def _to_write(
    cases: pd.DataFrame, compliance: pd.DataFrame, ended: frozenset[str], numbers: Floats
) -> Iterator[tuple[ToWrite, list[float]]]:
    recommended = {
        reference: (due.date(), None if pd.isna(met) else met.date())
        for reference, due, met in zip(
            *(compliance[column] for column in ("reference", "due", "met")), strict=True
        )
    }
    columns = (
        *("reference", "kind", "decision_category", "sub_category", "outcome", "decided"),
        *("satisfactory_remedy", "slug"),
    )
    own = np.flatnonzero(cases["published"].to_numpy())
    for row, values in zip(
        numbers[own].tolist(),
        zip(*(cases[column].iloc[own] for column in columns), strict=True),
        strict=True,
    ):
        reference, kind, category, sub_category, outcome, moment, remedied, slug = values
        decided = moment.date()
        due, met = recommended.get(reference, (None, None))
        if due is None and outcome == Outcome.UPHELD.value and not remedied and slug not in ended:
            due = _not_due_yet(decided, row.pop(), row.pop())
        yield (
            ToWrite(
                *(reference, DecisionKind(kind), DecisionCategory(category), sub_category, Outcome(outcome)),
                *(decided, bool(remedied), due, met),
            ),
            row,
        )


def _not_due_yet(decided: date, when: float, whether: float) -> date | None:
    """Return when what was recommended late in the last year falls due, which no figure counts yet."""
    least, most = NOT_DUE_YET
    due = decided + timedelta(days=least + int(when * (most - least)))
    return due if due > END and whether < RECOMMENDED else None
