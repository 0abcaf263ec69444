"""Names and places as people type them, from the committed tables read plainly, and typed by hand."""

import random
from collections.abc import Iterator

from tests.finding.asked import SEED, Asked
from tests.finding.england import Row, after, table
from tests.finding.known import SPELLINGS, TOWNS


def names(councils: dict[str, Row]) -> Iterator[Asked]:
    """Every name held of every council, usual other spellings, and one slip in each short name."""
    rng = random.Random(SEED)  # noqa: S311
    for row in councils.values():
        wanted = frozenset({row.slug}) | (after(row.slug) if row.ended else frozenset())
        state = "ended" if row.ended else "of today"
        yield Asked(f"official name, {state}", row.name, wanted, unsure=row.ended)
        yield Asked(f"short name, {state}", row.short, frozenset({row.slug}), unsure=row.ended)
        for other in row.others:
            yield Asked("another name", other, frozenset({row.slug}), unsure=row.ended)
        for text in _respelt(row.name):
            yield Asked("another spelling", text, frozenset({row.slug}))
        if len(row.short) >= 6:
            yield Asked("a slip of the pen", _slip(row.short, rng), frozenset({row.slug}), may_miss=True)
    for text, slug in SPELLINGS:
        yield Asked("as people say, by hand", text, frozenset({slug}) if slug else frozenset(), none=not slug)


def _respelt(name: str) -> Iterator[str]:
    for old, new in (
        ("St ", "Saint "),
        ("upon", "on"),
        (" and ", " & "),
        ("Metropolitan Borough Council", "MBC"),
        ("Borough Council", "BC"),
        ("District Council", "DC"),
        ("-", " "),
        ("'", ""),
        ("’", ""),
    ):
        if old in name:
            yield name.replace(old, new)


def _slip(name: str, rng: random.Random) -> str:
    """Leave out a letter, or exchange two neighbours, not the first."""
    at = rng.randrange(1, len(name) - 1)
    if rng.random() < 0.5:
        return name[:at] + name[at + 1 :]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def places(councils: dict[str, Row]) -> Iterator[Asked]:
    """Three hundred places held, by name and with their council, and towns known by hand."""
    rng = random.Random(SEED)  # noqa: S311
    held = [row for row in table("places") if row["population"] != "0"]
    for row in rng.sample(held, 300):
        slug = row["slug"]
        serving = frozenset({slug, councils[slug].county} - {""})
        yield Asked("place", row["name"], frozenset({slug}), may_miss=True)
        yield Asked("place with its council", f"{row['name']}, {councils[slug].short}", serving)
    for town, slug in TOWNS:
        yield Asked("town, by hand", town, frozenset({slug}))
