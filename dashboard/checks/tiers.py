"""Checks by who does what: counties run no housing, districts no schools; columns under another's heading.

They need no earlier year. Source of who runs which service in a two-tier area: gov.uk, "Understand how your
council works"; of the order of outcomes and of the share upheld: every year of the Ombudsman's figures held.
"""

from collections.abc import Iterator, Mapping
from math import log, sqrt

from dashboard.checks.columns import FEWEST
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import fraction, percent
from dashboard.domain.outcomes import Category, Outcome
from dashboard.domain.rounding import percentage
from dashboard.imports.imported import ImportedValue
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity
from dashboard.statistics.exact import binomial_at_least
from dashboard.words.quantities import quantity_words
from dashboard.words.wording import capital

TIERS = "tiers"
_COUNTY, _DISTRICT = AuthorityType.COUNTY, AuthorityType.DISTRICT
_OF_COUNTIES = tuple(
    map(
        received_quantity,
        (Category.ADULT_CARE, Category.EDUCATION_CHILDREN, Category.HIGHWAYS),
    )
)
_OF_DISTRICTS = tuple(
    map(
        received_quantity,
        (Category.HOUSING, Category.BENEFITS_TAX, Category.PLANNING, Category.ENVIRONMENT),
    )
)
NOT_RUN = {_COUNTY: _OF_DISTRICTS[:3], _DISTRICT: _OF_COUNTIES[:2]}
"""What councils of a tier do not run at all; of roads and of the environment each has some part."""
_NOW_AND_THEN = 0.05
_UNLIKELY = 0.001
"""A complaint about what a council does not run comes in now and then: one of twenty is more than usual."""
_SURE = 5.0
_RARER = tuple(map(decided_quantity, (Outcome.INVALID, Outcome.ADVICE)))
_USUAL = tuple(map(decided_quantity, (Outcome.REFERRED_BACK, Outcome.CLOSED_INITIAL)))
_LEAST_UPHELD = 0.35
"""Of all investigations in England 46% to 83% were upheld in each year from 2014-15 on."""
_INVESTIGATIONS = 200

Rows = Mapping[str, Mapping[str, ImportedValue]]


def tiers(material: Material) -> Iterator[Finding]:
    """Councils have complaints about what they run.

    Two columns of received complaints that stand the wrong way round between counties and districts, by five
    standard errors of the ratio of odds, are an error; one council with more than now and then a complaint
    about a service of the other tier is a warning. Of outcomes, those that are always the most are.
    """
    for year in material.imported.years:
        rows = {slug: row for (slug, of), row in material.values.items() if of == year}
        swapped = list(_swapped(material, year, rows))
        yield from swapped
        for slug, row in sorted(rows.items()) if not swapped else ():
            yield from _not_run(material, year, slug, row)
        yield from _outcomes(year, rows)


def _swapped(material: Material, year: str, rows: Rows) -> Iterator[Finding]:
    each: dict[AuthorityType, list[Mapping[str, ImportedValue]]] = {
        kind: [row for slug, row in rows.items() if _type(material, slug) is kind]
        for kind in (_COUNTY, _DISTRICT)
    }
    if any(len(found) < FEWEST for found in each.values()):
        return
    for one in _OF_COUNTIES:
        for other in _OF_DISTRICTS:
            counts = [
                _sum(each[kind], quantity) for kind in (_COUNTY, _DISTRICT) for quantity in (one, other)
            ]
            if all(number is not None for number in counts) and _turned_round(*(n or 0 for n in counts)):
                yield Finding(
                    TIERS,
                    Severity.ERROR,
                    f"{capital(quantity_words(one))} and {quantity_words(other)} of {year}: counties have "
                    f"{counts[0]:,} and {counts[1]:,}, districts {counts[2]:,} and {counts[3]:,}. It is the "
                    "other way round who runs these services.",
                    None,
                    year,
                    one,
                    next((row[one].place for row in rows.values() if one in row), None),
                    "Look whether the two columns are swapped in the file.",
                )


def _turned_round(own: int, other: int, theirs_other: int, theirs: int) -> bool:
    """Say whether a county's service is for certain more of the districts' complaints than of the counties'.

    The ratio of odds and its standard error on the log scale, half a case added to each number (J. B. S.
    Haldane 1956, F. J. Anscombe 1956).
    """
    a, b, c, d = (number + 0.5 for number in (own, other, theirs_other, theirs))
    return log(a * d / (b * c)) < -_SURE * sqrt(1 / a + 1 / b + 1 / c + 1 / d)


def _not_run(material: Material, year: str, slug: str, row: Mapping[str, ImportedValue]) -> Iterator[Finding]:
    kind = _type(material, slug)
    quantities = [quantity for quantity in NOT_RUN.get(kind, ()) if quantity in row] if kind else []
    total = row.get(RECEIVED_TOTAL)
    if not quantities or total is None or kind is None:
        return
    found, of = sum(int(row[quantity].value) for quantity in quantities), int(total.value)
    if 0 < found <= of and binomial_at_least(found, of, _NOW_AND_THEN) < _UNLIKELY:
        largest = max(quantities, key=lambda quantity: row[quantity].value)
        yield Finding(
            TIERS,
            Severity.WARNING,
            f"{material.name(slug)}, {year}: {fraction(found, of)} complaints received "
            f"({percent(percentage(found, of))}) are about services that {kind.councils} do not run: "
            f"{', '.join(map(quantity_words, quantities))}.",
            slug,
            year,
            largest,
            row[largest].place,
            "Look whether the row is that of another council, or accept it if it is what the publisher says.",
        )


def _outcomes(year: str, rows: Rows) -> Iterator[Finding]:
    """Of all councils together, most are referred back or closed early, and not few investigations upheld."""
    for usual in _USUAL:
        for rarer in _RARER:
            both = [row for row in rows.values() if usual in row and rarer in row]
            more, fewer = _sum(both, usual), _sum(both, rarer)
            if len(both) >= FEWEST and more is not None and fewer is not None and more < fewer:
                yield _warning(
                    year,
                    usual,
                    both[0][usual],
                    f"{capital(quantity_words(usual))} of {year} is {more:,} of all councils together, and "
                    f"{quantity_words(rarer)} {fewer:,}: in every year known it is more.",
                )
    not_upheld = decided_quantity(Outcome.NOT_UPHELD)
    both = [row for row in rows.values() if "upheld" in row and not_upheld in row]
    upheld, rest = _sum(both, "upheld") or 0, _sum(both, not_upheld) or 0
    if upheld + rest >= _INVESTIGATIONS and upheld < _LEAST_UPHELD * (upheld + rest):
        yield _warning(
            year,
            "upheld",
            both[0]["upheld"],
            f"Upheld of {year}: {fraction(upheld, upheld + rest)} investigations of all councils together, "
            f"{percent(percentage(upheld, upheld + rest))}; in every year known it was 46% or more.",
        )


def _warning(year: str, quantity: str, value: ImportedValue, sentence: str) -> Finding:
    return Finding(
        TIERS,
        Severity.WARNING,
        sentence,
        None,
        year,
        quantity,
        value.place,
        "Look whether two columns are swapped in the file.",
    )


def _type(material: Material, slug: str) -> AuthorityType | None:
    council = material.reference.councils.get(slug)
    return council.type if council else None


def _sum(rows: list[Mapping[str, ImportedValue]], quantity: str) -> int | None:
    found = [int(row[quantity].value) for row in rows if quantity in row]
    return sum(found) if found else None
