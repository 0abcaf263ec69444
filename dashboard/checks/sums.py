"""Checks within one council's row: totals and their parts, and percentages as printed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.checks.merged import REVISED
from dashboard.domain.measure import PER, Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.outcomes import NOT_FOR_US, Category, Outcome
from dashboard.domain.rounding import percentage, plain, rate_per_100k
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import ImportedValue
from dashboard.metrics.held_counts import counts_printed_as, decimals_of
from dashboard.reference.quantities import PRINTED, RECEIVED_TOTAL, decided_quantity, received_quantity
from dashboard.words.quantities import quantity_words

SUMS = "sums"
PARTS = "parts"
PERCENTAGES = "percentages"

TOTALS = {
    RECEIVED_TOTAL: tuple(received_quantity(category) for category in Category),
    "dealt_with": tuple(decided_quantity(outcome) for outcome in Outcome),
    "investigated": tuple(decided_quantity(o) for o in (Outcome.NOT_UPHELD, Outcome.UPHELD)),
    "not_for_us_or_not_ready": tuple(decided_quantity(outcome) for outcome in NOT_FOR_US),
}
OVERVIEW = {"dealt_with": ("not_for_us_or_not_ready", "assessed_and_closed", "investigated")}
SAME = (
    ("assessed_and_closed", decided_quantity(Outcome.CLOSED_INITIAL)),
    ("satisfactory_remedy_base", "upheld"),
)
WITHIN = (
    ("upheld", "investigated"),
    ("satisfactory_remedies", "satisfactory_remedy_base"),
    ("satisfactory_remedies", "upheld"),
    ("investigated", "dealt_with"),
    ("complied", "compliance_outcomes"),
)

Row = Mapping[str, ImportedValue]


def sums(material: Material) -> Iterator[Finding]:
    """Every total is the sum of its parts, where all of them are there: received by category, decided by
    outcome, dealt with by its three parts."""
    for row in material.values.values():
        for sets in (TOTALS, OVERVIEW):
            for total, parts in sets.items():
                if total in row and all(part in row for part in parts):
                    added = sum((row[part].value for part in parts), Decimal(0))
                    if added != row[total].value:
                        yield _not_the_sum(material, row[total], parts, added)
        for one, other in SAME:
            if one in row and other in row and row[one].value != row[other].value:
                yield _differs(material, row[one], row[other])


def parts(material: Material) -> Iterator[Finding]:
    """No part is larger than its whole: upheld within investigated, remedies within upheld. A part of a
    total that has other parts missing is held to it too."""
    for row in material.values.values():
        pairs = [
            *WITHIN,
            *((part, total) for sets in (TOTALS, OVERVIEW) for total in sets for part in sets[total]),
        ]
        for part, whole in dict.fromkeys(pairs):
            if part in row and whole in row and row[part].value > row[whole].value:
                yield Finding(
                    PARTS,
                    Severity.ERROR,
                    f"{_where(material, row[part])}: {quantity_words(part)} ({plain(row[part].value)}) is "
                    f"more than {quantity_words(whole)} ({plain(row[whole].value)}).",
                    row[part].slug,
                    row[part].year,
                    part,
                    row[part].place,
                    "Look whether two columns are swapped.",
                )


def percentages(material: Material) -> Iterator[Finding]:
    """Every printed percentage is what its counts give, rounded half up; a rate may differ by 0.2."""
    counts = material.merged.tables
    for (slug, year), row in material.values.items():
        known = counts.get((slug, year), {})
        for quantity in PRINTED:
            if quantity not in row:
                continue
            measure, printed = MEASURES[quantity], row[quantity].value
            above = known.get(measure.numerator)
            below = _base(material, slug, year, measure.denominator or "")
            if not below or (above is not None and above.value > below):
                continue
            if above is None:
                if measure.unit is Unit.PERCENT and not counts_printed_as(printed, below):
                    yield _of_no_count(material, row[quantity], below)
                continue
            if measure.unit is Unit.PERCENT:
                computed = percentage(above.value, below, decimals_of(printed))
                agrees = computed == printed
            else:
                computed = rate_per_100k(above.value, below)
                agrees = abs(computed - printed) <= REVISED
            if not agrees:
                yield _not_the_rate(material, row[quantity], above.value, below, computed)


def _base(material: Material, slug: str, year: str, denominator: str) -> int | None:
    if denominator == "population":
        return material.reference.population(slug, ReportingYear.parse(year).population_year)
    known = material.merged.tables.get((slug, year), {}).get(denominator)
    return known.value if known else None


def _where(material: Material, value: ImportedValue) -> str:
    return f"{material.name(value.slug)}, {value.year}"


def _not_the_sum(material: Material, total: ImportedValue, parts: tuple[str, ...], added: Decimal) -> Finding:
    return Finding(
        SUMS,
        Severity.ERROR,
        f"{_where(material, total)}: {quantity_words(total.quantity)} is {plain(total.value)}, and its "
        f"{len(parts)} parts add up to {plain(added)}.",
        total.slug,
        total.year,
        total.quantity,
        total.place,
        "Ask the publisher which is right, and correct it.",
    )


def _differs(material: Material, one: ImportedValue, other: ImportedValue) -> Finding:
    return Finding(
        SUMS,
        Severity.ERROR,
        f"{_where(material, one)}: {quantity_words(one.quantity)} is {plain(one.value)}, and "
        f"{quantity_words(other.quantity)}, which is the same, is {plain(other.value)}.",
        one.slug,
        one.year,
        one.quantity,
        one.place,
        "Ask the publisher which is right, and correct the other.",
    )


def _not_the_rate(
    material: Material, value: ImportedValue, above: int, below: int, computed: Decimal
) -> Finding:
    unit = MEASURES[value.quantity].unit
    sign = "%" if unit is Unit.PERCENT else f" for every {PER[unit]:,}"
    return Finding(
        PERCENTAGES,
        Severity.WARNING,
        f"{_where(material, value)}: {quantity_words(value.quantity)} is printed as {plain(value.value)}, "
        f"and {above:,} of {below:,} is {plain(computed)}{sign}.",
        value.slug,
        value.year,
        value.quantity,
        value.place,
        "Accepted, it is shown as printed, with a note that says what its counts give.",
    )


def _of_no_count(material: Material, value: ImportedValue, below: int) -> Finding:
    return Finding(
        PERCENTAGES,
        Severity.WARNING,
        f"{_where(material, value)}: {quantity_words(value.quantity)} is printed as {plain(value.value)}, "
        f"and no number out of {below:,} gives that.",
        value.slug,
        value.year,
        value.quantity,
        value.place,
        "Accepted, it is shown as printed, with a note that says so.",
    )
