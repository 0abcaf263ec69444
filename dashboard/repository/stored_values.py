"""What a cell of a release holds, read back: days, decimals and origins are stored as text, or not at all."""

from datetime import date
from decimal import Decimal

from dashboard.domain.origin import Origin

_ORIGINS = {origin.value: origin for origin in Origin}
"""By their words: found here, since a page reads hundreds and asking the class takes ten times as long."""


def stored_day(text: str | None) -> date | None:
    """Return a day stored as ISO text."""
    return None if text is None else date.fromisoformat(text)


def stored_decimal(text: str | None) -> Decimal | None:
    """Return a decimal stored as text, digit for digit."""
    return None if text is None else Decimal(text)


def stored_origin(text: str | None) -> Origin | None:
    """Return an origin stored by its word."""
    return None if text is None else _ORIGINS[text]
