"""A strip for paper: every council of a type as a dot along one measure, the page's own named."""

from collections.abc import Sequence

from dashboard.charts.lettering import width_at
from dashboard.charts.paper import PAPER, SIZE, drawing, haloed, key, letters, line
from dashboard.charts.strip import Placed, Strip, placed
from dashboard.charts.style import COUNCIL_COLOUR, INK

_SIDE = 20.0  # beside the scale, for dots and numbers at its ends
_PEER, _OUTSIDE, _BAND, _BAND_EDGE = "#5F7F9F", "#14181C", "#DCE5EE", "#A9BFD3"
_NAME, _SCALE, _KEY = 22.0, 44.0, 74.0  # from the line down to the own council's name, the scale, the key


def paper_strip(drawn: Strip, own: str, name: str, alt: str, width: float = PAPER) -> str:
    """Return the drawing for the council ``own`` (a slug), which ``name`` names with its figure.

    A council without counts has no dot, and is not named.
    """
    dots, ground = placed(drawn, own)
    top = 6.0
    along = width - 2 * _SIDE

    def x(percent: float) -> float:
        return round(_SIDE + along * percent / 100, 1)

    foot = top + ground
    parts = [line(_SIDE, foot, _SIDE + along, foot, INK)]
    if drawn.quartiles is not None:
        low, high = map(x, drawn.quartiles)
        place = f'x="{low:g}" y="{top:g}" width="{max(2.0, high - low):g}" height="{ground:g}"'
        parts.insert(0, f'<rect {place} fill="{_BAND}"/>')
    for value in drawn.scale.ticks:
        at = x(100 * drawn.scale.share(value))
        parts += [
            line(at, foot, at, foot + 5, INK),
            letters(at, foot + _SCALE, f"{value:g}{drawn.unit}", "middle"),
        ]
    for one in dots:
        parts.append(_dot(one, x(one.dot.x) + one.moved, top + one.y, own=one.dot.slug == own))
    chosen = next((one for one in dots if one.dot.slug == own), None)
    if chosen is not None:
        half = width_at(name, SIZE, bold=True) / 2
        at = min(max(x(chosen.dot.x), half + 2), width - half - 2)
        parts.append(haloed(round(at, 1), foot + _NAME, name, "middle", own=True))
    listed, tall = key(_key_entries(dots, chosen, banded=drawn.quartiles is not None), 0, foot + _KEY, width)
    return drawing(width, foot + _KEY + tall - 6, [*parts, *listed], alt)


def _dot(one: Placed, x: float, y: float, *, own: bool) -> str:
    look = one.dot.look
    colour = COUNCIL_COLOUR if own else _OUTSIDE if "outside" in look else _PEER
    return _mark(x, y, colour, one.radius, simulated="simulated" in look, wide=2.4 if own else 1.2)


def _mark(x: float, y: float, colour: str, radius: float, *, simulated: bool, wide: float = 1.2) -> str:
    fill = "#FFFFFF" if simulated else colour
    return (
        f'<circle cx="{round(x, 1):g}" cy="{round(y, 1):g}" r="{radius:g}" fill="{fill}" stroke="{colour}" '
        f'stroke-width="{wide:g}"/>'
    )


def _key_entries(dots: Sequence[Placed], chosen: Placed | None, *, banded: bool) -> list[tuple[str, str]]:
    """Explain the marks that this drawing has, and no others."""
    others = [one.dot.look for one in dots if one is not chosen]
    every = [one.dot.look for one in dots]
    simulated = chosen is not None and "simulated" in chosen.dot.look
    band = f'<rect x="-8" y="-6" width="18" height="12" fill="{_BAND}" stroke="{_BAND_EDGE}"/>'
    entries = [
        (_mark(0, 0, COUNCIL_COLOUR, 5.0, simulated=simulated, wide=2.4), "this council", chosen is not None),
        (
            _mark(0, 0, _PEER, 3.2, simulated=False),
            "another council of its type",
            any("simulated" not in look for look in others),
        ),
        (
            _mark(0, 0, _PEER, 3.2, simulated=True),
            "open: simulated",
            any("simulated" in look for look in every),
        ),
        (
            _mark(0, 0, _OUTSIDE, 3.2, simulated=False),
            "dark: stands out",
            any("outside" in look for look in others),
        ),
        (
            _mark(0, 0, _PEER, 2.0, simulated=False),
            "small: fewer than five",
            any("few" in look for look in every),
        ),
        (band, "the middle half", banded),
    ]
    return [(glyph, words) for glyph, words, there in entries if there]
