"""What is at the addresses of the API: an answer of a route, its description, and problems."""

from collections.abc import Callable
from http import HTTPStatus

from dashboard.api.answering import answer
from dashboard.api.openapi import description
from dashboard.api.problem import MEDIA_TYPE, ProblemError, not_found
from dashboard.api.route import BASE, Request, Route
from dashboard.api.routes import DESCRIPTION, ROUTES
from dashboard.web.answer import JSON, Answer, Keep
from dashboard.web.page import Page
from dashboard.web.request import Asked

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, X-Total, Retry-After",
}
"""Scripts of any site may read an answer: there is nothing here that is not everybody's."""


def api(route: Route, **parts: str) -> Callable[[Asked], Answer]:
    """Return the maker of a route's answer; ``parts`` are those of its path."""

    def make(asked: Asked) -> Answer:
        request = Request(parts, {}, asked.repository, asked.served.catalogue, asked.release)
        try:
            body = answer(route, asked.given, request)
        except ProblemError as told:
            return problem(told)
        headers = dict(OPEN)
        if not route.one:
            beside = (f'<{route.address}{query}>; rel="{name}"' for name, query in body.links.items())
            headers |= {"X-Total": str(body.total), "Link": ", ".join(beside)}
        keep = Keep.NEVER if route.private else Keep.PAGE
        return Answer(body.text, body.content_type, keep=keep, headers=headers)

    return make


def described(address: str) -> Callable[[Asked], Answer]:
    """Return the maker of the description of all routes, at a site's address."""
    return lambda _: Answer(description(ROUTES, address), JSON, headers=dict(OPEN))


def no_such_route(**_parts: str) -> Callable[[Asked], Answer]:
    """Return the maker of the answer to an address below the API's that is none of its own."""
    detail = f"The routes of the API are listed at {BASE} and described at {DESCRIPTION}."
    return lambda _: problem(not_found("No such route", detail))


def problem(told: ProblemError) -> Answer:
    """Return a problem as an answer; it is kept nowhere."""
    return Answer(told.body(), MEDIA_TYPE, told.status.value, Keep.NEVER, dict(OPEN))


def page_as_problem(page: Page, _asked: Asked) -> Answer:
    """Return what a page would say, as of a release that is not there, as a problem."""
    detail = "No release of this name may be shown. Releases are at /api/v1/releases."
    return problem(ProblemError(HTTPStatus(page.status), page.title, detail, "release"))


def failed() -> Answer:
    """Return the problem of a fault of ours."""
    detail = "Something went wrong on our side, and it has been recorded."
    return problem(ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, "This could not be made", detail))
