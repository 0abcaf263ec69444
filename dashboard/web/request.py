"""What a request asks: the query, and the release it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses.query import Parameter, Query, read
from dashboard.repository.interface import Repository
from dashboard.web.releases import ServedRelease


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its path, its query string, the release it names (or None), the one it gets.

    The query is any text, no longer than is read of one; ``cut`` says that there was more of it.
    """

    path: str
    query: str
    release: str | None
    served: ServedRelease
    cut: bool = False

    @property
    def repository(self) -> Repository:
        """The repository pages are made from."""
        return self.served.repository

    @property
    def years(self) -> tuple[str, ...]:
        """The release's years, ascending."""
        return self.repository.release().years

    @property
    def given(self) -> Query:
        """The query taken apart."""
        return replace(read(self.query), cut=self.cut)

    def keeping_unread(self, location: str, parameters: Sequence[Parameter[Any]]) -> str:
        """Return an address to be led to with what of this one's query means nothing, for its page to say."""
        pairs = urlencode(self.given.unread(parameters), errors="replace")
        return f"{location}{'&' if '?' in location else '?'}{pairs}" if pairs else location


def release_named(query: str) -> str | None:
    """Return the name of the release that any query string asks for, or None."""
    return read(query).text("release") or None
