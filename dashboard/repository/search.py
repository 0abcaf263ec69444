"""Finding councils and places by name: whole names first, then beginnings, then words, then near misses."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dashboard.repository.names import folded, initials, one_spelling, telling
from dashboard.repository.spelling import Spellings

LONGEST = 200  # No council's name comes near; what is typed beyond it is not a name.


class How(IntEnum):
    """How a text reads as a name, best first."""

    WHOLE = 0
    TELLING = 1
    TOGETHER = 2
    INITIALS = 3
    BEGINNING = 4
    WORDS = 5
    WORD_BEGINNINGS = 6
    NEAR = 7

    @property
    def exact(self) -> bool:
        """Whether it is that name, and not only the beginning or a part of it."""
        return self <= How.INITIALS


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing, folded: of a council by its slug, or of a place by its number.

    ``rank`` orders names read equally well: 0 an official name, 1 a short one, 2 another.
    """

    folded: str
    slug: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """What a text may name, and how well it reads so; ``name`` is the one it reads as."""

    slug: str
    how: How
    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    whole: str
    telling: str
    together: str
    words: frozenset[str]
    initials: frozenset[str]


class NameIndex:
    """All the names of one kind of thing, held in memory (about 2,000 of councils, 5,000 of places)."""

    def __init__(self, names: Iterable[Name], *, known_by_initials: bool = True) -> None:
        self._entries = tuple(_entry(name, known_by_initials) for name in names)
        self._at = _places(self._entries)
        self._sorted = sorted(self._at)
        self.words = frozenset(word for entry in self._entries for word in entry.words)
        """Every word of every name."""

    def find(self, query: str) -> tuple[Match, ...]:
        """Return everything a text may name as it is spelt, each once, in the best way it does."""
        return self._best(asked_of(query))

    def near(self, query: str, known: Spellings) -> tuple[Match, ...]:
        """Return what the nearest spelling of a text names, by the words ``known``; () where none is near.

        Each word that tells names apart must be known or be near to one that is: no half of a text counts.
        """
        choices: list[tuple[str, ...]] = []
        for word in telling(asked_of(query)).split():
            near = (word,) if word in known.words else known.nearest(word)
            if not near:
                return ()
            choices.append(near)
        return self._holding(choices) if choices else ()

    def _holding(self, choices: list[tuple[str, ...]]) -> tuple[Match, ...]:
        found: dict[str, Match] = {}
        for entry in self._entries:
            if all(any(word in entry.words for word in near) for near in choices):
                whole = len(entry.telling.split()) == len(choices)
                rank = entry.name.rank if whole else entry.name.rank + 10  # the whole of a name first
                _keep(found, Match(entry.name.slug, How.NEAR, rank, entry.name.folded))
        return tuple(found.values())

    def _candidates(self, *beginnings: str) -> Iterator[_Entry]:
        """Yield the entries with a word, initials or a name without spaces that begins with one of these."""
        places: set[int] = set()
        for beginning in dict.fromkeys(beginnings):
            for at in range(bisect_left(self._sorted, beginning), len(self._sorted)):
                if not self._sorted[at].startswith(beginning):
                    break
                places.update(self._at[self._sorted[at]])
        yield from (self._entries[place] for place in sorted(places))

    def _best(self, asked: str) -> tuple[Match, ...]:
        if not asked:
            return ()
        meant, words = telling(asked), tuple(asked.split())
        found: dict[str, Match] = {}
        for entry in self._candidates(words[0], meant.split()[0], meant.replace(" ", "")):
            how = _how(entry, asked, meant, words)
            if how is not None:
                _keep(found, Match(entry.name.slug, how, entry.name.rank, entry.name.folded))
        return tuple(found.values())


def asked_of(query: str) -> str:
    """Return a text as names are compared."""
    return one_spelling(folded(query[:LONGEST]))


def _entry(name: Name, known_by_initials: bool) -> _Entry:
    whole = one_spelling(name.folded)
    return _Entry(
        name,
        whole,
        telling(whole),
        telling(whole).replace(" ", ""),
        frozenset(whole.split()),
        initials(name.folded) if known_by_initials else frozenset(),
    )


def _places(entries: Sequence[_Entry]) -> dict[str, tuple[int, ...]]:
    """Return which entries have a word, are known by initials, or are a name without spaces, by it."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for key in {*entry.words, *entry.initials, entry.together}:
            at[key].append(place)
    return {key: tuple(places) for key, places in at.items()}


def _keep(found: dict[str, Match], match: Match) -> None:
    held = found.get(match.slug)
    if held is None or (match.how, match.rank) < (held.how, held.rank):
        found[match.slug] = match


def _begins(telling_words: str, asked: str, meant: str) -> bool:
    """Whether a name begins so; before a "council", which ends what is typed, with whole words: not "my"."""
    return telling_words.startswith(meant if asked.endswith(meant) else f"{meant} ")


def _how(entry: _Entry, asked: str, meant: str, words: tuple[str, ...]) -> How | None:
    """Return the best way a text reads as a name, None when it does not; later ways cost more to try."""
    ways: tuple[tuple[How, Callable[[], bool]], ...] = (
        (How.WHOLE, lambda: entry.whole == asked),
        (How.TELLING, lambda: entry.telling == meant),
        (How.TOGETHER, lambda: entry.together == meant.replace(" ", "")),
        (How.INITIALS, lambda: asked in entry.initials),
        (How.BEGINNING, lambda: entry.whole.startswith(asked) or _begins(entry.telling, asked, meant)),
        (How.WORDS, lambda: entry.words.issuperset(words)),
        (
            How.WORD_BEGINNINGS,
            lambda: all(any(own.startswith(word) for own in entry.words) for word in words),
        ),
    )
    return next((way for way, reads in ways if reads()), None)
