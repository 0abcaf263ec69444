"""How the API is asked: strictly, in one way of writing; validators, pages, scripts of other sites."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.addresses.query import read
from dashboard.api.asked import normal
from dashboard.api.problem import ELSEWHERE, MEDIA_TYPE, SAID
from dashboard.api.routes import ROUTES
from dashboard.web.front import Front
from dashboard.web.refusals import RETRY, STATUSES

FIGURES = next(route for route in ROUTES if route.path == "/figures")


def problem(client: FlaskClient, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "no-store"
    told: dict[str, Any] = json.loads(answer.text)
    assert told["status"] == answer.status_code
    assert told["detail"].endswith(".")
    return told


def test_an_unknown_parameter_is_refused_with_those_there_are(demo: FlaskClient) -> None:
    told = problem(demo, "/api/v1/figures?counci1=blackpool")
    assert (told["status"], told["title"]) == (400, "Unknown parameter")
    assert told["known_parameters"] == [parameter.name for parameter in FIGURES.parameters]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("year=2017-18", "The years held are 2022-23 to 2024-25"),
        ("measure=upheld,nonsense", "It is one of: upheld_pct"),
        ("council=nowhere", "/api/v1/councils"),
        ("size=1001", "from 1 to 1000"),
        ("page=0", "from 1 to 1000000"),
        ("page=-1", "from 1 to 1000000"),
        ("page=２", "from 1 to 1000000"),
        ("format=xml", "json, csv"),
        ("sort=colour", "-year"),
        ("type=county&type=district", "may be given once"),
        (f"council={','.join(f'x{n}' for n in range(101))}", "100 values"),
        ("year=" + "x" * 20_000, "too long to be read whole"),
    ],
)
def test_a_value_that_means_nothing_is_refused_by_a_sentence(
    demo: FlaskClient, query: str, says: str
) -> None:
    told = problem(demo, f"/api/v1/figures?{query}")
    assert told["status"] == 400
    assert says in told["detail"]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/figures/one", "/api/v1/councils/nowhere"])
def test_what_is_not_there_is_a_problem(demo: FlaskClient, path: str) -> None:
    assert problem(demo, path)["status"] == 404


def test_a_page_beyond_the_last_is_no_empty_page(demo: FlaskClient) -> None:
    for path in ("/api/v1/councils", "/api/v1/decisions", "/api/v1/improvements"):
        assert "There is no page 99: the last is 1." in problem(demo, f"{path}?page=99")["detail"]


def test_pages_lead_to_each_other(demo: FlaskClient) -> None:
    first = demo.get("/api/v1/councils?size=4&type=district")
    assert first.headers["X-Total"] == "3"
    second = demo.get("/api/v1/councils?size=4&page=2")
    assert 'rel="prev"' in second.headers["Link"]
    assert '</api/v1/councils?size=4&page=3>; rel="next"' in second.headers["Link"]
    assert json.loads(second.text)["next"] == "/api/v1/councils?size=4&page=3"


def test_one_address_one_answer() -> None:
    ways = (
        "year=2023-24&council=b,a",
        "council=a,b&year=2023-24&page=1",
        "&council=b&council=a&year=2023-24&q=",
    )
    told = {normal(read(way), FIGURES) for way in ways[:2]}
    assert told == {"council=a,b&year=2023-24"}
    assert normal(read(ways[2]), FIGURES) == "council=a,b&year=2023-24"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*(p.name for p in FIGURES.parameters), "x", "…"]),
            st.text(min_size=1, max_size=12),
        ),
        max_size=6,
    )
)
@settings(max_examples=200)
def test_the_normal_form_is_its_own(pairs: list[tuple[str, str]]) -> None:
    from urllib.parse import urlencode  # noqa: PLC0415

    once = normal(read(urlencode(pairs, errors="replace")), FIGURES)
    assert normal(read(once), FIGURES) == once


def test_an_answer_has_a_validator_and_any_site_s_scripts_may_read_it(demo: FlaskClient) -> None:
    for query in ("", "&format=csv"):
        path = f"/api/v1/councils?size=2{query}"
        answer = demo.get(path)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        again = demo.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_only_get_and_head_are_answered(demo: FlaskClient) -> None:
    told = demo.post("/api/v1/councils")
    assert (told.status_code, told.content_type, told.headers["Allow"]) == (405, MEDIA_TYPE, "GET, HEAD")
    assert json.loads(told.text)["type"] == "/api#problem-405"
    assert 'id="problem-405"' in demo.get("/api").text
    assert told.headers["Access-Control-Allow-Origin"] == "*"
    assert demo.post("/api").content_type == "text/html; charset=utf-8"  # the page about it
    head = demo.head("/api/v1/councils")
    assert (head.status_code, head.data) == (200, b"")


@pytest.mark.parametrize("status", STATUSES)
def test_what_the_server_refuses_a_program_is_a_problem_and_a_person_a_page(
    front: Front, status: int
) -> None:
    code, headers, body = front.refusal(status, "/api/v1/councils")
    given, told = dict(headers), json.loads(body)
    assert (code[:3], given["Content-Type"], told["status"]) == (str(status), MEDIA_TYPE, status)
    assert (given["Cache-Control"], given.get("Retry-After")) == ("no-store", RETRY.get(status))
    assert told["detail"] in front.refusal(status, "/api")[2].decode()
    explained = {*SAID, *ELSEWHERE}
    assert told["type"] == (f"/api#problem-{status}" if status in explained else "about:blank")
