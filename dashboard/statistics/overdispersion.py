"""How far normal deviates vary more than chance would have them, one outlier drawn in.

Sources: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005) 1185-1202; D. J. Spiegelhalter and others, "Statistical methods for healthcare
regulation", Journal of the Royal Statistical Society A 175 (2012) 1-47.
"""

from collections.abc import Sequence

WINSORISED = 0.1


def winsorised(values: Sequence[float], share: float = WINSORISED) -> list[float]:
    """Return the values sorted, with that share at each end drawn in to the nearest value kept."""
    ordered = sorted(values)
    cut = int(len(ordered) * share)
    if not cut:
        return ordered
    kept = ordered[cut:-cut]
    return [kept[0]] * cut + kept + [kept[-1]] * cut


def phi_winsorised(z: Sequence[float]) -> float | None:
    """Return the sum of squared (winsorised) z over their number, which is 1 or less by chance; None of none.

    How far councils of a type vary is not judged by it: drawing in the ends drops its mean to 0.7 (see
    ``variation``). It serves where what is sought must not hide itself.
    """
    drawn_in = winsorised(z)
    return sum(value * value for value in drawn_in) / len(drawn_in) if drawn_in else None
