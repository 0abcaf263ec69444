"""How far apart two spellings of a word are, and which known words are near to one that is not known."""

from collections import defaultdict
from collections.abc import Iterable

_SHORTEST = 4
"""Letters of a word that may be mistyped: a shorter one is near to too many."""
_TWO_FROM = 8
"""Letters from which two slips are allowed."""


def allowed(word: str) -> int:
    """Return how many slips a word of its length may have: none, one or two."""
    if len(word) < _SHORTEST:
        return 0
    return 2 if len(word) >= _TWO_FROM else 1


def distance(one: str, other: str, most: int) -> int:
    """Return how many slips lead from one word to another, ``most`` + 1 where there are more.

    A slip is a letter left out, added or changed, or two neighbours exchanged (Damerau's four, each stretch
    of a word changed once: optimal string alignment).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        row, before, last = [place], row, before
        for at, against in enumerate(other, start=1):
            least = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != against))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == against:
                least = min(least, last[at - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


class Spellings:
    """The words that are known, laid out so that those near to another are found without trying each."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._by_length: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for word in sorted(self.words):
            self._by_length[len(word)].append((_letters(word), word))

    def nearest(self, word: str) -> tuple[str, ...]:
        """Return the known words with the fewest slips, no more than are allowed; () where none is so near.

        Two slips are too many where the first letter is another: people seldom mistake that.
        """
        least = allowed(word)
        if not least:
            return ()
        found: list[str] = []
        letters = _letters(word)
        for length in range(len(word) - least, len(word) + least + 1):
            for others, other in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() > 2 * least:  # a slip changes two letters at most
                    continue
                slips = distance(word, other, least)
                if slips > least or (slips == 2 and other[:1] != word[:1]):
                    continue
                if slips < least:
                    least, found = slips, []
                found.append(other)
        return tuple(sorted(found))


def _letters(word: str) -> int:
    """Return which letters and digits a word has, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits
