from pathlib import Path

import pytest

from dashboard.reference.held import Held, load_held
from dashboard.reference.load import Reference, load_reference
from dashboard.simulate.register import Register, simulate_register

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(DATA)


@pytest.fixture(scope="session")
def held() -> Held:
    return load_held(DATA)


@pytest.fixture(scope="session")
def register(reference: Reference, held: Held) -> Register:
    return simulate_register(reference, held)
