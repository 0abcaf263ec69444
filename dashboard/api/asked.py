"""Reading the query of an address of the API: strictly, so that nobody takes an answer for another one."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses.query import Query
from dashboard.api.parameters import Parameter
from dashboard.api.problem import ProblemError
from dashboard.api.route import Route
from dashboard.repository.interface import Repository

CUT = "…"
"""The name by which a normal query says that the one sent was too long to be read whole."""
_BAD = HTTPStatus.BAD_REQUEST


def normal(given: Query, route: Route) -> str:
    """Return the one way of writing a query: in the order of names, without blanks and defaults.

    What cannot be read stays, so that it is refused.
    """
    known = {each.name: each for each in route.parameters}
    pairs: list[tuple[str, str]] = []
    for name in sorted(given.given):
        texts = [text.strip() for text in given.given[name]]
        parameter = known.get(name)
        if parameter is not None and parameter.several:
            texts = [",".join(sorted(set(_parts(texts))))]
        if parameter is None or texts != [parameter.default]:
            pairs += [(name, text) for text in texts if text]
    if given.cut:
        pairs.append((CUT, "1"))
    return urlencode(pairs, safe=",", errors="replace")


def read_query(given: Query, route: Route, repository: Repository) -> dict[str, Any]:
    """Return the values of a query by name, defaults included. Raises ProblemError for what is not known."""
    if given.cut or CUT in given.given:
        raise ProblemError(_BAD, "Query too long", "The query is too long to be read whole.")
    known = {each.name: each for each in route.parameters}
    unknown = [name for name in given.given if name not in known]
    if unknown:
        names = ", ".join(known)
        told = f"“{unknown[0][:40]}” is" if unknown[0].isidentifier() else "A name in the query is"
        detail = f"{told} not a parameter of {route.address}. Its parameters are: {names}."
        raise ProblemError(_BAD, "Unknown parameter", detail, known=tuple(known))
    values: dict[str, Any] = {}
    for name, parameter in known.items():
        texts = given.given.get(name, (parameter.default,) if parameter.default else ())
        if texts:
            values[name] = _value(parameter, texts, repository)
    return values


def links(query: str, page: int, pages: int) -> Mapping[str, str]:
    """Return the addresses of the pages beside one of a list, by relation. ``query`` is the normal one."""
    kept = "&".join(pair for pair in query.split("&") if pair and not pair.startswith("page="))
    beside = {"first": 1, "prev": page - 1, "next": page + 1, "last": pages}
    return {
        relation: f"?{f'{kept}&' if kept else ''}page={number}"
        for relation, number in beside.items()
        if 1 <= number <= pages
    }


def _value(parameter: Parameter, texts: tuple[str, ...], repository: Repository) -> Any:
    parts = _parts(list(texts)) if parameter.several else [text.strip() for text in texts]
    if len(parts) > 1 and not parameter.several:
        raise ProblemError(
            _BAD, "Parameter given twice", f"“{parameter.name}” may be given once.", parameter.name
        )
    if len(parts) > MOST_VALUES:
        raise ProblemError(
            _BAD, "Too many values", f"“{parameter.name}” may have {MOST_VALUES} values.", parameter.name
        )
    read = [parameter.read(part, repository) for part in parts]
    if None in read:
        detail = f"A value of “{parameter.name}” is not known here. {parameter.hint(repository)}"
        raise ProblemError(_BAD, "Value not known", detail, parameter.name)
    return tuple(dict.fromkeys(read)) if parameter.several else read[0]


MOST_VALUES = 100
"""Values of a parameter that takes several, at most."""


def _parts(texts: list[str]) -> list[str]:
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]
