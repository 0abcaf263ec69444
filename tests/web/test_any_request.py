"""Any request at all is answered: never a stack trace."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

NAMES = ["measure", "year", "tier", "type", "reading", "period", "council", "release", "q", "x"]
VALUES = ["upheld_pct", "2023-24", "lower", "county", "compared", "3", "blackpool-borough-council", "spring"]

queries = st.lists(
    st.tuples(st.sampled_from(NAMES) | st.text(max_size=8), st.sampled_from(VALUES) | st.text(max_size=20)),
    max_size=6,
).map(lambda pairs: "&".join(f"{quote(n, errors='replace')}={quote(v, errors='replace')}" for n, v in pairs))
raw = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#"), max_size=60)
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(query=queries | raw)
def test_any_query_string_is_a_map(client: Client, query: str) -> None:
    answer = client.get("/", query_string=query)
    assert answer.status_code in (200, 404)
    assert "</html>" in answer.text


@many
@given(query=queries | raw)
def test_any_query_string_is_a_search(client: Client, query: str) -> None:
    assert client.get("/find", query_string=query).status_code in (200, 302, 404)
    assert client.get("/find.json", query_string=query).status_code in (200, 404)


@many
@given(path=st.text(max_size=30) | raw, ending=st.sampled_from(["", "/2023-24", "/2023-24/letter", ".json"]))
def test_any_address_is_answered(client: Client, path: str, ending: str) -> None:
    for before in ("/", "/council/", "/static/", "/council/blackpool-borough-council/"):
        whole = (before + path + ending).encode("utf-8", "replace").decode("latin-1")
        answer = client.get("/", environ_overrides={"PATH_INFO": whole})
        assert answer.status_code in (200, 301, 302, 404)


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "%ff%fe",
        "a=%00",
        "council=%ed%a0%80",
        "&&&===",
        "year=2023-24&year=",
        "release=%2e%2e%2f",
        "q=" + "x" * 5000,
    ],
)
def test_odd_query_strings_are_answered(client: Client, query: str) -> None:
    for path in ("/", "/find", "/about", "/council/E06000009"):
        assert client.get(path, query_string=query).status_code in (200, 301, 302, 404)
