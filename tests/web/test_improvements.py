"""The addresses of improvements: pages, files, a council typed by name, any query at all."""

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES

COUNCIL = "/council/blackpool-borough-council/improvements"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def with_cases(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Client:
    folder = tmp_path_factory.mktemp("cases")
    build_tiny(folder, content_with_cases("demo"), MAP_FILES)
    opened = open_releases("demo", demo_allowed=False, directory=folder, environment={})
    return create_app(opened, Settings(cache=cache)).server.test_client()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/improvements", "<title>Demonstration: What councils agreed to change</title>"),
        ("/improvements", '<a aria-current="page" href="/improvements">'),
        ("/improvements", "3 improvements"),
        ("/improvements?q=damp", "<mark>damp</mark>"),
        ("/improvements?year=2022-23", "No improvements found"),
        ("/improvements?like=cumberland-council&by=region", "like Cumberland: the 1 council of its type in"),
        (
            "/improvements?category=housing",
            "<title>Demonstration: What councils agreed to change: Housing</title>",
        ),
        (COUNCIL, "Service improvements agreed by Blackpool Borough Council</title>"),
        (f"{COUNCIL}?year=2023-24", "Agreed in 2 cases: decided in 2023-24."),
        ("/council/cumberland-council/improvements", "an improvement that Cumberland Council agreed to"),
    ],
)  # fmt: skip
def test_a_page_says_what_it_should(with_cases: Client, path: str, says: str) -> None:
    answer = with_cases.get(path)
    assert answer.status_code == 200
    assert says in answer.text


@pytest.mark.parametrize(
    ("path", "status", "leads_to"),
    [
        ("/improvements?like=Blackpool", 302, "/improvements?like=blackpool-borough-council"),
        (
            "/improvements?like=Blackpool+Borough+Council&by=touching&q=a+b&release=demo",
            302,
            "/improvements?like=blackpool-borough-council&by=touching&q=a+b&release=demo",
        ),
        ("/council/E06000009/improvements?year=2023-24", 301, f"{COUNCIL}?year=2023-24"),
        ("/council/E06000009/feed.atom", 301, "/council/blackpool-borough-council/feed.atom"),
    ],
)
def test_another_name_leads_to_the_page(with_cases: Client, path: str, status: int, leads_to: str) -> None:
    answer = with_cases.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (status, leads_to)


def test_the_files_hold_the_search_and_nothing_withdrawn_or_unpublished(with_cases: Client) -> None:
    sheet = with_cases.get("/improvements.csv?category=housing")
    assert sheet.content_type == "text/csv; charset=utf-8"
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="improvements-demo-housing.csv"'
    told = list(csv.DictReader(StringIO(sheet.text.removeprefix("\ufeff"))))
    assert [line["case"] for line in told] == ["SIM 23 000 003", "SIM 23 000 001", "SIM 23 000 001"]
    assert {(line["origin"], line["release"]) for line in told} == {("simulated", "demo")}
    book = with_cases.get("/improvements.xlsx?category=housing")
    assert (book.status_code, book.content_type) == (200, XLSX)
    sheet_of_all = openpyxl.load_workbook(BytesIO(book.data))["Improvements"]
    cases = [row[6] for row in sheet_of_all.iter_rows(min_row=2, values_only=True)]
    assert cases == [line["case"] for line in told]
    narrowed = csv.DictReader(
        StringIO(with_cases.get("/improvements.csv?q=damp").text.removeprefix("\ufeff"))
    )
    assert {line["case"] for line in narrowed} == {"SIM 23 000 003", "SIM 23 000 001"}


@pytest.mark.parametrize("path", ["/improvements.csv", "/improvements.csv?q=damp", "/improvements.xlsx"])
def test_a_file_is_asked_for_again_by_its_validator(with_cases: Client, path: str) -> None:
    tag = with_cases.get(path).headers["ETag"]
    again = with_cases.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert with_cases.get("/improvements.csv?year=2022-23").headers["ETag"] != tag


@pytest.mark.parametrize("path", ["/improvements", "/improvements?q=damp&like=x", COUNCIL])
def test_figures_alone_say_that_improvements_are_not_held(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "Improvements are not held in this release" in answer.text
    assert 'href="https://www.lgo.org.uk' in answer.text


def test_every_link_of_the_page_leads_somewhere(with_cases: Client) -> None:
    for path in ("/improvements?q=damp&category=housing", COUNCIL, "/improvements?like=preston-city-council"):
        page = with_cases.get(path).text
        for link in set(re.findall(r'href="(/[^"#]*)"', page.partition("<main")[2])):
            assert with_cases.get(link.replace("&amp;", "&")).status_code in (200, 410), (path, link)


NAMES = [
    "q",
    "category",
    "sub",
    "year",
    "like",
    "by",
    "page",
    "type",
    "council",
    "from",
    "to",
    "release",
    "x",
]
VALUES = [
    *("damp", '"', "a*", "housing", "Homelessness", "2023-24", "blackpool-borough-council", "touching"),
    *("dfe", "99999999999999999999", "-1", "2023-02-30", "'; DROP TABLE decision --", "NEAR(a)", "x" * 9000),
]  # fmt: skip
queries = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=30)), max_size=7
).map(lambda pairs: "&".join(f"{name}={quote(value, errors='replace')}" for name, value in pairs))
many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(query=queries)
def test_any_query_is_answered(with_cases: Client, query: str) -> None:
    for path in ("/improvements", "/improvements.json", "/improvements.csv", "/improvements.xlsx", COUNCIL):
        assert with_cases.get(path, query_string=query).status_code in (200, 302, 404)
