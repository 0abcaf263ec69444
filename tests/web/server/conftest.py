"""The real server on this machine, as by default, over a small release with cases."""

from collections.abc import Iterator

import pytest

from tests.browser.serving import served
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where it is served."""
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    with served("demo", folder) as where:
        yield where


@pytest.fixture(scope="package")
def port(address: str) -> int:
    return int(address.rpartition(":")[2])
