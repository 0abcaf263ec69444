from pathlib import Path

import pytest

from dashboard.reference.held import Held, load_held
from dashboard.reference.load import Reference, load_reference

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(DATA)


@pytest.fixture(scope="session")
def held() -> Held:
    return load_held(DATA)
