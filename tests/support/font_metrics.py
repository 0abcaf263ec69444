"""How wide letters are by a TrueType font’s own tables (``cmap`` of format 4, ``hmtx``)."""

import struct
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4)
def advances(font: Path) -> dict[int, float]:
    """The width of each letter by its code point, in thousandths of the size."""
    data = font.read_bytes()
    tables = {}
    for index in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, _ = struct.unpack(">4sIII", data[12 + 16 * index : 28 + 16 * index])
        tables[tag.decode()] = offset
    per_em = struct.unpack(">H", data[tables["head"] + 18 : tables["head"] + 20])[0]
    many = struct.unpack(">H", data[tables["hhea"] + 34 : tables["hhea"] + 36])[0]
    at = tables["hmtx"]
    widths = [struct.unpack(">H", data[at + 4 * i : at + 4 * i + 2])[0] for i in range(many)]
    return {
        code: 1000 * widths[min(glyph, many - 1)] / per_em
        for code, glyph in _glyphs(data, tables["cmap"]).items()
    }


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    (tables,) = struct.unpack(">H", data[cmap + 2 : cmap + 4])
    records = [struct.unpack(">HHI", data[cmap + 4 + 8 * i : cmap + 12 + 8 * i]) for i in range(tables)]
    at = next(
        cmap + offset for platform, kind, offset in records if (platform, kind) == (3, 1)
    )  # Windows, Unicode
    form, _, _, twice = struct.unpack(">HHHH", data[at : at + 8])
    assert form == 4
    many = twice // 2

    def column(number: int, kind: str) -> tuple[int, ...]:
        start = at + 14 + twice * number + (2 if number else 0)
        return struct.unpack(f">{many}{kind}", data[start : start + twice])

    ends, starts, deltas, offsets = column(0, "H"), column(1, "H"), column(2, "h"), column(3, "H")
    found = {}
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[index]:
                place = at + 16 + 3 * twice + 2 * index + offsets[index] + 2 * (code - first)
                glyph = struct.unpack(">H", data[place : place + 2])[0]
                if not glyph:
                    continue
            found[code] = (glyph + deltas[index]) % 65_536
    return found
