"""A heading as it is compared with others: without case, punctuation, marks of footnotes, “number of”."""

import re
import unicodedata
from functools import lru_cache

from dashboard.imports.marks import without_marks
from dashboard.repository.names import folded

_PER_CENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpct\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_NUMBER_OF = re.compile(
    r"^\s*(?:(?:#|nos?\.)\s*(?:of\b)?|nos?\s+of\b)|[\s(\[–—:-]+(?:#|nos?\.)[\s)\]]*$", re.IGNORECASE
)
"""“No.” of a number, before or after what it counts. Without its stop it stands so only as “No of …”: “Upheld
– No” is of those that were not."""
_LEADING = re.compile(r"^(?:the )?(?:(?:number|no|count) of |number )?(?:the )?")
_TRAILING = re.compile(r"(?<! pct) (?:number|count)$")


@lru_cache(maxsize=8192)
def without_number_sign(text: str) -> str:
    """Return a text without the sign of a number at its beginning or end, which is no negation.

    >>> without_number_sign("No. of complaints").strip(), without_number_sign("Upheld (No.)").strip()
    ('complaints', 'Upheld')
    >>> without_number_sign("No")
    'No'
    """
    return _NUMBER_OF.sub(" ", text)


@lru_cache(maxsize=8192)
def normalised(heading: str) -> str:
    """Return a heading so that its wordings meet: no case, punctuation or footnote marks; “%” is “pct”.

    >>> normalised("Average Uphold Rate (%) of similar authorities [note 2]")
    'average uphold rate pct of similar authorities'
    >>> normalised("Upheld (No.)"), normalised("Upheld – No")
    ('upheld', 'upheld no')
    """
    text = without_number_sign(_THOUSANDS.sub("", without_marks(heading)))
    text = folded(_PER_CENT.sub(" pct ", unicodedata.normalize("NFKC", text)))
    text = text.removeprefix("pct of ") + " pct" if text.startswith("pct of ") else text
    return _TRAILING.sub("", _LEADING.sub("", text)).strip()
