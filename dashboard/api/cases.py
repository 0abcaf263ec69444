"""Decisions, and what councils agreed to change. Withdrawn texts are not there; nothing unpublished is."""

from http import HTTPStatus
from typing import Any

from dashboard.api.case_fields import IMPROVEMENT_FIELDS, LISTED_FIELDS, WHOLE_FIELDS, OneCase
from dashboard.api.parameters import CASES
from dashboard.api.problem import ProblemError, not_found
from dashboard.api.route import Found, Request, Route
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import day
from dashboard.domain.outcomes import Outcome
from dashboard.exports.listed_rows import SOME
from dashboard.repository.case_records import Decision, DecisionRow, Improvement
from dashboard.repository.interface import Repository
from dashboard.repository.listed_interface import beyond_a_list
from dashboard.repository.listed_records import ListedDecision
from dashboard.words import improvements as say

_NOT_HELD = "Decisions are not held in this release: it holds the figures, and not the cases behind them."
_BEYOND = "This release holds a list of some decisions and no register of cases: it can be asked by {}."
_OF_A_LIST = ("q", "council", "type", "year", "from", "to", "outcome", "category", "sub", "kind")
_REFERENCE = ("The case’s reference, in any spelling of spaces, hyphens and case.", "sim-23-000-001")


def _decisions(request: Request) -> Found:
    asked = _filter(request)
    cases, some = request.repository.cases(), request.repository.listed()
    if some is not None:
        if beyond_a_list(asked) != CaseFilter():
            detail = _BEYOND.format(", ".join(_OF_A_LIST))
            raise ProblemError(HTTPStatus.BAD_REQUEST, "Not held of a list", detail)
        page = some.decisions(asked, request.page, size=request.size)
        return Found([_named(row, request) for row in _at(request, page)], page.total, (f"{SOME}.",))
    if cases is None:
        raise not_found("Decisions not held", _NOT_HELD)
    found = cases.decisions(asked, request.page, size=request.size)
    return Found([_named(row, request) for row in _at(request, found)], found.total, _read(found.reading))


def _decision(request: Request) -> Found:
    cases, some = request.repository.cases(), request.repository.listed()
    source = cases if some is None else some
    if source is None:
        raise not_found("Decisions not held", _NOT_HELD)
    told: Decision | ListedDecision | None = source.decision(request.parts["reference"])
    if told is None:
        raise not_found("No such decision", "No published decision held here has this reference.")
    if told.withdrawn is not None:
        detail = f"This decision was withdrawn on {day(told.withdrawn.on)}. {told.withdrawn.reason}".strip()
        raise ProblemError(HTTPStatus.GONE, "Decision withdrawn", detail)
    return Found([_named(told, request)], notes=() if some is None else (f"{SOME}.",))


def a_reference(repository: Repository) -> str | None:
    """Return the reference of the newest decision that can be read whole; None where none can."""
    cases, some = repository.cases(), repository.listed()
    source = cases if some is None else some
    rows = source.decisions(CaseFilter(), 1).rows if source is not None else ()
    return next((row.reference for row in rows if row.withdrawn is None), None)


def _improvements(request: Request) -> Found:
    cases = request.repository.cases()
    if cases is None:
        raise not_found("Improvements not held", say.NOT_HELD)
    found = cases.improvements(_filter(request), request.page, size=request.size)
    return Found([_named(row, request) for row in _at(request, found)], found.total, _read(found.reading))


def _at(request: Request, found: Any) -> Any:
    """Return the rows of a page: none of one beyond the last, in the place of which the last was found."""
    return found.rows if found.page == request.page else ()


def _read(reading: str) -> tuple[str, ...]:
    return (f"{reading.strip().rstrip('.')}.",) if reading.strip() else ()


def _named(row: DecisionRow | Decision | ListedDecision | Improvement, request: Request) -> OneCase:
    council = request.repository.council(row.slug)
    return OneCase(row, council.name if council else row.slug, request.links)


def _filter(request: Request) -> CaseFilter:
    given = request.values
    return CaseFilter(
        words=given.get("q", ""),
        councils=request.several("council"),
        type=given.get("type"),
        decided=given.get("year"),
        received=given.get("received"),
        due=given.get("due"),
        since=given.get("from"),
        until=given.get("to"),
        outcomes=tuple(one for one in Outcome if one in request.several("outcome")),
        service=given.get("service"),
        category=given.get("category"),
        sub_category=given.get("sub"),
        kind=given.get("kind"),
        remedied=given.get("remedy", False),
        compliance=request.several("compliance"),
    )


ROUTES = (
    Route(
        path="/decisions",
        title="Decisions",
        meaning="The published decisions a search means, newest first; of a release with a list of some "
        "decisions, of those.",
        fields=LISTED_FIELDS,
        answer=_decisions,
        asked=CASES,
        by_itself=True,
        example="?council=blackpool-borough-council&size=2",
    ),
    Route(
        path="/decisions/{reference}",
        title="One decision",
        meaning="One published decision whole; 410 where it was withdrawn.",
        fields=WHOLE_FIELDS,
        answer=_decision,
        parts={"reference": _REFERENCE},
        one=True,
    ),
    Route(
        path="/improvements",
        title="Improvements",
        meaning="What councils agreed to change after the Ombudsman found fault, newest first: one item for "
        "each improvement of the cases a search means.",
        fields=IMPROVEMENT_FIELDS,
        answer=_improvements,
        asked=CASES,
        by_itself=True,
        example="?council=blackpool-borough-council&size=2",
    ),
)
