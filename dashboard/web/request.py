"""What a request asks: the query, and the release it is about."""

from dataclasses import dataclass

from dashboard.addresses.query import Query, read
from dashboard.repository.interface import Repository
from dashboard.web.releases import ServedRelease


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its path, its query string, the release it names (or None), the one it gets.

    The query is any text, no longer than is read of one.
    """

    path: str
    query: str
    release: str | None
    served: ServedRelease

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
        return read(self.query)


def release_named(query: str) -> str | None:
    """Return the name of the release that any query string asks for, or None."""
    return read(query).text("release") or None
