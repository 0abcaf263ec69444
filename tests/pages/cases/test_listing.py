"""How a decision stands in a list."""

import pytest

from dashboard.pages.cases.listing import said_once
from dashboard.repository.case_records import Excerpt


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ((("Simulated: Mr X said so.", False),), "Simulated: Delay", (("Mr X said so.", False),)),
        (
            (("Simulated: Mr X had ", False), ("damp", True), (".", False)),
            "Simulated: Delay",
            (("Mr X had ", False), ("damp", True), (".", False)),
        ),
        ((("Simulated", True), (": Mr X.", False)), "Simulated: Delay", None),
        ((("… had damp.", False),), "Simulated: Delay", None),
        ((("Simulated: Mr X said so.", False),), "Delay", None),
        ((("Simulated: ", False), ("damp", True)), "Simulated: Delay", None),
        ((), "Simulated: Delay", None),
    ],
)
def test_that_a_decision_is_simulated_is_said_once_in_a_list(
    text: Excerpt, heading: str, expected: Excerpt | None
) -> None:
    assert said_once(text, heading) == (text if expected is None else expected)
