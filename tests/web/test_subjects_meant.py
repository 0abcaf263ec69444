"""A search for a word says which subjects the word may mean, and counts what each of them finds."""

import re
from html import unescape
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_listed import with_list
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES

COUNCIL = "/council/blackpool-borough-council"
HOMELESS = "Housing: Homelessness"


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, Client]:
    folder = tmp_path_factory.mktemp("meant")
    made = {}
    for content in (content_with_cases("demo"), with_list()):
        build_tiny(folder, content, MAP_FILES)
        opened = open_releases(content.name, demo_allowed=False, directory=folder, environment={})
        made[content.name] = create_app(opened, Settings(cache=cache)).server.test_client()
    return made


def offered(page: str) -> list[tuple[str, str, int]]:
    """The subjects offered: address, name and count."""
    told = re.search(r"By subject, whatever words are used: .*?</p>", page)
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a> \(([\d,]+) ', told[0]) if told else []
    return [(unescape(href), unescape(name), int(count.replace(",", ""))) for href, name, count in found]


@pytest.mark.parametrize(
    ("release", "path"),
    [
        ("demo", "/decisions?q=eviction"),
        ("demo", "/decisions?q=eviction&year=2023-24&outcome=upheld"),
        ("demo", "/improvements?q=eviction"),
        ("demo", "/improvements?q=eviction&like=cumberland-council&by=region"),
        ("demo", f"{COUNCIL}/decisions?q=eviction"),
        ("demo", f"{COUNCIL}/improvements?q=eviction"),
        ("held-figures", "/decisions?q=eviction"),
    ],
)
def test_each_subject_leads_to_as_many_as_are_said(
    clients: dict[str, Client], release: str, path: str
) -> None:
    client = clients[release]
    subjects = offered(client.get(path).text)
    assert [name for _, name, _ in subjects] == [HOMELESS]
    for href, _, count in subjects:
        assert "q=" not in href
        assert href.partition("?")[0] == path.partition("?")[0]
        found = re.search(r'<h2[^>]*id="results"[^>]*>([\d,]+) ', client.get(href).text)
        assert found is not None
        assert int(found[1].replace(",", "")) == count > 0


@pytest.mark.parametrize(
    "path",
    [
        "/decisions",
        "/decisions?q=council",
        "/decisions?q=potholes",  # there is none of the subject
        "/decisions?q=eviction&category=housing&sub=Allocations",  # a subject is chosen
    ],
)
def test_nothing_is_offered_that_is_not_there_or_not_asked_for(clients: dict[str, Client], path: str) -> None:
    assert offered(clients["demo"].get(path).text) == []
