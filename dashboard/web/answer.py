"""An answer to a GET, before it meets HTTP: status, type, body, and how long it may be kept."""

from dataclasses import dataclass, field
from enum import StrEnum

HTML = "text/html; charset=utf-8"
JSON = "application/json"
CSV = "text/csv; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Keep(StrEnum):
    """How long a cache may keep an answer."""

    FOREVER = "forever"  # its URL holds a hash of its content
    PAGE = "page"  # until the release changes: a few minutes without asking
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished answer, not yet compressed."""

    body: str | bytes
    content_type: str = HTML
    status: int = 200
    keep: Keep = Keep.PAGE
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def payload(self) -> bytes:
        """The body's bytes."""
        return self.body.encode("utf-8", "replace") if isinstance(self.body, str) else self.body


def redirect(location: str, status: int) -> Answer:
    """Return a redirect: 301 where the old address is another name, 302 where it is a question."""
    return Answer("", TEXT, status, Keep.PAGE, {"Location": location})
