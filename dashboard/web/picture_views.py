"""Pictures to take away: the map and charts as SVG, and as PNG at two sizes, made when first asked for."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.addresses import compare_state, urls, view_state
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.pictures import SIZE, Chart, Form, Size
from dashboard.addresses.query import Parameter
from dashboard.domain.measures import MEASURES, UPHELD
from dashboard.domain.statuses import Status
from dashboard.exports.file_names import attachment, file_name
from dashboard.letters.pdf_errors import PdfError
from dashboard.mapview.titles import years_shown
from dashboard.mapview.view import showing_council
from dashboard.pages.site import errors
from dashboard.pdf.pdf_pool import Press
from dashboard.pictures.card import council_card, map_card
from dashboard.pictures.compare_picture import compare_picture
from dashboard.pictures.council_pictures import funnel_picture, strip_picture, trend_picture
from dashboard.pictures.map_picture import map_picture
from dashboard.pictures.sheet import Picture
from dashboard.repository.records import Council
from dashboard.web.answer import PNG, SVG, Answer
from dashboard.web.council_views import of_council
from dashboard.web.kept_pictures import KeptPictures
from dashboard.web.page import Page
from dashboard.web.request import Asked

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, what of it tells its file's name, and the page that says the same."""

    picture: Picture
    told: tuple[str, ...]
    page: str


Draw = Callable[[Asked], Drawn | Page | Answer]


@dataclass(frozen=True, slots=True)
class Studio:
    """Where pictures are made: the press, the folder they are kept in, the site's own address (or none)."""

    press: Press
    kept: KeptPictures
    address: str = ""

    def answers(self, draw: Draw, form: Form, width: int | None = None) -> Callable[[Asked], Page | Answer]:
        """Return the maker of a picture in a form, of the size asked for or of one ``width`` in pixels."""

        def make(asked: Asked) -> Page | Answer:
            drawn = draw(asked)
            if not isinstance(drawn, Drawn):
                return drawn
            size = asked.given.value(SIZE) or Size.SMALL
            if form is Form.SVG:
                return Answer(drawn.picture.svg, SVG, headers=_named(drawn, form, size, asked))
            try:
                body = self.raster(drawn.picture, width or size.pixels, asked)
            except PdfError as error:
                _LOG.warning("A picture could not be made: %s", error)
                tree = errors.no_file("The same", drawn.page, asked.links)
                return Page("This picture cannot be made at the moment", tree, drawn.page, status=503)
            return Answer(body, PNG, headers=_named(drawn, form, size, asked))

        return make

    def raster(self, picture: Picture, width: int, asked: Asked) -> bytes:
        """Return a picture as PNG of a width. Of a release that is not public nothing is kept on disk.

        Raises PdfError, PressBusyError.
        """

        def made() -> bytes:
            return self.press.picture(picture.svg, width / picture.width)

        if not Status(asked.repository.release().status).public:
            return made()
        return self.kept.get(picture.svg, width, made)


def map_drawn(asked: Asked, address: str) -> Drawn | Page:
    """Draw the map in the view of a query."""
    start = asked.links.plain("")
    if wrong := unread(asked, (*view_state.parameters(asked.years), SIZE)):
        return no_picture(wrong, start, asked)
    state = view_state.parse(asked.query, asked.years)
    if state.council:
        known = asked.repository.slug_meant(state.council)
        if known is None:
            return no_picture(("There is no such council.",), start, asked)
        state = showing_council(state.changed(council=known), asked.repository)
    picture = map_picture(state, asked.repository, address)
    if picture is None:
        return no_picture(("This release has no map to draw.",), start, asked)
    told = (MEASURES[state.measure].label, years_shown(state), state.type or state.tier, state.reading)
    return Drawn(picture, ("map", *told, state.drawn), urls.map_page(state, asked.years))


