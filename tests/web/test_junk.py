"""Thousands of requests that make no sense, the same each time: none fails, grows or gets through.

``JUNK=5000`` sends so many; without it, fewer.
"""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from werkzeug.routing import Map
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.encodings import decode
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import HOMELESS, content_with_cases
from tests.support.tiny_release import BLACKPOOL, build_tiny
from tests.web.conftest import MAP_FILES

COUNT = int(os.environ.get("JUNK", "600"))
LARGEST = 2_000_000  # bytes of an answer, or
TIMES = 20  # times its request
MARK = "zq8x"  # stands in every piece of junk that must not come back as it was sent
NAMES = (
    *(
        "q",
        "council",
        "councils",
        "year",
        "received",
        "due",
        "from",
        "to",
        "measure",
        "tier",
        "type",
        "reading",
    ),
    *("period", "release", "sub", "like", "by", "outcome", "page", "order", "peers", "view", "add", "remedy"),
    *("compliance", "category", "kind", "service", "x", "", "year[]", "__proto__", "\0"),
)
PIECES = (
    f"<script>{MARK}</script>",
    f'"><img src=x onerror={MARK}>',
    f"' OR 1=1 --{MARK}",
    f"\r\nSet-Cookie: {MARK}=1",
    f"\nLocation: http://{MARK}.example/",
    f"../../../etc/{MARK}",
    f"{{{{7*7}}}}{MARK}",
    f"${{jndi:ldap://{MARK}}}",
    "\0",
    "%",
    "%ff%fe",
    "\ud800",
    "😀" * 50,
    "A" * 4_000,
    "a," * 2_000,
    "-1",
    "9" * 400,
    "2023-24",
    "2017-18",
    "upheld",
    "blackpool-borough-council",
    "E06000009",
    "NaN",
    "null",
    "*",
    '"',
    "NEAR(" * 50,
    "(" * 900,
)
HEADERS = (
    "Accept-Encoding",
    "If-None-Match",
    "Range",
    "If-Range",
    "Host",
    "X-Forwarded-Host",
    "Accept",
    "Cookie",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Client:
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    releases = open_releases("demo", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


def rules(site: Client) -> list[str]:
    map_: Map = site.application.url_map
    told = sorted({str(rule.rule) for rule in map_.iter_rules() if "<path:" not in rule.rule})
    papers = (".pdf", ".docx")  # a process each: they are asked for in tests of their own
    return [
        *(rule for rule in told if not rule.endswith(papers)),
        "/static/x/y",
        "/nowhere",
        "/data/figures.csv",
    ]


def path_of(rule: str, draw: random.Random) -> str:
    known = {
        **{"slug": BLACKPOOL.slug, "year": "2023-24", "reference": HOMELESS.lower().replace(" ", "-")},
        **{"council": BLACKPOOL.slug, "postcode": "FY1", "one": "figures.json", "two": "x"},
    }

    def part(found: re.Match[str]) -> str:
        if draw.random() < 0.5:
            return known[found[1]]
        return quote(draw.choice(PIECES)[:300], safe="", errors="replace")

    path = re.sub(r"<(\w+)>", part, rule)
    return path + draw.choice(("", "", "", "/", "//", "/%2e%2e/", "%00", ";a=b"))


def query_of(draw: random.Random) -> str:
    pairs = []
    for _ in range(draw.randrange(5)):
        value = "".join(draw.choice(PIECES) for _ in range(draw.randrange(1, 3)))
        told = quote(value, errors="replace") if draw.random() < 0.8 else re.sub(r"[\r\n\0 #]", "", value)
        pairs.append(f"{quote(draw.choice(NAMES))}={told.encode('utf-8', 'replace').decode()}")
    return "&".join(pairs)


def requests(site: Client, count: int) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    draw = random.Random(20_261_130)  # noqa: S311
    every = rules(site)
    for number in range(count):
        headers = {
            draw.choice(HEADERS): re.sub(r"[^ -~]", "", draw.choice(PIECES))[:2_000]
            for _ in range(draw.randrange(3))
        }
        method = draw.choice(("GET",) * 12 + ("HEAD", "POST", "PROPFIND"))
        yield method, path_of(every[number % len(every)], draw), query_of(draw), headers


RAW = (b"<script>zq8x", b"<img src=x onerror=zq8x")


def test_no_junk_fails_grows_comes_back_or_gets_through(site: Client) -> None:
    statuses: dict[int, int] = {}
    for method, path, query, headers in requests(site, COUNT):
        answer = site.open(path, method=method, query_string=query, headers=headers)
        told = f"{method} {path[:100]}?{query[:200]}"
        statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
        assert answer.status_code < 500, told
        asked = len(path) + len(query) + sum(map(len, headers.values()))
        assert len(answer.data) <= max(LARGEST, TIMES * asked), told
        if answer.data and answer.status_code != 206:
            body = decode(answer.data, answer.headers.get("Content-Encoding", "identity"))
            assert not any(raw in body for raw in RAW), told
        assert {"Content-Security-Policy", "X-Content-Type-Options"} <= set(answer.headers.keys()), told
        assert "Set-Cookie" not in answer.headers, told
        for name, value in answer.headers:
            assert re.fullmatch(r"[\t -~]*", value), (told, name)
            assert name != "Location" or re.fullmatch(r"/(?![/\\])[!-~]*", value), (told, value)
    assert statuses[200] > COUNT / 10
    assert statuses[404] > COUNT / 20
