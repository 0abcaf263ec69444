"""Characters that no text for people holds: control characters, non-characters, and turns of direction.

They come with texts that were copied from elsewhere. Nobody sees them; a PDF cannot be made of them, a number
with one in it is another number, and one that turns the direction of writing shows another text than it is.
"""

import re
import unicodedata

_NON_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069"
    f"{_NON_CHARACTERS}]"
)
"""One of them. Tabs and ends of lines are none."""

_NAMES = {
    **{0x00: "null", 0x07: "bell", 0x08: "backspace", 0x0B: "vertical tab", 0x0C: "form feed"},
    **{0x1A: "substitute", 0x1B: "escape", 0x7F: "delete"},
}


def odd_characters(text: str) -> tuple[str, ...]:
    """Name each odd character of a text once, as it is looked up: ``U+001B (escape)``."""
    return tuple(dict.fromkeys(_named(found) for found in ODD.findall(text)))


def without_odd(text: str) -> str:
    """Return a text with a space in the place of each odd character."""
    return ODD.sub(" ", text)


def _named(character: str) -> str:
    code = ord(character)
    name = _NAMES.get(code) or unicodedata.name(character, "").lower()
    kind = "control character" if unicodedata.category(character) == "Cc" else "no character"
    return f"U+{code:04X} ({name or kind})"
