"""Over how many years a council is compared with its type."""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import UPHELD
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


def period_compared(council: Council, year: str, repository: Repository) -> int:
    """Return how many years are pooled: three for districts, where a release has them."""
    pooled = repository.benchmark(council.type, year, UPHELD.id, 3) is not None
    return period_of_type(council.type, pooled=pooled)


def period_of_type(kind: AuthorityType, *, pooled: bool) -> int:
    """Return it of a type; ``pooled`` says whether its average of three years is known."""
    return 3 if kind is AuthorityType.DISTRICT and pooled else 1
