"""What every test may use: the project's own releases, built once."""

from pathlib import Path

import pytest

from tests.support.built import built_releases


@pytest.fixture(scope="session")
def releases() -> Path:
    """The folder of both releases that come with the project, built from the committed data."""
    return built_releases("held-figures", "demo")
