"""What is held and cannot all be true: sums, percentages and rates that do not follow."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from decimal import Decimal

from dashboard.domain.outcomes import ASSESSED_AND_CLOSED, INVESTIGATED, NOT_FOR_US, Category
from dashboard.domain.rounding import percentage, plain, rate_per_100k
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction: ``kept`` is what is shown, ``other`` what it does not agree with.

    ``kind`` is ``sources`` (two sources state one value differently), ``own_count`` (a council's own
    count, left out), ``sum`` (parts and whole disagree), ``percentage`` or ``rate`` (the printed one
    does not follow from the counts, or the population).
    """

    slug: str
    year: str
    quantity: str
    kind: str
    kept: str
    other: str
    reason: str

    def cells(self) -> tuple[str, ...]:
        """Return the row as written."""
        return astuple(self)


PARTS: Mapping[str, tuple[str, ...]] = {
    "dealt_with": ("not_for_us_or_not_ready", "assessed_and_closed", "investigated"),
    "not_for_us_or_not_ready": tuple(decided_quantity(outcome) for outcome in NOT_FOR_US),
    "assessed_and_closed": tuple(decided_quantity(outcome) for outcome in ASSESSED_AND_CLOSED),
    "investigated": tuple(decided_quantity(outcome) for outcome in INVESTIGATED),
    "satisfactory_remedy_base": ("upheld",),
    RECEIVED_TOTAL: tuple(received_quantity(category) for category in Category),
}
"""Each whole with the parts it is made of."""

PERCENTAGES = (
    ("upheld_pct", "upheld", "investigated"),
    ("satisfactory_remedy_pct", "satisfactory_remedies", "satisfactory_remedy_base"),
    ("compliance_pct", None, "compliance_outcomes"),
)
"""Each printed percentage with its numerator (None: never stated) and its denominator."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """What is known of a quantity: at least ``low``, and exactly that when ``exact``."""

    low: Decimal
    exact: bool


def contradictions(
    slug: str, year: str, held: Mapping[str, Decimal], residents: int | None
) -> Iterator[Conflict]:
    """Yield what contradicts itself among the values held of one council in one year.

    ``held`` is value by quantity; ``residents`` the population its rates are worked from, if known.
    """

    def conflict(quantity: str, kind: str, other: Decimal | None, reason: str) -> Conflict:
        told = plain(other) if other is not None else ""
        return Conflict(slug, year, quantity, kind, plain(held[quantity]), told, reason)

    for whole in PARTS:
        parts = _parts(whole, held)
        if whole in held and (parts.low > held[whole] or (parts.exact and parts.low != held[whole])):
            least = "" if parts.exact else "at least "
            yield conflict(whole, "sum", parts.low, f"its parts come to {least}{plain(parts.low)}")
    remedies = held.get("satisfactory_remedies", Decimal(0))
    base = _known("satisfactory_remedy_base", held)
    if base.exact and remedies > base.low:
        yield conflict("satisfactory_remedies", "sum", base.low, f"more than the {plain(base.low)} upheld")
    for printed, numerator, denominator in PERCENTAGES:
        if printed in held and _known(denominator, held).exact:
            part = held.get(numerator) if numerator else None
            follows, reason = _percentage(held[printed], part, int(_known(denominator, held).low))
            if reason:
                yield conflict(printed, "percentage", follows, reason)
    if residents and "upheld_per_100k" in held and "upheld" in held:
        rate = rate_per_100k(int(held["upheld"]), residents)
        if rate != held["upheld_per_100k"]:
            reason = f"{plain(held['upheld'])} of {residents:,} residents is {plain(rate)} for every 100,000"
            yield conflict("upheld_per_100k", "rate", rate, reason)


def _known(quantity: str, held: Mapping[str, Decimal]) -> _Amount:
    """Return what is known of a quantity, from its own value or else from its parts."""
    return _Amount(held[quantity], True) if quantity in held else _parts(quantity, held)


def _parts(whole: str, held: Mapping[str, Decimal]) -> _Amount:
    """Return what is known of the sum of a quantity's parts."""
    parts = [_known(part, held) for part in PARTS.get(whole, ())]
    return _Amount(sum((part.low for part in parts), Decimal(0)), bool(parts) and all(p.exact for p in parts))


def _percentage(printed: Decimal, part: Decimal | None, base: int) -> tuple[Decimal | None, str]:
    """Return what the percentage should read and why, or an empty reason when it follows.

    Without a numerator, one that gives the printed percentage must exist. As many decimals are
    compared as were printed.
    """
    exponent = printed.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if part is not None and base:
        follows = percentage(int(part), base, decimals)
        return follows, "" if follows == printed else f"{plain(part)} of {base} is {plain(follows)}%"
    possible = any(percentage(count, base, decimals) == printed for count in range(base + 1) if base)
    return None, "" if possible else f"no count out of {base} gives {plain(printed)}%"
