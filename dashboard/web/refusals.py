"""What is said of requests that are not answered, the same to all: a page in the frame, or a problem."""

from http import HTTPStatus

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED
from dashboard.api.problem import ProblemError
from dashboard.markup import elements as html

RETRY = {503: "2"}
"""Seconds after which to ask again, by status."""

_SAID = {
    400: (
        "This request could not be read",
        "Something in it is not as it must be. The address may be cut off.",
    ),
    405: ("This site is only read", "Pages are asked for; nothing can be sent here."),
    412: ("The page has changed", "It was asked for only as it was before."),
    413: ("Nothing can be sent here", "The request brings more than an address."),
    414: ("This address is too long", "No page here has an address of such a length."),
    431: ("This request is too long", "It brings more with it than any browser does."),
    500: ("This page could not be made", "Something went wrong on our side, and it has been recorded."),
    501: ("This request could not be read", "It is written in a way that is not understood here."),
    503: (
        "Too many are asking at once",
        "This page has to be made, and others are waiting for theirs. Try again in a few seconds.",
    ),
}
STATUSES = tuple(_SAID)


def title(code: int) -> str:
    """Return the title of the page of a status; of one that has none here, that of a request not read."""
    return _SAID.get(code, _SAID[400])[0]


def problem(code: int) -> ProblemError:
    """Return the same for a program that asked the API."""
    heading, why = _SAID.get(code, _SAID[400])
    return ProblemError(HTTPStatus(code), heading, why)


def render(code: int) -> Component:
    """Say why there is no answer, and offer the way on."""
    heading, why = _SAID.get(code, _SAID[400])
    return html.Div(
        [
            html.H1(heading),
            html.P(why),
            html.P(html.A("Go to the map of councils", href=UNNAMED.plain(""))),
        ],
        className="frame message",
    )
