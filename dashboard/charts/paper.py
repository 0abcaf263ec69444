"""Drawings for paper: SVG in absolute measures, every colour and letter in it, for any program to draw.

What a screen draws leans on style sheets and on percentages; a PDF or a Word document knows neither. So
a drawing for paper says all by itself, at one width, with letters of one size whatever the width.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.style import COUNCIL_COLOUR, HAIRLINE, INK

PAPER, PHONE = 640, 340
"""Widths a drawing is made for, in pixels of its letters."""
LETTERS = "'Liberation Sans', 'DejaVu Sans', Arial, Helvetica, 'Libertinus Serif', sans-serif"
SIZE = 12
LETTER = 6.1  # pixels a letter of that size takes, about
_KEY_LINE, _KEY_GAP, _GLYPH = 19, 16, 24


@dataclass(frozen=True, slots=True)
class Plot:
    """The rectangle a drawing's values lie in, within its margins."""

    left: float
    top: float
    width: float
    height: float

    def x(self, share: float) -> float:
        """Return the place of a share of the width, 0 at the left."""
        return round(self.left + share * self.width, 1)

    def y(self, share: float) -> float:
        """Return the place of a share of the height, 0 at the foot."""
        return round(self.top + (1 - share) * self.height, 1)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.top + self.height


def drawing(width: float, height: float, parts: Sequence[str], alt: str) -> str:
    """Return a whole drawing of a size. ``alt`` names it for who does not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(alt)}" '
        f'font-family="{LETTERS}" font-size="{SIZE}" fill="{INK}">{"".join(parts)}</svg>'
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str = HAIRLINE, *, more: str = "") -> str:
    """Return a line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"{more}/>'


def letters(x: float, y: float, words: str, anchor: str = "start", *, more: str = "") -> str:
    """Return a line of words."""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{more}>{escape(words)}</text>'


def haloed(x: float, y: float, words: str, anchor: str = "start", *, own: bool = False) -> str:
    """Return a line of words that stays legible over lines and points."""
    look = f' font-weight="bold" fill="{COUNCIL_COLOUR}"' if own else ' fill="#14181C"'
    around = ' stroke="#FFFFFF" stroke-width="4" stroke-linejoin="round"'
    return letters(x, y, words, anchor, more=f"{look}{around}") + letters(x, y, words, anchor, more=look)


def grid(plot: Plot, ticks: Sequence[tuple[float, str]]) -> list[str]:
    """Return the level lines of a plot with their values on the left: pairs of share and words."""
    parts = []
    for share, words in ticks:
        y = plot.y(share)
        parts += [line(plot.left, y, plot.right, y), letters(plot.left - 8, y + 4, words, "end")]
    return parts


def key(entries: Sequence[tuple[str, str]], left: float, top: float, width: float) -> tuple[list[str], float]:
    """Return a key of marks (SVG around 0, 0) and words, line by line, and the height it takes."""
    parts: list[str] = []
    x, y = left, top
    for glyph, words in entries:
        wide = _GLYPH + LETTER * len(words)
        if x > left and x + wide > left + width:
            x, y = left, y + _KEY_LINE
        parts.append(f'<g transform="translate({x + 8:g} {y - 4:g})">{glyph}</g>')
        parts.append(letters(x + _GLYPH, y, words))
        x += wide + _KEY_GAP
    return parts, y - top + _KEY_LINE


def within(svg: str, x: float, y: float) -> tuple[str, float]:
    """Return a whole drawing as a part of another one, its corner at a place, and its height."""
    found = re.search(r' height="([\d.]+)"', svg)
    if found is None:
        raise ValueError("this is no whole drawing")
    return svg.replace("<svg ", f'<svg x="{x:g}" y="{y:g}" ', 1), float(found[1])
