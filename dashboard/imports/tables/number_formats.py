"""What a number's format in a workbook makes of it: a percentage, a multiple, or something else altogether.

The part of the format for a positive, negative or zero number is looked at, as spreadsheets do it; colours,
conditions, padding and letters in quotes are no part of the number. Source: ECMA-376, part 1, 18.8.31.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dashboard.imports.marks import without_marks

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(.)', re.DOTALL)
_DIGITS = frozenset("0#?")
_DASHES = frozenset("-–—")
_PLAIN = frozenset({"general", "@"})
_PER_CENT = re.compile(r"%|per ?cent", re.IGNORECASE)
_COMPARED = re.compile(r"[<>~^=$£€]|^\s*[-(]")
"""What, beside the digits of a number that is not negative, shows a limit, money, or one below nought."""
_THOUSANDTHS = re.compile(r"[0#?],+(?![0#?,])")
"""Commas after the digits: the number is shown divided by a thousand for each."""


@dataclass(frozen=True, slots=True)
class Format:
    """One part of a number's format. ``percent``: decimals of a number shown a hundred times, with its sign;
    ``literal_percent``: those of one shown as it is, with a sign that is only text; ``otherwise``: what is
    shown is not the number."""

    percent: int | None = None
    literal_percent: int | None = None
    otherwise: bool = False


_AS_IT_IS = Format()


def format_for(number: Decimal, number_format: str | None) -> Format:
    """Return what a format makes of a number.

    >>> format_for(Decimal(76), '0"%"').literal_percent, format_for(Decimal("0.76"), "0.0%").percent
    (0, 1)
    >>> format_for(Decimal(6000), "#,##0,").otherwise
    True
    """
    if not number_format or number_format.lower() in _PLAIN:
        return _AS_IT_IS
    parts = _parts(number_format)
    at = 1 if number < 0 and len(parts) > 1 else 2 if number == 0 and len(parts) > 2 else 0
    own_sign = number < 0 and at == 0  # one part for all: the sign is written besides
    return _read(parts[at], zero=number == 0, negative=number < 0 and not own_sign)


@lru_cache(maxsize=256)
def _parts(number_format: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return the parts of a format between its semicolons, each as its letters: what they are for, what they
    say."""
    parts: list[list[tuple[str, str]]] = [[]]
    for found in _TOKEN.finditer(number_format):
        quoted, escaped, bare = found.groups()
        if bare == ";":
            parts.append([])
        elif bare is not None:
            parts[-1].append(("mark", bare))
        elif quoted or escaped:
            parts[-1].append(("text", quoted or escaped))
    return tuple(map(tuple, parts))


def _read(part: tuple[tuple[str, str], ...], *, zero: bool, negative: bool) -> Format:
    marks = "".join(said for what, said in part if what == "mark")
    texts = "".join(said for what, said in part if what == "text")
    if marks.strip().lower() in _PLAIN and not _says_more(texts):
        return _AS_IT_IS
    if not _DIGITS.intersection(marks):
        shown = (texts + marks).strip()
        days = re.search(r"[dmyhs]", marks, re.IGNORECASE) is not None
        return Format(otherwise=not days and not (zero and shown and set(shown) <= _DASHES))
    elsewhere = not negative and _COMPARED.search(marks)
    if _says_more(texts) or elsewhere or _THOUSANDTHS.search(marks):
        return Format(otherwise=True)
    decimals = _decimals(marks)
    if "%" in marks:
        return Format(percent=decimals)
    if "%" in texts or "per cent" in texts.lower() or "percent" in texts.lower():
        return Format(literal_percent=decimals)
    return _AS_IT_IS


def _says_more(texts: str) -> bool:
    """Say whether words beside a number make it another: “5k”, “<5”, “5 (provisional)”. A sign of percentages
    and the mark of a footnote do not."""
    return bool(_PER_CENT.sub("", without_marks(texts)).strip())


def _decimals(marks: str) -> int:
    _, _, after = marks.partition(".")
    return sum(mark in _DIGITS for mark in after.split("%")[0])
