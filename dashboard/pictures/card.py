"""Cards: what a link to the map or to a council's page shows where it is shared, 1,200 by 630 pixels.

Few words, large: what kind of figures these are, whose figure it is, its base, its origin, its release.
"""

from dataclasses import dataclass, field

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.pictures import CARD_HEIGHT, CARD_WIDTH
from dashboard.addresses.view_state import Drawn, ViewState
from dashboard.charts.lettering import lines
from dashboard.domain.authority_types import Tier
from dashboard.domain.figures import Figure
from dashboard.domain.measures import MEASURES, UPHELD
from dashboard.mapview.drawn import as_held
from dashboard.mapview.outlines import Outlines, outlines
from dashboard.mapview.texts import texts
from dashboard.mapview.titles import view_title
from dashboard.mapview.view import of_state
from dashboard.pages.council.embedded import day_of
from dashboard.pages.site.shell import SITE_NAME
from dashboard.pictures import palette
from dashboard.pictures.map_drawing import Clothes, map_drawing, patterns
from dashboard.pictures.map_picture import clothes
from dashboard.pictures.sheet import Picture, document, letters, paragraph
from dashboard.pictures.stamp import banners
from dashboard.repository.interface import Repository
from dashboard.repository.records import Release
from dashboard.words import figure as say
from dashboard.words import figure_in_table
from dashboard.words.sources import SOURCE_LINE
from dashboard.words.wording import capital

_MARGIN, _COLUMN, _MAP_HEIGHT = 56.0, 690.0, 500.0
_BAND, _FOOT = 46.0, 128.0
_SMALLEST, _SOURCE = 15.0, 13.0
_RINGED = 9.0  # pixels from its point to its border, of a council that is hard to see


def map_card(state: ViewState, repository: Repository) -> Picture | None:
    """Return the card of a view of the map; None where the release has no shapes for it."""
    state = as_held(state.changed(council=None), repository)
    drawings = outlines(repository.map_shapes(state.tier, state.year, tiles=state.drawn is Drawn.TILES))
    if not drawings:
        return None
    view = of_state(state, repository)
    said = texts(view)
    title = view_title(state)
    card = _Card(repository.release())
    card.text(title, 46, bold=True)
    card.down(22)
    card.text(f"{said.heading}.", 30)
    card.down(16)
    card.text(said.origins, 24, colour=palette.SOFT)
    return card.whole(title, f"{said.heading}. {said.origins}", _map(drawings[0], clothes(state, view)))


def council_card(here: CouncilYear) -> Picture:
    """Return the card of a council’s page of a year: the share upheld, its base, its place, its origin."""
    council, repository = here.council, here.repository
    figure = repository.figures(council.slug, here.year)[UPHELD.id]
    title = f"{council.name_in(here.year)}: {MEASURES[figure.measure].label}, {here.year}"
    card = _Card(repository.release())
    card.text(council.name_in(here.year), 46, bold=True)
    card.down(6)
    card.text(f"{UPHELD.label}, {here.year}", 28, colour=palette.SOFT)
    card.down(14)
    alt = _figure(card, figure, here)
    tier = next(tier for tier in Tier if tier in council.type.tiers)
    drawings = outlines(repository.map_shapes(tier, here.year))
    place = Clothes({council.slug: palette.HERE}, {}, council.slug)
    return card.whole(title, alt, _map(drawings[0], place) if drawings else "")


def _figure(card: "_Card", figure: Figure, here: CouncilYear) -> str:
    """Write a figure as its page does, its reason where there is none; return what was said."""
    told = say.headline(figure)
    if told is None:
        words = say.empty(figure) or "Not held."
        card.text(words, 30)
        return words
    card.text(told.number, 92, bold=True, colour=palette.ACCENT)
    card.text(told.words, 30)
    existed = here.repository.existed(here.council.slug, here.year)
    compared = say.comparison(figure, here.council.type) if existed else None
    origin = _origin(figure)
    card.down(14)
    if compared:
        card.text(compared, 24)
        card.down(10)
    card.text(origin, 24, colour=palette.SOFT)
    return " ".join(part for part in (f"{told.number}, {told.words}.", compared, origin) if part)


