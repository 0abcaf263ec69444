"""Everything that a search may find, for who has to find it without a database: names, places, postcodes."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from dashboard.repository.names import initials, one_spelling


@dataclass(frozen=True, slots=True)
class PlaceHeld:
    """A town or village: its name, its spellings folded, and the council its middle lies in."""

    name: str
    spellings: tuple[str, ...]
    slug: str


@dataclass(frozen=True, slots=True)
class PostcodeHeld:
    """What is held of a prefix of postcodes: its council or its nation; ``split``: not of all of it."""

    prefix: str
    slug: str | None
    country: str
    split: bool


def spellings_of_councils(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return every spelling of every name of each council, by slug, and its initials."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in connection.execute("SELECT folded, slug FROM council_name ORDER BY folded"):
        own = (*_spellings(row["folded"]), *sorted(initials(row["folded"])))
        found[row["slug"]].update(dict.fromkeys(own))
    return {slug: tuple(spellings) for slug, spellings in found.items()}


def places_held(connection: sqlite3.Connection) -> tuple[PlaceHeld, ...]:
    """Return every place, the best known first."""
    rows = connection.execute(
        "SELECT name, folded, slug FROM place ORDER BY population DESC, folded, slug, easting, northing"
    )
    return tuple(PlaceHeld(row["name"], _spellings(row["folded"]), row["slug"]) for row in rows)


def postcodes_held(connection: sqlite3.Connection) -> dict[str, tuple[PostcodeHeld, ...]]:
    """Return every prefix of postcodes by its outcode."""
    found: defaultdict[str, list[PostcodeHeld]] = defaultdict(list)
    for row in connection.execute("SELECT prefix, slug, country, level FROM postcode ORDER BY prefix"):
        outcode = row["prefix"].partition(" ")[0]
        split = row["level"] == "split"
        found[outcode].append(PostcodeHeld(row["prefix"], row["slug"], row["country"], split))
    return {outcode: tuple(rows) for outcode, rows in found.items()}


def _spellings(name: str) -> tuple[str, ...]:
    """Return a folded name as it may be typed: as it is, in its one spelling, with "saint" written out.

    >>> _spellings("st helens")
    ('st helens', 'saint helens')
    """
    saint = " ".join("saint" if word == "st" else word for word in name.split())
    return tuple(dict.fromkeys((name, one_spelling(name), saint)))
