"""What pages may ask of the cases of a release."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.outcomes import Compliance
from dashboard.repository.case_records import (
    CaseCount,
    ChangeAgreed,
    Decision,
    DecisionPage,
    DecisionRow,
    Facets,
    Improvement,
    ImprovementGroup,
    ImprovementPage,
    RemedyTold,
)


class Cases(Protocol):
    """The case register of a release, read only. Any words are answered, whatever they hold.

    Lists hold published decisions only (withdrawn ones as a line that says so); ``count`` counts all cases.
    Words are looked for in subject, summary, response and improvements; they leave ``count`` of unpublished
    cases at nothing, since their texts are not here.
    """

    def count(self, asked: CaseFilter) -> CaseCount:
        """Count the cases a filter means: the same rows the statistics are counted from."""

    def decisions(
        self, asked: CaseFilter, page: int = 1, *, size: int = 20, by_relevance: bool = False
    ) -> DecisionPage:
        """Return a page of decisions, newest first, or best first."""

    def facets(self, asked: CaseFilter) -> Facets:
        """Count the decisions a filter means by what they may be narrowed by."""

    def every_decision(self, asked: CaseFilter, *, withdrawn: bool | None = None) -> Iterator[DecisionRow]:
        """Go through all decisions a filter means, newest first; excerpts are their whole summaries.

        ``withdrawn``: only those that were, or only the others.
        """

    def decision(self, reference: str) -> Decision | None:
        """Return a published decision by its reference, in any spelling of spaces, hyphens and case."""

    def tells_remedies(self) -> bool:
        """Say whether what was recommended for persons is held of any decision; else it was kept private."""

    def remedies(self, asked: CaseFilter) -> Mapping[str, tuple[RemedyTold, ...]]:
        """Return what was recommended for persons in the decisions a filter means, by their references, in
        its order; decisions without are left out."""

    def due_by_outcome(self, asked: CaseFilter) -> Counter[Compliance]:
        """Count the recommendations that fell due and are meant by a filter, by what was found of them."""

    def improvements(self, asked: CaseFilter, page: int = 1, *, size: int = 20) -> ImprovementPage:
        """Return a page of improvements of the cases a filter means, newest first."""

    def improvement_groups(self, asked: CaseFilter) -> tuple[ImprovementGroup, ...]:
        """Return the subjects of the improvements a filter means, most frequent first."""

    def every_improvement(self, asked: CaseFilter) -> Iterator[Improvement]:
        """Go through all improvements a filter means, newest first."""

    def changes_agreed(self, asked: CaseFilter) -> Iterator[ChangeAgreed]:
        """Go through all improvements a filter means, by council, subject and text alone, in any order."""
