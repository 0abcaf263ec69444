"""An average as it was printed: known to its rounding only."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.origin import Origin


@dataclass(frozen=True, slots=True)
class PrintedAverage:
    """A type's average per case (or per resident), and the ends between which rounding leaves it.

    It includes the council that is compared with it.
    """

    low: float
    value: float
    high: float
    origin: Origin

    @classmethod
    def of(cls, value: Decimal, decimals: int, per: int, origin: Origin) -> "PrintedAverage":
        """Read an average printed with so many decimals, per 100 (a percentage) or per 100,000.

        A percentage's interval ends at 0 and 100; a rate's at 0.
        """
        half = Decimal(5).scaleb(-decimals - 1)
        high = value + half
        if per == 100:
            high = min(high, Decimal(100))
        return cls(float(max(value - half, Decimal(0)) / per), float(value / per), float(high / per), origin)
