"""What the cells of a case register say: references, days, yes or no, and texts in pieces."""

import re
from collections.abc import Mapping
from datetime import date

from dashboard.domain.references import reference_of
from dashboard.imports.wording import normalised

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_BRITISH = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BULLET = re.compile(r"\s*(?:\r?\n|•|\s\|\s)\s*[-–*•]?\s*")
_KIND = re.compile(r"([^:]{3,60}):\s+(.+)", re.DOTALL)
_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 1, 1)


def reference(text: str) -> str:
    """Return a case reference as it is written: ``23 001 234``, ``SIM 23 001 234``. Raises ValueError."""
    return reference_of(text)


def day(text: str) -> date:
    """Return a day: 2024-03-31, 31/03/2024 (day first), 31-Mar-2024 or 31 March 2024. Raises ValueError."""
    try:
        if found := _ISO.fullmatch(text):
            read = date(int(found[1]), int(found[2]), int(found[3]))
        elif found := _BRITISH.fullmatch(text):
            read = date(int(found[3]), int(found[2]), int(found[1]))
        elif found := _NAMED.fullmatch(text):
            read = date(int(found[3]), _MONTHS.index(found[2][:3].lower()) + 1, int(found[1]))
        else:
            raise ValueError(text)
    except ValueError:
        raise ValueError(f"“{text}” is no day. Write 2024-03-31, 31/03/2024 or 31 Mar 2024.") from None
    if not _EARLIEST <= read < _LATEST:
        raise ValueError(f"“{text}” is a day in {read.year}, which cannot be.")
    return read


def bullets(text: str) -> list[str]:
    """Return the pieces of a cell: one a line, or with bullets or “ | ” between them."""
    return [piece for piece in (part.strip(" •*") for part in _BULLET.split(f"\n{text}")) if piece]


def kind_and_text(piece: str, kinds: Mapping[str, str]) -> tuple[str, str]:
    """Return what kind of remedy a piece says it is (“Training: …”), and its text; ``other`` where it
    says none."""
    found = _KIND.fullmatch(piece)
    if found is not None and (kind := kinds.get(normalised(found[1]))) is not None:
        return kind, found[2].strip()
    return "other", piece
