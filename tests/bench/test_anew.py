"""Which pages the cost is measured of: of every type, none twice, all of them answered."""

from pathlib import Path

import pytest
from werkzeug.test import Client

from bench.anew import BUDGETS, chosen, pages
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_release import build_tiny


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny(tmp_path_factory.mktemp("releases"))


def test_council_years_are_of_every_type_and_none_twice(release: Path) -> None:
    repository = SqliteRepository(release)
    some, every = chosen(repository, 2), chosen(repository, 10**6)
    assert (
        len(set(every)) == len(every) == sum(len(repository.councils(y)) for y in repository.release().years)
    )
    types = [council.type for slug, _ in some if (council := repository.council(slug)) is not None]
    assert set(types) == {
        council.type for year in repository.release().years for council in repository.councils(year)
    }
    assert max(types.count(kind) for kind in types) <= 2
    assert chosen(repository, 2) == some


def test_every_page_is_answered_and_every_budget_has_pages(release: Path) -> None:
    kinds = pages(SqliteRepository(release), 10)
    assert BUDGETS.keys() <= kinds.keys()
    opened = open_releases(release.name, demo_allowed=True, directory=release.parent, environment={})
    client: Client = create_app(opened, Settings(page_cache_bytes=0)).server.test_client()
    for kind, addresses in kinds.items():
        if kind != "map":  # its files are not built here
            assert {client.get(address).status_code for address in addresses} == {200}, kind
