"""How far councils of a type vary."""

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin
from dashboard.metrics.figures import Assembled, assemble_figures
from dashboard.metrics.type_dispersion import dispersion_by_type
from dashboard.reference.load import Reference
from tests.metrics.world import council, held, known, reference

YEAR = "2023-24"
CASES = {
    "leeds": (40, 50),
    "bolton": (16, 20),
    "wigan": (1, 20),
    "bury": (3, 4),
    "devon": (9, 9),
    "old": (9, 9),
}
KINDS = {"devon": "county"}


@pytest.fixture
def england() -> Reference:
    ended = council("old", "metropolitan", end="2023-03-31")
    return reference(
        *(council(slug, KINDS.get(slug, "metropolitan")) for slug in CASES if slug != "old"), ended
    )


@pytest.fixture
def assembled(england: Reference) -> Assembled:
    average = [("metropolitan", YEAR, "upheld_pct", "80", "published")]
    counts = {
        (slug, YEAR): known(
            Origin.PUBLISHED if slug == "leeds" else Origin.SIMULATED,
            upheld=upheld,
            investigated=investigated,
        )
        for slug, (upheld, investigated) in CASES.items()
    }
    return assemble_figures(counts, held([], average), england, (YEAR,))


def test_rule_09_dispersion_of_a_type_beside_that_of_the_held_figures(
    assembled: Assembled, england: Reference
) -> None:
    kinds = {slug: c.type for slug, c in england.councils.items()}
    (told,) = dispersion_by_type((f for p, f in assembled.figures if p == 1), kinds)
    assert (told.type, told.year) == (AuthorityType.METROPOLITAN, YEAR)
    assert told.everyone is not None
    assert told.held is None  # one council cannot vary
    assert told.everyone.councils == 4
    assert told.everyone.phi > 10
    assert told.everyone.more_than_chance
