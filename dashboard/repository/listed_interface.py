"""What pages may ask of a list of decisions: some of the Ombudsman's, and no figure."""

from collections.abc import Iterator
from typing import Protocol

from dashboard.domain.case_filter import CaseFilter
from dashboard.repository.case_records import Facets
from dashboard.repository.listed_records import ListedDecision, ListedPage, ListedScope


class Listed(Protocol):
    """The list of decisions of a release, read only, where it holds no register of cases.

    It answers what the facts of a decision tell: words (of council, subject and outcome, or references),
    councils, type, year and days of the decision, outcome, category, sub-category, kind. What a filter asks
    besides (``beyond_a_list``) is left out.
    """

    def scope(self, asked: CaseFilter | None = None) -> ListedScope:
        """Return what the list is of; with a filter, what the decisions it means are of."""

    def years(self) -> tuple[str, ...]:
        """Return the years of the decisions, ascending."""

    def decisions(self, asked: CaseFilter, page: int = 1, *, size: int = 20) -> ListedPage:
        """Return a page of decisions, newest first, those without a day last."""

    def facets(self, asked: CaseFilter) -> Facets:
        """Count the decisions a filter means by what they may be narrowed by, each without its own part."""

    def every_decision(self, asked: CaseFilter, *, withdrawn: bool | None = None) -> Iterator[ListedDecision]:
        """Go through all decisions a filter means, newest first. ``withdrawn``: only those that were, or
        only the others."""

    def decision(self, reference: str) -> ListedDecision | None:
        """Return a decision by its reference, in any spelling of spaces, hyphens and case."""


def beyond_a_list(asked: CaseFilter) -> CaseFilter:
    """Return the part of a filter that only a register of cases can answer."""
    return CaseFilter(
        received=asked.received,
        due=asked.due,
        service=asked.service,
        remedied=asked.remedied,
        compliance=asked.compliance,
        improving=asked.improving,
    )


def within_a_list(asked: CaseFilter) -> CaseFilter:
    """Return the part of a filter that the facts of a decision can answer."""
    none = CaseFilter()
    return asked.changed(
        received=none.received,
        due=none.due,
        service=none.service,
        remedied=none.remedied,
        compliance=none.compliance,
        improving=none.improving,
    )