def _origin(figure: Figure) -> str:
    """Say where a figure is from, and its counts where that is another origin."""
    _, other, counts = figure_in_table.origin(figure).partition("; ")
    shown = figure.shown_origin or figure.origin
    return f"{capital(shown.words)}{f'; {counts}' if other else ''}." if shown else ""


def _map(england: Outlines, worn: Clothes) -> str:
    """Return England at the right of a card."""
    width = _MAP_HEIGHT * england.width / england.height
    drawn, tall = map_drawing(england, worn, width, "map")
    scaled = width / england.width
    drawn += "".join(
        f'<circle cx="{one.x * scaled:.1f}" cy="{one.y * scaled:.1f}" r="15" fill="none" '
        f'stroke="{palette.ACCENT}" stroke-width="3"/>'
        for one in england.shapes
        if worn.classes.get(one.slug) == palette.HERE and one.r * scaled < _RINGED
    )
    left = CARD_WIDTH - _MARGIN / 2 - width
    top = (CARD_HEIGHT - tall) / 2 + 6
    scale = patterns("map", 0.8 * england.width / width)
    return f'<defs>{scale}</defs><g transform="translate({left:.1f} {top:.1f})">{drawn}</g>'


@dataclass
class _Card:
    """Lays lines below each other in the card's left column, smaller where they would not fit."""

    release: Release
    told: list[tuple[str, float, bool, str, float]] = field(default_factory=list)

    def text(self, words: str, size: float, *, bold: bool = False, colour: str = palette.INK) -> None:
        self.told.append((words, size, bold, colour, 0.0))

    def down(self, by: float) -> None:
        self.told.append(("", 0.0, False, "", by))

    def whole(self, title: str, alt: str, drawing: str) -> Picture:
        """Return the card: bands, column, drawing, foot."""
        parts, top = self._bands()
        room = CARD_HEIGHT - top - _FOOT - 30
        shrunk = next(
            (share / 20 for share in range(20, 7, -1) if self._column(share / 20)[1] <= room), 8 / 20
        )
        column, _ = self._column(shrunk)
        foot = CARD_HEIGHT - _FOOT + 28
        source = lines(SOURCE_LINE, _SOURCE, CARD_WIDTH - 2 * _MARGIN)
        parts += [
            drawing,
            f'<g transform="translate({_MARGIN:g} {top + 30:g})">{column}</g>',
            letters(_MARGIN, foot, SITE_NAME, 24, bold=True, colour=palette.ACCENT),
            letters(_MARGIN, foot + 30, self._of_release(), 18, colour=palette.SOFT),
            paragraph(_MARGIN, foot + 42, source, _SOURCE, colour=palette.SOFT)[0],
        ]
        return document(parts, CARD_WIDTH, CARD_HEIGHT, title, alt)

    def _bands(self) -> tuple[list[str], float]:
        """Draw what must be known of the release first, each over the whole width."""
        parts: list[str] = []
        y = 0.0
        for strong, rest in banners(self.release):
            parts += [
                f'<rect y="{y:g}" width="{CARD_WIDTH}" height="{_BAND:g}" fill="{palette.BANNER}"/>',
                f'<path d="M0 {y + _BAND:g}h{CARD_WIDTH}" stroke="{palette.BANNER_EDGE}" stroke-width="2"/>',
                letters(_MARGIN, y + 31, f"{strong} {rest}", 22, bold=True),
            ]
            y += _BAND
        return parts, y

    def _column(self, shrunk: float) -> tuple[str, float]:
        parts: list[str] = []
        y = 0.0
        for words, size, bold, colour, gap in self.told:
            y += gap * shrunk
            if not words:
                continue
            at = max(size * shrunk, _SMALLEST)
            drawn, tall = paragraph(0, y, lines(words, at, _COLUMN, bold=bold), at, bold=bold, colour=colour)
            parts.append(drawn)
            y += tall
        return "".join(parts), y

    def _of_release(self) -> str:
        release = self.release
        return f"Release “{release.name}”, built {day_of(release)}. Not the Ombudsman’s own publication."
