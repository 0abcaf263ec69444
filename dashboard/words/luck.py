"""How many marks luck alone would make, in words: one number said alike on the map, a page and the paper."""

from dashboard.domain.formats import words

_ABOUT_ONE = 0.95


def luck_alone(expected: float) -> str:
    """Say it in a sentence: "Luck alone would mark fewer than one.", "… about one.", "… about eight."."""
    many = "fewer than one" if expected < _ABOUT_ONE else f"about {words(int(expected + 0.5))}"
    return f"Luck alone would mark {many}."
