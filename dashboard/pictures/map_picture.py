"""The map as a picture: the view's shapes, classes and marks, its legend, its sentences, its stamp."""

from dataclasses import replace

from dashboard.addresses import urls
from dashboard.addresses.view_state import Drawn, ViewState
from dashboard.charts.lettering import lines
from dashboard.mapview.classes import classify
from dashboard.mapview.drawn import as_held
from dashboard.mapview.legend import Entry, legend
from dashboard.mapview.legend_list import OTHERS
from dashboard.mapview.outlines import Outlines, outlines
from dashboard.mapview.svg import TILES_NOTE
from dashboard.mapview.texts import MapTexts, texts
from dashboard.mapview.titles import view_title
from dashboard.mapview.view import MapView, of_state
from dashboard.pictures import palette
from dashboard.pictures.map_drawing import Clothes, fill, map_drawing, patterns
from dashboard.pictures.sheet import INNER, Body, Picture, Told, letters, paragraph, sheet
from dashboard.pictures.stamp import stamp
from dashboard.repository.interface import Repository

_MAP, _TILES, _GAP = 378.0, 400.0, 26.0  # widths of England, of the tiles, and between them and the legend
_LINE, _LABEL = 16.0, 12.0
_KEY, _COUNT = 30.0, 34.0  # room for a key before its words, and for the number after them


def map_picture(state: ViewState, repository: Repository, address: str) -> Picture | None:
    """Return the picture of a view; None where the release has no shapes for it.

    ``address`` is the site's own, empty where it is not known.
    """
    state = as_held(state, repository)
    drawings = outlines(repository.map_shapes(state.tier, state.year, tiles=state.drawn is Drawn.TILES))
    if not drawings:
        return None
    release = repository.release()
    view = of_state(state, repository)
    said = texts(view)
    path = urls.map_page(state.changed(release=None), release.years)
    title = view_title(state)
    told = Told(
        title=title,
        subtitle=(f"{said.heading}.", said.subtitle),
        notes=tuple(note for note in (said.summary, said.origins, *said.notes) if note),
        alt=f"{said.heading}. {said.subtitle}. {said.summary} {said.origins}",
    )
    return sheet(told, _body(drawings, state, view, said), stamp(release, path, address))


def clothes(state: ViewState, view: MapView) -> Clothes:
    """Return what the councils of a view wear on its picture."""
    chosen = next((one for one in view.councils if one.slug == state.council), None)
    return Clothes(
        {slug: classify(figure, view.reading).value for slug, figure in view.figures.items()},
        {slug: figure.comparison for slug, figure in view.figures.items()},
        chosen.slug if chosen else None,
        chosen.short_name if chosen else "",
    )


def _body(drawings: tuple[Outlines, ...], state: ViewState, view: MapView, said: MapTexts) -> Body:
    england, *insets = drawings
    london = [one for one in insets if any(shape.slug in view.figures for shape in one.shapes)]
    worn = clothes(state, view)
    wide = _MAP if insets else _TILES
    enlarged = {shape.slug for inset in london for shape in inset.shapes}
    once = {slug: how for slug, how in worn.marks.items() if slug not in enlarged}  # as they are counted
    drawn, tall = map_drawing(england, replace(worn, marks=once), wide, "map")
    left, room = wide + _GAP, INNER - wide - _GAP
    beside, height = _legend(view, said, left, room)
    parts = [
        f"<defs>{patterns('map', 0.8 * england.width / wide)}{patterns('key', 1)}</defs>",
        drawn,
        *beside,
    ]
    for inset in london:
        larger, high = map_drawing(inset, replace(worn, name=""), room, "inset")
        top = max(tall - high, height + 34)
        parts += [
            f"<defs>{patterns('inset', 0.8 * inset.width / room)}</defs>",
            letters(left, top - 10, "London, enlarged", 11.5, colour=palette.SOFT),
            f'<g transform="translate({left:g} {top:.1f})">{larger}</g>',
        ]
        height = top + high
    if not insets:
        note, high = paragraph(left, height + 14, lines(TILES_NOTE, 11, room), 11, colour=palette.SOFT)
        parts.append(note)
        height += 14 + high
    return Body("".join(parts), max(tall, height))


def _legend(view: MapView, said: MapTexts, left: float, room: float) -> tuple[list[str], float]:
    """Return the legend and its height: each class with its number of councils, then what marks mean."""
    entries = legend([view.figures[c.slug] for c in view.councils], view.measure, view.reading)
    parts = [letters(left, 12, "Number of councils", _LABEL, bold=True)]
    y = 22.0
    for entry in entries:
        drawn, tall = _entry(entry, left, y, room)
        parts.append(drawn)
        y += tall
    for note in (OTHERS if view.type is not None else "", said.marks):
        if note:
            y += 8
            drawn, tall = paragraph(left, y, lines(note, 11, room), 11, colour=palette.SOFT)
            parts.append(drawn)
            y += tall
    return parts, y


def _entry(entry: Entry, left: float, y: float, room: float) -> tuple[str, float]:
    told = lines(entry.label, _LABEL, room - _KEY - _COUNT)
    words, tall = paragraph(left + _KEY, y, told, _LABEL)
    key = (
        f'<rect x="{left + 0.5:g}" y="{y + 0.5:g}" width="21" height="13" '
        f'fill="{fill(entry.kind.value, "key")}" stroke="{palette.BORDER}" stroke-width="0.6"/>'
    )
    count = letters(left + room, y + 11.4, str(entry.councils), _LABEL, anchor="end", colour=palette.SOFT)
    return f"{key}{words}{count}", tall + 5
