"""Every route of the API, version 1. One that is not here is not answered; one that is, is described."""

from dashboard.api import cases, figures, places, what_is_held
from dashboard.api.fields import Field
from dashboard.api.route import BASE, Found, Route

DESCRIPTION = f"{BASE}/openapi.json"
"""Where the description of all of them is."""

_INDEX = Route(
    path="",
    title="Routes",
    meaning="What can be asked.",
    fields=(
        Field(
            "route", "string", "The address, with the names of its parts.", lambda route: route.address, True
        ),
        Field("title", "string", "What it answers.", lambda route: route.title, True),
        Field("meaning", "string", "The same in a sentence.", lambda route: route.meaning, True),
        Field(
            "parameters",
            "strings",
            "What it may be asked.",
            lambda r: tuple(p.name for p in r.parameters),
            True,
        ),
        Field("example", "string", "An address that most releases answer.", lambda r: r.live_example, True),
        Field("origin_in_words", "string", "Where this comes from.", lambda _: "this project", True),
    ),
    answer=lambda _: Found(ROUTES),
)
ROUTES: tuple[Route, ...] = (
    *(_INDEX, *places.ROUTES, *what_is_held.ROUTES),
    *(*figures.ROUTES, *cases.ROUTES),
)
