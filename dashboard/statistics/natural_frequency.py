"""The comparison as a plain sentence for everybody, in natural frequencies.

Source of the form: G. Gigerenzer and U. Hoffrage, "How to improve Bayesian reasoning without
instruction: frequency formats", Psychological Review 102 (1995) 684-704.
"""

from dashboard.domain.measures import SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE


def sentence(measure: str, numerator: int, denominator: int, low: int, high: int) -> str | None:
    """Return the sentence of one council, or None for a measure that is not compared.

    ``low`` and ``high`` are the exact 95% range of the numerator at a council like its type:
    "Of 12 investigations, a typical council of this type would have between 7 and 12 upheld; this
    council had 11."
    """
    usual = f"between {low:,} and {high:,}" if low < high else f"{low:,}"
    if measure == UPHELD.id:
        opening, what = f"Of {_counted(denominator, 'investigation')}", " upheld"
    elif measure == SATISFACTORY_REMEDY.id:
        opening, what = f"Of {_counted(denominator, 'upheld complaint')}", " already put right"
    elif measure == UPHELD_RATE.id:
        opening = f"With {_counted(denominator, 'resident')}"
        what = " upheld complaint" if (low, high) == (1, 1) else " upheld complaints"
    else:
        return None
    return (
        f"{opening}, a typical council of this type would have {usual}{what}; this council had {numerator:,}."
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
