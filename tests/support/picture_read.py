"""Reading a picture: its words, where each stands by its letters’ real metrics, and what it asks for."""

import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from tests.support.font_metrics import advances

FONTS = Path(__file__).resolve().parents[2] / "dashboard" / "pdf" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"translate\(([\d.-]+)[ ,]([\d.-]+)\)")


@dataclass(frozen=True)
class Words:
    """A line of a picture and its box, in pixels of the picture."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


def root(svg: str) -> ET.Element:
    """The picture's document."""
    return ET.fromstring(svg)  # noqa: S314 — our own


def words(svg: str) -> list[Words]:
    """Every line of a picture, each where it is drawn; a halo is the same line twice."""
    found: dict[tuple[str, float, float], Words] = {}
    _walk(root(svg), 0.0, 0.0, 12.0, found)
    return list(found.values())


def text_of_picture(svg: str) -> str:
    """All the lines in the order drawn, with spaces between."""
    return " ".join(one.text for one in words(svg))


def outside(svg: str) -> list[Words]:
    """The lines that are not whole within the picture."""
    document = root(svg)
    width, height = float(document.get("width", 0)), float(document.get("height", 0))
    return [
        one
        for one in words(svg)
        if one.left < 0 or one.right > width or one.baseline - one.size < 0 or one.baseline + 2 > height
    ]


def overlapping(svg: str) -> list[tuple[str, str]]:
    """Pairs of lines that stand over each other."""
    told = [one for one in words(svg) if one.text.strip()]
    return [
        (one.text, other.text)
        for index, one in enumerate(told)
        for other in told[index + 1 :]
        if abs(one.baseline - other.baseline) < 0.72 * min(one.size, other.size)
        and one.left < other.right - 0.5
        and other.left < one.right - 0.5
    ]


def asks_for(svg: str) -> list[str]:
    """Everything a picture would fetch, run or lead to."""
    forbidden = r"<(?:script|image|foreignObject|a|use|style|link)\b|\bon\w+=|href=|@import"
    outer = [url for url in re.findall(r"url\(([^)]*)\)", svg) if not url.startswith("#")]
    return [*re.findall(forbidden, svg), *outer]


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, by its head."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def length(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line by the font's own metrics; of a letter it has not, that of the widest."""
    widths = advances(FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf")
    return sum(widths.get(ord(letter), 1_000) for letter in text) * size / 1_000


def _walk(
    node: ET.Element, x: float, y: float, size: float, found: dict[tuple[str, float, float], Words]
) -> None:
    if node.tag == f"{SVG}svg":
        x, y = x + float(node.get("x", 0)), y + float(node.get("y", 0))
    moved = _MOVE.search(node.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    size = float(node.get("font-size", size))
    if node.tag == f"{SVG}text":
        text = node.text or ""
        wide = length(text, size, bold=node.get("font-weight") == "bold")
        left = (
            x
            + float(node.get("x", 0))
            - wide * {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor", ""), 0.0)
        )
        at = y + float(node.get("y", 0))
        found[text, round(left, 1), round(at, 1)] = Words(text, left, left + wide, at, size)
    for child in node:
        _walk(child, x, y, size, found)
