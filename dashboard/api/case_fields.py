"""What an item of a list of cases is made of: decisions, and what councils agreed to change."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.addresses.links import Links
from dashboard.api import origins
from dashboard.api.fields import Field
from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.domain.progress import Progress, progress
from dashboard.exports.columns_shared import origin_of

_ORIGINS = (Origin.PUBLISHED, Origin.SIMULATED)


@dataclass(frozen=True, slots=True)
class OneCase:
    """A decision or an improvement, with the name of its council; ``links`` keep the release named."""

    row: Any  # DecisionRow | Decision | ListedDecision | Improvement: each field reads what its kind has
    name: str
    links: Links


def _where_held(part: str) -> Callable[[OneCase], Any]:
    """Return what reads a part that not every kind of record has: of a list it is not held."""
    return lambda one: getattr(one.row, part, None)


def _excerpt(one: OneCase) -> str:
    return "".join(text for text, _ in getattr(one.row, "excerpt", ()))


def _improvements(one: OneCase) -> tuple[str, ...]:
    told = getattr(one.row, "improvements", ())
    return tuple("".join(text for text, _ in improvement.text) for improvement in told)


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
        lambda o: o.links.decision(o.row.reference),
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
        _where_held("received"),
    ),
    Field("decided", "date", "The day of the decision; null where it was not seen.", lambda o: o.row.decided),
    Field(
        "subject",
        "string",
        "The decision’s title; null once withdrawn, or where it is not held.",
        _where_held("subject"),
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
        "The summary’s beginning, or the part with the words asked for; all of it is at the decision’s own "
        "address.",
        _excerpt,
    ),
    Field(
        "service_improvements",
        "integer",
        "How many service improvements were agreed; null where it is not held.",
        _where_held("improvements"),
    ),
    *_WITHDRAWN,
    *_LAST,
)
WHOLE_FIELDS = (
    *_DECISION,
    Field("summary", "string", "The summary, whole.", _where_held("summary")),
    Field("fault", "string", "What had gone wrong, where the register says.", _where_held("fault")),
    Field("response", "string", "The council’s response to a report.", _where_held("response")),
    Field(
        "satisfactory_remedy",
        "boolean",
        "Whether the council had put it right before the complaint reached the Ombudsman; null where it is "
        "not held.",
        _where_held("satisfactory_remedy"),
    ),
    Field(
        "improvements",
        "strings",
        "The service improvements agreed.",
        _improvements,
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
