"""Reading any query string: cut before it is looked at, and each parameter by the values it may have.

Whatever is read here is short, so that a page may repeat it in each of its links. What means nothing is
left out and reported, so that every page can say so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any, Generic, TypeVar
from urllib.parse import unquote_plus

from dashboard.words import left_out as say

Value = TypeVar("Value")
Member = TypeVar("Member", bound=StrEnum)

LONGEST = 16_000
"""Characters of a query string that are read, escapes and all; the rest is as though it were not there."""
LONGEST_WORDS = 300
"""Characters of words to be searched for: more than a search reads words (16), in any language."""
LONGEST_NAME = 120
"""Characters of a name, slug or code: none there is comes near."""
MOST_NAMED = 100
"""How many councils of a query are looked at; nobody writes as many by hand."""
_MOST_PAIRS = 100
_MOST_SAID = 5
_LONGEST_ESCAPED = 12_000  # 100 names of 120 letters, or 1,000 characters of four escaped bytes each
_LONGEST_REPEATED = 40
_REPEATED = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII | re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HALF_ESCAPE = re.compile(r"%[0-9a-f]?$", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter(Generic[Value]):
    """A name that a query may give a value: what its values are, and how they are told from others.

    ``read`` returns what a text means, or None where it means nothing. ``noun`` and ``rest`` say what it
    then is not ("a year", "held here"), ``hint`` what would have been read. ``several``: values may be
    given with commas between them, or the name more than once; of other parameters the last value counts.
    """

    name: str
    noun: str
    rest: str
    read: Callable[[str], Value | None]
    hint: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a query that was not read: a sentence about it, and a hint what would have been.

    ``cut``: not a value that means nothing, but the end of what is too long.
    """

    sentence: str
    hint: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query string taken apart: by name the texts given that are not blank, as they were typed.

    ``cut``: it was too long to be read whole.
    """

    given: Mapping[str, tuple[str, ...]]
    cut: bool = False

    def text(self, name: str) -> str:
        """Return the last text of a name, trimmed and no longer than a name is; empty without one."""
        return self.words(name).strip()[:LONGEST_NAME].strip()

    def words(self, name: str) -> str:
        """Return the last text of a name as it was typed, its beginning where it is long; or empty."""
        words = self.given.get(name, ("",))[-1][:LONGEST_WORDS]
        return words if words.strip() else ""

    def names(self, name: str) -> tuple[str, ...]:
        """Return the slugs or codes of a name, in small letters, each once; the first hundred."""
        return self._named(name)[:MOST_NAMED]

    def value(self, parameter: Parameter[Value]) -> Value | None:
        """Return what a parameter's last text means; None where there is none, or it means nothing."""
        return next(iter(self._read(parameter).values()), None)

    def values(self, parameter: Parameter[Value]) -> frozenset[Value]:
        """Return all that the texts of a parameter mean."""
        return frozenset(value for value in self._read(parameter).values() if value is not None)

    def known(self, parameter: Parameter[Value]) -> dict[str, Value]:
        """Return the texts of a parameter that mean something, and what each means."""
        return {text: value for text, value in self._read(parameter).items() if value is not None}

    def left_out(
        self, parameters: Iterable[Parameter[Any]], names: Iterable[str] = ()
    ) -> tuple[LeftOut, ...]:
        """Return what these parameters could not read, each sentence once; then what was cut off.

        ``names`` are those that name councils.
        """
        unread = dict.fromkeys(
            LeftOut(say.not_known(_repeated(text), one.noun, one.rest), one.hint)
            for one, text in self._unread(parameters)
        )
        more = len(unread) - _MOST_SAID
        rest = [LeftOut(say.more_not_known(more))] if more > 0 else []
        return (*islice(unread, _MOST_SAID), *rest, *self._cut_off(names))

    def unread(self, parameters: Iterable[Parameter[Any]]) -> tuple[tuple[str, str], ...]:
        """Return what these parameters could not read as pairs of a query, for an address that keeps it."""
        pairs = ((one.name, text[:LONGEST_NAME]) for one, text in self._unread(parameters))
        return tuple(islice(pairs, _MOST_SAID))

    def _unread(self, parameters: Iterable[Parameter[Any]]) -> Iterator[tuple[Parameter[Any], str]]:
        for one in parameters:
            yield from ((one, text) for text, value in self._read(one).items() if value is None)

    def _cut_off(self, names: Iterable[str]) -> Iterator[LeftOut]:
        if len(self.given.get("q", ("",))[-1]) > LONGEST_WORDS:
            yield LeftOut(say.words_cut(LONGEST_WORDS), cut=True)
        if any(len(self._named(name)) > MOST_NAMED for name in names):
            yield LeftOut(say.too_many(MOST_NAMED), cut=True)
        if self.cut:
            yield LeftOut(say.ADDRESS_CUT, cut=True)

    def _named(self, name: str) -> tuple[str, ...]:
        texts = (part for text in self.given.get(name, ()) for part in text.split(","))
        slugs = (text.strip().casefold()[:LONGEST_NAME].strip() for text in texts)
        return tuple(dict.fromkeys(slug for slug in slugs if slug))

    def _read(self, parameter: Parameter[Value]) -> dict[str, Value | None]:
        texts = self.given.get(parameter.name, ())
        if parameter.several:
            parts = [part.strip() for text in texts for part in text.split(",")]
        else:
            parts = [text.strip() for text in texts[-1:]]
        return {part: parameter.read(part) for part in parts if part}


