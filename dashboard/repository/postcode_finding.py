"""The councils a postcode lies in, or the beginning of one: those held, their nation, and how sure it is."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from dashboard.domain.postal_areas import AREAS, Elsewhere, area_of, elsewhere
from dashboard.repository import found_words as say
from dashboard.repository.postcode_text import Typed
from dashboard.repository.postcodes import Postcode
from dashboard.repository.records import Found

_WEIGHT = {"outcode": 1000, "sector": 100, "split": 100, "unit": 1}

CountyOf = Callable[[str], str | None]


def find_postcode(query: str, typed: Typed, county_of: CountyOf, connection: sqlite3.Connection) -> Found:
    """Answer a postcode. ``county_of`` gives the county of a district, None of any other council."""
    postcode = typed.postcode
    rows = connection.execute(
        "SELECT prefix, slug, country, level FROM postcode WHERE prefix = ? OR (prefix > ? AND prefix < ?)",
        (postcode.outcode, f"{postcode.outcode} ", f"{postcode.outcode} ~"),
    ).fetchall()
    found = _unit(query, postcode, county_of, rows) if postcode.unit else None
    found = found or _part(query, postcode, county_of, rows) or _nowhere(query, postcode)
    notes = [*([say.mended(postcode)] if typed.mended else [])]
    notes += [say.several_postcodes(postcode)] if typed.others else []
    return replace(found, notes=(*notes, *found.notes), sure=found.sure and not notes)


def _unit(query: str, postcode: Postcode, county_of: CountyOf, rows: list[sqlite3.Row]) -> Found | None:
    """Answer a whole postcode: the longest prefix held says where it lies; None where none is held."""
    by_prefix = {row["prefix"]: row for row in rows}
    row = next((by_prefix[prefix] for prefix in postcode.prefixes if prefix in by_prefix), None)
    if row is None:
        return None
    split = row["level"] == "split"
    if row["slug"] is None:
        return _elsewhere(query, postcode, Elsewhere(row["country"]), partly_held=split)
    serving = both_tiers(row["slug"], county_of)
    return Found(
        query,
        say.reading_of(postcode),
        serving,
        None,
        matches=len(serving),
        serving=serving,
        where=str(postcode),
        notes=(say.by_area(postcode),) if split else (),
        sure=len(serving) == 1 and not split,
    )


def _elsewhere(query: str, postcode: Postcode, place: Elsewhere, *, partly_held: bool) -> Found:
    """Answer what lies in no council of England."""
    told = say.lies_elsewhere(str(postcode), place, partly_held=partly_held)
    return Found(query, say.reading_of(postcode), (), told, elsewhere=place)


def _part(query: str, postcode: Postcode, county_of: CountyOf, rows: list[sqlite3.Row]) -> Found | None:
    """Answer the beginning of postcodes by all held within it; of what is not held, by its outcode."""
    asked = str(postcode.outcode if postcode.unit else postcode)
    within = [row for row in rows if _holds(asked, row["prefix"])]
    exact = bool(within) and not postcode.unit
    within = within or rows
    if not within:
        return None
    counts: Counter[str] = Counter()
    abroad: Counter[str] = Counter()
    for row in within:
        (counts if row["slug"] else abroad)[row["slug"] or row["country"]] += _WEIGHT[row["level"]]
    slugs = [slug for slug, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    place = Elsewhere(abroad.most_common(1)[0][0]) if abroad else None
    if not slugs and place is not None:
        return _elsewhere(query, postcode, place, partly_held=not exact)
    whole = not exact and len(rows) == 1 and rows[0]["level"] == "outcode"
    notes = [] if exact or whole else [say.by_wider_area(postcode)]
    if place is not None:
        most = max(counts.values()) < _WEIGHT["split"] <= max(abroad.values())
        notes.append(say.part_elsewhere(postcode, place, most=most))
    councils = _with_counties(slugs, county_of)
    serving = both_tiers(slugs[0], county_of) if len(slugs) == 1 and not notes else ()
    return Found(
        query,
        say.reading_of(postcode),
        councils,
        None,
        matches=len(councils),
        serving=serving,
        where=str(postcode),
        beginning=True,
        notes=tuple(notes),
        sure=len(serving) == 1,
        elsewhere=place,
    )


def _holds(asked: str, prefix: str) -> bool:
    """Whether a prefix is what was asked for or lies within it: an outcode's sectors follow after a space."""
    return prefix == asked or prefix.startswith(asked if " " in asked else f"{asked} ")


def _nowhere(query: str, postcode: Postcode) -> Found:
    """Answer what is not held: the nation its beginning lies in, or that it is not known."""
    place = elsewhere(postcode.outcode)
    if place is not None:
        problem = say.lies_elsewhere(str(postcode), place)
    elif area_of(postcode.outcode) in AREAS:
        problem = say.unknown_postcode(postcode)
    else:
        problem = say.no_such_area(postcode)
    return Found(query, say.reading_of(postcode), (), problem, elsewhere=place)


def both_tiers(slug: str, county_of: CountyOf) -> tuple[str, ...]:
    """Return a council and, of a district, its county: both serve its area."""
    county = county_of(slug)
    return (slug, county) if county else (slug,)


def _with_counties(slugs: list[str], county_of: CountyOf) -> tuple[str, ...]:
    """Add each district's county after all the councils found."""
    counties = [county for slug in slugs if (county := county_of(slug))]
    return tuple(dict.fromkeys([*slugs, *counties]))
