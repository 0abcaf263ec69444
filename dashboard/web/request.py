"""What a request asks: the query, and the release it is about."""

from dataclasses import dataclass

from dashboard.addresses.links import Links
from dashboard.addresses.query import Query, read
from dashboard.addresses.reading import Held
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
    def links(self) -> Links:
        """The addresses that keep the release that was named."""
        return Links(self.release)

    @property
    def repository(self) -> Repository:
        """The repository pages are made from."""
        return self.served.repository

    @property
    def years(self) -> tuple[str, ...]:
        """The release's years, ascending."""
        return self.repository.release().years

    @property
    def case_years(self) -> tuple[str, ...]:
        """The years that a list of cases may be asked for, ascending."""
        return held_by(self.repository).case_years

    @property
    def given(self) -> Query:
        """The query taken apart."""
        return read(self.query)


def held_by(repository: Repository) -> Held:
    """Return what of a release an address may name."""
    years, listed = repository.release().years, repository.listed()
    return Held(
        years,
        years if listed is None else tuple(sorted({*years, *listed.years()})),
        lambda name: repository.slug_meant(name) is not None,
    )


def release_named(query: str) -> str | None:
    """Return the name of the release that any query string asks for, or None."""
    return read(query).text("release") or None
