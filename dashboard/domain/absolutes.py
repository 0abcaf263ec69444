"""Rounding never claims an absolute: 444 of 446 is "over 99%", not 100%; 1 of 300 "under 1%", not 0%.

For values that we compute. What a source printed stays as it was printed.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from dashboard.domain.rounding import half_up, plain

_ALL = Decimal(100)
_MOST_MORE = 6
_KEPT = 2048  # a page writes the same value many times: an average beside every council of its type


@lru_cache(maxsize=_KEPT)
def printed_share(numerator: int, denominator: int, decimals: int = 0) -> str:
    """Write a computed percentage: "82%"; "over 99%" or "under 1%" where rounding would say all or none.

    Raises ZeroDivisionError for an empty base.
    """
    value = half_up(Fraction(100 * numerator, denominator), decimals)
    step = Decimal(1).scaleb(-decimals)
    if value == _ALL and numerator != denominator:
        return f"over {plain(_ALL - step)}%"
    if value == 0 and numerator:
        return f"under {plain(step)}%"
    return f"{plain(value)}%"


@lru_cache(maxsize=_KEPT)
def printed_rate(events: int, residents: int, decimals: int = 1, per: int = 100_000) -> str:
    """Write a computed rate: "4.2"; "under 0.1" where rounding would say that nothing happened.

    Raises ZeroDivisionError without residents.
    """
    value = half_up(Fraction(per * events, residents), decimals)
    return plain(value) if value or not events else f"under {plain(Decimal(1).scaleb(-decimals))}"


def share_for_files(numerator: int, denominator: int, decimals: int = 0) -> Decimal:
    """Return a computed percentage for a file: one decimal more than is shown, and more while it would say
    all or none of what is neither.

    444 of 446 is 99.6; 9,999 of 10,000 is 99.99. Raises ZeroDivisionError for an empty base.
    """
    share = Fraction(100 * numerator, denominator)
    places = decimals + 1
    while (value := half_up(share, places)) in (0, _ALL) and value != share:
        places += 1
    return value


def rate_for_files(events: int, residents: int, decimals: int = 1, per: int = 100_000) -> Decimal:
    """Return a computed rate for a file: one decimal more than is shown, and more while it would say none
    of what there is. Raises ZeroDivisionError without residents.
    """
    rate = Fraction(per * events, residents)
    places = decimals + 1
    while not (value := half_up(rate, places)) and events:
        places += 1
    return value


def end_of_interval(value: float, decimals: int, *, share: bool) -> Decimal:
    """Round an end of an interval half up: to more decimals while it would say none, or all of a share, of
    what is neither. The low end of 1 of 250 is 0.1, the high end of 444 of 446 is 99.9.
    """
    exact = Decimal(str(value))
    absolutes = (0, _ALL) if share else (0,)
    places = decimals
    while (rounded := exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)) in absolutes:
        if rounded == exact or places >= decimals + _MOST_MORE:
            break
        places += 1
    return rounded
