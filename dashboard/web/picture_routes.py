"""The addresses of pictures: each in both forms, beside the page it is of."""

from collections.abc import Callable, Iterator
from functools import partial

from dashboard.addresses import reading as of
from dashboard.addresses.pictures import CARD_WIDTH, Chart, Form
from dashboard.web.addressing import ReadingOf
from dashboard.web.picture_views import (
    Studio,
    chart_drawn,
    comparison_drawn,
    council_card_drawn,
    map_card_drawn,
    map_drawn,
)
from dashboard.web.site import Make

PictureRoute = tuple[str, Callable[..., Make], ReadingOf]


def picture_routes(studio: Studio) -> Iterator[PictureRoute]:
    """Yield the rules of pictures: what makes them for a path, and the reading of their query."""
    of_card = studio.answers(map_card_drawn, Form.PNG, CARD_WIDTH)
    yield "/card.png", lambda: of_card, of.of_map_picture
    yield "/council/<slug>/<year>/card.png", partial(_card, studio), of.of_nothing
    for form in Form:
        of_map = studio.answers(partial(map_drawn, address=studio.address), form)
        yield f"/map{form.value}", lambda of_map=of_map: of_map, of.of_map_picture
        of_group = studio.answers(partial(comparison_drawn, address=studio.address), form)
        yield f"/compare{form.value}", lambda of_group=of_group: of_group, of.of_comparison_picture
        for chart in Chart:
            yield (
                f"/council/<slug>/<year>/{chart.value}{form.value}",
                _chart(studio, chart, form),
                of.of_chart_picture,
            )


def _chart(studio: Studio, chart: Chart, form: Form) -> Callable[..., Make]:
    return lambda slug, year: studio.answers(chart_drawn(slug, year, chart, studio.address), form)


def _card(studio: Studio, slug: str, year: str) -> Make:
    return studio.answers(council_card_drawn(slug, year), Form.PNG, CARD_WIDTH)
