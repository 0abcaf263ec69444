"""Every address, and what it answers: status, where it leads, what is in it."""

import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.domain.council_services import SERVICES
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

BLACKPOOL = "/council/blackpool-borough-council"
PRESTON = "/council/preston-city-council"


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/", 200, "map of England’s councils</title>"),
        ("/?council=blackpool-borough-council&year=2023-24", 200, "Blackpool Borough Council, 2023-24."),
        (f"{BLACKPOOL}/2023-24", 200, "<title>Blackpool Borough Council, 2023-24</title>"),
        (BLACKPOOL, 200, "<title>Blackpool Borough Council, 2024-25</title>"),
        (f"{BLACKPOOL}/2023-24/letter", 200, "<title>Annual review letter 2023-24"),
        (f"{PRESTON}/2022-23/letter", 200, "Annual review letter 2022-23, Preston Borough Council</title>"),
        (f"{PRESTON}/2022-23/letter", 200, "No figure of Preston Borough Council for 2022-23 is held"),
        (f"{PRESTON}/2023-24/letter", 200, "No figure of Preston City Council for 2023-24 is held"),
        ("/?council=preston-borough-council&year=2023-24", 200, "Preston City Council, 2023-24."),
        ("/about", 200, '<a aria-current="page" href="/about">'),
        ("/accessibility", 200, "<h1>Accessibility</h1>"),
        ("/data", 200, "Free re-use with acknowledgement"),
        ("/find?q=", 200, "Type a council’s name"),
        ("/find?q=c", 200, "Cumbria County Council"),
        ("/find?q=zzzz", 200, "<h1>No council was found</h1>"),
        ("/nowhere", 404, "There is no such page"),
        ("/council", 404, "There is no such page"),
        ("/council/blackpol-borough", 404, "Did you mean one of these?"),
        ("/council/nowhere/2023-24/letter", 404, "There is no council at this address"),
        (f"{BLACKPOOL}/2003-04", 404, f'<a href="{BLACKPOOL}/2022-23">2022-23</a>'),
        (f"{BLACKPOOL}/soon", 404, "There is no such year for Blackpool Borough Council"),
        ("/?release=never-was", 404, "There is no such release"),
        ("/?release=next", 404, "There is no such release"),
        ("/?release=secret", 404, "There is no such release"),
        ("/?release=../demo", 404, "There is no such release"),
        ("/about?release=spring", 200, '<a href="/data?release=spring">'),
        ("/static/0000/none.js", 404, "There is no such page"),
        ("/static/held-figures/../manifest.json", 404, "There is no such page"),
        ("/static/secret/map-upper-1.json", 404, "There is no such page"),
    ],
)
def test_a_page_says_what_it_should(client: Client, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (status, "text/html; charset=utf-8")
    assert says in answer.text


@pytest.mark.parametrize(
    ("path", "status", "leads_to"),
    [
        ("/council/E06000009", 301, BLACKPOOL),
        ("/council/e06000009/2023-24", 301, f"{BLACKPOOL}/2023-24"),
        (
            "/council/E06000009/2023-24/letter?release=spring",
            301,
            f"{BLACKPOOL}/2023-24/letter?release=spring",
        ),
        ("/council/E06000009/2023-24/panel.json?a=%20b", 301, f"{BLACKPOOL}/2023-24/panel.json"),
        ("/council/E06000009.json", 301, f"{BLACKPOOL}.json"),
        ("/council/E08000016/2023-24", 301, "/council/barnsley-metropolitan-borough-council/2023-24"),
        ("/council/E08000038/2023-24", 301, "/council/barnsley-metropolitan-borough-council/2023-24"),
        ("/council/preston-borough-council", 301, PRESTON),
        ("/council/preston-borough-council/2023-24.json?a=b", 301, f"{PRESTON}/2023-24.json"),
        ("/council/Preston-City/decisions?q=damp", 301, f"{PRESTON}/decisions?q=damp"),
        ("/council/PRESTON-CITY-COUNCIL/2023-24/letter.pdf", 301, f"{PRESTON}/2023-24/letter.pdf"),
        ("/council/preston-borough-council/feed.atom", 301, f"{PRESTON}/feed.atom"),
        ("/about/", 301, "/about"),
        ("/about/?release=spring", 301, "/about?release=spring"),
        ("/find?q=Blackpool", 302, BLACKPOOL),
        ("/find?q=FY1+1AD&release=spring", 302, f"{BLACKPOOL}?release=spring"),
    ],
)
def test_another_name_leads_to_the_page(client: Client, path: str, status: int, leads_to: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (status, leads_to)


@pytest.mark.parametrize(
    "path",
    [
        "//example.org/",
        "/\t/evil.example/",
        "/\\evil.example/",
        "///evil.example//",
        "/\n//evil/",
        "/ /evil/",
    ],
)
def test_what_looks_like_another_host_is_no_page(client: Client, path: str) -> None:
    answer = client.get("/", environ_overrides={"PATH_INFO": path})
    assert answer.status_code == 404
    assert "Location" not in answer.headers


def test_no_path_at_all_is_the_map(client: Client) -> None:
    answer = client.get("/", environ_overrides={"PATH_INFO": ""}, headers={"Host": "evil.example"})
    assert (answer.status_code, "Location" in answer.headers) == (200, False)


def test_a_tab_in_a_path_leads_nowhere(client: Client) -> None:
    assert client.get("/%09/evil.example/").status_code == 404


pieces = st.lists(
    st.sampled_from(
        ["/", "//", "\\", "\t", "%09", "evil.example", "about", "council", "E06000009", "@", ":", "?", "#"]
    )
    | st.text(max_size=4),
    max_size=6,
).map("".join)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    path=pieces, ending=st.sampled_from(["", "/", "//"]), query=st.text(max_size=10) | st.just("q=Blackpool")
)
def test_no_redirect_leaves_the_site(client: Client, path: str, ending: str, query: str) -> None:
    told = f"/{path}{ending}".encode("utf-8", "replace").decode("latin-1")
    answer = client.get("/", query_string=query, environ_overrides={"PATH_INFO": told})
    location = answer.headers.get("Location")
    if location is not None:
        there = urlsplit(urljoin("http://here.example/", location))
        assert (there.scheme, there.netloc) == ("http", "here.example")
        assert re.fullmatch(r"/[!-~]*", location)
        assert not location.startswith(("//", "/\\"))


@pytest.mark.parametrize("path", ["/index.json", f"{BLACKPOOL}.json", f"{BLACKPOOL}/2023-24.json"])
def test_a_page_has_a_twin_of_the_same_tree(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    assert {"namespace", "type", "props"} == set(json.loads(answer.text))


def test_the_panel_in_the_map_page_is_the_one_scripts_fetch(client: Client) -> None:
    page = client.get("/?council=blackpool-borough-council&year=2023-24").text
    panel = json.loads(client.get(f"{BLACKPOOL}/2023-24/panel.json").text)
    assert '<div id="panel"><div id="server-tree"><article class="council-panel">' in page
    assert (panel["type"], panel["props"]["className"]) == ("Article", "council-panel")


def test_an_unknown_council_on_the_map_is_said_in_the_panel(client: Client) -> None:
    answer = client.get("/?council=nowhere")
    assert answer.status_code == 200
    assert "There is no council at this address" in answer.text
    assert client.get("/council/nowhere/2023-24/panel.json").status_code == 404


def test_a_council_before_its_start_says_so(client: Client) -> None:
    answer = client.get("/council/cumberland-council/2022-23")
    assert answer.status_code == 404
    assert "Cumbria County Council" in answer.text
    assert "Allerdale Borough Council" in answer.text


def test_suggestions_are_plain_data(client: Client) -> None:
    found = json.loads(client.get("/find.json?q=black").text)
    assert found["councils"] == [
        {
            "slug": "blackpool-borough-council",
            "name": "Blackpool Borough Council",
            "type": "unitary",
            "what": "Unitary council, North West",
            "url": BLACKPOOL,
        }
    ]
    assert (found["places"], found["notes"], found["matches"]) == ([], [], 1)


def test_an_ended_council_is_suggested_after_what_took_its_place_and_marked(client: Client) -> None:
    found = json.loads(client.get("/find.json?q=allerdale").text)
    assert [(council["name"], council["what"]) for council in found["councils"]] == [
        ("Cumberland Council", "Unitary council, North West"),
        ("Allerdale Borough Council", "District council, ended 2023, now Cumberland Council"),
    ]


def test_places_are_suggested_by_whose_they_are(client: Client) -> None:
    found = json.loads(client.get("/find.json?q=newport").text)
    assert [(place["what"], place["url"]) for place in found["places"]] == [
        ("in the area of Cumberland Council", "/find?q=Newport%2C+Cumberland"),
        ("in the area of Blackpool Borough Council", "/find?q=Newport%2C+Blackpool"),
    ]
    for place in found["places"]:
        assert "serves Newport</h1>" in client.get(place["url"]).text


def test_a_place_in_two_tiers_shows_who_does_what(client: Client) -> None:
    page = client.get("/find?q=PR1+1AA").text
    assert "<h1>Two councils serve PR1 1AA</h1>" in page
    assert "Your district council" in page
    assert "Your county council" in page
    assert page.index("bins and recycling") < page.index("school places and transport")
    assert page.partition("</main>")[0].count("<details") == len(SERVICES)
    assert '<span class="small">Preston</span>' in page
    assert '<span class="small">Lancashire</span>' in page


@pytest.mark.parametrize(
    ("council", "sister"),
    [
        ("preston-city-council", "lancashire-county-council"),
        ("lancashire-county-council", "preston-city-council"),
    ],
)
def test_both_councils_of_two_tiers_lead_to_each_other(client: Client, council: str, sister: str) -> None:
    page = client.get(f"/council/{council}").text
    runs = page[page.index('id="runs"') :]
    assert f'href="/council/{sister}"' in runs[: runs.index("</section>")]


@pytest.mark.parametrize(
    "path", ["/find?q=PR1+1AA", "/find?q=FY1+1AD", "/find.json?q=FY1+1AD", "/find?q=zzzz"]
)
def test_no_answer_to_a_search_is_kept(client: Client, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store"


def test_health_says_what_is_served(client: Client) -> None:
    answer = client.get("/healthz")
    told = json.loads(answer.text)
    assert told["release"] == "held-figures"
    assert (told["kind"], told["status"]) == ("real", "live")
    assert told["years"] == ["2022-23", "2023-24", "2024-25"]
    assert told["councils"] == 7
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("figures.csv", "text/csv; charset=utf-8"),
        ("figures.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("figures.json", "application/json"),
        ("figures.csv-metadata.json", "application/csvm+json"),
        ("datapackage.json", "application/json"),
    ],
)
@pytest.mark.parametrize(
    ("query", "begins"),
    [("", "held-figures-"), ("?release=spring", "spring-superseded-"), ("?release=demo", "demo-")],
)
def test_the_figures_can_be_taken_away(
    client: Client, name: str, content_type: str, query: str, begins: str
) -> None:
    answer = client.get(f"/data/{name}{query}")
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{begins}{name}"'
    assert answer.headers["Cache-Control"].startswith("public, max-age=60")


@pytest.mark.parametrize("name", ["next", "secret", "never-was", "../demo"])
def test_the_figures_of_what_is_not_published_cannot(client: Client, name: str) -> None:
    answer = client.get(f"/data/figures.csv?release={name}")
    assert answer.status_code == 404
    assert "There is no such release" in answer.text


def test_the_csv_names_its_release_and_its_metadata(client: Client) -> None:
    answer = client.get("/data/figures.csv?release=spring")
    lines = answer.text.splitlines()
    assert lines[0].startswith("\ufeffauthority_code,authority,")
    assert any(
        "Blackpool Borough Council,Unitary,2023-24,upheld_pct,6,9,66.7,67,79" in line for line in lines
    )
    assert all(line.endswith(",spring") for line in lines[1:])
    assert answer.headers["Link"] == (
        '</data/figures.csv-metadata.json?release=spring>; rel="describedby"; type="application/csvm+json"'
    )


TITLES = (
    "/",
    "/?tier=lower",
    "/?type=unitary",
    "/?reading=compared",
    "/?measure=compliance_pct",
    "/?year=2022-23",
    "/about",
    "/data",
    "/accessibility",
    "/find?q=c",
)


def test_titles_are_unique(client: Client) -> None:
    pages = (*TITLES, BLACKPOOL, f"{BLACKPOOL}/2023-24", f"{BLACKPOOL}/2023-24/letter", "/nowhere")
    titles = [re.findall("<title>(.*?)</title>", client.get(path).text)[0] for path in pages]
    assert len(set(titles)) == len(pages)


@pytest.mark.parametrize("path", [*TITLES, f"{BLACKPOOL}/2023-24", "/nowhere", "/?release=never-was"])
def test_a_demonstration_says_so_everywhere(demonstration: Client, client: Client, path: str) -> None:
    page = demonstration.get(path).text
    assert "<title>Demonstration: " in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<strong>Demonstration.</strong> Figures marked published, reported or derived are real" in page
    assert 'href="/?release=held-figures"' in page
    real = client.get(path).text
    assert "Demonstration" not in re.findall("<title>(.*?)</title>", real)[0]
    assert "Published and reported figures only" in real
    for told in (page, real):
        assert "This is not the Ombudsman’s own site." in told
        assert "licensed under the Open Government Licence v.3.0" in told


def test_crawlers_stay_out_of_a_demonstration(demonstration: Client, client: Client) -> None:
    assert "Disallow: /\n" in demonstration.get("/robots.txt").text
    assert "Disallow: /\n" not in client.get("/robots.txt").text


def test_a_page_of_text_does_not_send_the_application(client: Client) -> None:
    assert "dash" not in " ".join(re.findall("<script[^>]*>", client.get("/about").text))
    assert "dash.js" in client.get(f"{BLACKPOOL}/2023-24").text


def test_nothing_written_asks_another_host_for_anything(client: Client) -> None:
    for path in (*TITLES, BLACKPOOL):
        page = client.get(path).text
        assert re.findall(r'(?:src|srcset)="(?!/)[^"]*', page) == []
        assert re.findall(r'<link[^>]+href="(?!/)[^"]*', page) == []
        assert "url(http" not in page


def test_a_fault_of_ours_is_a_page_and_never_kept(small_releases, cache, monkeypatch) -> None:
    releases = open_releases("held-figures", demo_allowed=False, directory=small_releases, environment={})
    broken = create_app(releases, Settings(cache=cache)).server
    broken.logger.disabled = True

    def fails(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(SqliteRepository, "breakdown", fails)
    answer = broken.test_client().get(f"{BLACKPOOL}/2023-24")
    assert answer.status_code == 500
    assert "This page could not be made" in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
