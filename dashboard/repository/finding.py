"""Answering whatever is typed into the search box: a postcode, an ONS code or a council's name."""

import re
import sqlite3
from collections import Counter

from dashboard.repository.lookups import Lookups
from dashboard.repository.postcodes import Postcode, parse_postcode
from dashboard.repository.records import Found
from dashboard.repository.search import LONGEST

_CODE = re.compile(r"[A-Z]\d{8}")
_QUOTED = 60
_OUTSIDE = "this site covers councils in England only."


def find(query: str, lookups: Lookups, connection: sqlite3.Connection) -> Found:
    """Find councils. Any text is answered: with councils, or with a sentence saying why there are none."""
    text = " ".join(query[: 2 * LONGEST].split())
    if not text:
        return Found(query, "", (), "Type a council’s name or a postcode.")
    code = text.upper()
    if _CODE.fullmatch(code):
        return _by_code(query, code, lookups)
    postcode = parse_postcode(text)
    if postcode is not None:
        return _by_postcode(query, postcode, lookups, connection)
    return _by_name(query, text, lookups)


def _by_code(query: str, code: str, lookups: Lookups) -> Found:
    slug = lookups.slugs_by_code.get(code)
    reading = f"ONS code {code}"
    if slug is None:
        return Found(query, reading, (), f"No council in England has had the ONS code {code} since 2014.")
    return Found(query, reading, (slug,), None)


def _by_name(query: str, text: str, lookups: Lookups) -> Found:
    shown = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
    slugs = lookups.names.find(text) if len(query) <= LONGEST else ()
    if not slugs:
        problem = f"No council’s name is like “{shown}”. Check the spelling, or try a postcode."
        return Found(query, f"Name “{shown}”", (), problem)
    return Found(query, f"Name “{shown}”", slugs, None)


def _by_postcode(query: str, postcode: Postcode, lookups: Lookups, connection: sqlite3.Connection) -> Found:
    """A whole postcode lies in one council; a part of one may reach into several: all, most first."""
    if postcode.unit:
        slugs, country = _longest(postcode, connection)
    else:
        slugs, country = _within(str(postcode), connection)
        if not slugs and country is None:
            slugs, country = _longest(postcode, connection)
    reading = f"{postcode.noun.capitalize()} {postcode}"
    if slugs:
        return Found(query, reading, _with_counties(slugs, lookups), None)
    outside = country or postcode.outside
    if outside:
        return Found(query, reading, (), f"{postcode} is in {outside}; {_OUTSIDE}")
    problem = f"The {postcode.noun} {postcode} is not known in England. Check it, or try a council’s name."
    return Found(query, reading, (), problem)


def _longest(postcode: Postcode, connection: sqlite3.Connection) -> tuple[tuple[str, ...], str | None]:
    for prefix in postcode.prefixes:
        row = connection.execute("SELECT slug, country FROM postcode WHERE prefix = ?", (prefix,)).fetchone()
        if row is not None:
            return ((row["slug"],), None) if row["slug"] else ((), row["country"])
    return (), None


def _within(prefix: str, connection: sqlite3.Connection) -> tuple[tuple[str, ...], str | None]:
    """The councils of an outcode or sector: its own row, and those of everything within it."""
    # An outcode's sectors begin with it and a space; a sector's units follow it at once.
    inner = prefix if " " in prefix else f"{prefix} "
    rows = connection.execute(
        "SELECT slug, country, level FROM postcode WHERE prefix = ? OR (prefix > ? AND prefix < ?)",
        (prefix, inner, f"{inner}~"),
    ).fetchall()
    weight = {"outcode": 1000, "sector": 100, "unit": 1}
    counts: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for row in rows:
        if row["slug"]:
            counts[row["slug"]] += weight[row["level"]]
        else:
            countries[row["country"]] += weight[row["level"]]
    slugs = tuple(slug for slug, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    country = countries.most_common(1)[0][0] if countries and not slugs else None
    return slugs, country


def _with_counties(slugs: tuple[str, ...], lookups: Lookups) -> tuple[str, ...]:
    """Add each district's county after the last of its districts found: both councils serve the place."""
    ordered: dict[str, None] = dict.fromkeys(slugs)
    for slug in slugs:
        county = lookups.councils[slug].upper_tier
        if county:
            ordered.setdefault(county)
    return tuple(ordered)
