"""What kind of figures a release has, and whether it is published: told, or nothing to tell."""

from dataclasses import replace

import pytest

from dashboard.words.kind_of_release import demonstration, superseded, unpublished
from tests.support.fake_repository import release

REAL, DEMO = release(), release("demo", "demonstration")


def test_a_demonstration_says_which_figures_are_simulated() -> None:
    assert demonstration(REAL) is None
    some, every = (
        demonstration(replace(DEMO, rows={"held_value": {"2023-24": 5}})),
        demonstration(replace(DEMO, rows={"held_value": {}})),
    )
    assert some == (
        "Demonstration.",
        "Figures marked published, reported or derived are real; all others are simulated.",
    )
    assert every == ("Demonstration.", "Every figure is simulated, and none is of a real council.")


@pytest.mark.parametrize(
    ("status", "until", "begins"),
    [
        ("draft", None, "Draft, not published."),
        ("embargoed", None, "Embargoed."),
        ("embargoed", "2026-07-22", "Embargoed until 22 July 2026."),
    ],
)
def test_what_is_not_published_says_so(status: str, until: str | None, begins: str) -> None:
    told = unpublished(replace(REAL, status=status, embargoed_until=until))
    assert told is not None
    assert told[0] == begins
    assert superseded(replace(REAL, status=status)) is None


@pytest.mark.parametrize("status", ["live", "bundled", "superseded"])
def test_what_is_published_does_not(status: str) -> None:
    assert unpublished(replace(REAL, status=status)) is None


def test_only_a_superseded_release_says_that_it_is() -> None:
    told = superseded(replace(REAL, status="superseded"))
    assert told == (
        "Superseded.",
        "These are the figures of release “held-figures”, as they were published then.",
    )
    assert superseded(REAL) is None
