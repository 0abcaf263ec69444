"""What looks like a person's particulars in a text that is to be published: told by kind, never repeated.

The Ombudsman writes “Mr X”. Whoever stands in a published text under a name, or can be written to or called,
may have complained. These are signs and no proof: a person looks, and says that it may stay or takes it out.
"""

import re

_NOT_A_DAY = r"(?!\d{1,2}[ /-]\d{1,2}[ /-]\d{4})"
_LETTER = "[A-ZÀ-ÖØ-Þ]"
_BEGINS = (
    r"(?:The|She|He|They|Her|His|It|In|On|An?|We|Our|This|That|When|There|At|As|By|For|If|After|But|So)\b"
)
"""How a sentence goes on after “Mr X.”, which is an initial in “Mr X. Example”."""

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an e-mail address", re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "a phone number",
        re.compile(
            rf"(?<![\d£.,-])(?<!\d[ /]){_NOT_A_DAY}"
            r"(?:\(?\+44\)?[ -]?(?:\(0\))?[ -]?|\(?0(?=[1-35789]))\d(?:[ ()-]{0,2}\d){8,9}(?!,?\d)"
        ),
    ),
    (
        "a postcode",
        re.compile(
            r"(?<![A-Za-z0-9])(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?) ?"
            r"\d(?!(?:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
    ),
    (
        "a person’s name",
        re.compile(
            rf"\b(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|MISS)\b\.?\s+(?:{_LETTER}\s+|{_LETTER}\.\s*(?!{_BEGINS}))?"
            rf"{_LETTER}(?:[^\W\d_]|[’'-]{_LETTER})"
        ),
    ),
    (
        "a National Insurance number",
        re.compile(
            r"(?<![A-Za-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r"(?: ?\d{2}){3} ?[A-D](?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
    ),
)


def personal_in(text: str) -> tuple[str, ...]:
    """Name what looks like a person's particulars in a text, each kind once: "a postcode".

    >>> personal_in("Mr X told Mrs Example-Smith")
    ('a person’s name',)
    """
    return tuple(kind for kind, pattern in _SIGNS if pattern.search(text))
