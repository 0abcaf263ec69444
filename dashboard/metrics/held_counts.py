"""What is held of each council and year: its prints, its counts, and those the others settle."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import NOT_FOR_US, Outcome
from dashboard.domain.rounding import percentage
from dashboard.metrics.counts_with_origin import Counts, KnownCount, Printed, PrintedValue, SlugYear
from dashboard.reference import quantities
from dashboard.reference.held import Held

Row = dict[str, KnownCount]
NOT_UPHELD = quantities.decided_quantity(Outcome.NOT_UPHELD)
CLOSED = quantities.decided_quantity(Outcome.CLOSED_INITIAL)
OVERVIEW = ("not_for_us_or_not_ready", "assessed_and_closed", "investigated")


def printed_values(held: Held) -> Printed:
    """Return what is held of each measure itself (percentages, rates, counts), by council and year."""
    printed: dict[SlugYear, dict[str, PrintedValue]] = {}
    for row in held.values:
        if row.quantity in MEASURES:
            value = PrintedValue(row.value, row.origin, row.source_url or None)
            printed.setdefault((row.slug, row.year), {})[row.quantity] = value
    return printed


def held_counts(held: Held) -> Counts:
    """Return the held counts by council and year, with those that follow from them.

    What follows: a count that is another by definition, the missing part or whole of a sum, and the
    one whole number that gives a printed percentage of a held base. Such a count is *derived*, except
    where 100% or 0% of a base is held, nothing was investigated, or the same count stands under its
    other name: that is only read.
    """
    counts: dict[SlugYear, Row] = {}
    for value in held.values:
        row = counts.setdefault((value.slug, value.year), {})
        if value.quantity not in quantities.PRINTED:
            row[value.quantity] = KnownCount(int(value.value), value.origin, value.source_url or None)
    printed = printed_values(held)
    for key, row in counts.items():
        _infer(row, printed.get(key, {}))
    return counts


def counts_printed_as(printed: Decimal, base: int) -> list[int]:
    """Return the counts of a base that print as a percentage: none, one, or (of large bases) several.

    A percentage printed with a decimal is taken at its word.
    """
    decimals = decimals_of(printed)
    return [count for count in range(base + 1) if base and percentage(count, base, decimals) == printed]


def decimals_of(printed: Decimal) -> int:
    """Return how many decimals a value was printed with."""
    exponent = printed.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _infer(row: Row, printed: Mapping[str, PrintedValue]) -> None:
    """Fill in what follows; each step may rest on the one before it."""
    _same(row, "assessed_and_closed", CLOSED)
    _same(row, "satisfactory_remedy_base", "upheld")
    _sum(row, "investigated", ("upheld", NOT_UPHELD))
    _sum(row, "not_for_us_or_not_ready", tuple(quantities.decided_quantity(o) for o in NOT_FOR_US))
    _sum(row, "dealt_with", OVERVIEW)
    if "upheld" not in row and "investigated" in row and row["investigated"].value == 0:
        row["upheld"] = row["investigated"]  # nothing was investigated, so nothing was upheld
    for measure, part, whole in (
        ("upheld_pct", "upheld", "investigated"),
        ("satisfactory_remedy_pct", "satisfactory_remedies", "satisfactory_remedy_base"),
        ("compliance_pct", "complied", "compliance_outcomes"),
    ):
        _share(row, printed.get(measure), part, whole)
        _same(row, "satisfactory_remedy_base", "upheld")
    _sum(row, "investigated", ("upheld", NOT_UPHELD))


def _same(row: Row, one: str, other: str) -> None:
    if one in row:
        row.setdefault(other, row[one])
    elif other in row:
        row[one] = row[other]


def _sum(row: Row, whole: str, parts: tuple[str, ...]) -> None:
    missing = [part for part in parts if part not in row]
    if whole not in row and not missing:
        addends = [row[part] for part in parts]
        row[whole] = _ours(sum(a.value for a in addends), addends, "Added up by this project from its parts.")
    elif whole in row and len(missing) == 1:
        others = [row[part] for part in parts if part in row]
        rest = row[whole].value - sum(other.value for other in others)
        if rest >= 0:
            row[missing[0]] = _ours(
                rest, [row[whole], *others], "Worked out by this project: the rest of a total."
            )


def _share(row: Row, printed: PrintedValue | None, part: str, whole: str) -> None:
    base = row.get(whole)
    if part in row or printed is None or base is None:
        return
    fitting = counts_printed_as(printed.value, base.value)
    if len(fitting) != 1:
        return
    count = fitting[0]
    if count in (0, base.value):
        row[part] = KnownCount(count, _weaker(printed.origin, base.origin), printed.source_url)
        return
    said = f"The number is worked out by this project: of {base.value}, only {count} is {printed.value}%."
    row[part] = KnownCount(count, Origin.DERIVED, printed.source_url, said)


def _weaker(one: Origin, other: Origin) -> Origin:
    order: Callable[[Origin], int] = (Origin.PUBLISHED, Origin.REPORTED, Origin.DERIVED).index
    return max(one, other, key=order)


def _ours(value: int, inputs: list[KnownCount], note: str) -> KnownCount:
    return KnownCount(value, Origin.DERIVED, inputs[0].source_url, note)
