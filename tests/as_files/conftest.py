"""One small demonstration, exported once for all tests that only read."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.as_files.serving import exported
from tests.as_files.small import small_release


@dataclass(frozen=True, slots=True)
class Exported:
    """An export: its folder, what the command printed, and the releases it was made from."""

    folder: Path
    printed: str
    releases: Path
    cache: Path


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """The export of the small demonstration, without options."""
    place = tmp_path_factory.mktemp("export")
    releases, cache, folder = place / "releases", place / "cache", place / "site"
    small_release(releases)
    status, printed = exported(releases, cache, str(folder), "--release", "demo")
    assert status == 0, printed
    return Exported(folder, printed, releases, cache)
