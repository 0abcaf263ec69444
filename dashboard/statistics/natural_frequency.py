"""The comparison as a plain sentence for everybody, in natural frequencies.

Source of the form: G. Gigerenzer and U. Hoffrage, "How to improve Bayesian reasoning without
instruction: frequency formats", Psychological Review 102 (1995) 684-704.
"""

from dashboard.domain.measures import MEASURES


def sentence(
    measure: str,
    numerator: int,
    denominator: int,
    *,
    low: int,
    high: int,
    typical: str = "council of this type",
) -> str | None:
    """Return the sentence of one council, or None for a measure that is not compared.

    ``low`` and ``high`` are the exact 95% range of the numerator at a council like its type, and
    ``typical`` names one: "Of 12 investigations, a typical unitary council would have between 7 and
    12 upheld; this council had 11."
    """
    usual = f"between {low:,} and {high:,}" if low < high else f"{low:,}"
    had = f"this council had {numerator:,}."
    words = MEASURES[measure].words
    if words.typical is None:
        return None
    base = f"{denominator:,} {words.one if denominator == 1 else words.noun}"
    return words.typical.format(base=base, typical=typical, usual=usual, had=had)
