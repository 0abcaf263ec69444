"""The addresses of a comparison: the page, its twin, its files, and a council typed to be added."""

import csv
import gzip
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

TWO = "/compare?councils=blackpool-borough-council,preston-city-council&year=2023-24"
PAGE_BUDGET = 40_000  # bytes compressed, of the 400 kB a first load may take
NAMES = [
    *("council", "councils", "peers", "year", "view", "measure", "measures", "years", "add", "release"),
]
VALUES = [
    *("blackpool-borough-council", "cumberland-council", "cumbria-county-council", "E06000009", "a,b,,c"),
    *(
        "touching",
        "ons_global",
        "type",
        "2022-23",
        "years",
        "table",
        "2022-23,2023-24,2023-24",
        "upheld_per_100k,dealt_with,upheld_pct",
        "upheld_per_100k",
        "preston",
        "FY1 1AA",
        "spring",
    ),
]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/compare", "<h1>Compare councils</h1>"),
        ("/compare", '<a aria-current="page" href="/compare">Compare</a>'),
        ("/compare?councils=nowhere", "“nowhere” is not the name of a council in England since 2014"),
        (TWO, "<title>Blackpool and Preston compared, 2023-24</title>"),
        (TWO, "This group crosses types: district councils and unitary councils"),
        (
            f"{TWO}&release=spring",
            'href="/compare.csv?councils=blackpool-borough-council,preston-city-council',
        ),
        (f"{TWO}&view=years&measure=upheld", "Upheld, 2022-23 to 2023-24"),
        ("/compare?council=blackpool-borough-council&peers=touching", "the two councils that touch it"),
        ("/compare?council=blackpool-borough-council&peers=unheard-of", "unitary councils nearest to it"),
        ("/compare?council=cumberland-council&year=2022-23", "predecessors combined"),
        ("/compare?add=c", "Which council did you mean by “c”?"),
        ("/compare?add=zzzz", "No council or place held here is called “zzzz”"),
        ("/compare?add=EH1+1AA", "is in Scotland"),
        ("/compare?council=cumbria-county-council", "ended on 31 March 2023 and is left out"),
        (f"{TWO}&view=table", "<title>Blackpool and Preston compared, 2022-23 to 2023-24</title>"),
        ("/compare?councils=blackpool-borough-council&years=2022-23", "Complaints upheld <small>of invest"),
        (f"{TWO}&measures=happiness,upheld_pct", "“happiness” is not a measure known here."),
        (f"{TWO}&years=2023-24,1066-67", "1066-67 is not a year held here."),
        (
            "/compare?councils=blackpool-borough-council,E06000009,blackpool-borough-council&view=table",
            "<h1>Blackpool compared, ",
        ),
        (
            "/compare?councils=cumberland-council,cumbria-county-council&years=2022-23,2023-24",
            "Cumbria ended on 31 March 2023: nothing is shown of it for 2023-24.",
        ),
    ],
)
def test_the_page_says_what_it_should(client: Client, path: str, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert says in answer.text


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/compare?add=Blackpool", "/compare?councils=blackpool-borough-council"),
        ("/compare?add=FY1+1AA&peers=touching", "/compare?councils=blackpool-borough-council&peers=touching"),
        (
            "/compare?councils=blackpool-borough-council&add=preston&year=2022-23&release=spring",
            "/compare?councils=blackpool-borough-council,preston-city-council&year=2022-23&release=spring",
        ),
        ("/compare?add=cumbria", "/compare?councils=cumbria-county-council"),
        ("/compare.csv", "/compare"),
        ("/compare.xlsx?year=2023-24&release=spring", "/compare?year=2023-24&release=spring"),
    ],
)
def test_a_question_leads_to_its_answer(client: Client, path: str, leads_to: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)


def test_a_page_with_a_chart_has_a_twin_with_its_query(client: Client) -> None:
    page = client.get(TWO).text
    twin = re.search(r'"tree":"([^"]+)"', page)
    assert twin is not None
    assert twin[1] == TWO.replace("/compare?", "/compare.json?")
    assert client.get(twin[1]).content_type == "application/json"
    spring = re.search(r'"tree":"([^"]+)"', client.get(f"{TWO}&release=spring").text)
    assert spring is not None
    assert spring[1].endswith("&year=2023-24&release=spring")


def test_the_start_needs_no_script_but_the_search_and_what_keeps_groups(client: Client) -> None:
    assert re.findall(r'<script src="[^"]*/([^"/]+\.js)"', client.get("/compare").text) == [
        *("search.js", "groups.js")
    ]


def test_the_files_are_named_and_can_be_read(client: Client) -> None:
    sheet = client.get(TWO.replace("/compare?", "/compare.csv?"))
    assert sheet.content_type == "text/csv; charset=utf-8"
    assert sheet.headers["Content-Disposition"] == (
        'attachment; filename="comparison-held-figures-blackpool-borough-council-and-1-more-2023-24.csv"'
    )
    first = next(csv.DictReader(StringIO(sheet.text.removeprefix("\ufeff"))))
    assert (first["council"], first["shown"]) == ("Blackpool Borough Council", "67% (6 of 9)")
    book = client.get(TWO.replace("/compare?", "/compare.xlsx?"))
    assert book.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert openpyxl.load_workbook(BytesIO(book.data)).sheetnames[:2] == ["About", "Complaints upheld"]


