"""The description of the API (OpenAPI 3.1), made of its own table of routes, parameters and fields."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from dashboard import __version__
from dashboard.api.answering import CSV, JSON
from dashboard.api.fields import Field
from dashboard.api.problem import ELSEWHERE, MEDIA_TYPE, SAID
from dashboard.api.route import BASE, Route

OPENAPI = "3.1.0"
STABLE = (
    "Version 1 is stable: what is here is not taken away or given another meaning. Parameters, routes, "
    "fields of an item and values of an enumeration may be added, so read what you know and leave the rest."
)
LIMITS = (
    "A page has 100 items, or up to 1,000 with size; all figures at once are at /data/figures.csv. A query "
    "is read to 16,000 characters, and a parameter has 100 values at most. Answers may be kept a minute "
    "(Cache-Control) and asked for again by ETag; those about a postcode are kept nowhere. What cannot be "
    "made in time is answered 503 with Retry-After. Ask one thing after another, and name a release where "
    "figures must not change meanwhile."
)
_HEADERS: dict[str, object] = {
    "ETag": {
        "description": "The validator of this answer; send it as If-None-Match.",
        "schema": {"type": "string"},
    },
    "Access-Control-Allow-Origin": {
        "description": "Scripts of any site may read it.",
        "schema": {"type": "string", "const": "*"},
    },
}
_OF_A_LIST: dict[str, object] = {
    "X-Total": {
        "description": "How many items there are in all.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "Link": {
        "description": "The pages beside this one: first, prev, next, last.",
        "schema": {"type": "string"},
    },
}
_NOTES = {
    "type": "array",
    "items": {"type": "string"},
    "description": "Sentences that must be read with it: that a list is of some decisions, how words "
    "were read.",
}


def description(routes: Sequence[Route], address: str = "") -> str:
    """Return the description as JSON. ``address`` is the site's own, empty where it is not known."""
    schemas: dict[str, object] = {"problem": _problem(), "release": _release()}
    for route in routes:
        schemas[f"{route.name}_item"] = _object(route.fields)
        schemas[route.name] = _envelope(route)
    told = {
        "openapi": OPENAPI,
        "info": {
            "title": "Your council’s performance",
            "version": f"1 ({__version__})",
            "summary": "How councils in England do on complaints to the Ombudsman: figures, cases and "
            "letters.",
            "description": f"{STABLE} {LIMITS} Not the Ombudsman’s own.",
        },
        "servers": [{"url": address or "/"}],
        "paths": {route.address: {"get": _operation(route)} for route in routes},
        "components": {"schemas": schemas},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def statuses() -> dict[HTTPStatus, str]:
    """Return every status a route may answer with besides 200, and what it means."""
    told = {HTTPStatus.NOT_MODIFIED: "What the client has is what is there.", **SAID, **ELSEWHERE}
    return dict(sorted(told.items()))


def _operation(route: Route) -> dict[str, object]:
    parts = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": meaning,
            "schema": {"type": "string", "minLength": 1},
            "example": example,
        }
        for name, (meaning, example) in route.parts.items()
    ]
    headers = _HEADERS if route.one else {**_HEADERS, **_OF_A_LIST}
    found = {
        "description": route.title,
        "headers": headers,
        "content": {
            JSON: {"schema": {"$ref": f"#/components/schemas/{route.name}"}},
            CSV.partition(";")[0]: {"schema": {"type": "string"}},
        },
    }
    return {
        "operationId": route.name,
        "summary": route.title,
        "description": route.meaning,
        "parameters": [*parts, *(each.told() for each in route.parameters)],
        "responses": {"200": found, **{str(s.value): _refusal(s, told) for s, told in statuses().items()}},
    }


def _refusal(status: HTTPStatus, told: str) -> dict[str, object]:
    if status is HTTPStatus.NOT_MODIFIED:
        return {"description": told}
    content: dict[str, object] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {"description": told, "content": content}


def _object(fields: Sequence[Field]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {field.name: field.schema() for field in fields},
        "required": [field.name for field in fields],
    }


def _envelope(route: Route) -> dict[str, object]:
    item = {"$ref": f"#/components/schemas/{route.name}_item"}
    shared = {"release": {"$ref": "#/components/schemas/release"}, "notes": _NOTES}
    if route.one:
        return {
            "type": "object",
            "properties": {**shared, "item": item},
            "required": ["release", "notes", "item"],
        }
    counts = {
        "total": {"type": "integer", "minimum": 0, "description": "How many items there are in all."},
        "page": {"type": "integer", "minimum": 1, "description": "The page that this is."},
        "pages": {"type": "integer", "minimum": 1, "description": "How many pages there are."},
        "size": {"type": "integer", "minimum": 1, "description": "How many items a page has."},
        "next": {"type": ["string", "null"], "description": "The address of the next page."},
    }
    return {
        "type": "object",
        "properties": {**shared, **counts, "items": {"type": "array", "items": item}},
        "required": ["release", "notes", *counts, "items"],
    }


def _problem() -> dict[str, object]:
    text = {"type": "string"}
    return {
        "type": "object",
        "description": "A problem (RFC 9457).",
        "properties": {
            "type": {**text, "description": "The address that explains this sort of problem."},
            "title": {**text, "description": "What sort of problem it is."},
            "status": {"type": "integer", "description": "The status of the answer."},
            "detail": {**text, "description": "What is wrong here, in a sentence."},
            "parameter": {**text, "description": "The parameter that could not be read."},
            "known_parameters": {"type": "array", "items": text, "description": "The parameters there are."},
        },
        "required": ["type", "title", "status", "detail"],
    }


def _release() -> dict[str, object]:
    text: dict[str, object] = {"type": "string"}
    several = {"type": "array", "items": text}
    names = ("name", "kind", "status", "built_at", "origin_in_words")
    return {
        "type": "object",
        "description": f"The release everything comes from. GET {BASE}/releases lists all.",
        "properties": {**dict.fromkeys(names, text), "licences": several, "attribution": several},
        "required": [*names, "licences", "attribution"],
    }
