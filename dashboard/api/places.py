"""Councils, and the councils a postcode lies in."""

from dataclasses import dataclass
from http import HTTPStatus

from dashboard.addresses.links import Links
from dashboard.api import origins
from dashboard.api.fields import Field
from dashboard.api.parameters import ONE_YEAR, REGION, TYPE
from dashboard.api.problem import ProblemError, not_found
from dashboard.api.route import Found, Request, Route
from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.postcode_text import Typed, read_postcode
from dashboard.repository.records import Council
from dashboard.repository.records import Found as FoundBySearch

_SLUG = ("A council by its slug, or by any ONS code it ever had.", "blackpool-borough-council")


@dataclass(frozen=True, slots=True)
class OneCouncil:
    """A council, with the years it has figures of, what it was made of and what took its place.

    ``links`` keep the release that the request names.
    """

    council: Council
    years: tuple[str, ...]
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    links: Links


@dataclass(frozen=True, slots=True)
class OnePostcode:
    """A postcode as it was read, and what was found."""

    typed: Typed
    found: FoundBySearch


COUNCIL_FIELDS = (
    Field(
        "council",
        "string",
        "The slug: it identifies the council in every address.",
        lambda o: o.council.slug,
        True,
        sorts=True,
    ),
    Field("name", "string", "The official name.", lambda o: o.council.name, True, sorts=True),
    Field(
        "short_name",
        "string",
        "The name without what sort of council it is.",
        lambda o: o.council.short_name,
        True,
        sorts=True,
    ),
    Field("code", "string", "The latest ONS code.", lambda o: o.council.code, True, sorts=True),
    Field("codes", "strings", "All ONS codes it ever had.", lambda o: o.council.codes, True),
    Field(
        "type",
        "string",
        "The type of council.",
        lambda o: o.council.type.value,
        True,
        tuple(AuthorityType),
        sorts=True,
    ),
    Field("type_label", "string", "The type in the Ombudsman’s words.", lambda o: o.council.type.label, True),
    Field("region", "string", "The region of England.", lambda o: o.council.region, sorts=True),
    Field("upper_tier", "string", "The county of a district, by slug.", lambda o: o.council.upper_tier),
    Field(
        "start", "date", "Its first day; null where it existed before April 2014.", lambda o: o.council.start
    ),
    Field("end", "date", "Its last day; null while it exists.", lambda o: o.council.end),
    Field("years", "strings", "The years it has figures of, or existed in.", lambda o: o.years, True),
    Field(
        "former_names",
        "strings",
        "Names it had before today’s, oldest first.",
        lambda o: tuple(n.name for n in o.council.former_names),
        True,
    ),
    Field("predecessors", "strings", "The councils it was made of, by slug.", lambda o: o.predecessors, True),
    Field(
        "successors", "strings", "The councils that took its place, by slug.", lambda o: o.successors, True
    ),
    Field(
        "address",
        "string",
        "Its page on this site.",
        lambda o: o.links.council(o.council.slug, None),
        True,
    ),
    Field("origin_in_words", "string", "Where this comes from.", lambda _: origins.COUNCILS, True),
)


def _councils(request: Request) -> Found:
    values = request.values
    known = [
        council
        for council in request.repository.councils(values.get("year"))
        if values.get("type") in (None, council.type) and values.get("region") in (None, council.region)
    ]
    return Found([_of(council, request) for council in known])


def _council(request: Request) -> Found:
    slug = request.repository.slug_meant(request.parts["council"])
    council = request.repository.council(slug) if slug else None
    if council is None:
        raise not_found("No such council", "No council of England since 2014 has this slug or code.")
    return Found([_of(council, request)])


def _of(council: Council, request: Request) -> OneCouncil:
    repository = request.repository
    return OneCouncil(
        council,
        repository.years_of(council.slug),
        tuple(link.predecessor for link in repository.predecessors(council.slug)),
        tuple(link.successor for link in repository.successors(council.slug)),
        request.links,
    )


POSTCODE_FIELDS = (
    Field(
        "postcode",
        "string",
        "The postcode, or its beginning, as it was read.",
        lambda o: str(o.typed.postcode),
        True,
    ),
    Field(
        "councils",
        "strings",
        "The councils found, by slug; of a whole postcode those that serve it.",
        lambda o: o.found.councils,
        True,
    ),
    Field(
        "serving",
        "strings",
        "The one or two councils that serve it, the lower tier first; empty where it is not sure.",
        lambda o: o.found.serving,
        True,
    ),
    Field("sure", "boolean", "Whether it is one council, without doubt.", lambda o: o.found.sure, True),
    Field(
        "beginning",
        "boolean",
        "Whether it is the beginning of postcodes, which several councils may share.",
        lambda o: o.found.beginning,
        True,
    ),
    Field("notes", "strings", "Sentences that must be read with it.", lambda o: o.found.notes, True),
    Field("origin_in_words", "string", "Where this comes from.", lambda _: origins.POSTCODES, True),
)


def _postcode(request: Request) -> Found:
    typed = read_postcode(request.parts["postcode"])
    if typed is None:
        detail = "This is no postcode of the United Kingdom, or the beginning of one."
        raise ProblemError(HTTPStatus.BAD_REQUEST, "No postcode", detail)
    found = request.repository.find(str(typed.postcode))
    if not found.councils:
        raise not_found("Postcode not found in England", found.problem or "It lies in no council held here.")
    return Found([OnePostcode(typed, found)])


ROUTES = (
    Route(
        path="/councils",
        title="Councils",
        meaning="Every council of England since April 2014, from its start to its end.",
        fields=COUNCIL_FIELDS,
        answer=_councils,
        asked=(TYPE, REGION, ONE_YEAR),
        sorted_by="short_name",
        example="?type=county&size=3",
    ),
    Route(
        path="/councils/{council}",
        title="One council",
        meaning="One council by slug or ONS code.",
        fields=COUNCIL_FIELDS,
        answer=_council,
        parts={"council": _SLUG},
        one=True,
    ),
    Route(
        path="/postcodes/{postcode}",
        title="The councils of a postcode",
        meaning="The councils that serve a postcode, or may serve the beginning of one. Neither the address "
        "nor the answer is kept or logged here.",
        fields=POSTCODE_FIELDS,
        answer=_postcode,
        parts={"postcode": ("A postcode or its beginning, in any spelling.", "FY1")},
        one=True,
        private=True,
    ),
)
