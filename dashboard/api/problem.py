"""What is said where an address of the API is not answered: a problem (RFC 9457), in clear sentences."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

MEDIA_TYPE = "application/problem+json"
PAGE = "/api"
"""The page that explains each type of problem."""

SAID = {
    HTTPStatus.BAD_REQUEST: "The query says what cannot be read, or what this address does not know.",
    HTTPStatus.NOT_FOUND: "Nothing is here: no such thing, release or page, or it is not held.",
    HTTPStatus.GONE: "What was here has been withdrawn, or the release is no longer held.",
}
"""Every status of a problem that the API itself answers with, and what it means."""
ELSEWHERE = {
    HTTPStatus.METHOD_NOT_ALLOWED: "The API is only read: GET and HEAD.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on our side, and it has been recorded.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Too many are asking at once; Retry-After says when to ask again.",
}
"""Those that the server around it answers with, before or instead of the API."""


@dataclass(frozen=True, slots=True)
class ProblemError(Exception):
    """A request that is not answered. ``detail`` is a sentence about it; ``known`` are the parameters there
    are, where another was given; ``parameter`` the one that could not be read."""

    status: HTTPStatus
    title: str
    detail: str
    parameter: str = ""
    known: Sequence[str] = ()

    def body(self) -> str:
        """Return the problem as it is sent."""
        explained = {**SAID, **ELSEWHERE}
        told: dict[str, object] = {
            "type": f"{PAGE}#problem-{self.status.value}" if self.status in explained else "about:blank",
            "title": self.title,
            "status": self.status.value,
            "detail": self.detail,
        }
        if self.parameter:
            told["parameter"] = self.parameter
        if self.known:
            told["known_parameters"] = list(self.known)
        return json.dumps(told, ensure_ascii=False) + "\n"


def not_found(title: str, detail: str) -> ProblemError:
    """Return the problem of what is not there."""
    return ProblemError(HTTPStatus.NOT_FOUND, title, detail)
