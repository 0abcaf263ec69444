"""The description: valid OpenAPI 3.1, of every route there is, and every answer is as it says."""

import json
import re
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from dashboard.api.openapi import description
from dashboard.api.route import BASE, Route
from dashboard.api.routes import DESCRIPTION, ROUTES
from tests.api.conftest import Open

TOLD: dict[str, Any] = json.loads(description(ROUTES))
NOT_ROUTES = {DESCRIPTION, f"{BASE}/<one>", f"{BASE}/<one>/<two>"}
ASKED = ("councils", "measures", "years", "figures", "averages", "services", "decisions", "improvements")


def schema_of(name: str) -> dict[str, Any]:
    """A schema with all others beside it, as the description has them."""
    return {"$ref": f"#/components/schemas/{name}", "components": TOLD["components"]}


def checked(answer: Any, name: str) -> None:
    jsonschema.Draft202012Validator(schema_of(name)).validate(answer)


def test_it_is_valid() -> None:
    OpenAPIV31SpecValidator(TOLD).validate()


def test_every_route_that_is_answered_is_described_and_no_other(demo: FlaskClient) -> None:
    rules: Any = demo.application
    answered = {str(rule.rule) for rule in rules.url_map.iter_rules() if rule.rule.startswith(BASE)}
    described = {re.sub(r"{(\w+)}", r"<\1>", path) for path in TOLD["paths"]}
    assert answered - NOT_ROUTES == described
    assert {f"{BASE}/{name}" for name in (*ASKED, "letters", "releases")} <= described
    assert f"{BASE}/postcodes/<postcode>" in described


def test_it_is_served_as_it_is_made(demo: FlaskClient) -> None:
    answer = demo.get(DESCRIPTION)
    assert (answer.status_code, answer.json) == (200, TOLD)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_parameter_and_field_is_explained_and_every_item_says_where_it_comes_from(route: Route) -> None:
    meanings = [*(each.meaning for each in route.parameters), *(each.meaning for each in route.fields)]
    assert all(meaning.endswith(".") for meaning in meanings)
    assert len({each.name for each in route.parameters}) == len(route.parameters)
    (origin,) = [each for each in route.fields if each.name == "origin_in_words"]
    assert origin.required


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_answer_is_as_described(site: FlaskClient, route: Route) -> None:
    answer = site.get(route.live_example)
    if answer.status_code != 200:  # what a release does not hold is a problem, and not an empty list
        assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
        checked(json.loads(answer.text), "problem")
        assert route.path.startswith(("/decisions", "/improvements"))
        return
    told = json.loads(answer.text)
    checked(told, route.name)
    items = [told["item"]] if route.one else told["items"]
    assert items
    assert all(item["origin_in_words"] for item in items)
    assert all(list(item) == [field.name for field in route.fields] for item in items)


def test_all_but_cases_is_answered_by_every_release(opened: Open) -> None:
    for name in ("demo", "held-figures", "figures-alone"):
        for route in ROUTES:
            held = not route.path.startswith(("/decisions", "/improvements")) or name == "demo"
            if held:
                assert opened(name).get(route.live_example).status_code == 200, (name, route.path)


def test_the_page_has_every_route_with_an_example_that_answers(demo: FlaskClient) -> None:
    page = demo.get("/api?release=demo").text
    assert f'href="{DESCRIPTION}"' in page
    for route in ROUTES:
        assert f'id="{route.name}"' in page
    found = re.findall(r'Try it: <a href="([^"]+)"', page)
    assert len(found) == len(ROUTES)
    for example in found:
        assert demo.get(example.replace("&amp;", "&")).status_code == 200, example


def test_the_example_of_a_decision_is_the_newest_that_the_release_holds(demo: FlaskClient) -> None:
    """Not the one that the description gives to machines: no release need hold that."""
    (newest,) = json.loads(demo.get("/api/v1/decisions?size=1&release=demo").text)["items"]
    (example,) = re.findall(r'Try it: <a href="([^"]+/decisions/[^"]+)"', demo.get("/api?release=demo").text)
    told = json.loads(demo.get(example.replace("&amp;", "&")).text)
    assert told["item"]["reference"] == newest["reference"]
    (route,) = [each for each in ROUTES if "reference" in each.parts]
    assert route.live_example not in example
