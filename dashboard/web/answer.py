"""An answer to a GET, before it meets HTTP: status, type, body, and how long it may be kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

HTML = "text/html; charset=utf-8"
JSON = "application/json"
CSV = "text/csv; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PNG = "image/png"
SVG = "image/svg+xml; charset=utf-8"
PAGES = "X-Pages"
"""The header that says how many pages the list at an address has: only who made the page knows."""


class Keep(StrEnum):
    """How long a cache may keep an answer."""

    FOREVER = "forever"  # its URL holds a hash of its content
    PAGE = "page"  # until the release changes: a few minutes without asking
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, not yet compressed. A body in parts is sent as it is made, with an ``ETag`` of its own."""

    body: str | bytes | Iterator[str]
    content_type: str = HTML
    status: int = 200
    keep: Keep = Keep.PAGE
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def payload(self) -> bytes | Iterator[bytes]:
        """The body's bytes, in parts where it is."""
        if isinstance(self.body, bytes):
            return self.body
        if isinstance(self.body, str):
            return self.body.encode("utf-8", "replace")
        return (part.encode("utf-8", "replace") for part in self.body)


def redirect(location: str, status: int) -> Answer:
    """Return a redirect: 301 where the old address is another name, 302 where it is a question."""
    return Answer("", TEXT, status, Keep.PAGE, {"Location": location})
