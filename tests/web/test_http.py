"""HTTP: methods, validators, encodings, caching, security headers."""

import gzip
import re

import brotli
import pytest
from werkzeug.test import Client

PAGES = ["/", "/about", "/council/blackpool-borough-council/2023-24", "/index.json", "/data/figures.csv"]
FOREVER = "public, max-age=31536000, immutable"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/", "/find?q=x", "/_dash-update-component", "/nowhere"])
def test_the_site_is_only_read(client: Client, method: str, path: str) -> None:
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", [*PAGES, "/healthz", "/nowhere", "/_dash-layout"])
def test_head_says_what_get_says_without_the_body(client: Client, path: str) -> None:
    get, head = client.get(path), client.head(path)
    assert head.data == b""
    assert (head.status_code, dict(head.headers)) == (get.status_code, dict(get.headers))


@pytest.mark.parametrize(
    "path",
    [
        *("/_dash-component-suites/dash/dcc/x.js", "/_dash-component-suites/nothing/x", "/_dash-routes"),
        *("/_dash-update-component", "/_reload-hash", "/_favicon.ico", "/_alive_x", "/assets/css/base.css"),
    ],
)
def test_what_dash_would_answer_and_nothing_asks_for_is_no_page(
    client: Client, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (404, "text/html; charset=utf-8")
    assert "There is no such page" in answer.text
    assert caplog.records == []


@pytest.mark.parametrize("path", [*PAGES, "/robots.txt", "/_dash-layout", "/_dash-dependencies"])
def test_what_a_client_has_already_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert "Content-Length" not in again.headers
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_an_answer_is_the_same_in_every_encoding(client: Client, path: str) -> None:
    plain = client.get(path)
    for name, decode in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        for _ in range(2):  # made, then kept
            answer = client.get(path, headers={"Accept-Encoding": name})
            assert answer.headers["Content-Encoding"] == name
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert decode(answer.data) == plain.data
            assert len(answer.data) == int(answer.headers["Content-Length"]) < len(plain.data)


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/healthz", "/find?q=Blackpool", "/favicon.ico"])
def test_every_answer_is_guarded_and_sets_no_cookie(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers


def test_pages_may_be_kept_a_while_and_files_for_ever(client: Client) -> None:
    page = client.get("/council/blackpool-borough-council/2023-24")
    assert (
        page.headers["Cache-Control"] == "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400"
    )
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    assert len(files) >= 3
    for url in [*files, "/static/held-figures/" + _release_file(client)]:
        answer = client.get(url)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOREVER)
        assert client.get(url, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def _release_file(client: Client) -> str:
    found = re.search(r"/static/held-figures/([\w.-]+)", client.get("/").text)
    assert found is not None
    return found.group(1)


def test_a_release_of_another_name_is_not_mixed_up_with_the_kept_page(client: Client) -> None:
    here = client.get("/data").text
    there = client.get("/data?release=spring").text
    assert "Release “held-figures”" in here
    assert "Release “spring”" in there
    assert client.get("/data").text == here
