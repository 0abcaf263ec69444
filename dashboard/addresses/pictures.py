"""The addresses of pictures: of what, in which form and size, with the view of the page they are of."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from dashboard.addresses.compare_state import CompareState
from dashboard.addresses.compare_state import query_string as compare_query
from dashboard.addresses.links import Links
from dashboard.addresses.query import choice
from dashboard.addresses.view_state import ViewState, query_string


class Size(StrEnum):
    """How many pixels a PNG is wide: enough for a page or a slide, or for print."""

    SMALL = "small"
    LARGE = "large"

    @property
    def pixels(self) -> int:
        """The width."""
        return {Size.SMALL: 1_200, Size.LARGE: 2_400}[self]


class Form(StrEnum):
    """What a picture is written as; the value is how its address ends."""

    PNG = ".png"
    SVG = ".svg"


class Chart(StrEnum):
    """The charts of a council's page; the value is the last part of their address."""

    TREND = "trend"
    STRIP = "strip"
    FUNNEL = "funnel"


SIZE = choice("size", "a size of picture", Size)
CARD_WIDTH, CARD_HEIGHT = 1_200, 630
"""Pixels of a card, which a shared link shows."""
COSTLY = ("/map.png", "/compare.png", "/card.png", *(f"/{chart}.png" for chart in Chart))
"""How the addresses end of what takes long to make."""
PICTURES = (*COSTLY, "/map.svg", "/compare.svg", *(f"/{chart}.svg" for chart in Chart))
"""How the addresses of all pictures end."""


@dataclass(frozen=True, slots=True)
class PictureOf:
    """A picture's path without its ending, and its query without its size."""

    path: str
    query: str

    def at(self, form: Form, size: Size = Size.SMALL) -> str:
        """Return its address in a form; the size is one of a PNG alone."""
        sized = urlencode({"size": size.value}) if form is Form.PNG and size is not Size.SMALL else ""
        query = "&".join(part for part in (self.query, sized) if part)
        return f"{self.path}{form.value}{f'?{query}' if query else ''}"


def of_map(state: ViewState, years: tuple[str, ...]) -> PictureOf:
    """Return the picture of a view of the map; ``years`` are the release's."""
    return PictureOf("/map", query_string(state, years))


def of_chart(chart: Chart, slug: str, year: str, measure: str, links: Links) -> PictureOf:
    """Return the picture of a chart of a council's page."""
    path, _, release = links.page(f"/council/{slug}/{year}/{chart.value}").partition("?")
    return PictureOf(path, "&".join(part for part in (urlencode({"measure": measure}), release) if part))


def of_comparison(state: CompareState, years: tuple[str, ...], measure: str) -> PictureOf:
    """Return the picture of a comparison on one of its measures."""
    asked = compare_query(state.changed(add="", measure=measure), years)
    named = "" if "measure=" in asked else urlencode({"measure": measure})
    return PictureOf("/compare", "&".join(part for part in (asked, named) if part))


def card_of_map(state: ViewState, years: tuple[str, ...]) -> str:
    """Return the card of a view of the map."""
    query = query_string(state.changed(release=None, council=None), years)
    return f"/card.png{f'?{query}' if query else ''}"


def card_of_council(slug: str, year: str) -> str:
    """Return the card of a council's page."""
    return f"/council/{slug}/{year}/card.png"