def test_the_workbook_of_the_one_table_has_each_figure_wide_and_long_as_numbers(client: Client) -> None:
    asked = TWO.replace("/compare?", "/compare.xlsx?").replace("&year=", "&measures=upheld_pct&years=")
    answer = client.get(asked)
    assert answer.headers["Content-Disposition"].endswith('and-1-more-2023-24-upheld-pct.xlsx"')
    book = openpyxl.load_workbook(BytesIO(answer.data))
    assert book.sheetnames == ["About", "Several measures", "Figures"]
    head, first, *_ = book["Several measures"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    upheld = "Complaints upheld, 2023-24"
    assert [row[f"{upheld}{part}"] for part in ("", ", numerator", ", denominator")] == [67, 6, 9]
    assert row[f"{upheld}, in words"] == "67% (6 of 9)"
    head, first, *_ = book["Figures"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert (row["year"], row["numerator"], row["denominator"]) == ("2023-24", 6, 9)
    sheet = client.get(asked.replace(".xlsx", ".csv"))
    rows = list(csv.DictReader(StringIO(sheet.text.removeprefix("\ufeff"))))
    assert [each["numerator"] for each in rows[:1]] == ["6"]
    assert len(rows) == book["Figures"].max_row - 1


queries = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=20)), max_size=8
).map(lambda pairs: "&".join(f"{n}={quote(v, errors='replace')}" for n, v in pairs))
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(query=queries)
def test_any_query_is_answered(client: Client, query: str) -> None:
    answer = client.get("/compare", query_string=query)
    assert answer.status_code in (200, 302, 404)
    for ending in ("json", "csv", "xlsx"):
        assert client.get(f"/compare.{ending}", query_string=query).status_code in (200, 302, 404)


@pytest.fixture(scope="module")
def demo(releases: Path, cache: Path) -> Client:
    opened = open_releases("demo", demo_allowed=False, directory=releases, environment={})
    return create_app(opened, Settings(cache=cache)).server.test_client()


LONGEST = (
    *("city-of-bradford-metropolitan-district-council", "borough-council-of-kings-lynn-and-west-norfolk"),
    *("bournemouth-christchurch-and-poole-council", "north-west-leicestershire-district-council"),
    *("staffordshire-moorlands-district-council", "wakefield-metropolitan-district-council"),
    *("royal-borough-of-windsor-and-maidenhead", "royal-borough-of-kensington-and-chelsea"),
    *("calderdale-metropolitan-borough-council", "north-east-derbyshire-district-council"),
)


@pytest.mark.data
@pytest.mark.parametrize(
    "view",
    [
        "",
        "&view=years",
        "&view=years&measure=satisfactory_remedy_pct",
        "&view=table&years=2018-19,2019-20,2020-21,2021-22,2022-23,2023-24,2024-25",
    ],
)
def test_ten_councils_of_the_longest_names_are_within_the_page_budget(demo: Client, view: str) -> None:
    query = f"councils={','.join(LONGEST)}{view}"
    page = demo.get(f"/compare?{query}")
    assert page.text.count('scope="row"') >= 12
    assert (
        len(gzip.compress(page.data)) + len(gzip.compress(demo.get(f"/compare.json?{query}").data))
        < PAGE_BUDGET
    )


@pytest.mark.data
@pytest.mark.parametrize(
    "method",
    ["type", "region", "population", "ons_global", "ons_demographic", "ons_economic", "touching", "dfe"],
)
@pytest.mark.parametrize(
    "council", ["blackpool-borough-council", "dover-district-council", "kent-county-council"]
)
def test_every_way_of_choosing_peers_finds_some_or_says_why_not(
    demo: Client, council: str, method: str
) -> None:
    page = demo.get(f"/compare?council={council}&peers={method}")
    members = page.text.count('class="compare-remove"')
    if method == "dfe" and council.startswith("dover"):
        assert members == 1
        assert "its county runs them" in page.text
    else:
        assert 2 <= members <= 10


@pytest.mark.data
@pytest.mark.parametrize("year", ["2018-19", "2020-21", "2022-23"])
@pytest.mark.parametrize(
    "council",
    [
        *("bournemouth-christchurch-and-poole-council", "buckinghamshire-council", "cumberland-council"),
        *(
            "dorset-council",
            "east-suffolk-council",
            "north-northamptonshire-council",
            "north-yorkshire-council",
        ),
        *("somerset-council", "west-northamptonshire-council", "west-suffolk-council"),
        "westmorland-and-furness-council",
    ],
)
def test_every_new_council_has_its_predecessors_combined(demo: Client, council: str, year: str) -> None:
    page = demo.get(f"/compare?councils={council},leeds-city-council&year={year}").text
    before = f"for {year}," in page
    assert before is ("predecessors combined" in page)
    assert "nothing can be shown" not in page
