"""Finding the postcode in what somebody typed: with marks and words around it, O for 0 and I or L for 1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.postal_areas import AREAS, area_of
from dashboard.repository.postcodes import Postcode, parse_postcode

_MARKS_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_WORDS = re.compile(r"[A-Z0-9]+")
_INWARD = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}", re.ASCII)  # C, I, K, M, O and V end no postcode
_OUT_PATTERNS = ("A9", "A99", "AA9", "A9A", "AA99", "AA9A")
_AS_DIGIT = {"O": "0", "I": "1", "L": "1"}
_AS_LETTER = {"0": "O", "1": "I"}
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Typed:
    """A postcode as it was meant. ``mended``: a letter was read as a digit or the other way round;
    ``others``: how many further postcodes stood beside it."""

    postcode: Postcode
    mended: bool = False
    others: int = 0


def read_postcode(text: str) -> Typed | None:
    """Return the postcode, or the beginning of one, that a text is or holds; None where it holds none.

    >>> read_postcode("(0X1 1BX, Oxford)").postcode.unit
    'OX1 1BX'
    """
    bare = _MARKS_AROUND.sub("", text[:_LONGEST]).upper()
    whole = parse_postcode(bare)
    if whole is not None and _may_be(whole):
        return Typed(whole)
    mended = _mended("".join(_WORDS.findall(bare))) if len(bare) <= 12 else None
    if mended is not None:
        return Typed(mended, mended=True)
    return (Typed(whole) if whole is not None else None) or _within(bare)


def _within(text: str) -> Typed | None:
    """Return the first whole postcode in a text, else the one outcode among words that hold no digit."""
    words = _WORDS.findall(text)
    for read, mended in ((_strict, False), (_mended, True)):
        found = dict.fromkeys(
            postcode
            for piece in _pieces(words)
            if (postcode := read(piece)) is not None and postcode.unit is not None
        )
        if found:
            return Typed(next(iter(found)), mended, others=len(found) - 1)
    numbered = [word for word in words if any(c.isdigit() for c in word)]
    outcode = parse_postcode(numbered[0]) if len(numbered) == 1 and len(words) > 1 else None
    if outcode is not None and _may_be(outcode) and str(outcode) == outcode.outcode:
        return Typed(outcode)
    return None


def _pieces(words: list[str]) -> Iterator[str]:
    """Yield what may be a whole postcode: two words of which the second has three letters, or one word."""
    for first, second in pairwise(words):
        if len(second) == 3 and 2 <= len(first) <= 4:
            yield first + second
    yield from (word for word in words if 5 <= len(word) <= 7)


def _strict(piece: str) -> Postcode | None:
    read = parse_postcode(piece)
    return read if read is not None and read.unit and _may_be(read) else None


def _may_be(postcode: Postcode) -> bool:
    """Whether a postcode is of an area there is and none of its characters looks like another one's."""
    digits = postcode.outcode[len(area_of(postcode.outcode)) :]
    zero_first = len(digits) == 2 and digits[0] == "0"
    return area_of(postcode.outcode) in AREAS and not zero_first and digits[-1] not in _AS_DIGIT


def _mended(piece: str) -> Postcode | None:
    """Read six or so characters as a postcode by taking O, I and L for digits and 0 and 1 for letters.

    At least one character must be a digit already, and the area be one there is: no name is read so.
    """
    if not any(c.isdigit() for c in piece):
        return None
    inward = ""
    if 5 <= len(piece) <= 7:
        piece, inward = piece[:-3], _AS_DIGIT.get(piece[-3], piece[-3]) + piece[-2:]
        if not _INWARD.fullmatch(inward):
            return None
    readings = [out for pattern in _OUT_PATTERNS if (out := _as(piece, pattern)) is not None]
    best = min(readings, key=lambda out: sum(a != b for a, b in zip(out, piece, strict=True)), default=None)
    return parse_postcode(f"{best} {inward}".strip()) if best else None


def _as(piece: str, pattern: str) -> str | None:
    """Return characters as a pattern of letters (A) and digits (9) has them; None where they cannot be."""
    if len(piece) != len(pattern):
        return None
    told = "".join(
        (_AS_DIGIT if kind == "9" else _AS_LETTER).get(character, character)
        for character, kind in zip(piece, pattern, strict=True)
    )
    if any(c.isdigit() != (kind == "9") for c, kind in zip(told, pattern, strict=True)):
        return None
    postcode = parse_postcode(told)
    return told if postcode is not None and _may_be(postcode) else None
