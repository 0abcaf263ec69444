"""The API over small releases: a demonstration with cases, real figures with a list, figures alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.web.application import create_app
from dashboard.web.front import Front
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_listed import with_list
from tests.support.tiny_release import build_tiny, tiny_content

RELEASES = ("demo", "held-figures", "figures-alone")
Open = Callable[[str], FlaskClient]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api")
    build_tiny(folder, content_with_cases())
    build_tiny(folder, with_list())
    build_tiny(folder, tiny_content("figures-alone"))
    build_tiny(folder, tiny_content("secret", status="embargoed"))
    return folder


@pytest.fixture(scope="session")
def opened(folder: Path) -> Open:
    """What opens a client of the site over one of the releases, each once."""
    clients: dict[str, FlaskClient] = {}

    def client(name: str) -> FlaskClient:
        if name not in clients:
            releases = open_releases(name, demo_allowed=False, directory=folder, environment={})
            clients[name] = create_app(releases, Settings(cache=folder / "cache")).server.test_client()
        return clients[name]

    return client


@pytest.fixture(params=RELEASES)
def site(request: pytest.FixtureRequest, opened: Open) -> FlaskClient:
    return opened(request.param)


@pytest.fixture
def demo(opened: Open) -> FlaskClient:
    return opened("demo")


@pytest.fixture
def front(demo: FlaskClient) -> Front:
    """What stands in front of the site's pages, and says what is refused."""
    application = demo.application.wsgi_app
    assert isinstance(application, Front)
    return application
