"""How wide words are, and their lines: for what is laid out before any program sets it.

Widths are those of Arial (Helvetica's metrics, which Liberation Sans shares), in thousandths of the size of
the letters.
"""

_UNKNOWN = 780  # wider than most letters with an accent
_REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\u00a0",
    333: "()-`r·“”",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£–",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    737: "©",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    990: "▲▼",
    1000: "—…→",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl‘’\u00a0",
    280: "|",
    333: "!()-:;[]`ft·",
    389: "*r",
    474: '"',
    500: "z“”",
    556: "#$0123456789J_aceksvxy£–",
    584: "+<=>^~×",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    737: "©",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    990: "▲▼",
    1000: "—…→",
}
_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}


def thousandths(text: str, *, bold: bool = False) -> int:
    """Return the width of a text on one line in thousandths of its size."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _UNKNOWN) for letter in text)


def width_at(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line in the unit of its size.

    >>> width_at("82%", 10)
    20.01
    """
    return thousandths(text, bold=bold) * size / 1000


def lines(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return a text in lines no wider than a width: broken between words, a longer word where it must be."""
    told: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_at(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            told.append(line)
        line = word
        while len(line) > 1 and width_at(line, size, bold=bold) > width:
            fits = _fitting(line, size, width, bold=bold)
            told.append(line[:fits])
            line = line[fits:]
    return [*told, line] if line else told


def _fitting(word: str, size: float, width: float, *, bold: bool) -> int:
    """Return how many letters of a word fit into a width, one at least; an address is parted at a sign."""
    fits = 1
    while fits < len(word) and width_at(word[: fits + 1], size, bold=bold) <= width:
        fits += 1
    at_sign = max(word.rfind(sign, 0, fits) for sign in ",&?/") + 1
    return at_sign if at_sign > fits / 2 else fits
