"""The map as SVG: the bare shapes of a vintage, drawn once at build, and dressed for a view when served.

A bare fragment holds England and, on a finer grid, London; among tiles London needs no finer grid. Every
shape is a link element with the council's slug, the point of its mark (``data-at``), how many units that
point is from the nearest border (``data-r``: a name fits within), and the neighbours of the arrow keys
(``data-near``: up, right, down, left). Dressing adds what depends on the view: link, name, class,
marks, selection.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from dashboard.domain.comparison import Comparison
from dashboard.mapview.shapes import Shape, Shapes


@dataclass(frozen=True, slots=True)
class Dress:
    """What one shape wears in a view. ``href`` and ``name`` are None for a council out of view."""

    kind: str
    href: str | None
    name: str | None
    mark: Comparison


TRIANGLES = {
    Comparison.MUCH_HIGHER: ("up much", "M0-6 5.5 4h-11z"),
    Comparison.HIGHER: ("up", "M0-6 5.5 4h-11z"),
    Comparison.LOWER: ("down", "M0 6 5.5-4h-11z"),
    Comparison.MUCH_LOWER: ("down much", "M0 6 5.5-4h-11z"),
}
TILES_NOTE = (
    "One tile a council, all the same size. Most neighbours still touch; "
    "shapes and distances are not to scale."
)
_TILES = "-tiles"
_MARKS = '<g class="marks"></g>'
_OVERLAY = '<g class="overlay"></g>'
_LINK = re.compile(r'<a data-slug="([^"]+)"([^>]*)><path ')
_POINT = re.compile(r'data-slug="([^"]+)" data-at="(\d+) (\d+)"')


def bare(england: Shapes, london: Shapes) -> str:
    """Return the uncoloured fragment of one tier and vintage, named such as ``upper-2023``."""
    return (
        f'<div class="map-shapes" data-shapes="{england.tier}-{england.vintage}">'
        f'<svg class="map-england" id="map-england" viewBox="{england.view_box}" '
        f'style="--h:{england.height}" preserveAspectRatio="xMinYMid meet" '
        'role="group" aria-label="Map of England’s councils">'
        f"{_layers(england)}</svg>"
        '<div class="map-london" aria-hidden="true"><p>London, enlarged</p>'
        f'<svg id="map-london" viewBox="{london.view_box}" style="--h:{london.height}">'
        f"{_layers(london)}</svg></div></div>"
    )


def bare_tiles(tiles: Shapes) -> str:
    """Return the uncoloured fragment of a tier and vintage as tiles, named such as ``upper-2023-tiles``."""
    return (
        f'<div class="map-shapes map-tiles" data-shapes="{tiles.tier}-{tiles.vintage}{_TILES}" '
        f'style="--h:{tiles.height};--w:{tiles.width}">'
        '<div class="map-tiles-box">'
        f'<svg class="map-england" id="map-england" viewBox="{tiles.view_box}" '
        'preserveAspectRatio="xMinYMid meet" '
        'role="group" aria-label="Tiles of England’s councils">'
        f"{_layers(tiles)}</svg></div>"
        f'<p class="map-tiles-note">{TILES_NOTE}</p></div>'
    )


def dressed(fragment: str, dress: Mapping[str, Dress], chosen: str | None, chosen_name: str | None) -> str:
    """Return a fragment dressed for a view, the chosen council outlined and named where it is drawn."""
    england, split, london = fragment.partition('<div class="map-london"')
    unnamed = {slug: replace(worn, name=None) for slug, worn in dress.items()}
    return "".join(
        [
            _dressed_svg(england, dress, chosen, chosen_name),
            split,
            _dressed_svg(london, unnamed, chosen, None),
        ]
    )


def drawn_as(fragment: str) -> str:
    """Return the logical name a bare fragment is stored under, from the fragment itself."""
    vintage = re.search(rf'data-shapes="([a-z]+-[0-9]+(?:{_TILES})?)"', fragment)
    if vintage is None:
        raise ValueError("this is not a fragment of the map")
    return shapes_name(vintage[1])


def shapes_name(vintage: str) -> str:
    """Return the logical name of the fragment of a vintage such as ``upper-2023`` or, as tiles,
    ``upper-2023-tiles``."""
    return f"shapes/{vintage}.html"


def _layers(shapes: Shapes) -> str:
    ordered = sorted(shapes.shapes, key=lambda shape: shape.slug)
    places = {shape.slug: str(i) for i, shape in enumerate(ordered)}
    links = "".join(_link(shape, places) for shape in ordered)
    return f'<g class="shapes">{links}</g>{_MARKS}{_OVERLAY}'


def _link(shape: Shape, places: Mapping[str, str]) -> str:
    sides = shape.neighbours
    near = ",".join(places[s] if s else "" for s in (sides.up, sides.right, sides.down, sides.left))
    at = f"{shape.x} {shape.y}"
    return (
        f'<a data-slug="{shape.slug}" data-at="{at}" data-r="{shape.r}" data-near="{near}">'
        f'<path d="{shape.d}"/></a>'
    )


def _dressed_svg(svg: str, dress: Mapping[str, Dress], chosen: str | None, label: str | None) -> str:
    points = {slug: (x, y) for slug, x, y in _POINT.findall(svg)}

    def wear(match: re.Match[str]) -> str:
        slug, rest = match.groups()
        worn = dress.get(slug)
        if worn is None or worn.href is None:
            return f'<a data-slug="{slug}"{rest}><path class="other" '
        path = f'<path class="{worn.kind}"'
        named = f' aria-label="{escape(worn.name)}"' if worn.name else ""
        return f'<a data-slug="{slug}"{rest} href="{escape(worn.href)}" tabindex="-1"{named}>{path} '

    marks = "".join(
        mark(worn.mark, *points[slug])
        for slug, worn in dress.items()
        if slug in points and worn.mark in TRIANGLES
    )
    told = _LINK.sub(wear, svg).replace(_MARKS, f'<g class="marks">{marks}</g>')
    return told.replace(_OVERLAY, f'<g class="overlay">{_chosen(svg, chosen, points, label)}</g>')


def mark(comparison: Comparison, x: str, y: str) -> str:
    """Return the triangle of a council beyond chance at a point, larger for "much"."""
    kind, path = TRIANGLES[comparison]
    return f'<g transform="translate({x} {y})"><path class="mark {kind}" d="{path}"/></g>'


def _chosen(svg: str, slug: str | None, points: Mapping[str, tuple[str, str]], label: str | None) -> str:
    if slug is None or slug not in points:
        return ""
    path = re.search(rf'data-slug="{re.escape(slug)}"[^>]*><path d="([^"]+)"', svg)
    if path is None:
        return ""
    outline = "".join(
        f'<path class="{kind}" data-for="chosen" d="{path[1]}"/>' for kind in ("halo", "chosen")
    )
    if not label:
        return outline
    x, y = points[slug]
    place = f'data-for="name" transform="translate({x} {y})"'
    return f'{outline}<g {place}><text class="chosen-name" dy="-10">{escape(label)}</text></g>'


def patterns() -> str:
    """Return the definitions of the patterns of the unshaded classes: for the map, the inset, the legend.

    Each set has its own scale, since their units differ; the script keeps the map's in step with the zoom.
    """
    return "".join(
        f'<pattern id="{prefix}-{name}" class="pattern-{prefix}" width="{size}" height="{size}" '
        f'patternUnits="userSpaceOnUse" patternTransform="scale({scale})">'
        f'<path class="ground" d="M0 0h{size}v{size}H0z"/>{drawing}</pattern>'
        for prefix, scale in (("map", 5), ("inset", 7), ("key", 1))
        for name, size, drawing in PATTERNS
    )


PATTERNS: tuple[tuple[str, int, str], ...] = (
    ("few", 5, '<circle cx="2.5" cy="2.5" r=".8"/>'),
    ("percentage-only", 6, '<path d="M3 0v6"/>'),
    ("not-compared", 8, '<path d="M0 2h4M4 6h4"/>'),
    ("no-cases", 6, '<path d="M0 3h6"/>'),
    ("not-held", 6, '<path d="M-1 7 7-1M-1 1 1-1M5 7 7 5"/>'),
    ("not-applicable", 7, '<path d="M0 0 7 7M7 0 0 7"/>'),
)
