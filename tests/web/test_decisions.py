"""The addresses of decisions: the search and its file, one decision in any spelling, a council's lists."""

import csv
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import HIDDEN, HOMELESS, WITHDRAWN, content_with_cases
from tests.support.tiny_release import BLACKPOOL, CUMBERLAND, build_tiny, tiny_content
from tests.web.conftest import MAP_FILES

COUNCIL = f"/council/{BLACKPOOL.slug}"
ADDRESS = "/decisions/sim-23-000-001"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Client:
    """A client of the site over a demonstration with a few cases, and a release without."""
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    build_tiny(folder, tiny_content(), MAP_FILES)
    releases = open_releases("demo", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/decisions", "5 published decisions and 1 withdrawn"),
        ("/decisions?q=mould", "<mark>mould</mark>"),
        ("/decisions?q=no+such+words", "No published decisions found"),
        (f"/decisions?council={BLACKPOOL.slug}&outcome=upheld", " count 4 upheld"),
        ("/decisions?council=E06000009&outcome=upheld", " count 4 upheld"),
        ("/decisions?council=nowhere", "No council is named “nowhere”"),
        (f"{COUNCIL}/decisions", "Decisions about Blackpool Borough Council"),
        (f"{COUNCIL}/decisions?year=2022-23", "The statistics count none decided."),
        (f"{COUNCIL}/reports", "The council’s response:"),
        (f"/council/{CUMBERLAND.slug}/reports", "No public report about Cumberland Council"),
        (ADDRESS, "Delay in deciding a homelessness application"),
        ("/decisions?release=held-figures", "are not held here"),
        (f"{COUNCIL}/decisions?release=held-figures", "These are not held here"),
        (f"{ADDRESS}?release=held-figures", "are not held here"),
    ],
)
def test_an_address_is_answered_by_its_page(cases: Client, path: str, says: str) -> None:
    answer = cases.get(path)
    assert answer.status_code == 200
    assert says in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(
    "spelling", ["SIM-23-000-001", "SIM 23 000 001", "sim23000001", "Sim%2023-000 001", "SIM%0923 000001"]
)
def test_any_spelling_of_a_reference_leads_to_its_address(cases: Client, spelling: str) -> None:
    answer = cases.get(f"/decisions/{spelling}?release=demo")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{ADDRESS}?release=demo"


@pytest.mark.parametrize(
    "reference", ["nothing", "SIM 99 999 999", HIDDEN, "23 000 001", "\x00", "%ff", "'--"]
)
def test_what_is_no_published_decision_is_not_found_by_a_whole_page(cases: Client, reference: str) -> None:
    answer = cases.get(f"/decisions/{quote(reference)}")
    assert answer.status_code == 404
    assert "There is no decision at this address" in answer.text
    assert 'href="/decisions?q=' in answer.text


def test_a_withdrawn_decision_is_gone_and_says_why(cases: Client) -> None:
    answer = cases.get(f"/decisions/{WITHDRAWN.lower().replace(' ', '-')}")
    assert answer.status_code == 410
    assert "was withdrawn on 1 September 2024" in answer.text
    assert "It could tell who complained." in answer.text
    assert 'content="noindex"' in answer.text


def test_a_council_s_code_leads_to_its_list(cases: Client) -> None:
    answer = cases.get("/council/E06000009/decisions?year=2023-24")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{COUNCIL}/decisions?year=2023-24"


def test_pages_have_their_tree_as_json(cases: Client) -> None:
    for path in ("/decisions", ADDRESS, f"{COUNCIL}/decisions", f"{COUNCIL}/reports"):
        assert cases.get(f"{path}.json").json["type"]


def test_a_page_number_beyond_the_last_shows_the_last_and_names_it(cases: Client) -> None:
    answer = cases.get("/decisions?page=999999999999999999")
    assert answer.status_code == 200
    assert '<link rel="canonical" href="/decisions">' in answer.text


# ---- the file


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def test_the_file_holds_every_decision_found_with_origin_and_release(cases: Client) -> None:
    answer = cases.get("/decisions.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="decisions-demo.csv"'
    found = rows(answer.text)
    assert len(found) == 6
    assert {(row["origin"], row["release"]) for row in found} == {("simulated", "demo")}
    assert HIDDEN not in answer.text
    gone = next(row for row in found if row["reference"] == WITHDRAWN)
    assert (gone["subject"], gone["summary"]) == ("", "")
    assert gone["withdrawn_reason"] == "It could tell who complained."


def test_the_file_is_of_the_same_search(cases: Client) -> None:
    found = rows(cases.get("/decisions.csv?q=mould&outcome=upheld").text)
    assert HOMELESS in {row["reference"] for row in found}
    assert all(row["outcome"] == "Upheld" for row in found)


def test_the_file_is_sent_as_it_is_made_and_can_be_validated(cases: Client) -> None:
    answer = cases.get("/decisions.csv", headers={"Accept-Encoding": "gzip"})
    assert "Content-Length" not in answer.headers
    assert answer.headers["Content-Encoding"] == "gzip"
    tag = answer.headers["ETag"]
    again = {"Accept-Encoding": "gzip", "If-None-Match": tag}
    assert cases.get("/decisions.csv", headers=again).status_code == 304
    assert (
        cases.get("/decisions.csv", headers={"If-None-Match": tag}).status_code == 200
    )  # not in that encoding
    assert cases.get("/decisions.csv?q=mould").headers["ETag"] != tag
    assert cases.head("/decisions.csv").data == b""


def test_without_cases_there_is_no_file_but_the_page_that_says_so(cases: Client) -> None:
    answer = cases.get("/decisions.csv?release=held-figures")
    assert answer.content_type.startswith("text/html")
    assert "are not held here" in answer.text


# ---- anything at all

NAMES = [
    *("q", "council", "type", "category", "sub", "outcome", "year", "received", "due", "from", "to"),
    *("kind", "service", "remedy", "compliance", "order", "page", "release"),
]
VALUES = [
    *(
        "mould",
        '"damp and',
        "NEAR(a b)",
        "a* -b",
        "upheld",
        "housing",
        "2023-24",
        "2023-04-01",
        "report",
        "1",
    ),
    *(
        "relevance",
        "99999999999999999999",
        "blackpool-borough-council",
        "unitary",
        "Homelessness",
        "';--",
        "\0",
    ),
]
queries = st.lists(
    st.tuples(st.sampled_from(NAMES[:-1]), st.sampled_from(VALUES) | st.text(max_size=30)), max_size=7
).map(lambda pairs: urlencode(pairs, errors="replace"))
raw = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#"), max_size=60).filter(
    lambda text: "release" not in text
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    query=queries | raw, path=st.sampled_from(["/decisions", f"{COUNCIL}/decisions", f"{COUNCIL}/reports"])
)
def test_any_query_is_a_page(cases: Client, query: str, path: str) -> None:
    answer = cases.get(path, query_string=query)
    assert answer.status_code == 200
    assert "</html>" in answer.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(query=queries)
def test_any_query_is_a_file_and_a_tree(cases: Client, query: str) -> None:
    assert cases.get("/decisions.csv", query_string=query).status_code == 200
    assert cases.get("/decisions.json", query_string=query).status_code == 200


@pytest.mark.parametrize("words", ["x" * 10_000, "“" * 10_000, "a b " * 2_500, '"' * 9_999, "* " * 5_000])
def test_ten_thousand_characters_are_a_page(cases: Client, words: str) -> None:
    answer = cases.get("/decisions", query_string=urlencode({"q": words}))
    assert answer.status_code == 200
    assert "</html>" in answer.text
