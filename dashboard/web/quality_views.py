"""What is at ``/data/quality``: how complete the figures are, in a year, of one type of council."""

from dashboard.addresses.links import UNNAMED
from dashboard.addresses.query import year as year_of
from dashboard.addresses.view_state import TYPE
from dashboard.domain.authority_types import AuthorityType
from dashboard.pages.site import quality
from dashboard.web.page import Page
from dashboard.web.request import Asked

STYLES = ("quality",)


def quality_page(asked: Asked) -> Page:
    """Return the page. A year or type that is unknown is as though none were named: the last, the first."""
    of_year = year_of("year", asked.years)
    year = asked.given.value(of_year) or asked.years[-1]
    kind = asked.given.value(TYPE) or AuthorityType.COUNTY
    return Page(
        f"How complete the figures are, {year}, {kind.councils}",
        quality.render(asked.repository, year, kind, asked.links),
        UNNAMED.quality(year, kind.value),
        here="data",
        trail=(("The data behind these pages", UNNAMED.plain("data")),),
        styles=STYLES,
        description="How many councils have each figure, by year and type, and what was decided about them.",
    )
