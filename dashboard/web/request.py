"""What a request asks: the query, and the release it is about."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from dashboard.addresses.view_state import ViewState, parse
from dashboard.repository.interface import Repository
from dashboard.web.releases import ServedRelease


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its path, its query string (any text), the release it names (or None), the one it gets."""

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
    def state(self) -> ViewState:
        """The view the query describes."""
        return parse(self.query, self.years)

    def value(self, name: str) -> str:
        """Return a value of the query, trimmed; empty without one."""
        return value_of(self.query, name)


def value_of(query: str, name: str) -> str:
    """Return the last value of a name in any query string, trimmed; empty without one."""
    return parse_qs(query, errors="replace").get(name, [""])[-1].strip()
