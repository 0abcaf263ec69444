"""The mark that texts of a demonstration begin with: one that is copied elsewhere still says what it is."""

MARK = "Simulated: "


def unmarked(text: str) -> str:
    """Return a text without its mark, for a place where another mark says the same."""
    return text.removeprefix(MARK)
