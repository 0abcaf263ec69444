"""Cases, decisions and improvements, as pages receive them."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Compliance, Outcome

Excerpt = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is one of the words searched for."""


@dataclass(frozen=True, slots=True)
class CaseCount:
    """How many cases a filter means: ``counted`` by the statistics, of them ``published`` here with their
    text, ``withdrawn`` since, and the rest never published. ``recommendations`` are the compliance
    outcomes that meet the filter's ``due`` and ``compliance`` (those of all its cases without them)."""

    counted: int
    published: int
    withdrawn: int
    recommendations: int

    @property
    def unpublished(self) -> int:
        """Cases counted whose text was not published."""
        return self.counted - self.published - self.withdrawn


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When a decision's text was taken out, and the reason given."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in a list. ``subject`` is its title; ``excerpt`` its summary's beginning, or the part with
    the words searched for; empty once withdrawn."""

    reference: str
    slug: str
    kind: DecisionKind
    category: DecisionCategory
    sub_category: str
    outcome: Outcome
    received: date
    decided: date
    subject: str
    excerpt: Excerpt
    improvements: int
    withdrawn: Withdrawal | None


@dataclass(frozen=True, slots=True)
class RemedyTold:
    """One thing recommended for the person who complained. ``amount`` is in pounds, of a payment."""

    kind: Remedy
    text: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class Improvement:
    """One service improvement a council agreed to, with the case it comes from.

    ``kind`` is what sort of change it is; ``fault`` a short name of what had gone wrong, where the
    register says. ``agreed`` is the day of the decision; ``due`` and ``met`` are those of the action.
    """

    reference: str
    slug: str
    category: DecisionCategory
    sub_category: str
    fault: str | None
    kind: Remedy
    text: Excerpt
    agreed: date
    due: date | None
    met: date | None


@dataclass(frozen=True, slots=True)
class ComplianceTold:
    """When a case's recommendations fell due, when they were met, and what was found."""

    due: date
    met: date | None
    outcome: Compliance


@dataclass(frozen=True, slots=True)
class Decision:
    """One published decision whole. ``response`` is the council's to a report. All texts are empty once
    withdrawn."""

    reference: str
    slug: str
    kind: DecisionKind
    category: DecisionCategory
    sub_category: str
    outcome: Outcome
    received: date
    decided: date
    subject: str
    summary: str
    fault: str | None
    response: str
    satisfactory_remedy: bool
    remedies: tuple[RemedyTold, ...]
    improvements: tuple[Improvement, ...]
    compliance: tuple[ComplianceTold, ...]
    withdrawn: Withdrawal | None

    @property
    def is_simulated(self) -> bool:
        """Whether the case is one of a demonstration."""
        return self.reference.startswith("SIM ")


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A page of decisions. ``page`` is the one shown (the last for one beyond it), from 1; ``reading`` says
    in words how the words typed were read, empty without any."""

    rows: tuple[DecisionRow, ...]
    total: int
    page: int
    pages: int
    reading: str


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: the id that goes in the URL, and how many decisions there are with it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of the published decisions a filter means, each facet without its own part of the filter.

    Years are newest first, the rest by count. ``sub_categories`` only within a category.
    """

    outcomes: tuple[FacetValue, ...]
    categories: tuple[FacetValue, ...]
    sub_categories: tuple[FacetValue, ...]
    kinds: tuple[FacetValue, ...]
    years: tuple[FacetValue, ...]
    types: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ImprovementPage:
    """A page of improvements, newest first; the rest as in ``DecisionPage``."""

    rows: tuple[Improvement, ...]
    total: int
    page: int
    pages: int
    reading: str


class ChangeAgreed(NamedTuple):
    """What of an improvement tells it from others: the council, the subject (sub-category, else category),
    the text."""

    slug: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class ImprovementGroup:
    """Improvements of one subject: how many, from how many cases and councils, the faults behind them (each
    with its cases) and the kinds of change (each with its improvements), most frequent first."""

    category: DecisionCategory
    sub_category: str
    improvements: int
    cases: int
    councils: int
    faults: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[Remedy, int], ...]
