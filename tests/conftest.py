"""What every test may use: the project's own releases, built once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.built import built_releases

# How long an example takes says how busy the machine is, not whether the property holds.
settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("project")


@pytest.fixture(scope="session")
def releases() -> Path:
    """The folder of both releases that come with the project, built from the committed data."""
    return built_releases("held-figures", "demo")
