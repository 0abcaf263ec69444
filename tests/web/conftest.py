"""A small release, served in process: addresses without a socket."""

from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.published import record_live
from tests.support.tiny_release import build_tiny, tiny_content

MAP_FILES = {f"map/{tier}-{period}.json": b"{}" for tier in ("upper", "lower") for period in (1, 3)}


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compressed files go; one for all tests, as for all workers."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def small_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real release that is live, one that was, a demonstration, a draft and an embargoed one."""
    folder = tmp_path_factory.mktemp("releases")
    for name, kind, status in (
        ("held-figures", "real", "bundled"),
        ("demo", "demonstration", "bundled"),
        ("spring", "real", "draft"),
        ("next", "real", "draft"),
        ("secret", "real", "embargoed"),
    ):
        build_tiny(folder, tiny_content(name, kind, status), MAP_FILES)
    record_live(folder, "spring", "held-figures")
    return folder


@pytest.fixture(scope="session")
def client(small_releases: Path, cache: Path) -> Client:
    """A client of the site over the real release."""
    releases = open_releases("held-figures", demo_allowed=False, directory=small_releases, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


@pytest.fixture(scope="session")
def demonstration(small_releases: Path, cache: Path) -> Client:
    """A client of the site over the demonstration."""
    releases = open_releases("demo", demo_allowed=False, directory=small_releases, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()
