"""How a page is cited: by its title, the release, and the address that keeps the figures it shows."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from werkzeug.test import Client

PAGES = [
    "/",
    "/?year=2023-24&council=blackpool-borough-council",
    "/council/blackpool-borough-council/2023-24",
    "/council/blackpool-borough-council/2023-24/letter",
    "/compare?type=metropolitan",
    "/decisions?q=mould",
    "/about",
    "/data/quality",
]


def _cited(client: Client, path: str) -> list[str]:
    return re.findall(r'<details class="citation">.*?</details>', client.get(path).text)


@pytest.mark.parametrize("path", PAGES)
def test_a_citation_opens_the_same_view_of_the_same_release(demonstration: Client, path: str) -> None:
    page = demonstration.get(path).text
    (citation,) = _cited(demonstration, path)
    title = re.search(r"<title>(.*?)</title>", page)
    assert title
    assert title[1] in citation
    assert "Demonstration: " in citation
    address = unescape(re.search(r'id="citation-address">(.*?)</span>', citation)[1])  # type: ignore[index]
    assert parse_qs(urlsplit(address).query)["release"] == ["demo"]
    again = demonstration.get(address)
    assert again.status_code == 200
    assert title[0] in again.text
    assert _cited(demonstration, address) == [citation]


def test_what_is_not_there_is_not_cited(demonstration: Client) -> None:
    assert demonstration.get("/nowhere").status_code == 404
    assert _cited(demonstration, "/nowhere") == []
