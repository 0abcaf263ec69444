"""How far a drawn area may depart from the true one."""

from collections.abc import Sequence

from dashboard.reshape.coverage import CoverageError

LARGE = 1e8
"""From how many square metres on a council is drawn closely: 100 square kilometres."""


def check_areas(slugs: Sequence[str], square_metres: Sequence[float], errors: Sequence[float]) -> None:
    """Raise CoverageError for a council whose area departs too far, by the share of it, from the true one.

    Allowed: 2% of councils of 100 square kilometres and more, 25% of smaller ones (the City of London
    has 2.9).
    """
    for slug, area, error in zip(slugs, square_metres, errors, strict=True):
        if error > (0.02 if area >= LARGE else 0.25):
            raise CoverageError(f"the area of {slug} is off by {error:.1%}")