def chart_drawn(slug: str, year: str, chart: Chart, address: str) -> Draw:
    """Return what draws a chart of a council's page."""

    def draw(council: Council, asked: Asked) -> Drawn | Page:
        years = asked.repository.years_of(council.slug)
        if year not in years:
            return _no_year(council, years, asked)
        page = asked.links.council(council.slug, year)
        if wrong := unread(asked, (compare_state.MEASURE, SIZE)):
            return no_picture(wrong, page, asked)
        measure = asked.given.value(compare_state.MEASURE) or UPHELD.id
        here = CouncilYear(council, year, asked.repository, asked.links)
        picture = _CHARTS[chart](here, MEASURES[measure], address)
        if picture is None:
            return no_picture(("This page has no such chart: there is nothing to draw.",), page, asked)
        return Drawn(picture, (chart.value, council.slug, year, MEASURES[measure].label), page)

    return of_council(slug, draw)


def map_card_drawn(asked: Asked) -> Drawn | Page:
    """Draw the card of a view of the map."""
    page = asked.links.plain("")
    if wrong := unread(asked, view_state.parameters(asked.years)):
        return no_picture(wrong, page, asked)
    state = view_state.parse(asked.query, asked.years)
    picture = map_card(state, asked.repository)
    if picture is None:
        return no_picture(("This release has no map to draw.",), page, asked)
    return Drawn(picture, ("card", MEASURES[state.measure].label, years_shown(state)), page)


def council_card_drawn(slug: str, year: str) -> Draw:
    """Return what draws the card of a council's page."""

    def draw(council: Council, asked: Asked) -> Drawn | Page:
        if year not in (years := asked.repository.years_of(council.slug)):
            return _no_year(council, years, asked)
        here = CouncilYear(council, year, asked.repository, asked.links)
        return Drawn(
            council_card(here), ("card", council.slug, year), asked.links.council(council.slug, year)
        )

    return of_council(slug, draw)


def comparison_drawn(asked: Asked, address: str) -> Drawn | Page:
    """Draw a comparison on one of its measures."""
    state = compare_state.parse(asked.query, asked.years).changed(add="")
    page = urls.compare(state, asked.years)
    if wrong := unread(asked, (*compare_state.parameters(asked.years), SIZE)):
        return no_picture(wrong, page, asked)
    measure = MEASURES[asked.given.value(compare_state.MEASURE) or UPHELD.id]
    picture = compare_picture(state, measure, asked.repository, address)
    if picture is None:
        return no_picture(("There is nothing to draw of these councils on this measure.",), page, asked)
    whose = (state.councils[0], *([f"and {len(state.councils) - 1} more"] if len(state.councils) > 1 else []))
    return Drawn(picture, ("comparison", *whose, state.year, state.look, measure.label), page)


_CHARTS = {Chart.TREND: trend_picture, Chart.STRIP: strip_picture, Chart.FUNNEL: funnel_picture}


def unread(asked: Asked, parameters: Iterable[Parameter[Any]]) -> tuple[str, ...]:
    """Return what of a query means nothing, in sentences."""
    return tuple(f"{one.sentence} {one.hint}".strip() for one in asked.given.left_out(parameters))


def no_picture(why: tuple[str, ...], instead: str, asked: Asked) -> Page:
    """Return the page that says why there is no such picture."""
    return Page("No such picture", errors.no_picture(why, instead, asked.links), "/", status=404)


def _no_year(council: Council, years: Sequence[str], asked: Asked) -> Page:
    tree = errors.unknown_year(council, years, asked.links)
    return Page(f"No such year for {council.name}", tree, asked.links.council(council.slug), status=404)


def _named(drawn: Drawn, form: Form, size: Size, asked: Asked) -> dict[str, str]:
    what, *told = drawn.told
    sized = (size.value,) if form is Form.PNG else ()
    name = file_name(what, asked.repository.release().name, (*told, *sized), form.value[1:])
    return attachment(name)
