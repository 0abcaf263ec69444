"""Decisions, and what councils agreed to change. Withdrawn texts are not there; nothing unpublished is."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from dashboard.addresses.links import UNNAMED
from dashboard.api import origins
from dashboard.api.fields import Field
from dashboard.api.parameters import CASES
from dashboard.api.problem import ProblemError, not_found
from dashboard.api.route import Found, Request, Route
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.formats import day
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.domain.progress import Progress, progress
from dashboard.exports.columns_shared import origin_of
from dashboard.exports.listed_rows import SOME
from dashboard.repository.case_records import Decision, DecisionRow, Improvement
from dashboard.repository.listed_interface import beyond_a_list
from dashboard.repository.listed_records import ListedDecision
from dashboard.words import improvements as say

_ORIGINS = (Origin.PUBLISHED, Origin.SIMULATED)
_NOT_HELD = "Decisions are not held in this release: it holds the figures, and not the cases behind them."
_BEYOND = "This release holds a list of some decisions and no register of cases: it can be asked by {}."
_OF_A_LIST = ("q", "council", "type", "year", "from", "to", "outcome", "category", "sub", "kind")
_REFERENCE = ("The case’s reference, in any spelling of spaces, hyphens and case.", "sim-23-000-001")


@dataclass(frozen=True, slots=True)
class OneCase:
    """A decision or an improvement, with the name of its council."""

    row: Any  # DecisionRow | Decision | ListedDecision | Improvement: each field reads what its kind has
    name: str


def _of(read: Callable[[Any], Any], missing: object = None) -> Callable[[OneCase], Any]:
    """Return a reading of a case that is nothing where its kind of record has no such part."""

    def told(one: OneCase) -> Any:
        try:
            return read(one.row)
        except AttributeError:
            return missing

    return told


_SHARED = (
    Field("council", "string", "The council’s slug.", lambda o: o.row.slug, True),
    Field("authority", "string", "The council’s official name today.", lambda o: o.name, True),
    Field(
        "category",
        "string",
        "The category of the decision.",
        lambda o: o.row.category.value,
        True,
        tuple(DecisionCategory),
    ),
    Field(
        "category_label", "string", "The same in the Ombudsman’s words.", lambda o: o.row.category.label, True
    ),
    Field(
        "sub_category", "string", "The sub-category; null where there is none.", lambda o: o.row.sub_category
    ),
)
_LAST = (
    Field(
        "address",
        "string",
        "The decision’s page on this site.",
        lambda o: UNNAMED.decision(o.row.reference),
        True,
    ),
    Field(
        "origin", "string", "Where it comes from.", lambda o: origin_of(o.row.reference).value, True, _ORIGINS
    ),
    Field(
        "origin_in_words",
        "string",
        "The same in words.",
        lambda o: origins.of(origin_of(o.row.reference)),
        True,
    ),
)
_DECISION = (
    Field(
        "reference",
        "string",
        "The case’s reference; a simulated one begins with SIM.",
        lambda o: o.row.reference,
        True,
    ),
    *_SHARED,
    Field(
        "kind",
        "string",
        "A statement or a public interest report; null where it was not seen.",
        lambda o: o.row.kind,
        values=tuple(DecisionKind),
    ),
    Field(
        "outcome",
        "string",
        "What was decided; null where it was not seen.",
        lambda o: o.row.outcome,
        values=tuple(Outcome),
    ),
    Field(
        "received",
        "date",
        "The day the complaint was received; null where it is not held.",
        _of(lambda r: r.received),
    ),
    Field("decided", "date", "The day of the decision; null where it was not seen.", lambda o: o.row.decided),
    Field(
        "subject",
        "string",
        "The decision’s title; null once withdrawn, or where it is not held.",
        _of(lambda r: r.subject),
    ),
)
_WITHDRAWN = (
    Field(
        "withdrawn_on",
        "date",
        "When it was withdrawn; its texts are then null.",
        lambda o: o.row.withdrawn.on if o.row.withdrawn else None,
    ),
    Field(
        "withdrawn_reason",
        "string",
        "The reason given.",
        lambda o: o.row.withdrawn.reason if o.row.withdrawn else None,
    ),
)
LISTED_FIELDS = (
    *_DECISION,
    Field(
        "excerpt",
        "string",
        "The summary’s beginning, or the part with the words asked for; all of it is at the decision’s "
        "own address.",
        _of(lambda r: "".join(text for text, _ in r.excerpt)),
    ),
    Field(
        "service_improvements",
        "integer",
        "How many service improvements were agreed; null where it is not held.",
        _of(lambda r: r.improvements),
    ),
    *_WITHDRAWN,
    *_LAST,
)
WHOLE_FIELDS = (
    *_DECISION,
    Field("summary", "string", "The summary, whole.", _of(lambda r: r.summary)),
    Field("fault", "string", "What had gone wrong, where the register says.", _of(lambda r: r.fault)),
    Field("response", "string", "The council’s response to a report.", _of(lambda r: r.response)),
    Field(
        "satisfactory_remedy",
        "boolean",
        "Whether the council had put it right before the complaint reached the Ombudsman; null where it "
        "is not held.",
        _of(lambda r: r.satisfactory_remedy),
    ),
    Field(
        "improvements",
        "strings",
        "The service improvements agreed.",
        _of(lambda r: tuple("".join(t for t, _ in i.text) for i in r.improvements), ()),
        True,
    ),
    *_WITHDRAWN,
    *_LAST,
)
IMPROVEMENT_FIELDS = (
    Field("reference", "string", "The reference of the case it comes from.", lambda o: o.row.reference, True),
    *_SHARED,
    Field("agreed", "date", "The day of the decision.", lambda o: o.row.agreed, True),
    Field("fault", "string", "What had gone wrong, where the register says.", lambda o: o.row.fault),
    Field("change", "string", "What sort of change it is.", lambda o: o.row.kind.value, True, tuple(Remedy)),
    Field(
        "improvement",
        "string",
        "What the council agreed to do.",
        lambda o: "".join(t for t, _ in o.row.text),
        True,
    ),
    Field("due", "date", "When it fell due; null where the register does not say.", lambda o: o.row.due),
    Field("done", "date", "When it was done; null where none is recorded.", lambda o: o.row.met),
    Field(
        "progress",
        "string",
        "Whether it is recorded as done, and in time.",
        lambda o: progress(o.row.due, o.row.met).value,
        True,
        tuple(Progress),
    ),
    *_LAST,
)


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
    return OneCase(row, council.name if council else row.slug)


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
        meaning="What councils agreed to change after the Ombudsman found fault, newest first: one item "
        "for each "
        "improvement of the cases a search means.",
        fields=IMPROVEMENT_FIELDS,
        answer=_improvements,
        asked=CASES,
        by_itself=True,
        example="?council=blackpool-borough-council&size=2",
    ),
)
