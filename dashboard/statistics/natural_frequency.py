"""The comparison as a plain sentence for everybody, in natural frequencies.

Source of the form: G. Gigerenzer and U. Hoffrage, "How to improve Bayesian reasoning without
instruction: frequency formats", Psychological Review 102 (1995) 684-704.
"""

from dashboard.domain.measures import SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE


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
    if measure == UPHELD.id:
        base = _counted(denominator, "investigation")
        return f"Of {base}, a typical {typical} would have {usual} upheld; {had}"
    if measure == SATISFACTORY_REMEDY.id:
        base = _counted(denominator, "upheld complaint")
        return f"Of {base}, a typical {typical} would have put right {usual} beforehand; {had}"
    if measure == UPHELD_RATE.id:
        return f"A typical {typical} of this size would have {usual} upheld; {had}"
    return None


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
