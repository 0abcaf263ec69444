"""Elder, a council among others of its type: who they are, and a release that holds them."""

from dashboard.domain.figures import State
from dashboard.domain.measures import COMPLIANCE, UPHELD
from tests.support.fake_repository import FakeRepository
from tests.support.one_type import Counts, one_type

OTHERS: Counts = {
    "Alder": (24, 30),
    "Birch": (7, 9),
    "Cedar": (13, 30),
    "Dogwood": (16, 20),
    "Fir": State.NOT_HELD,
    "Hazel": (9, 12),
    "Ivy": (10, 12),
    "Juniper": (15, 18),
    "Larch": (20, 25),
    "Maple": (2, 3),
}


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
