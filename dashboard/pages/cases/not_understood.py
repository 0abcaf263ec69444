"""What a query of cases asks for that means nothing: said to the reader, and left out of the search."""

from collections.abc import Sequence
from urllib.parse import parse_qs

from dash import html

from dashboard.addresses.decision_state import DecisionState, pairs, parse
from dashboard.markup.parts import Child
from dashboard.words.decisions import shortened

_DAYS = ("from", "to")
_YEARS = ("year", "received", "due")
_CHOICES = ("type", "category", "outcome", "kind", "service", "compliance")


def unread(query: str, years: Sequence[str]) -> list[Child]:
    """Return a note for each part of a query that could not be read; ``years`` are the release's."""
    given = parse_qs(query, errors="replace")
    read = {name for name, _ in pairs(DecisionState(parse(query, years).asked))}
    said: list[Child] = []
    for name in (*_DAYS, *_YEARS, *_CHOICES):
        value = given.get(name, [""])[-1].strip()
        if value and name not in read:
            sentence = f"“{shortened(value)}” is {_why(name, years)}: the search was made without."
            said.append(html.P(sentence, className="note"))
    return said


def _why(name: str, years: Sequence[str]) -> str:
    if name in _DAYS:
        return "not a day of the calendar, written like 2023-04-01"
    if name in _YEARS:
        return f"not a year held here ({years[0]} to {years[-1]})"
    return f"not a {name} there is" if name[0] not in "aeiou" else f"not an {name} there is"
