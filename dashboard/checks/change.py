"""Checks against last year and against the type: what chance and the usual spread do not explain."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.held_rows import Key
from dashboard.checks.material import Material
from dashboard.checks.unlikely import Pair, against_rate, against_share, marked, share_test, volume_test
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import fraction, percent, thousands
from dashboard.domain.rounding import percentage, plain, rate_per_100k
from dashboard.domain.years import ReportingYear
from dashboard.statistics.small_numbers import TOO_FEW_BELOW
from dashboard.words.quantities import quantity_words

LAST_YEAR = "last-year"
TYPE = "type"

VOLUMES = ("received:total", "dealt_with", "compliance_outcomes")
SHARES = (
    ("upheld", "investigated"),
    ("complied", "compliance_outcomes"),
    ("satisfactory_remedies", "satisfactory_remedy_base"),
)
TYPE_SHARES = (SHARES[0], SHARES[2])
TYPE_RATES = ("upheld",)
"""Volume is no measure of a type: councils differ in it for years, and are compared with themselves."""
FEWEST = 10
"""Fewer councils than this are no ground to learn the usual spread from: nothing is marked."""


@dataclass(frozen=True, slots=True)
class _Family:
    """Tests made together: of one quantity, in one year (and of one type)."""

    pairs: Sequence[Pair]
    test: Callable[[Pair], tuple[float, int]]


def last_year(material: Material) -> Iterator[Finding]:
    """Every number of cases and every share is near enough to last year's, as numbers of cases go.

    A volume is judged given how all councils went together, a share by Fisher's test; what councils
    usually vary from year to year is allowed for. Fewer than five cases, and councils in their first
    two years, are not judged.
    """
    for year in material.imported.years:
        before = str(ReportingYear.parse(year).shifted(-1))
        for quantity in VOLUMES:
            pairs = [
                Pair(slug, (last, 0), (number, 0))
                for slug in _settled(material, year)
                if (number := _count(material, slug, year, quantity)) is not None
                and (last := _count(material, slug, before, quantity)) is not None
                and number + last >= TOO_FEW_BELOW
            ]
            for pair in _marked(_Family(pairs, volume_test(pairs))):
                yield _volume(material, pair, year, before, quantity)
        for part, whole in SHARES:
            pairs = [
                Pair(slug, then, now)
                for slug in _settled(material, year)
                if (now := _share(material, slug, year, part, whole)) is not None
                and (then := _share(material, slug, before, part, whole)) is not None
            ]
            for pair in _marked(_Family(pairs, share_test)):
                yield _changed(material, pair, year, before, part)


def of_type(material: Material) -> Iterator[Finding]:
    """Every share and every rate is one that a council of its type may have: each is tested against all
    the others of the type together, what councils of the type usually vary being allowed for."""
    for year in material.imported.years:
        for kind in AuthorityType:
            slugs = [s for s in _slugs(material, year) if material.reference.councils[s].type is kind]
            for part, whole in TYPE_SHARES:
                shares = {s: _share(material, s, year, part, whole) for s in slugs}
                for pair in _marked(_Family(_against_others(shares), against_share)):
                    yield _unlike(material, pair, year, kind, part)
            for quantity in TYPE_RATES:
                rates = {s: _rate(material, s, year, quantity) for s in slugs}
                for pair in _marked(_Family(_against_others(rates), against_rate)):
                    yield _unlike(material, pair, year, kind, quantity, rate=True)


def _marked(family: _Family) -> list[Pair]:
    return marked(family.pairs, family.test) if len(family.pairs) >= FEWEST else []


def _against_others(each: dict[str, tuple[int, int] | None]) -> list[Pair]:
    held = {slug: pair for slug, pair in each.items() if pair is not None}
    above = sum(k for k, _ in held.values())
    below = sum(n for _, n in held.values())
    return [Pair(slug, (above - k, below - n), (k, n)) for slug, (k, n) in held.items() if below > n]


def _slugs(material: Material, year: str) -> list[str]:
    """The councils of a year of which the draft itself says something, not only what is held already."""
    return [
        council.slug
        for council in material.reference.councils_in(year)
        if (council.slug, year) in material.values or (council.slug, year) in material.merged.register
    ]


def _settled(material: Material, year: str) -> list[str]:
    """Those that were there two years before: of a new council the first year is not yet like the next."""
    before = ReportingYear.parse(year).shifted(-2)
    return [slug for slug in _slugs(material, year) if material.reference.existed(slug, before)]


def _count(material: Material, slug: str, year: str, quantity: str) -> int | None:
    known = material.merged.counts.get((slug, year), {}).get(quantity)
    return known.value if known is not None and known.value >= 0 else None


def _share(material: Material, slug: str, year: str, part: str, whole: str) -> tuple[int, int] | None:
    k, n = _count(material, slug, year, part), _count(material, slug, year, whole)
    return (k, n) if k is not None and n is not None and k <= n and n >= TOO_FEW_BELOW else None


def _rate(material: Material, slug: str, year: str, quantity: str) -> tuple[int, int] | None:
    events = _count(material, slug, year, quantity)
    residents = material.reference.population(slug, ReportingYear.parse(year).population_year)
    return (events, residents) if events is not None and residents else None


def _volume(material: Material, pair: Pair, year: str, before: str, quantity: str) -> Finding:
    return _finding(
        material,
        LAST_YEAR,
        (pair.slug, year, quantity),
        f"{material.name(pair.slug)}: {quantity_words(quantity)} went from {thousands(pair.before[0])} in "
        f"{before} to {thousands(pair.now[0])} in {year}, further than such numbers usually go.",
    )


def _changed(material: Material, pair: Pair, year: str, before: str, part: str) -> Finding:
    return _finding(
        material,
        LAST_YEAR,
        (pair.slug, year, part),
        f"{material.name(pair.slug)}: {quantity_words(part)} went from {fraction(*pair.before)} "
        f"({percent(percentage(*pair.before))}) in {before} to {fraction(*pair.now)} "
        f"({percent(percentage(*pair.now))}) in {year}, further than such shares usually go.",
    )


def _unlike(
    material: Material, pair: Pair, year: str, kind: AuthorityType, quantity: str, *, rate: bool = False
) -> Finding:
    if rate:
        own, others = (f"{plain(rate_per_100k(*each))} for every 100,000" for each in (pair.now, pair.before))
        own = f"{thousands(pair.now[0])}, {own} residents"
    else:
        own, others = (percent(percentage(*each)) for each in (pair.now, pair.before))
        own = f"{fraction(*pair.now)}, {own}"
    return _finding(
        material,
        TYPE,
        (pair.slug, year, quantity),
        f"{material.name(pair.slug)}, {year}: {quantity_words(quantity)} is {own}; the other {kind.councils} "
        f"together have {others}, and do not vary so far.",
    )


def _finding(material: Material, check: str, key: Key, said: str) -> Finding:
    slug, year, quantity = key
    value = material.values.get((slug, year), {}).get(quantity)
    return Finding(
        check,
        Severity.WARNING,
        said,
        slug,
        year,
        quantity,
        value.place if value else None,
        "Look the figure up in the file, and accept it if it is what the publisher says.",
    )
