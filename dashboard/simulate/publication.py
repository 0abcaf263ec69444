"""Which simulated decisions are published, of which kind, and in which category and sub-category."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Category, Outcome
from dashboard.domain.years import ReportingYear
from dashboard.simulate.inputs import FIRST_YEAR, Bools, Ints
from dashboard.simulate.phrase_book import PhraseBook
from dashboard.simulate.randomness import stream

NOT_PUBLISHED = 0.09
"""The share of investigations whose decision is not published, as it could tell who complained."""
CLOSED_PUBLISHED = 0.10
"""The share of cases closed after initial enquiries that have a published statement in the demonstration."""
REPORTS_A_YEAR = (30, 40)
"""Public interest reports a year in all England: the least and the most."""

# The categories of decisions that complaints of a received category end in, with their shares.
DECIDED_AS: Mapping[Category, Mapping[DecisionCategory, float]] = {
    Category.ADULT_CARE: {DecisionCategory.ADULT_CARE: 0.94, DecisionCategory.HEALTH: 0.06},
    Category.BENEFITS_TAX: {DecisionCategory.BENEFITS_TAX: 1.0},
    Category.CORPORATE: {DecisionCategory.OTHER: 1.0},
    Category.EDUCATION_CHILDREN: {DecisionCategory.CHILDRENS_CARE: 0.35, DecisionCategory.EDUCATION: 0.65},
    Category.ENVIRONMENT: {DecisionCategory.ENVIRONMENT: 1.0},
    Category.HIGHWAYS: {DecisionCategory.TRANSPORT: 1.0},
    Category.HOUSING: {DecisionCategory.HOUSING: 1.0},
    Category.PLANNING: {DecisionCategory.PLANNING: 1.0},
    Category.OTHER: {DecisionCategory.OTHER: 1.0},
}
# How much likelier an upheld case of a category is to be told in a public interest report.
_REPORT_WEIGHTS = {
    DecisionCategory.EDUCATION: 3.0,
    DecisionCategory.HOUSING: 3.0,
    DecisionCategory.CHILDRENS_CARE: 2.0,
    DecisionCategory.ADULT_CARE: 2.0,
    DecisionCategory.HEALTH: 2.0,
}
_CATEGORIES = tuple(DecisionCategory)


def with_publication(cases: pd.DataFrame, book: PhraseBook, seed: int) -> pd.DataFrame:
    """Return the cases with ``kind``, ``decision_category``, ``sub_category`` and ``published``.

    Cases investigated or closed after initial enquiries have all of the first three, published or not;
    others have none. Nothing decided before the years simulated is published.
    """
    rng = stream(seed, "publication")
    outcome = cases["outcome"]
    closed = (outcome == Outcome.CLOSED_INITIAL.value).to_numpy()
    investigated = outcome.isin([Outcome.UPHELD.value, Outcome.NOT_UPHELD.value]).to_numpy()
    luck = rng.random(len(cases))
    shown = (cases["decided"] >= pd.Timestamp(ReportingYear(FIRST_YEAR).first_day)).to_numpy()
    published = shown & np.where(closed, luck < CLOSED_PUBLISHED, investigated & (luck >= NOT_PUBLISHED))
    category = _decision_categories(cases["category"], rng)
    reported = _reports(cases, published, category, rng)
    about = closed | investigated
    names = np.array([item.value for item in _CATEGORIES], dtype=object)
    kinds = np.where(reported, DecisionKind.REPORT.value, DecisionKind.STATEMENT.value)
    return cases.assign(
        kind=_where(about, kinds),
        decision_category=_where(about, names[category]),
        sub_category=_where(about, _sub_categories(category, book, rng)),
        published=published,
    )


def _where(marked: Bools, values: "npt.NDArray[np.generic]") -> "npt.NDArray[np.object_]":
    """Return values where marked, and None elsewhere."""
    answer: npt.NDArray[np.object_] = np.full(len(marked), None, dtype=object)
    answer[marked] = values[marked]
    return answer


def _decision_categories(received: "pd.Series[str]", rng: np.random.Generator) -> Ints:
    point = rng.random(len(received))
    answer = np.zeros(len(received), dtype=np.int64)
    for category, shares in DECIDED_AS.items():
        own = (received == category.value).to_numpy()
        ends = np.cumsum(list(shares.values()))
        at = np.minimum(np.searchsorted(ends, point[own], side="right"), len(ends) - 1)
        answer[own] = np.array([_CATEGORIES.index(decided) for decided in shares])[at]
    return answer


def _sub_categories(category: Ints, book: PhraseBook, rng: np.random.Generator) -> "npt.NDArray[np.object_]":
    labels: npt.NDArray[np.object_] = np.empty(len(category), dtype=object)
    for index, item in enumerate(_CATEGORIES):
        topics = book.topics[item]
        weights = np.array([topic.weight for topic in topics])
        own = np.flatnonzero(category == index)
        drawn = rng.choice(len(topics), len(own), p=weights / weights.sum())
        labels[own] = np.array([topic.label for topic in topics], dtype=object)[drawn]
    return labels


def _reports(cases: pd.DataFrame, published: Bools, category: Ints, rng: np.random.Generator) -> Bools:
    """Mark the few upheld cases of each year that are told in a public interest report."""
    days = cases["decided"]
    year = (days.dt.year - (days.dt.month < 4)).fillna(0).to_numpy().astype(np.int64)
    open_to = published & (cases["outcome"] == Outcome.UPHELD.value).to_numpy()
    open_to &= ~cases["satisfactory_remedy"].to_numpy()
    weights = np.array([_REPORT_WEIGHTS.get(item, 1.0) for item in _CATEGORIES])
    marked = np.zeros(len(cases), dtype=np.bool_)
    for each in sorted(set(year[open_to].tolist())):
        own = np.flatnonzero(open_to & (year == each))
        number = min(int(rng.integers(REPORTS_A_YEAR[0], REPORTS_A_YEAR[1] + 1)), len(own))
        share = weights[category[own]]
        marked[rng.choice(own, number, replace=False, p=share / share.sum())] = True
    return marked
