"""What a workbook marks in its texts and styles: letters raised, lowered or struck through.

A quick reader of workbooks runs such letters together with the others: “£250” with a raised 1 is “£2501”.
"""

import re
import zipfile
from dataclasses import dataclass
from itertools import pairwise

_ITEM = re.compile(rb"<(?:x:)?si[ >/]")
_MARK = re.compile(
    rb'<(?:x:)?vertAlign val="(?:super|sub)script"|<(?:x:)?strike(?:/>| val="(?:1|true)"/>|></)'
)
_FONTS = re.compile(rb"<(?:x:)?fonts[ >].*?</(?:x:)?fonts>", re.DOTALL)
_FONT = re.compile(rb"<(?:x:)?font(?:/>|>(.*?)</(?:x:)?font>)", re.DOTALL)
_STRUCK = re.compile(rb'<(?:x:)?strike(?:/>| val="(?:1|true)"/>|></)')
_CELL_STYLES = re.compile(rb"<(?:x:)?cellXfs[ >].*?</(?:x:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb'<(?:x:)?xf [^>]*?fontId="(\d+)"')
_CHUNK = 4 << 20


@dataclass(frozen=True, slots=True)
class Marked:
    """Which shared texts have letters raised, lowered or struck, and which styles of cells are struck, each
    by its number as the file writes it."""

    texts: frozenset[bytes] = frozenset()
    styles: frozenset[bytes] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.texts or self.styles)


def marked_in(archive: zipfile.ZipFile) -> Marked:
    """Return what is marked in a workbook whose size was looked at."""
    names = archive.namelist()
    texts = [name for name in names if name.lower().endswith("sharedstrings.xml")]
    styles = [name for name in names if name.lower().endswith("xl/styles.xml")]
    return Marked(
        _texts(archive, texts[0]) if texts else frozenset(),
        _styles(archive.read(styles[0])) if styles else frozenset(),
    )


def has_marks(content: bytes) -> bool:
    """Say whether a text written in its own cell has letters raised, lowered or struck."""
    return _MARK.search(content) is not None


def _texts(archive: zipfile.ZipFile, name: str) -> frozenset[bytes]:
    """Return the numbers of the texts with marks; the part is gone through piece by piece."""
    found: set[int] = set()
    number, kept = -1, b""
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            text = kept + chunk
            items = [match.start() for match in _ITEM.finditer(text)]
            if not items:
                kept = text
                continue
            if b"vertAlign" in text or b"strike" in text:
                found.update(
                    number + 1 + at
                    for at, (first, last) in enumerate(pairwise(items))
                    if has_marks(text[first:last])
                )
            number += len(items) - 1
            kept = text[items[-1] :]  # the last item may be cut
    if has_marks(kept):
        found.add(number + 1)
    return frozenset(str(one).encode() for one in found)


def _styles(content: bytes) -> frozenset[bytes]:
    fonts = _FONTS.search(content)
    styles = _CELL_STYLES.search(content)
    if fonts is None or styles is None:
        return frozenset()
    struck = {n for n, font in enumerate(_FONT.finditer(fonts[0])) if _STRUCK.search(font[1] or b"")}
    return frozenset(
        str(n).encode() for n, style in enumerate(_STYLE.finditer(styles[0])) if int(style[1]) in struck
    )