def read(query: str) -> Query:
    """Take any query string apart. Of one that is too long the beginning is read."""
    short = bounded(query)
    given: dict[str, list[str]] = {}
    for pair in short.split("&"):
        name, _, value = pair.partition("=")
        text = unquote_plus(value, errors="replace")
        if text.strip():
            given.setdefault(unquote_plus(name, errors="replace"), []).append(text)
    return Query({name: tuple(texts) for name, texts in given.items()}, cut=short != query)


def bounded(query: str) -> str:
    """Return a query string no longer than is read of one; each of its values is cut before the whole is."""
    kept: list[str] = []
    length = 0
    for pair in query.split("&", _MOST_PAIRS)[:_MOST_PAIRS]:
        name, equals, value = pair.partition("=")
        short = f"{_cut(name, LONGEST_NAME)}{equals}{_cut(value, _LONGEST_ESCAPED)}"
        length += len(short) + 1
        if length > LONGEST:
            break
        kept.append(short)
    return "&".join(kept)


def choice(name: str, noun: str, kind: type[Member], rest: str = "known here") -> Parameter[Member]:
    """Return a parameter that is one of an enumeration."""
    return Parameter(name, noun, rest, _reader(kind))


def several(name: str, noun: str, kind: type[Member]) -> Parameter[Member]:
    """Return a parameter that is any of an enumeration."""
    return Parameter(name, noun, "known here", _reader(kind), several=True)


def year(name: str, years: Iterable[str]) -> Parameter[str]:
    """Return a parameter that is one of a release's years, ascending."""
    held = tuple(years)
    hint = say.years_held(held)
    return Parameter(name, "a year", "held here", lambda text: text if text in held else None, hint)


def read_day(text: str) -> date | None:
    """Return a day written 2023-04-01, the only form a browser sends (``date`` reads others too)."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _reader(kind: type[Member]) -> Callable[[str], Member | None]:
    members = {member.value: member for member in kind}
    return members.get


def _cut(text: str, longest: int) -> str:
    """Cut a text with escapes, and none of them in two."""
    return text if len(text) <= longest else _HALF_ESCAPE.sub("", text[:longest])


def _repeated(text: str) -> str:
    """Return a value where it looks like a year or a slug, which may be said again; else nothing."""
    return text if len(text) <= _LONGEST_REPEATED and _REPEATED.fullmatch(text) else ""
