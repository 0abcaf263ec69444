"""The known wording nearest to an unknown one: by its words, each of which must have its like.

A nearer spelling may be of the opposite (“No. upheld”, “Not upheld”), or of a numerator’s denominator.
"""

import difflib
from collections.abc import Iterable
from functools import lru_cache

_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "by", "to", "with", "a", "an", "number", "total"}
    | {"complaint", "complaints", "case", "cases", "decisions", "our"}
)
_TELLING = frozenset(
    {"not", "non", "no", "never", "without", "un", "late", "time", "average", "mean", "similar", "pct"}
    | {"upheld", "uphold", "investigated", "investigations", "satisfactory", "received", "decided"}
    | {"complied", "compliance", "remedy", "remedies", "residents", "invalid", "incomplete", "rate"}
)
"""Words that turn a meaning round, or say what is counted: only a slip of the pen may part them."""
_LIKE, _SAME, _NAMES = 0.65, 0.82, 0.8
"""“ratio” and “rate” are 0.67 alike, “upheld” and “uphelt” 0.83. What turns a meaning round is the same word
or another: “late” and “rate” are 0.75 alike, “no” and “not” 0.8."""


def nearest(asked: str, known: Iterable[str]) -> str | None:
    """Return which of some normalised wordings is nearest to another; None where none means the like.

    >>> nearest("planing and develpment", ["planning and development", "planning"])
    'planning and development'
    >>> nearest("no upheld", ["not upheld"])
    """
    words = _telling(asked)
    fitting = [wording for wording in known if words and _pair(words, _telling(wording))]
    return max(fitting, key=lambda wording: _likeness(asked, wording), default=None)


def nearest_name(asked: str, known: Iterable[str]) -> str | None:
    """Return which of some folded names is another but for slips of the pen; None where none is.

    >>> nearest_name("blakpool", ["blackpool", "blackburn"])
    'blackpool'
    >>> nearest_name("east surrey", ["east sussex"])
    """
    words = tuple(asked.split())
    fitting = [
        name
        for name in known
        if words and name[:1] == asked[:1] and _pair(words, tuple(name.split()), _NAMES)
    ]
    return max(fitting, key=lambda name: _likeness(asked, name), default=None)


@lru_cache(maxsize=4096)
def _telling(wording: str) -> tuple[str, ...]:
    return tuple(word for word in wording.split() if word not in _SMALL)


def _pair(one: tuple[str, ...], other: tuple[str, ...], least: float = 0) -> bool:
    """Say whether each word of two wordings has its like among those of the other."""
    if len(one) != len(other):
        return False
    left = list(other)
    for word in one:
        like = max(left, key=lambda candidate: _likeness(word, candidate), default=None)
        if like is None or not _alike(word, like, least):
            return False
        left.remove(like)
    return True


def _alike(one: str, other: str, least: float) -> bool:
    if _turns(one) or _turns(other) or any(letter.isdigit() for letter in one + other):
        return one == other
    needed = _SAME if one in _TELLING and other in _TELLING else _LIKE
    return _likeness(one, other) >= max(needed, least)


def _turns(word: str) -> bool:
    return word in {"not", "non", "no", "never", "without", "late"}


@lru_cache(maxsize=1 << 16)
def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
