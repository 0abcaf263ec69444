from pathlib import Path

import pytest

from tests.support.tiny_release import build_tiny


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return build_tiny(tmp_path / "releases")
