"""Marks of footnotes beside a heading or a name: only they may be dropped, whatever else stands there means
something."""

import re
from functools import lru_cache

_NUMBERS = r"\d{1,2}(?:\s?(?:,|and|&|to|[-–])\s?\d{1,2})*"
_NOTE = rf"(?:see\s)?(?:foot)?notes?\s{_NUMBERS}"
_SQUARE = re.compile(rf"\[\s*(?:{_NOTE}|{_NUMBERS}|[a-z])\s*\]", re.IGNORECASE)
_ROUND = re.compile(rf"\(\s*(?:{_NOTE}|\d)\s*\)", re.IGNORECASE)
_SIGNS = re.compile("[*†‡§]+|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u02d2\u207d\u207e]+")
_OF_A_COLUMN = re.compile(r"\(?[a-z]\)?|\(?\d{1,2}\)?|\([ivx]{1,4}\)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def without_marks(text: str) -> str:
    """Return a text without the marks of footnotes, which say nothing themselves.

    A bracket that holds anything else stays: a year, a place, “average” is a meaning.

    >>> without_marks("Uphold rate (%) [note 3] [2024-25]*")
    'Uphold rate (%)   [2024-25] '
    """
    return _SIGNS.sub(" ", _ROUND.sub(" ", _SQUARE.sub(" ", text)))


def is_mark(text: str) -> bool:
    """Say whether a text is nothing but the letter or number of a column: ``(a)``, ``1``."""
    return _OF_A_COLUMN.fullmatch(text.strip()) is not None
