"""The councils, and the demonstration's register, read and made once for the tests of imports."""

from pathlib import Path

import pytest

from dashboard.imports.read_draft import known_names
from dashboard.imports.table import Known
from dashboard.reference.load import Reference, load_reference
from dashboard.release.data import DATA


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(DATA)


@pytest.fixture(scope="session")
def known(reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> Known:
    return known_names(tmp_path_factory.mktemp("no-store"), reference)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"
