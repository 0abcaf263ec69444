"""A picture of a reorganisation for who enters it: the councils before beside those from then on, as SVG."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import chain

from dashboard.domain.years import ReportingYear
from dashboard.mapview.shapes import Shape, Shapes
from dashboard.reshape.borders import borders_of
from dashboard.reshape.drawing import Outlines, outlines_of

FILLS = ("#a6cee3", "#fdd49e", "#b2df8a", "#cab2d6", "#fbb4ae")
"""Light enough for black names; what is not coloured does not change."""

_LEAST = 250
"""The least width and height of what is shown, in units: 50 kilometres."""

_LINES = 50
"""How many lines of text a picture is high."""

_LETTER = 0.56
"""How wide a letter is about, of the height of a line."""

_STYLE = (
    "path{stroke:#444;stroke-width:%.2f;stroke-linejoin:round;fill:#f7f7f7}"
    "text{font:%.1fpx sans-serif;fill:#111;text-anchor:middle}"
    ".name{paint-order:stroke;stroke:#fff;stroke-width:%.1fpx;stroke-linejoin:round}"
    ".year{font-weight:bold}"
)


@dataclass(frozen=True, slots=True)
class _View:
    """What part of the map both pictures show, in units, and the councils' names."""

    left: float
    top: float
    width: float
    height: float
    names: Mapping[str, str]

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.height / _LINES


def preview(before: Shapes, after: Shapes, new: Collection[str], names: Mapping[str, str]) -> str:
    """Return one SVG: the lower tier before and after, drawn around the councils that are new.

    Coloured are, after, the councils in ``new``, and before, those that end and those in ``new`` that were
    there. ``names`` has the names of all of them. A name is written where it stands on no other, and is
    the title of every coloured shape. Raises ValueError where ``new`` names none, or one not drawn.
    """
    earlier, later = outlines_of(before), outlines_of(after)
    if not new or not later.keys() >= {*new}:
        raise ValueError("a preview needs councils that are on the map")
    view = _around([later[slug].bounds for slug in new], names)
    year = ReportingYear(after.vintage)
    told = ", ".join(names[slug] for slug in sorted(new))
    across, down = 2.05 * view.width, view.height + 3 * view.line
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.0f} {down:.0f}" ',
            'role="img" aria-labelledby="title told">',
            f'<title id="title">Councils before {year} and from then on</title>',
            f'<desc id="told">New: {escape(told)}.</desc>',
            f"<style>{_STYLE % (view.line / 12, view.line, view.line / 4)}</style>",
            *_picture(before, _fills(earlier, {*new} | earlier.keys() - later.keys()), view, 0),
            _heading(f"Before {year}", view, 0),
            *_picture(after, _fills(later, new), view, 1.05 * view.width),
            _heading(f"From {year} on", view, 1.05 * view.width),
            "</svg>\n",
        ]
    )


def _heading(text: str, view: _View, at: float) -> str:
    return f'<text class="year" x="{at + view.width / 2:.0f}" y="{2 * view.line:.0f}">{text}</text>'


def _picture(drawn: Shapes, fills: Mapping[str, str], view: _View, at: float) -> Iterator[str]:
    yield (
        f'<svg x="{at:.0f}" y="{3 * view.line:.0f}" width="{view.width:.0f}" height="{view.height:.0f}" '
        f'viewBox="{view.left:.0f} {view.top:.0f} {view.width:.0f} {view.height:.0f}">'
    )
    coloured = [shape for shape in drawn.shapes if shape.slug in fills]
    yield from (f'<path d="{shape.d}"/>' for shape in drawn.shapes if shape.slug not in fills)
    for shape in coloured:
        title = f"<title>{escape(view.names[shape.slug])}</title>"
        yield f'<path style="fill:{fills[shape.slug]}" d="{shape.d}">{title}</path>'
    yield from _names(coloured, view)
    yield "</svg>"


def _names(shapes: Iterable[Shape], view: _View) -> Iterator[str]:
    """Yield the names of councils, the roomiest first, but those that would stand on another."""
    taken: list[tuple[float, float, float, float]] = []
    for shape in sorted(shapes, key=lambda shape: (-shape.r, shape.slug)):
        words = view.names[shape.slug].split()
        half = -(-len(words) // 2)
        lines = [" ".join(each) for each in (words[:half], words[half:]) if each]
        wide = max(map(len, lines)) * _LETTER * view.line / 2
        high = len(lines) * view.line / 2
        here = (shape.x - wide, shape.y - high, shape.x + wide, shape.y + high)
        if any(_meet(here, other) for other in taken):
            continue
        taken.append(here)
        spans = "".join(f'<tspan x="{shape.x}" dy="{view.line:.1f}">{escape(each)}</tspan>' for each in lines)
        yield f'<text class="name" y="{shape.y - high - view.line / 5:.1f}">{spans}</text>'


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _fills(outlines: Outlines, coloured: Collection[str]) -> dict[str, str]:
    """Return a colour for each that is drawn, another than its neighbours' where there are colours enough."""
    chosen: dict[str, str] = {}
    borders = [pair for pair in borders_of(outlines) if pair <= {*coloured}]
    for slug in sorted(outlines.keys() & {*coloured}):
        beside = chain.from_iterable(pair for pair in borders if slug in pair)
        used = [chosen[other] for other in beside if other in chosen]
        chosen[slug] = min(FILLS, key=lambda fill: (used.count(fill), FILLS.index(fill)))
    return chosen


def _around(bounds: Collection[tuple[float, float, float, float]], names: Mapping[str, str]) -> _View:
    """Return the part of the map that holds all bounds, and a tenth around it."""
    west, north = min(b[0] for b in bounds), min(b[1] for b in bounds)
    east, south = max(b[2] for b in bounds), max(b[3] for b in bounds)
    width, height = max(1.2 * (east - west), _LEAST), max(1.2 * (south - north), _LEAST)
    return _View((west + east - width) / 2, (north + south - height) / 2, width, height, names)
