"""The shapes of a map in their classes, marks and outline, at a scale: England, London enlarged, or tiles."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from dashboard.charts.lettering import width_at
from dashboard.domain.comparison import Comparison
from dashboard.mapview.outlines import Outline, Outlines
from dashboard.mapview.svg import PATTERNS, TRIANGLES
from dashboard.pictures import palette

_MUCH, _MARKED = 1.05, 0.75  # sizes of a triangle, as in its own drawing
_NAME = 12.0


@dataclass(frozen=True, slots=True)
class Clothes:
    """What the councils of a view wear: their class and how they stand, by slug; others are drawn blank.

    ``chosen`` is outlined and, where ``name`` is given, named.
    """

    classes: Mapping[str, str]
    marks: Mapping[str, Comparison]
    chosen: str | None = None
    name: str = ""


def fill(kind: str, patterns: str) -> str:
    """Return what fills a class: its colour, or the pattern of its name in a set of patterns."""
    return palette.ACCENT if kind == palette.HERE else palette.CLASSES.get(kind, f"url(#{patterns}-{kind})")


def patterns(name: str, scale: float) -> str:
    """Return a set of the patterns of the classes without a colour, at a scale."""
    return "".join(
        f'<pattern id="{name}-{kind}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({scale:.3f})"><path d="M0 0h{size}v{size}H0z" '
        f'fill="{palette.PATTERN_GROUND}"/><g {_ink(drawing)}>{drawing}</g></pattern>'
        for kind, size, drawing in PATTERNS
    )


def map_drawing(outlines: Outlines, worn: Clothes, width: float, patterns_named: str) -> tuple[str, float]:
    """Return a map at a width, and its height; ``patterns_named`` is the set its classes are filled from."""
    scale = width / outlines.width
    units = 1 / scale  # of the map, a pixel
    own = [shape for shape in outlines.shapes if shape.slug == worn.chosen]
    parts = [
        f'<g transform="scale({scale:.5f})" stroke-linejoin="round" stroke-width="{0.6 * units:.2f}">',
        *_shapes(outlines, worn, patterns_named),
        *(_outline(shape, units) for shape in own),
        *_marks(outlines, worn, units),
        "</g>",
        *(_name(shape, worn.name, scale, width) for shape in own if worn.name),
    ]
    return "".join(parts), outlines.height * scale


def _ink(drawing: str) -> str:
    ink = palette.PATTERN_INK
    return (
        f'fill="{ink}"' if drawing.startswith("<circle") else f'fill="none" stroke="{ink}" stroke-width="1"'
    )


def _shapes(outlines: Outlines, worn: Clothes, patterns_named: str) -> list[str]:
    """Return the shapes, those of a class together: first those out of view, whose borders are pale."""
    by_class: dict[str, list[str]] = {"": []}
    for shape in outlines.shapes:
        by_class.setdefault(worn.classes.get(shape.slug, ""), []).append(f'<path d="{shape.d}"/>')
    return [
        f'<g fill="{fill(kind, patterns_named) if kind else palette.OTHER}" '
        f'stroke="{palette.BORDER if kind else palette.OTHER_BORDER}">{"".join(paths)}</g>'
        for kind, paths in by_class.items()
        if paths
    ]


def _outline(shape: Outline, units: float) -> str:
    return "".join(
        f'<path d="{shape.d}" fill="none" stroke="{colour}" stroke-width="{wide * units:.2f}"/>'
        for colour, wide in ((palette.RAISED, 5.5), (palette.INK, 2.5))
    )


def _marks(outlines: Outlines, worn: Clothes, units: float) -> list[str]:
    parts = []
    for shape in outlines.shapes:
        told = TRIANGLES.get(worn.marks.get(shape.slug, Comparison.NONE))
        if told is None:
            continue
        css, path = told
        size = units * (_MUCH if "much" in css else _MARKED)
        parts.append(
            f'<g transform="translate({shape.x} {shape.y}) scale({size:.3f})">'
            f'<path d="{path}" fill="{palette.RAISED}" stroke="{palette.RAISED}" stroke-width="3"/>'
            f'<path d="{path}" fill="{palette.MARK}"/></g>'
        )
    return parts


def _name(shape: Outline, name: str, scale: float, width: float) -> str:
    """Return a council's name over its shape, within the drawing."""
    half = width_at(name, _NAME, bold=True) / 2 + 3
    x = round(min(max(shape.x * scale, half), width - half), 1)
    place = f'x="{x:g}" y="{round(shape.y * scale - 9, 1):g}" font-size="{_NAME:g}" font-weight="bold"'
    around = f'fill="{palette.RAISED}" stroke="{palette.RAISED}" stroke-width="4" stroke-linejoin="round"'
    told = escape(name)
    return (
        f'<text {place} text-anchor="middle" {around}>{told}</text>'
        f'<text {place} text-anchor="middle">{told}</text>'
    )
