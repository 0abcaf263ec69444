"""Finding councils by name: whole names first, then beginnings, then words, then near misses."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.repository.names import expanded, folded, initials, telling

LONGEST = 200  # No council's name comes near; what is typed beyond it is not a name.
MOST = 12  # How many councils an answer lists.
_NEAR = 0.75  # difflib ratio at which a word counts as mistyped: one letter in four or five.
_SHORTEST_TYPO = 4

_WHOLE, _TELLING, _INITIALS, _BEGINNING, _WORDS, _WORD_BEGINNINGS = range(6)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one council, folded; ``rank`` is 0 for the official name, 1 short, 2 other."""

    folded: str
    slug: str
    rank: int
    ended: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    telling: str
    words: frozenset[str]
    initials: frozenset[str]


class NameIndex:
    """All the names of a release's councils, held in memory (about 2,000)."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._entries = tuple(
            _Entry(name, telling(name.folded), frozenset(name.folded.split()), initials(name.folded))
            for name in names
        )
        self._words = sorted({word for entry in self._entries for word in entry.telling.split()})

    def find(self, query: str) -> tuple[str, ...]:
        """Return the slugs of the councils a text may name, best first, at most twelve."""
        asked = folded(query[:LONGEST])
        if not asked:
            return ()
        return self._exact(asked) or self._near(asked)

    def _exact(self, asked: str) -> tuple[str, ...]:
        scored = []
        for each in dict.fromkeys((asked, expanded(asked))):
            meant, words = telling(each), tuple(each.split())
            for entry in self._entries:
                how = _how(entry, each, meant, words)
                if how is not None:
                    scored.append((how, entry))
        return _ranked(scored)

    def _near(self, asked: str) -> tuple[str, ...]:
        """Read each word as the nearest known one; the words that name a council must be near to one."""
        repaired = []
        for word in telling(asked).split():
            if len(word) < _SHORTEST_TYPO:
                repaired.append([word])
                continue
            near = difflib.get_close_matches(word, self._words, n=3, cutoff=_NEAR)
            if not near:
                return ()
            repaired.append(near)
        scored = []
        for entry in self._entries:
            places = [_nearest_place(entry, choices) for choices in repaired]
            if places and None not in places:
                scored.append((sum(place for place in places if place is not None), entry))
        return _ranked(scored)


def _how(entry: _Entry, asked: str, meant: str, words: tuple[str, ...]) -> int | None:
    """Return the best way a text reads as a name, None when it does not; later ways cost more to try."""
    name = entry.name.folded
    ways: tuple[tuple[int, Callable[[], bool]], ...] = (
        (_WHOLE, lambda: name == asked),
        (_TELLING, lambda: entry.telling == meant),
        (_INITIALS, lambda: asked in entry.initials),
        (_BEGINNING, lambda: name.startswith(asked) or entry.telling.startswith(meant)),
        (_WORDS, lambda: entry.words.issuperset(words)),
        (_WORD_BEGINNINGS, lambda: all(any(own.startswith(word) for own in entry.words) for word in words)),
    )
    return next((way for way, reads in ways if reads()), None)


def _nearest_place(entry: _Entry, choices: list[str]) -> int | None:
    return next((place for place, word in enumerate(choices) if word in entry.words), None)


def _ranked(scored: Iterable[tuple[int, _Entry]]) -> tuple[str, ...]:
    """Best reading first; among equals councils that exist, then A to Z; each council once."""
    best: dict[str, tuple[int, bool, int, str]] = {}
    for how, entry in scored:
        name = entry.name
        key = (how, name.ended, name.rank, name.slug)
        if name.slug not in best or key < best[name.slug]:
            best[name.slug] = key
    ordered = sorted(best.items(), key=lambda item: item[1])
    return tuple(slug for slug, _ in ordered[:MOST])
