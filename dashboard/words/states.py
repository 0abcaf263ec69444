"""Why there is no figure, in words: the five states, short for a cell and long for a sentence."""

from dashboard.domain.figures import State

SHORT = {
    State.NO_CASES: "No cases",
    State.NOT_HELD: "Not held",
    State.NOT_APPLICABLE: "Not applicable",
    State.PERCENTAGE_ONLY: "Counts not held",
}
"""What stands in a cell in the place of a figure, or of its counts."""

NOWHERE_STATED = "none of the sources collected here states it. It is not zero."
"""What "not held" means, wherever it is explained."""

MANY = {
    State.NO_CASES: "with no cases",
    State.NOT_HELD: "whose counts are not held",
    State.PERCENTAGE_ONLY: "whose percentage is held without its counts",
    State.NOT_APPLICABLE: "for which it does not apply",
}
"""What is said of several councils: "three councils with no cases"."""


def short(state: State) -> str:
    """Return a state as it stands in a cell; "Not held" where something else should have stood there."""
    return SHORT.get(state, SHORT[State.NOT_HELD])


def within(state: State) -> str:
    """Return a state as it stands within a sentence: "not held"."""
    return short(state).lower()
