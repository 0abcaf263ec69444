"""A picture's sheet: banner, title, what is drawn, what is to be known of it, and where it comes from.

All lengths are pixels of the picture's own letters; a raster has as many for each as it is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.lettering import lines, width_at
from dashboard.pictures import palette

WIDTH, MARGIN = 640.0, 24.0
INNER = WIDTH - 2 * MARGIN
FONTS = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif"
"""Faces of one set of widths, so that no word is cut on whatever machine the picture is opened."""
_LEADING = 1.36  # of a size, from line to line


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture: its SVG document, and its size."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Body:
    """What is drawn, from 0, 0, ``INNER`` wide at most, and its height."""

    svg: str
    height: float


@dataclass(frozen=True, slots=True)
class Told:
    """What a picture says in words. ``title`` names measure, year and what is shown; ``subtitle`` stands
    under it, ``notes`` are paragraphs under the drawing, ``alt`` says it all for who does not see it."""

    title: str
    subtitle: tuple[str, ...]
    notes: tuple[str, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every picture of a release says of it: ``banner`` (strong words and the rest; none of what is
    published and real) and ``foot``, its source, release and address."""

    banner: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]


def sheet(told: Told, body: Body, stamp: Stamp) -> Picture:
    """Return the picture of a drawing with its words around it."""
    page = _Page()
    for strong, rest in stamp.banner:
        page.band(strong, rest)
    page.down(18)
    page.text(told.title, 19, bold=True, colour=palette.INK)
    for line in told.subtitle:
        page.down(4)
        page.text(line, 13, colour=palette.SOFT)
    page.down(16)
    page.place(body)
    page.down(12)
    for note in told.notes:
        page.text(note, 11.5, colour=palette.INK)
        page.down(5)
    page.rule()
    for line in stamp.foot:
        page.text(line, 10, colour=palette.SOFT)
        page.down(3)
    return document(page.parts, WIDTH, page.y + 13, told.title, told.alt)


def document(parts: Iterable[str], width: float, height: float, title: str, alt: str) -> Picture:
    """Return a whole SVG document that says all by itself and asks for nothing else."""
    tall = round(height)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{tall}" '
        f'viewBox="0 0 {width:g} {tall}" role="img" aria-label="{escape(title)}" '
        f'font-family="{FONTS}" font-size="12" fill="{palette.INK}">'
        f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>"
        f'<rect width="{width:g}" height="{tall}" fill="{palette.RAISED}"/>{"".join(parts)}</svg>\n'
    )
    return Picture(svg, width, float(tall))


def letters(
    x: float, y: float, words: str, size: float, *, bold: bool = False, colour: str = "", anchor: str = ""
) -> str:
    """Return a line of words, its letters standing on ``y``."""
    more = ' font-weight="bold"' if bold else ""
    more += f' fill="{colour}"' if colour else ""
    more += f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}"{more}>{escape(words)}</text>'


def paragraph(
    x: float,
    y: float,
    told: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    colour: str = "",
    anchor: str = "",
) -> tuple[str, float]:
    """Return lines of words below ``y``, and how high they are together."""
    apart = round(size * _LEADING, 1)
    drawn = "".join(
        letters(
            x, round(y + size * 0.95 + apart * row, 1), line, size, bold=bold, colour=colour, anchor=anchor
        )
        for row, line in enumerate(told)
    )
    return drawn, round(apart * len(told), 1)


class _Page:
    """Lays parts one below the other."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 0.0

    def down(self, by: float) -> None:
        self.y += by

    def text(self, words: str, size: float, *, bold: bool = False, colour: str) -> None:
        told = lines(words, size, INNER, bold=bold)
        drawn, tall = paragraph(MARGIN, self.y, told, size, bold=bold, colour=colour)
        self.parts.append(drawn)
        self.y += tall

    def place(self, body: Body) -> None:
        self.parts.append(f'<g transform="translate({MARGIN:g} {self.y:g})">{body.svg}</g>')
        self.y += body.height

    def rule(self) -> None:
        self.y += 5
        self.parts.append(
            f'<path d="M{MARGIN:g} {self.y:g}h{INNER:g}" stroke="{palette.HAIRLINE}" fill="none"/>'
        )
        self.y += 7

    def band(self, strong: str, rest: str) -> None:
        """Draw a banner over the whole width: a strong beginning, and the rest on its line or below."""
        size, wide = 12.0, INNER
        begun = width_at(f"{strong} ", size, bold=True)
        first, *others = (
            lines(rest, size, wide - begun) if width_at(rest, size) <= wide - begun else ["", rest]
        )
        told = [part for other in others for part in lines(other, size, wide)]
        tall = 14 + 17 * (1 + len(told))
        top = self.y
        self.parts.append(f'<rect y="{top:g}" width="{WIDTH:g}" height="{tall}" fill="{palette.BANNER}"/>')
        self.parts.append(
            f'<path d="M0 {top + tall:g}h{WIDTH:g}" stroke="{palette.BANNER_EDGE}" fill="none"/>'
        )
        at = top + 20
        self.parts.append(letters(MARGIN, at, strong, size, bold=True))
        if first:
            self.parts.append(letters(round(MARGIN + begun, 1), at, first, size))
        self.parts += [letters(MARGIN, at + 17 * row, line, size) for row, line in enumerate(told, start=1)]
        self.y += tall
