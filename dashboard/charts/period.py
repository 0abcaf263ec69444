"""Over how many years a council is compared with its type."""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import UPHELD
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


def period_compared(council: Council, year: str, repository: Repository) -> int:
    """Return how many years are pooled: three for districts, where a release has them."""
    if council.type is not AuthorityType.DISTRICT:
        return 1
    return 3 if repository.benchmark(council.type, year, UPHELD.id, 3) is not None else 1
