"""What a document says of itself: title, description, address, what a shared link shows, data."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.picture_read import size_of
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES

ADDRESS = "https://councils.example"
BLACKPOOL = "/council/blackpool-borough-council"
OF_CASES = (
    "/decisions",
    "/decisions?category=housing",
    "/decisions?outcome=upheld",
    "/decisions?year=2023-24",
    "/decisions?council=blackpool-borough-council",
    "/decisions?q=homeless",
    f"{BLACKPOOL}/decisions",
    f"{BLACKPOOL}/decisions?category=housing",
    f"{BLACKPOOL}/decisions?outcome=upheld",
    f"{BLACKPOOL}/decisions?outcome=upheld&year=2023-24",
    f"{BLACKPOOL}/decisions?received=2023-24",
    f"{BLACKPOOL}/reports",
    f"{BLACKPOOL}/improvements",
    f"{BLACKPOOL}/improvements?category=housing",
    "/improvements",
    "/improvements?category=housing",
    "/watch",
    "/watch?type=unitary",
)
PAGES = (
    *("/", "/?type=unitary", "/about", "/accessibility", "/complain", "/data", "/data/quality"),
    *("/data/quality?type=unitary", "/compare", "/find", "/find?q=PR1+1AA", "/find?q=c"),
    *(BLACKPOOL, f"{BLACKPOOL}/2023-24", f"{BLACKPOOL}/2023-24/letter", f"{BLACKPOOL}/2023-24/pack"),
    f"{BLACKPOOL}/letters",
)


def _client(folder: Path, cache: Path, name: str, address: str = "", contact: str = "") -> Client:
    releases = open_releases(name, demo_allowed=False, directory=folder, environment={})
    settings = Settings(cache=cache, address=address, security_contact=contact)
    return create_app(releases, settings).server.test_client()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("releases")
    build_tiny(made, content_with_cases(), MAP_FILES)
    build_tiny(made, tiny_content(), MAP_FILES)
    build_tiny(made, tiny_content("next", status="draft"), MAP_FILES)
    return made


@pytest.fixture(scope="module")
def demo(folder: Path, cache: Path) -> Client:
    return _client(folder, cache, "demo", ADDRESS)


@pytest.fixture(scope="module")
def real(folder: Path, cache: Path) -> Client:
    return _client(folder, cache, "held-figures", ADDRESS, "mailto:security@councils.example")


@pytest.fixture(scope="module")
def preview(folder: Path, cache: Path) -> Client:
    return _client(folder, cache, "next", ADDRESS)


def head_of(client: Client, path: str) -> str:
    return client.get(path).text.partition("<style>")[0]


def meta(head: str, name: str) -> str:
    (found,) = re.findall(f'<meta (?:name|property)="{name}" content="([^"]*)">', head)
    return unescape(found)


def data_of(head: str) -> list[dict[str, object]]:
    return [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', head, flags=re.DOTALL)]


def test_every_view_has_a_title_of_its_own(demo: Client) -> None:
    titles = {
        path: re.findall("<title>(.*?)</title>", head_of(demo, path))[0] for path in (*PAGES, *OF_CASES)
    }
    told = [
        title for path, title in titles.items() if path != BLACKPOOL
    ]  # the latest year's, at two addresses
    assert len(told) == len(set(told)), sorted(t for t in told if told.count(t) > 1)


@pytest.mark.parametrize("path", [*PAGES, *OF_CASES, "/nowhere"])
def test_a_demonstration_s_description_says_so_first(demo: Client, path: str) -> None:
    head = head_of(demo, path)
    for name in ("description", "og:description"):
        assert meta(head, name).startswith("Demonstration: ")
    assert meta(head, "og:title").startswith("Demonstration: ")


@pytest.mark.parametrize("path", PAGES)
def test_a_real_page_describes_itself_and_no_demonstration(real: Client, path: str) -> None:
    head = head_of(real, path)
    assert "Demonstration" not in head
    assert 20 < len(meta(head, "description")) <= 250
    assert meta(head, "og:description") == meta(head, "description")


def test_descriptions_tell_pages_apart(real: Client) -> None:
    told = [
        meta(head_of(real, path), "description") for path in ("/", "/about", "/complain", "/data", BLACKPOOL)
    ]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("path", [*PAGES, *OF_CASES])
def test_the_address_of_a_page_is_absolute_where_the_site_s_is_known(demo: Client, path: str) -> None:
    head = head_of(demo, path)
    (canonical,) = re.findall('<link rel="canonical" href="([^"]*)">', head)
    assert canonical.startswith(f"{ADDRESS}/")
    assert unescape(canonical) == meta(head, "og:url")


def test_without_an_address_none_is_made_up(client: Client) -> None:
    head = head_of(client, "/about")
    assert '<link rel="canonical" href="/about">' in head
    assert "og:url" not in head


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("/", "/card.png"),
        ("/?year=2023-24&view=compared", "/card.png?year=2023-24"),
        ("/?council=blackpool-borough-council&year=2023-24", f"{BLACKPOOL}/2023-24/card.png"),
        (f"{BLACKPOOL}/2023-24", f"{BLACKPOOL}/2023-24/card.png"),
        (f"{BLACKPOOL}/2023-24?release=demo", f"{BLACKPOOL}/2023-24/card.png?release=demo"),
        (f"{BLACKPOOL}/2023-24/letter", f"{BLACKPOOL}/2023-24/card.png"),
        ("/about", ""),
        ("/council/nowhere", ""),
        ("/council/cumbria-county-council/2024-25", ""),
    ],
)
def test_a_shared_link_shows_a_card_that_is_there(real: Client, path: str, card: str) -> None:
    head = head_of(real, path)
    assert meta(head, "twitter:card") == ("summary_large_image" if card else "summary")
    if not card:
        assert "og:image" not in head
        return
    assert meta(head, "og:image") == f"{ADDRESS}{card}"
    assert (meta(head, "og:image:width"), meta(head, "og:image:height")) == ("1200", "630")
    assert meta(head, "og:image:type") == "image/png"
    assert meta(head, "og:image:alt") == meta(head, "og:title")


def test_a_card_is_a_picture_of_the_size_it_is_said_to_be(real: Client) -> None:
    answer = real.get(f"{BLACKPOOL}/2023-24/card.png")
    assert (answer.status_code, answer.content_type) == (200, "image/png")
    assert size_of(answer.data) == (1_200, 630)


def test_no_card_is_promised_where_the_address_is_not_known(client: Client) -> None:
    for path in ("/", f"{BLACKPOOL}/2023-24"):
        assert "og:image" not in head_of(client, path)


@pytest.mark.parametrize(
    ("path", "indexed"),
    [
        ("/", True),
        (f"{BLACKPOOL}/2023-24", True),
        ("/complain", True),
        ("/find?q=c", False),
        ("/find?q=PR1+1AA", False),
        ("/nowhere", False),
        ("/?release=held-figures", False),
    ],
)
def test_what_search_engines_may_list(
    real: Client, demo: Client, preview: Client, path: str, indexed: bool
) -> None:
    noindex = '<meta name="robots" content="noindex">'
    assert (noindex not in head_of(real, path)) is indexed
    assert noindex in head_of(demo, path)
    assert noindex in head_of(preview, path)


def test_a_page_says_where_it_stands(real: Client) -> None:
    (trail,) = data_of(head_of(real, f"{BLACKPOOL}/2023-24/letter"))
    steps = [(step["name"], step["item"]) for step in trail["itemListElement"]]
    assert trail["@type"] == "BreadcrumbList"
    assert steps[:3] == [
        ("Map", f"{ADDRESS}/"),
        ("Blackpool Borough Council", f"{ADDRESS}{BLACKPOOL}"),
        ("2023-24", f"{ADDRESS}{BLACKPOOL}/2023-24"),
    ]
    assert steps[3][1] == f"{ADDRESS}{BLACKPOOL}/2023-24/letter"


def test_real_figures_are_described_as_a_dataset_and_simulated_ones_never(
    real: Client, demo: Client, preview: Client
) -> None:
    (told,) = data_of(head_of(real, "/data"))
    assert told["@type"] == "Dataset"
    assert told["temporalCoverage"] == "2022-04-01/2025-03-31"
    addresses = [part["contentUrl"] for part in told["distribution"]]
    assert addresses[0] == f"{ADDRESS}/data/figures.csv"
    assert all(real.get(address.removeprefix(ADDRESS)).status_code == 200 for address in addresses)
    assert data_of(head_of(demo, "/data")) == []
    assert data_of(head_of(preview, "/data")) == []


def test_crawlers_may_read_what_is_live_and_nothing_else(real: Client, demo: Client, preview: Client) -> None:
    assert real.get("/robots.txt").text.endswith(f"\nSitemap: {ADDRESS}/sitemap.xml\n")
    assert "Disallow: /find\n" in real.get("/robots.txt").text
    for client in (demo, preview):
        assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
        assert client.get("/sitemap.xml").status_code == 404


def test_the_sitemap_lists_pages_that_are_there_by_their_own_address(real: Client) -> None:
    listed = re.findall("<loc>(.*?)</loc>", real.get("/sitemap.xml").text)
    assert len(listed) == len(set(listed)) > 20
    for address in listed:
        if address.endswith("/cumbria-county-council/2023-24"):
            continue  # a year of which this small release holds only half of what a page needs
        head = head_of(real, address.removeprefix(ADDRESS))
        assert "noindex" not in head, address
        assert f'<link rel="canonical" href="{address}' in head, address


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/", "/data"])
def test_no_address_is_taken_from_what_a_request_says_of_it(real: Client, client: Client, path: str) -> None:
    """Neither where the site's own is known nor where it is not: then none is said at all."""
    told = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    for site in (real, client):
        answer = site.get(path, headers=told)
        assert "evil.example" not in f"{answer.text}{answer.headers}"
        assert answer.data == site.get(path).data


def test_a_site_whose_address_is_not_known_has_no_sitemap(client: Client) -> None:
    assert client.get("/sitemap.xml").status_code == 404
    robots = client.get("/robots.txt").text
    assert "Disallow: /find\n" in robots
    assert "Sitemap:" not in robots


def test_whom_to_tell_of_a_weakness_is_said_where_a_deployment_says_it(real: Client, demo: Client) -> None:
    answer = real.get("/.well-known/security.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "Contact: mailto:security@councils.example\n" in answer.text
    assert re.search(r"^Expires: 20\d\d-\d\d-\d\dT00:00:00Z$", answer.text, flags=re.MULTILINE)
    assert f"Canonical: {ADDRESS}/.well-known/security.txt\n" in answer.text
    assert demo.get("/.well-known/security.txt").status_code == 404


def test_icons_are_where_browsers_look(real: Client) -> None:
    manifest = json.loads(real.get("/site.webmanifest").text)
    for path in ("/favicon.ico", "/apple-touch-icon.png", *(icon["src"] for icon in manifest["icons"])):
        answer = real.get(path)
        assert answer.status_code == 200
        assert answer.content_type.startswith("image/")
        assert answer.data[:4] in (b"\x89PNG", b"\0\0\1\0")
