"""When two changes that were agreed say the same: one rule for letters and for what to watch."""

import re

_NOT_A_WORD = re.compile(r"[\W\d_]+")


def words_of(change: str) -> str:
    """Return the words of a change, by which it is told from others: numbers, days, punctuation and capitals
    apart."""
    return _NOT_A_WORD.sub(" ", change).casefold().strip()
