"""Whether councils of a type vary more than chance, and how far limits widen if they do.

Sources: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005) 1185-1202; D. J. Spiegelhalter and others, "Statistical methods for healthcare
regulation", Journal of the Royal Statistical Society A 175 (2012) 1-47.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from statistics import NormalDist

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


def z_share(k: int, n: int, share: float) -> float:
    """Return how many standard errors k of n is from a benchmark share strictly between 0 and 1."""
    return (k - n * share) / sqrt(n * share * (1 - share))


def z_events(events: int, expected: float) -> float:
    """Return how many standard errors a count is from the expected number, which is above 0."""
    return (events - expected) / sqrt(expected)


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


def widened_tail(tail: float, phi: float) -> float:
    """Return the tail whose normal deviate is sqrt(phi) times that of ``tail``: wider limits, never narrower.

    Exact binomial limits at this tail are the multiplicative correction z * sqrt(phi) of
    Spiegelhalter (2005), section 4.2, without its normal approximation of the limits.
    """
    deviate = NormalDist().inv_cdf(1 - tail) * sqrt(max(1.0, phi))
    return erfc(deviate / sqrt(2)) / 2  # not 1 - cdf, which loses its digits this far out
