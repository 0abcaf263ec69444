"""A council in a year, as the pages of a release show it."""

from dataclasses import dataclass

from dashboard.addresses.links import Links
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


@dataclass(frozen=True, slots=True)
class CouncilYear:
    """Whose year a page or a part of it is about, what it is read from, and how its addresses are written.

    ``year`` is a year as addresses write it ("2023-24"), one of the release's; the council need not have
    existed in it.
    """

    council: Council
    year: str
    repository: Repository
    links: Links
