"""Postcodes as people type them, from the committed table read plainly, and typed by hand."""

import random
from collections import defaultdict
from collections.abc import Iterator

from tests.finding.asked import SEED, Asked
from tests.finding.england import Row, table
from tests.finding.known import BEYOND, BORDERS, NOT_POSTCODES, POSTCODES

_INWARD = "ABDEFGHJLNPQRSTUWXYZ"


class _Postcodes:
    """The table, and by each beginning of postcodes the councils and the nations within it."""

    def __init__(self, councils: dict[str, Row]) -> None:
        self.councils = councils
        self.rng = random.Random(SEED)  # noqa: S311
        self.held = table("postcodes")
        self.within: defaultdict[str, set[str]] = defaultdict(set)
        self.abroad: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.held:
            outcode, _, rest = row["prefix"].partition(" ")
            for part in {outcode, f"{outcode} {rest[:1]}".strip()}:
                (self.within if row["slug"] else self.abroad)[part].add(row["slug"] or row["country"])

    def some(self, levels: str, count: int, *, england: bool = True) -> list[dict[str, str]]:
        """Return some rows of these levels, in England or beyond it."""
        rows = [row for row in self.held if row["level"] in levels.split() and bool(row["slug"]) is england]
        return self.rng.sample(rows, count)

    def both(self, slug: str) -> frozenset[str]:
        """Return a council and its county."""
        return frozenset({slug, self.councils[slug].county} - {""})

    def made_up(self, sector: str) -> str:
        """Return a postcode of a sector that is not in the table."""
        listed = {row["prefix"] for row in self.held if row["prefix"].startswith(sector)}
        while (unit := f"{sector}{self.rng.choice(_INWARD)}{self.rng.choice(_INWARD)}") in listed:
            pass
        return unit


def postcodes(councils: dict[str, Row]) -> Iterator[Asked]:
    """Units held and made up, sectors, outcodes, borders, other nations, slips, and what is none."""
    held = _Postcodes(councils)
    yield from _whole(held)
    yield from _parts(held)
    yield from _beyond(held)
    for row in held.some("unit", 60):
        for kind, text in _typed(row["prefix"]):
            yield Asked(kind, text, held.both(row["slug"]))
    for text in NOT_POSTCODES:
        yield Asked("no postcode", text, none=True)


def _whole(held: _Postcodes) -> Iterator[Asked]:
    for row in held.some("unit", 400):
        yield Asked("postcode, listed", row["prefix"], held.both(row["slug"]))
    for row in held.some("sector", 250):
        yield Asked("postcode, of a whole sector", held.made_up(row["prefix"]), held.both(row["slug"]))
    for row in held.some("outcode", 100):
        unit = held.made_up(f"{row['prefix']} 1")
        yield Asked("postcode, of a whole outcode", unit, held.both(row["slug"]))
    for row in held.some("split", 250):
        unit, right = held.made_up(row["prefix"]), held.both(row["slug"])
        yield Asked("postcode, of a split sector", unit, right, said="by its area", unsure=True)
    for postcode, slug in POSTCODES:
        yield Asked("postcode, by hand", postcode, held.both(slug))


def _parts(held: _Postcodes) -> Iterator[Asked]:
    for row in held.some("sector split", 200):
        yield Asked("sector", row["prefix"], frozenset(held.within[row["prefix"]]))
    for outcode in held.rng.sample(sorted(part for part in held.within if " " not in part), 300):
        right = frozenset(held.within[outcode])
        yield Asked("outcode", outcode, right, unsure=len(right) > 1)


def _beyond(held: _Postcodes) -> Iterator[Asked]:
    for row in held.some("unit", 150, england=False):
        nation = f"in {row['country']}"
        yield Asked("postcode, listed beyond the border", row["prefix"], said=nation, none=True)
    for outcode in sorted(part for part in held.abroad if " " not in part and part in held.within):
        (nation,) = held.abroad[outcode]
        right = frozenset(held.within[outcode])
        yield Asked("outcode across the border", outcode, right, nation, unsure=True)
    for outcode, nation in BORDERS:
        yield Asked("outcode across the border, by hand", outcode, said=f"lies in {nation}", unsure=True)
    for outcodes, said in BEYOND:
        for outcode in outcodes.split():
            for text in (outcode, f"{outcode} {held.rng.randint(1, 9)}AA"):
                yield Asked("another nation, island or forces", text, said=said, none=True)


def _typed(postcode: str) -> Iterator[tuple[str, str]]:
    yield "postcode, run together", postcode.replace(" ", "").lower()
    yield "postcode, with marks", f"({postcode})."
    yield "postcode, with words", f"12 High Street, {postcode}, England"
    for right, wrong in (("0", "O"), ("1", "I"), ("1", "l"), ("O", "0"), ("I", "1")):
        out, inward = postcode.split()
        if right in inward[:1] and right in "01":
            yield "postcode, with a slip", f"{out} {wrong}{inward[1:]}"
        if out[:1] == right and right in "OI":
            yield "postcode, with a slip", f"{wrong}{out[1:]} {inward}"
