from pathlib import Path

import pytest

from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_release import build_tiny


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> SqliteRepository:
    directory: Path = tmp_path_factory.mktemp("releases")
    return SqliteRepository(build_tiny(directory))
