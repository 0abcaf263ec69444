"""Checks of the years a case register is said to be whole for: against the tables, what is held, and the year
before."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.domain.formats import thousands
from dashboard.domain.years import ReportingYear
from dashboard.words.quantities import quantity_words

WHOLE = "whole"
SHOWN = 5
"""How many councils are named where many have fewer cases than are held; of the rest the number is given."""
_TOTALS = ("dealt_with", "received:total", "upheld", "compliance_outcomes")
"""What is held against the year before and against what is held in all, where it is known."""
_SUGGESTION = (
    "Import the whole register; or, if it is of some cases only, import it again with --replace and without "
    "--year: its texts are shown, and no figure follows from it."
)


@dataclass(frozen=True, slots=True)
class _Short:
    """A council of which the register has fewer cases than are held or printed."""

    slug: str
    quantity: str
    found: int
    known: int


def whole(material: Material) -> Iterator[Finding]:
    """A register that is whole for a year has the cases of the year: no council has fewer than are printed or
    held, and all together have not fewer than half of the year before, or of what is held.

    A year without a case is none it is whole for, unless none was expected. A register that is whole for no
    year gives no figure; its lists are shorter than the figures that stand beside them.
    """
    register = material.imported.register
    if register is None:
        return
    if not material.imported.whole:
        yield Finding(
            WHOLE,
            Severity.WARNING,
            "The register is whole for no year: no figure follows from it, and lists of cases are shorter "
            "than the figures say.",
            suggestion="Accept it if only its texts are wanted; or import it again with --year for each year "
            "that it is whole for.",
        )
    for year in material.imported.whole:
        counted = {slug: row for (slug, of), row in material.merged.register.items() if of == year}
        if not any(row["dealt_with"] for row in counted.values()):
            if material.imported.expect_cases != 0:
                yield _error(year, f"The register has no case that was decided in {year}.")
            continue
        yield from _fewer(material, year, _short(material, year))
        yield from _halves(material, year)


def contradicted(material: Material) -> frozenset[str]:
    """Return the years the register is said to be whole for and has fewer cases of some council than are
    held."""
    return frozenset(year for year in material.imported.whole if _short(material, year))


def _short(material: Material, year: str) -> list[_Short]:
    """Each council once, by the quantity that it falls shortest in."""
    worst: dict[str, _Short] = {}
    for (slug, of), row in material.merged.register.items():
        for quantity, known in _known(material, slug, of).items() if of == year else ():
            found = row.get(quantity)
            if found is None or found >= known:
                continue
            before = worst.get(slug)
            if before is None or known - found > before.known - before.found:
                worst[slug] = _Short(slug, quantity, found, known)
    return sorted(worst.values(), key=lambda short: short.found - short.known)


def _known(material: Material, slug: str, year: str) -> dict[str, int]:
    """Return the counts printed in the draft's tables, and those held already, the larger where both are."""
    known = {q: c.value for q, c in material.merged.tables.get((slug, year), {}).items()}
    for quantity, count in material.already.get((slug, year), {}).items():
        known[quantity] = max(known.get(quantity, 0), count)
    return known


def _fewer(material: Material, year: str, short: list[_Short]) -> Iterator[Finding]:
    told = [
        f"{material.name(one.slug)} has {thousands(one.found)} of {thousands(one.known)} "
        f"({quantity_words(one.quantity)})"
        for one in short
    ]
    if len(short) > SHOWN:
        yield _error(
            year,
            f"The register has fewer cases of {year} than are held of {len(short):,} councils: "
            f"{'; '.join(told[:SHOWN])}; and {len(short) - SHOWN:,} more. It is not whole for the year.",
        )
        return
    for one, said in zip(short, told, strict=True):
        yield _error(
            year, f"The register has fewer cases of {year} than are held: {said}.", one.slug, one.quantity
        )


def _halves(material: Material, year: str) -> Iterator[Finding]:
    """Less than half of the year before, or of what is held of the same councils, is to be looked at."""
    before = str(ReportingYear.parse(year).shifted(-1))
    own = {slug: row for (slug, of), row in material.merged.register.items() if of == year}
    for quantity in _TOTALS:
        for against, words in (
            ({s: _count(material, s, before, quantity) for s in own}, f"in {before}"),
            ({s: material.already.get((s, year), {}).get(quantity) for s in own}, f"held of {year}"),
        ):
            both = {s: n for s, n in against.items() if n is not None and quantity in own[s]}
            found, known = sum(own[s][quantity] for s in both), sum(both.values())
            if both and 2 * found < known:
                yield Finding(
                    WHOLE,
                    Severity.WARNING,
                    f"{year}: {quantity_words(quantity)} of {len(both):,} councils together is "
                    f"{thousands(found)} by the register, fewer than half of the {thousands(known)} {words}.",
                    None,
                    year,
                    quantity,
                    suggestion=_SUGGESTION,
                )


def _count(material: Material, slug: str, year: str, quantity: str) -> int | None:
    known = material.merged.counts.get((slug, year), {}).get(quantity)
    return known.value if known is not None else None


def _error(year: str, sentence: str, slug: str | None = None, quantity: str | None = None) -> Finding:
    return Finding(WHOLE, Severity.ERROR, sentence, slug, year, quantity, suggestion=_SUGGESTION)
