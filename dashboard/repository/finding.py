"""Answering whatever is typed into the search box: a postcode, an ONS code, a council's name or a place's."""

import re
import sqlite3

from dashboard.domain.postal_areas import written_otherwise
from dashboard.repository import found_words as say
from dashboard.repository.lookups import Lookups
from dashboard.repository.name_finding import find_name
from dashboard.repository.postcode_finding import find_postcode
from dashboard.repository.postcode_text import read_postcode
from dashboard.repository.records import Found
from dashboard.repository.search import LONGEST

_CODE = re.compile(r"[A-Z]\d{8}")


def find(query: str, lookups: Lookups, connection: sqlite3.Connection, *, whole: bool = False) -> Found:
    """Find councils. Any text is answered: with councils, or with a sentence saying why there are none.

    ``whole``: all that a name matches are wanted, not the first of them.
    """
    text = " ".join(query[: 2 * LONGEST].split())
    if not text:
        return Found(query, "", (), say.NOTHING_TYPED)
    code = text.upper()
    if _CODE.fullmatch(code):
        return _by_code(query, code, lookups)
    place = written_otherwise(text)
    if place is not None:
        return Found(query, f"Postcode {code}", (), say.lies_elsewhere(code, place), elsewhere=place)
    typed = read_postcode(text)
    if typed is not None:
        return find_postcode(query, typed, lookups.county_of, connection)
    if len(query) > LONGEST:
        return Found(query, "", (), say.unknown_name(text))
    return find_name(query, text, lookups, whole=whole)


def _by_code(query: str, code: str, lookups: Lookups) -> Found:
    slug = lookups.slugs_by_code.get(code)
    reading = f"ONS code {code}"
    if slug is None:
        return Found(query, reading, (), say.no_such_code(code))
    return Found(query, reading, (slug,), None, matches=1, serving=(slug,), sure=True)
