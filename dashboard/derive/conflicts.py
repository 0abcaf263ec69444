"""What is held and cannot all be true: sums, percentages and rates that do not follow."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from decimal import Decimal

from dashboard.domain.outcomes import ASSESSED_AND_CLOSED, INVESTIGATED, NOT_FOR_US, Category, Outcome
from dashboard.domain.rounding import percentage, plain, rate_per_100k


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


def outcome_quantity(outcome: Outcome) -> str:
    """Return the quantity an outcome is stored as."""
    return "upheld" if outcome is Outcome.UPHELD else f"decided:{outcome}"


SUMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dealt_with", ("not_for_us_or_not_ready", "assessed_and_closed", "investigated")),
    ("dealt_with", tuple(outcome_quantity(o) for o in Outcome)),
    ("not_for_us_or_not_ready", tuple(outcome_quantity(o) for o in NOT_FOR_US)),
    ("assessed_and_closed", tuple(outcome_quantity(o) for o in ASSESSED_AND_CLOSED)),
    ("investigated", tuple(outcome_quantity(o) for o in INVESTIGATED)),
    ("received:total", tuple(f"received:{c}" for c in Category)),
    ("satisfactory_remedy_base", ("upheld",)),
)
"""Each whole with the parts it is made of."""

PARTS_AT_MOST = (
    ("satisfactory_remedies", "upheld"),
    ("satisfactory_remedies", "satisfactory_remedy_base"),
)


def contradictions(
    slug: str, year: str, held: Mapping[str, Decimal], residents: int | None
) -> Iterator[Conflict]:
    """Yield what contradicts itself among the values held of one council in one year.

    ``held`` is value by quantity; ``residents`` the population its rates are worked from, if known.
    """
    for whole, parts in SUMS:
        known = [held[p] for p in parts if p in held]
        if whole not in held or not known:
            continue
        total, complete = sum(known, Decimal(0)), len(known) == len(parts)
        if total > held[whole] or (complete and total != held[whole]):
            told = ", ".join(f"{p} {plain(held[p])}" for p in parts if p in held)
            reason = f"{'its parts' if complete else 'its known parts alone'} come to {plain(total)}: {told}"
            yield Conflict(slug, year, whole, "sum", plain(held[whole]), plain(total), reason)
    for part, whole in PARTS_AT_MOST:
        if part in held and whole in held and held[part] > held[whole]:
            reason = f"more than {whole}, of which it is a part"
            yield Conflict(slug, year, part, "sum", plain(held[part]), plain(held[whole]), reason)
    yield from _percentages(slug, year, held)
    if residents and "upheld_per_100k" in held and "upheld" in held:
        rate = rate_per_100k(int(held["upheld"]), residents)
        if rate != held["upheld_per_100k"]:
            reason = f"{held['upheld']} of {residents} residents is {plain(rate)} for every 100,000"
            yield Conflict(
                slug, year, "upheld_per_100k", "rate", plain(held["upheld_per_100k"]), plain(rate), reason
            )


def _percentages(slug: str, year: str, held: Mapping[str, Decimal]) -> Iterator[Conflict]:
    pairs = (
        ("upheld_pct", "upheld", "investigated"),
        ("satisfactory_remedy_pct", "satisfactory_remedies", "satisfactory_remedy_base"),
        ("compliance_pct", "", "compliance_outcomes"),
    )
    for printed, part, base in pairs:
        if printed not in held or base not in held:
            continue
        kept, whole = plain(held[printed]), int(held[base])
        decimals = _decimals(held[printed])
        if part in held and whole and int(held[part]) <= whole:
            follows = percentage(int(held[part]), whole, decimals)
            if follows != held[printed]:
                reason = f"{held[part]} of {whole} is {plain(follows)}%"
                yield Conflict(slug, year, printed, "percentage", kept, plain(follows), reason)
        elif all(percentage(count, whole, decimals) != held[printed] for count in range(whole + 1) if whole):
            yield Conflict(
                slug, year, printed, "percentage", kept, "", f"no count out of {whole} gives {kept}%"
            )


def _decimals(printed: Decimal) -> int:
    """Return how many decimals were printed."""
    exponent = printed.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
