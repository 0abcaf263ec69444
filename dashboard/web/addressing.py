"""From a path and a query to what is asked: the rule it belongs to, and its one normal address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, RequestRedirect

from dashboard.addresses.query import LeftOut, read
from dashboard.addresses.reading import NOTHING, Held, Reading, of_nothing, of_year

ReadingOf = Callable[[Held], Reading]

NOWHERE = "(nowhere)"
"""The rule of every address that is none of the site's: one page answers them all."""
_LONGEST = 2_000  # characters of a path that is looked up; none of ours comes near
_DASH = "/_"  # where Dash's own rules begin
_OF_DASH = frozenset({"/_dash-layout", "/_dash-dependencies"})  # what its client asks for when it starts


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked. ``query`` is in its normal form; ``left_out`` is what could not be read.

    ``unread`` is the same as a query, for an address that is led to.
    """

    rule: str
    query: str
    left_out: tuple[LeftOut, ...] = ()
    unread: str = ""


class Addressing:
    """Knows the site's rules, and what the query of each may say."""

    def __init__(self, rules: Map, readings: Mapping[str, ReadingOf]) -> None:
        self._match = rules.bind("localhost").match
        self._readings = readings
        self._looked_up = lru_cache(maxsize=2_048)(self._rule_of)

    def leads(self, path: str) -> bool:
        """Say whether a path is that of a page but for the slashes at its ends."""
        return len(path) <= _LONGEST and self._looked_up(path)[1]

    def of(self, path: str, query: str, held: Callable[[], Held]) -> Address:
        """Return what is asked by any path (decoded) and any query, of the release that holds this."""
        rule = self._looked_up(path)[0] if len(path) <= _LONGEST else NOWHERE
        if not query:
            return Address(rule, "")
        given = read(query)
        reading_of = self._readings.get(rule, of_year if rule == NOWHERE else of_nothing)
        reading = reading_of(held())
        if rule == NOWHERE:  # one page answers them all, whatever year is named
            return Address(rule, NOTHING.normal(given), given.left_out(reading.parameters))
        unread = urlencode(given.unread(reading.said), errors="replace")
        left_out = given.left_out(reading.said, reading.names)
        return Address(rule, reading.normal(given), left_out, unread)

    def _rule_of(self, path: str) -> tuple[str, bool]:
        rule = self._matched(path)
        if rule == NOWHERE and path != "/" and path.endswith("/"):
            rule = self._matched("/" + path.strip("/"))
            return rule, rule != NOWHERE
        return rule, False

    def _matched(self, path: str) -> str:
        try:
            rule, _ = self._match(path, method="GET", return_rule=True)
        except (HTTPException, RequestRedirect):
            return NOWHERE
        told = str(rule.rule)
        return NOWHERE if (told.startswith(_DASH) and told not in _OF_DASH) or "<path:" in told else told
