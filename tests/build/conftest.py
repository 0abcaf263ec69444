"""A release of a few councils, built for each test that changes it."""

from pathlib import Path

import pytest

from tests.support.tiny_release import build_tiny


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The directory of a release."""
    return build_tiny(tmp_path / "releases")
