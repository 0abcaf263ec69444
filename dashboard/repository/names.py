"""Folding names so that two spellings of one name meet: case, accents, punctuation, “&”, “St.”."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`´]")
_OTHER = re.compile(r"[^0-9a-z]+")
_COMMON = frozenset(
    {"council", "borough", "city", "county", "district", "metropolitan", "unitary"}
    | {"authority", "royal", "london", "of", "the", "and"}
)


def folded(text: str) -> str:
    """Return the text in lower-case ASCII words, one space apart; “&” is “and”.

    >>> folded("King’s Lynn & West Norfolk")
    'kings lynn and west norfolk'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _OTHER.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def telling(name: str) -> str:
    """Return the words of a folded name that tell councils apart; all of them when none do.

    >>> telling("city of london corporation")
    'corporation'
    """
    words = [word for word in name.split() if word not in _COMMON]
    return " ".join(words) or name
