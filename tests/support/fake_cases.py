"""A small case register in memory: everything pages may ask of the cases, without a file."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import TypeVar

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.domain.references import reference_slug
from dashboard.domain.years import ReportingYear
from dashboard.repository.case_records import (
    CaseCount,
    ChangeAgreed,
    ComplianceTold,
    Decision,
    DecisionPage,
    DecisionRow,
    Excerpt,
    Facets,
    FacetValue,
    Improvement,
    ImprovementGroup,
    ImprovementPage,
    RemedyTold,
    Withdrawal,
)

T = TypeVar("T")


@dataclass(frozen=True)
class FakeCase:
    """A case: its decision (kept back where not ``published``), and the service it was received in."""

    decision: Decision
    service: Category = Category.HOUSING
    published: bool = True
    undecided: bool = False


def decision(
    reference: str = "23 001 234", slug: str = "blackpool-borough-council", **more: object
) -> Decision:
    """A published decision, with what a test does not care about filled in."""
    known: dict[str, object] = {
        "kind": DecisionKind.STATEMENT,
        "category": DecisionCategory.HOUSING,
        "sub_category": "Homelessness",
        "outcome": Outcome.UPHELD,
        "received": date(2023, 5, 2),
        "decided": date(2023, 11, 20),
        "subject": "Delay in deciding a homelessness application",
        "summary": "Mr X complained of delay and of damp and mould. The Council was at fault.",
        "fault": "Delay in making a decision",
        "response": "",
        "satisfactory_remedy": False,
        "remedies": (),
        "improvements": (),
        "compliance": (),
        "withdrawn": None,
    }
    return Decision(reference=reference, slug=slug, **{**known, **more})  # type: ignore[arg-type]


def remedy(kind: Remedy, text: str, amount: int | None = None) -> RemedyTold:
    """A thing recommended for a person."""
    return RemedyTold(kind, text, amount)


def with_improvements(
    told: Decision, *texts: str, due: date | None = None, met: date | None = None
) -> Decision:
    """The decision with service improvements agreed in it, all changes of procedure."""
    agreed = tuple(
        Improvement(
            told.reference,
            told.slug,
            told.category,
            told.sub_category,
            told.fault,
            Remedy.PROCEDURE_CHANGE,
            ((text, False),),
            told.decided,
            due,
            met,
        )
        for text in texts
    )
    return replace(told, improvements=agreed)


def withdrawn(told: Decision, on: date, reason: str) -> Decision:
    """The decision once its texts have been taken out."""
    return replace(
        told,
        subject="",
        summary="",
        fault=None,
        response="",
        remedies=(),
        improvements=(),
        withdrawn=Withdrawal(on, reason),
    )


def due(on: date, outcome: object, met: date | None = None) -> ComplianceTold:
    """A recommendation falling due."""
    return ComplianceTold(on, met, outcome)  # type: ignore[arg-type]


@dataclass
class FakeCases:
    """Answers every call of ``Cases`` from the cases it was given. ``types`` are those of their councils."""

    cases: tuple[FakeCase, ...] = ()
    types: Mapping[str, AuthorityType] = field(default_factory=dict)
    remedies_told: bool = True

    def count(self, asked: CaseFilter) -> CaseCount:
        found = [case for case in self.cases if self._meets(case, asked)]
        published = [case for case in found if case.published]
        gone = sum(case.decision.withdrawn is not None for case in published)
        recommendations = sum(_due_meets(told, asked) for case in found for told in case.decision.compliance)
        return CaseCount(len(found), len(published) - gone, gone, recommendations)

    def decisions(
        self, asked: CaseFilter, page: int = 1, *, size: int = 20, by_relevance: bool = False
    ) -> DecisionPage:
        found = self._published(asked)
        if by_relevance:
            found.sort(key=lambda told: -_hits(told, asked.words))
        shown, page, pages = _page_of(found, page, size)
        rows = tuple(_row(told, _marked(told.summary, asked.words)) for told in shown)
        return DecisionPage(rows, len(found), page, pages, _reading(asked.words))

    def facets(self, asked: CaseFilter) -> Facets:
        def of(value: Callable[[Decision], str | None], **without: object) -> tuple[FacetValue, ...]:
            found = Counter(value(told) for told in self._published(asked.changed(**without)))
            return tuple(FacetValue(name, n) for name, n in found.most_common() if name is not None)

        years = of(lambda told: str(ReportingYear.of(told.decided)), decided=None)
        return Facets(
            outcomes=of(lambda told: told.outcome, outcomes=()),
            categories=of(lambda told: told.category, category=None, sub_category=None),
            sub_categories=of(lambda told: told.sub_category, sub_category=None) if asked.category else (),
            kinds=of(lambda told: told.kind, kind=None),
            years=tuple(sorted(years, key=lambda facet: facet.value, reverse=True)),
            types=of(lambda told: self.types.get(told.slug), type=None),
        )

    def every_decision(self, asked: CaseFilter, *, withdrawn: bool | None = None) -> Iterator[DecisionRow]:
        for told in self._published(asked):
            if withdrawn is not None and withdrawn is (told.withdrawn is None):
                continue
            yield _row(told, ((told.summary, False),))

    def decision(self, reference: str) -> Decision | None:
        wanted = _bare(reference)
        told = (case.decision for case in self.cases if case.published and not case.undecided)
        return next((one for one in told if _bare(one.reference) == wanted), None)

    def tells_remedies(self) -> bool:
        return self.remedies_told

    def remedies(self, asked: CaseFilter) -> dict[str, tuple[RemedyTold, ...]]:
        return {told.reference: told.remedies for told in self._published(asked) if told.remedies}

    def due_by_outcome(self, asked: CaseFilter) -> Counter[Compliance]:
        each = (asked.changed(compliance=(outcome,)) for outcome in Compliance)
        return Counter({one.compliance[0]: self.count(one).recommendations for one in each})

    def improvements(self, asked: CaseFilter, page: int = 1, *, size: int = 20) -> ImprovementPage:
        found = list(self.every_improvement(asked))
        shown, page, pages = _page_of(found, page, size)
        return ImprovementPage(tuple(shown), len(found), page, pages, _reading(asked.words))

    def improvement_groups(self, asked: CaseFilter) -> tuple[ImprovementGroup, ...]:
        def subject(one: Improvement) -> tuple[DecisionCategory, str]:
            return one.category, one.sub_category

        found = sorted(self.every_improvement(asked), key=subject)
        groups = []
        for (category, sub_category), members in groupby(found, key=subject):
            each = list(members)
            cases = {one.reference: one for one in each}
            groups.append(
                ImprovementGroup(
                    category,
                    sub_category,
                    len(each),
                    len(cases),
                    len({one.slug for one in each}),
                    tuple(Counter(one.fault for one in cases.values() if one.fault).most_common()),
                    tuple(Counter(one.kind for one in each).most_common()),
                )
            )
        return tuple(sorted(groups, key=lambda group: -group.improvements))

    def every_improvement(self, asked: CaseFilter) -> Iterator[Improvement]:
        for told in self._published(asked):
            yield from told.improvements

    def changes_agreed(self, asked: CaseFilter) -> Iterator[ChangeAgreed]:
        for one in self.every_improvement(asked):
            text = "".join(piece for piece, _ in one.text)
            yield ChangeAgreed(one.slug, one.sub_category or one.category.label, text)

    def _published(self, asked: CaseFilter) -> list[Decision]:
        found = [c.decision for c in self.cases if c.published and self._meets(c, asked)]
        return sorted(found, key=lambda told: (told.decided, told.reference), reverse=True)

    def _meets(self, case: FakeCase, asked: CaseFilter) -> bool:
        told = case.decision
        if case.undecided and (asked.decided or asked.outcomes or asked.since or asked.until):
            return False
        return all(
            (
                not asked.words.strip() or (case.published and _hits(told, asked.words) > 0),
                not asked.councils or told.slug in asked.councils,
                asked.type is None or self.types.get(told.slug) is asked.type,
                asked.decided in (None, str(ReportingYear.of(told.decided))),
                asked.received in (None, str(ReportingYear.of(told.received))),
                not (asked.due or asked.compliance) or any(_due_meets(one, asked) for one in told.compliance),
                asked.since is None or told.decided >= asked.since,
                asked.until is None or told.decided <= asked.until,
                not asked.outcomes or told.outcome in asked.outcomes,
                asked.service in (None, case.service),
                asked.category in (None, told.category),
                asked.sub_category in (None, told.sub_category),
                asked.kind in (None, told.kind),
                not asked.remedied or told.satisfactory_remedy,
                not asked.improving or bool(told.improvements),
            )
        )


def _due_meets(told: ComplianceTold, asked: CaseFilter) -> bool:
    in_year = asked.due in (None, str(ReportingYear.of(told.due)))
    return in_year and (not asked.compliance or told.outcome in asked.compliance)


def _row(told: Decision, excerpt: Excerpt) -> DecisionRow:
    return DecisionRow(
        told.reference,
        told.slug,
        told.kind,
        told.category,
        told.sub_category,
        told.outcome,
        told.received,
        told.decided,
        told.subject,
        () if told.withdrawn else excerpt,
        len(told.improvements),
        told.withdrawn,
    )


def _page_of(found: list[T], page: int, size: int) -> tuple[list[T], int, int]:
    pages = max(1, -(-len(found) // size))
    page = min(page, pages)
    return found[(page - 1) * size : page * size], page, pages


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _hits(told: Decision, words: str) -> int:
    improvements = (piece for one in told.improvements for piece, _ in one.text)
    whole = _words(" ".join([told.subject, told.summary, told.response, *improvements]))
    asked = _words(words)
    return min((whole.count(word) for word in asked), default=0)


def _marked(text: str, words: str) -> Excerpt:
    asked = set(_words(words))
    return tuple((piece, piece.casefold() in asked) for piece in re.split(r"(\w+)", text) if piece)


def _reading(words: str) -> str:
    return f"decisions with all of: {', '.join(_words(words))}" if words.strip() else ""


def _bare(reference: str) -> str:
    return reference_slug(reference).replace("-", "")
