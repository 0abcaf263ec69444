"""The reference of a case: ``23 001 234``, in a demonstration ``SIM 23 001 234``.

A joint investigation of two bodies has one reference, with a letter for each: ``17 002 402b``. The same
digits without the letter, or with another, are another case.
"""

import re

SIMULATED = "SIM "
"""What the reference of a simulated case begins with."""

_WRITTEN = re.compile(r"(SIM)?[ -]?(\d{2})[ -]?(\d{3})[ -]?(\d{3})[ -]?([a-z])?", re.ASCII | re.IGNORECASE)


def reference_of(text: str) -> str:
    """Return a reference as it is written everywhere here, from any spelling of spaces, hyphens and case.

    >>> reference_of("17-002-402B")
    '17 002 402b'

    Raises ValueError for what is none.
    """
    found = _WRITTEN.fullmatch(" ".join(text.split()))
    if found is None:
        raise ValueError(f"“{text}” is no case reference such as 23 001 234.")
    simulated, *digits, letter = found.groups()
    spelt = " ".join(digits) + (letter or "").lower()
    return f"{SIMULATED}{spelt}" if simulated else spelt


def is_simulated(reference: str) -> bool:
    """Say whether a reference is one of a demonstration."""
    return reference.startswith(SIMULATED)


def reference_slug(reference: str) -> str:
    """Return a reference in an address: ``23 001 234`` is ``23-001-234``."""
    return "-".join(reference.split()).lower()
