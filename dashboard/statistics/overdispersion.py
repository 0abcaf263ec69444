"""How far normal deviates vary more than chance would have them, one outlier drawn in.

Sources: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005) 1185-1202; D. J. Spiegelhalter and others, "Statistical methods for healthcare
regulation", Journal of the Royal Statistical Society A 175 (2012) 1-47.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

WINSORISED = 0.1


@dataclass(frozen=True, slots=True)
class Dispersion:
    """phi = sum of squared (winsorised) z over k councils; ``threshold`` is 1 + 2 sqrt(2 / k)."""

    phi: float
    councils: int
    threshold: float

    @property
    def overdispersed(self) -> bool:
        """Whether councils vary more than chance explains."""
        return self.phi > self.threshold


def winsorised(values: Sequence[float], share: float = WINSORISED) -> list[float]:
    """Return the values sorted, with that share at each end drawn in to the nearest value kept."""
    ordered = sorted(values)
    cut = int(len(ordered) * share)
    if not cut:
        return ordered
    kept = ordered[cut:-cut]
    return [kept[0]] * cut + kept + [kept[-1]] * cut


def dispersion(z: Sequence[float]) -> Dispersion | None:
    """Return the dispersion of councils' z scores, or None of none."""
    if not z:
        return None
    drawn_in = winsorised(z)
    count = len(drawn_in)
    return Dispersion(sum(value * value for value in drawn_in) / count, count, 1 + 2 * sqrt(2 / count))
