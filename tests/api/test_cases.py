"""Decisions, improvements, letters, councils, postcodes, releases: what is there, and what must not be."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.exports.listed_rows import SOME
from tests.api.conftest import Open
from tests.support.tiny_cases import HIDDEN, HOMELESS, WITHDRAWN
from tests.support.tiny_listed import GONE, NOWHERE_SEEN


def told(client: FlaskClient, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = json.loads(answer.text)
    return found


def references(client: FlaskClient, query: str) -> list[str]:
    return [item["reference"] for item in told(client, f"/api/v1/decisions?{query}")["items"]]


def test_decisions_are_the_published_ones_newest_first(demo: FlaskClient) -> None:
    found = references(demo, "size=10")
    assert HIDDEN not in found
    assert found[0] == "SIM 23 000 009"
    assert len(found) == told(demo, "/api/v1/decisions")["total"] == 6


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=mould", {"SIM 23 000 001", "SIM 23 000 003"}),
        ("outcome=not_upheld", {"SIM 23 000 002", "SIM 23 000 010"}),
        ("outcome=not_upheld,upheld&council=cumberland-council", {"SIM 23 000 010"}),
        ("kind=report", {"SIM 23 000 003"}),
        ("from=2024-01-01&to=2024-03-31", {"SIM 23 000 003"}),
        ("sub=Allocations", {"SIM 23 000 002"}),
        ("remedy=true", {WITHDRAWN}),
        ("compliance=complied_late", {"SIM 23 000 003"}),
        ("year=2022-23", set()),
    ],
)
def test_a_filter_means_what_it_does_on_the_page(demo: FlaskClient, query: str, expected: set[str]) -> None:
    assert set(references(demo, query)) == expected


def test_a_withdrawn_text_is_nowhere(demo: FlaskClient) -> None:
    (line,) = [i for i in told(demo, "/api/v1/decisions")["items"] if i["reference"] == WITHDRAWN]
    assert (line["subject"], line["excerpt"], line["withdrawn_on"]) == (None, None, "2024-09-01")
    gone = demo.get(f"/api/v1/decisions/{WITHDRAWN}")
    assert (gone.status_code, gone.content_type) == (410, "application/problem+json")
    assert "withdrawn on 1 September 2024. It could tell who complained." in json.loads(gone.text)["detail"]


def test_a_decision_is_whole_in_any_spelling(demo: FlaskClient) -> None:
    for spelling in (HOMELESS, "sim23000001", "Sim-23-000-001"):
        item = told(demo, f"/api/v1/decisions/{spelling}")["item"]
        assert item["reference"] == HOMELESS
        assert item["summary"].endswith("There was fault.")
        assert len(item["improvements"]) == 2
        assert (item["origin"], item["origin_in_words"]) == ("simulated", "simulated")
    assert demo.get(f"/api/v1/decisions/{HIDDEN}").status_code == 404


def test_a_list_of_some_decisions_says_so_and_what_was_not_seen_is_null(opened: Open) -> None:
    held = opened("held-figures")
    found = told(held, "/api/v1/decisions")
    assert found["notes"] == [f"{SOME}."]
    (unseen,) = [item for item in found["items"] if item["reference"] == NOWHERE_SEEN]
    parts = ("outcome", "decided", "received", "subject", "excerpt", "service_improvements")
    assert {unseen[part] for part in parts} == {None}
    assert held.get("/api/v1/decisions?service=housing").status_code == 400
    assert held.get(f"/api/v1/decisions/{GONE}").status_code == 410
    assert held.get("/api/v1/decisions/23-000-001").status_code == 200


def test_what_a_release_does_not_hold_is_not_an_empty_list(opened: Open) -> None:
    for path in ("/api/v1/decisions", "/api/v1/improvements", "/api/v1/decisions/23-000-001"):
        answer = opened("figures-alone").get(path)
        assert answer.status_code == 404
        assert "not held in this release" in json.loads(answer.text)["detail"]


def test_improvements_are_those_of_the_cases(demo: FlaskClient) -> None:
    found = told(demo, "/api/v1/improvements?q=damp")
    assert [item["reference"] for item in found["items"]] == ["SIM 23 000 003", HOMELESS, HOMELESS]
    assert [item["progress"] for item in found["items"]] == ["late", "on_time", "on_time"]
    assert found["notes"]


def test_a_letter_is_there_where_one_is_written(demo: FlaskClient) -> None:
    items = told(demo, "/api/v1/letters?year=2023-24")["items"]
    assert "blackpool-borough-council" in {item["council"] for item in items}
    for item in items:
        assert demo.get(item["page"]).status_code == 200
        assert "written by this project" in item["origin_in_words"]


def test_councils_say_what_became_of_them(demo: FlaskClient) -> None:
    item = told(demo, "/api/v1/councils/E07000026")["item"]
    assert (item["council"], item["end"], item["successors"]) == (
        "allerdale-borough-council",
        "2023-03-31",
        ["cumberland-council"],
    )
    assert told(demo, "/api/v1/councils/preston-borough-council")["item"]["council"] == "preston-city-council"
    existing = told(demo, "/api/v1/councils?year=2024-25&region=North+West&sort=-code")["items"]
    assert [item["code"] for item in existing] == sorted((i["code"] for i in existing), reverse=True)
    assert "allerdale-borough-council" not in {item["council"] for item in existing}


@pytest.mark.parametrize(
    ("postcode", "status", "serving"),
    [
        ("PR1 1AA", 200, ["preston-city-council", "lancashire-county-council"]),
        ("fy11ad", 200, ["blackpool-borough-council"]),
        ("LD7 9AA", 404, None),
        ("ZZ1", 404, None),
        ("Preston", 400, None),
    ],
)
def test_a_postcode_has_its_councils_and_is_kept_nowhere(
    demo: FlaskClient, postcode: str, status: int, serving: list[str] | None
) -> None:
    answer = demo.get(f"/api/v1/postcodes/{postcode}")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (status, "no-store")
    if serving is not None:
        assert json.loads(answer.text)["item"]["serving"] == serving
    else:
        assert json.loads(answer.text)["detail"]


def test_releases_are_those_that_may_be_seen(demo: FlaskClient) -> None:
    assert {item["release"] for item in told(demo, "/api/v1/releases")["items"]} == {
        *("demo", "held-figures", "figures-alone"),
    }
    answer = demo.get("/api/v1/figures?release=secret")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert told(demo, "/api/v1/years?release=held-figures")["release"]["name"] == "held-figures"


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("councils/E06000009", "address"),
        ("letters?council=E06000009", "page"),
        ("decisions/sim23000001", "address"),
    ],
)
def test_an_address_in_an_item_keeps_the_release_that_was_named(opened: Open, path: str, part: str) -> None:
    between = "&" if "?" in path else "?"
    found = told(opened("held-figures"), f"/api/v1/{path}{between}release=demo")
    item = found["item"] if "item" in found else found["items"][0]
    assert item[part].endswith("?release=demo")
    assert opened("held-figures").get(item[part]).status_code == 200


def test_what_is_only_previewed_is_kept_by_nobody(opened: Open) -> None:
    answer = opened("secret").get("/api/v1/figures?size=1")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "embargoed" in answer.headers["X-Release"]
