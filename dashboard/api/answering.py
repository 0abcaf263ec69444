"""From a request to what is sent: the items of a page in their order, as JSON or as CSV."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.addresses.query import Query
from dashboard.api import origins
from dashboard.api.asked import links, normal, read_query
from dashboard.api.fields import Field, item_of, line_of
from dashboard.api.parameters import FORMAT, LAST_PAGE
from dashboard.api.problem import not_found
from dashboard.api.route import Found, Request, Route
from dashboard.domain.formats import thousands
from dashboard.exports.csv_lines import csv_line
from dashboard.repository.records import Release

JSON, CSV = "application/json", "text/csv; charset=utf-8; header=present"


@dataclass(frozen=True, slots=True)
class Body:
    """An answer: its text and type, how many items there are in all, and the pages beside, by relation."""

    text: str
    content_type: str
    total: int
    links: Mapping[str, str]


def answer(route: Route, given: Query, request: Request) -> Body:
    """Answer a request, whose ``values`` are read here. Raises ProblemError where there is no answer."""
    values = read_query(given, route, request.repository)
    asked = Request(request.parts, values, request.repository, request.catalogue, request.release)
    found = route.answer(asked)
    total = len(found.records) if found.total is None else found.total
    pages = max(-(-total // asked.size), 1)
    if not route.one and asked.page > min(pages, LAST_PAGE):
        raise not_found("No such page", f"There is no page {asked.page}: the last is {thousands(pages)}.")
    records = _page(route, found, asked)
    beside = {} if route.one else links(normal(given, route), asked.page, pages)
    if values[FORMAT.name] == "csv":
        return Body(_csv(records, route.fields), CSV, total, beside)
    items = [item_of(record, route.fields) for record in records]
    release = _release(request.repository.release())
    told: dict[str, object]
    if route.one:
        told = {"release": release, "notes": list(found.notes), "item": items[0]}
    else:
        place = {"total": total, "page": asked.page, "pages": pages, "size": asked.size}
        told = {
            **{"release": release, "notes": list(found.notes), **place},
            **{"next": _address(route, request, beside.get("next")), "items": items},
        }
    return Body(json.dumps(told, ensure_ascii=False) + "\n", JSON, total, beside)


def _page(route: Route, found: Found, asked: Request) -> Sequence[Any]:
    if route.one or route.by_itself:
        return found.records
    records = _sorted(found.records, route, asked.values.get("sort", ""))
    return records[(asked.page - 1) * asked.size : asked.page * asked.size]


def _sorted(records: Sequence[Any], route: Route, order: str) -> Sequence[Any]:
    """Return records in an order; those of which nothing is known last. The usual order is that they have."""
    if not order or order == route.sorted_by:
        return records
    read = next(each.read for each in route.fields if each.name == order.removeprefix("-"))
    keyed: list[tuple[Any, Any]] = [(read(record), record) for record in records]
    known = [pair for pair in keyed if pair[0] not in (None, "")]
    known.sort(key=lambda pair: pair[0], reverse=order.startswith("-"))
    return [record for _, record in known] + [record for key, record in keyed if key in (None, "")]


def _csv(records: Sequence[Any], fields: Sequence[Field]) -> str:
    head = csv_line([field.name for field in fields])
    return "".join([head, *(line_of(record, fields) for record in records)])


def _release(release: Release) -> dict[str, object]:
    return {
        "name": release.name,
        "kind": release.kind,
        "status": release.status,
        "built_at": release.built_at,
        "origin_in_words": origins.of_release(release),
        "licences": list(dict.fromkeys(source.licence for source in release.sources)),
        "attribution": list(dict.fromkeys(source.attribution for source in release.sources)),
    }


def _address(route: Route, request: Request, query: str | None) -> str | None:
    if query is None:
        return None
    path = route.address
    for name, value in request.parts.items():
        path = path.replace(f"{{{name}}}", value)
    return path + query
