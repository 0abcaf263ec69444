"""How many figures are of which origin: every number with its base, and a verb that agrees."""

import pytest

from dashboard.domain.origin import Origin
from dashboard.words.origins import origins_said

PUBLISHED, REPORTED, SIMULATED = Origin.PUBLISHED, Origin.REPORTED, Origin.SIMULATED


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({}, ""),
        ({PUBLISHED: 0, SIMULATED: 0}, ""),
        ({PUBLISHED: 1}, "The one figure in view is published by the Ombudsman."),
        ({SIMULATED: 1_204}, "All 1,204 figures in view are simulated."),
        ({PUBLISHED: 0, SIMULATED: 3}, "All 3 figures in view are simulated."),
        (
            {PUBLISHED: 1, SIMULATED: 2},
            "Of the 3 figures in view, 1 is published by the Ombudsman and 2 simulated.",
        ),
        (
            {PUBLISHED: 2, REPORTED: 1, Origin.DERIVED: 4},
            "Of the 7 figures in view, 2 are published by the Ombudsman, 1 reported by a council or the "
            "press and 4 derived by us.",
        ),
    ],
)
def test_origins_are_counted(counted: dict[Origin, int], said: str) -> None:
    assert origins_said(counted) == said


def test_where_they_are_shown_is_said() -> None:
    assert origins_said({PUBLISHED: 2}, "drawn") == "All 2 figures drawn are published by the Ombudsman."
