"""What looks like a person's particulars in a text that is to be published: told by kind, never repeated.

The Ombudsman writes “Mr X”. Whoever stands in a published text under a name, or can be written to or called,
may have complained. These are signs and no proof: a person looks, and says that it may stay or takes it out.
"""

import re
import unicodedata

from dashboard.domain.characters import odd_characters

_UPPER = "".join(letter for letter in map(chr, range(0x530)) if letter.isupper())
_LETTER = f"[{_UPPER}]"
"""A capital letter: Latin, Greek or Cyrillic, with whatever is above or below it."""
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_FORMATS = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
"""Characters that nobody sees, and that part a name or a number without showing it."""
_SPACES = re.compile(r"[^\S\r\n]+")

_BEGINS = (
    r"(?:The|She|He|They|Her|His|It|In|On|An?|We|Our|This|That|When|There|At|As|By|For|If|After|But|So)\b"
)
"""How a sentence goes on after “Mr X.”, which is an initial in “Mr X. Example”."""
_TITLE = r"\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|Dr|Messrs|MR|MRS|MISS)\b"
_PARTICLE = r"(?:van|von|der|den|ten|ter|de|del|della|di|da|dos|das|du|la|le|al|el|bin|ibn|ap|af|zu|st|o|d)"
_NOT_A_DAY = r"(?!\d{1,2}[ /.-]\d{1,2}[ /.-]\d{4})"
_AT = r"(?:@|\s?[(\[]at[)\]]\s?|\s@\s)"

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an e-mail address", re.compile(rf"[\w.+'-]+{_AT}[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)),
    (
        "a phone number",
        re.compile(
            rf"(?<![\d£.,-])(?<!\d[ /]){_NOT_A_DAY}"
            r"(?:\(?(?:\+|00) ?44\)?[ .-]?(?:\(0\))?[ .-]?|\(?0(?=[1-35789]))"
            r"\d(?:[ ()./-]{0,2}\d){8,9}(?!,?\d)"
        ),
    ),
    (
        "a postcode",
        re.compile(
            r"(?<![A-Za-z0-9])(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)[ -]?"
            r"\d(?!(?:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
    ),
    (
        "a person’s name",
        re.compile(
            rf"{_TITLE}(?:\.\s*|\s+)(?:{_LETTER}(?:\.\s*|\s+)(?!{_BEGINS}))*"
            rf"(?:{_PARTICLE}(?:\s+|[’'-]))*{_LETTER}(?:[^\W\d_]|[’'-]{_LETTER})"
        ),
    ),
    (
        "a National Insurance number",
        re.compile(
            r"(?<![A-Za-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r"(?:[ -]?\d{2}){3}[ -]?[A-D](?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
    ),
)


def personal_in(text: str) -> tuple[str, ...]:
    """Name what looks like a person's particulars in a text, each kind once: "a postcode".

    It is looked at as it reads: hard and double spaces, wide letters, dashes of every kind and characters
    that nobody sees hide nothing.

    >>> personal_in("Mr X told Mrs Example-Smith")
    ('a person’s name',)
    """
    seen = _SPACES.sub(" ", _FORMATS.sub("", unicodedata.normalize("NFKC", text)).translate(_DASHES))
    return tuple(kind for kind, pattern in _SIGNS if pattern.search(seen))


def unfit_to_publish(text: str) -> tuple[str, ...]:
    """Name what a reason or a role that readers are shown may not hold: a person's particulars, characters
    that nobody can see."""
    return (*personal_in(text), *odd_characters(text))
