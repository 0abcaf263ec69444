"""Checks of one year by itself: received beside decided, a row's mix beside that of the council's type."""

from collections.abc import Iterator, Mapping, Sequence
from math import log

from dashboard.checks.change import FEWEST
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.checks.unlikely import Pair, marked, volume_test
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import fraction, thousands
from dashboard.domain.outcomes import Category
from dashboard.imports.imported import ImportedValue
from dashboard.reference.quantities import RECEIVED_TOTAL, received_quantity
from dashboard.statistics.small_numbers import TOO_FEW_BELOW
from dashboard.words.quantities import quantity_words

RECEIVED_DECIDED = "received-decided"
MIX = "mix"
DEALT_WITH = "dealt_with"
_CATEGORIES = tuple(received_quantity(category) for category in Category)
_LIKELIER = log(1000)
_APART = 0.15
"""How much likelier, on the log scale and for each complaint: councils of one type reach 0.13 by their own
ways (7 years of the demonstration); the row of a county under a district's name 3."""

Row = Mapping[str, ImportedValue]


def received_decided(material: Material) -> Iterator[Finding]:
    """Every council was decided about as many complaints of as were received, as councils go.

    Of both numbers together, the share that was decided is that of all councils: exact binomial.
    """
    for year in material.imported.years:
        pairs = [
            Pair(slug, (int(row[RECEIVED_TOTAL].value), 0), (int(row[DEALT_WITH].value), 0))
            for slug, row in _rows(material, year).items()
            if RECEIVED_TOTAL in row
            and DEALT_WITH in row
            and row[RECEIVED_TOTAL].value + row[DEALT_WITH].value >= TOO_FEW_BELOW
        ]
        if len(pairs) < FEWEST:
            continue
        for pair in marked(pairs, volume_test(pairs)):
            yield Finding(
                RECEIVED_DECIDED,
                Severity.WARNING,
                f"{material.name(pair.slug)}, {year}: {thousands(pair.before[0])} complaints were received "
                f"and {thousands(pair.now[0])} decided; the numbers of others do not lie so far apart.",
                pair.slug,
                year,
                RECEIVED_TOTAL,
                material.values[pair.slug, year][RECEIVED_TOTAL].place,
                "Look whether one of the two rows is that of another council, or accept it if it is what the "
                "publisher says.",
            )


def mix(material: Material) -> Iterator[Finding]:
    """The categories of a council's complaints are mixed as those of its type, and of no other.

    The mix of each type is that of all its councils together, the council itself left out. A row is told
    that another type's mix makes a thousand times as likely, and by more than councils of one type differ:
    a row that is another council's, not an unusual one.
    """
    for year in material.imported.years:
        rows = {s: _categories(row) for s, row in _rows(material, year).items() if _has_all(row)}
        kinds = {slug: material.reference.councils[slug].type for slug in rows}
        pooled = {
            kind: _sum([row for slug, row in rows.items() if kinds[slug] is kind])
            for kind in AuthorityType
            if sum(of is kind for of in kinds.values()) >= FEWEST
        }
        for slug, row in rows.items():
            own = kinds[slug]
            if own not in pooled or not (total := sum(row)):
                continue
            likely = _log_likelihood(row, [a - b for a, b in zip(pooled[own], row, strict=True)])
            gains = {kind: _log_likelihood(row, mix) - likely for kind, mix in pooled.items()}
            other = max(gains, key=lambda kind: gains[kind])
            if other is not own and gains[other] > max(_LIKELIER, _APART * total):
                yield _unlike(material, year, slug, other)


def _has_all(row: Row) -> bool:
    return all(quantity in row for quantity in _CATEGORIES)


def _categories(row: Row) -> list[int]:
    return [int(row[quantity].value) for quantity in _CATEGORIES]


def _sum(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _log_likelihood(row: Sequence[int], mix: Sequence[int]) -> float:
    """Return how likely a row is under a mix, but for what does not depend on it: half a case is added to
    each category, so that one that nobody else has is rare and not impossible."""
    total = sum(mix) + 0.5 * len(mix)
    return sum(count * log((part + 0.5) / total) for count, part in zip(row, mix, strict=True))


def _unlike(material: Material, year: str, slug: str, other: AuthorityType) -> Finding:
    row = material.values[slug, year]
    largest = max(_CATEGORIES, key=lambda quantity: row[quantity].value)
    own = material.reference.councils[slug].type
    return Finding(
        MIX,
        Severity.WARNING,
        f"{material.name(slug)}, {year}: the categories of its complaints received are mixed as those of "
        f"{other.councils}, not as those of {own.councils}. Most are {quantity_words(largest)}: "
        f"{fraction(int(row[largest].value), sum(_categories(row)))}.",
        slug,
        year,
        largest,
        row[largest].place,
        "Look whether the row is that of another council, or accept it if it is what the publisher says.",
    )


def _rows(material: Material, year: str) -> dict[str, Row]:
    return {
        slug: row
        for (slug, of), row in sorted(material.values.items())
        if of == year and slug in material.reference.councils
    }
