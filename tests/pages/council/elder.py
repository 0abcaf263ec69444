"""Elder, a council among others of its type: who they are, and a release that holds them."""

from dashboard.domain.figures import State
from dashboard.domain.measures import COMPLIANCE, UPHELD
from tests.support.fake_repository import FakeRepository
from tests.support.one_type import OTHERS, one_type


def release_with(counts: tuple[int, int] | State, **more: object) -> FakeRepository:
    """Elder, whose page it is, among nine others."""
    return one_type(
        {
            UPHELD.id: {**OTHERS, "Elder": counts},
            COMPLIANCE.id: {"Alder": (5, 5), "Birch": (9, 10), "Elder": (11, 12)},
        },
        {UPHELD.id: "79", COMPLIANCE.id: "99"},
        **more,  # type: ignore[arg-type]
    )
