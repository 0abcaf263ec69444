"""A type's councils as the build puts them together to be drawn."""

from dashboard.charts.peers import Group, group
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measure import Measure
from dashboard.domain.measures import UPHELD
from tests.support.fake_repository import FakeRepository
from tests.support.one_type import YEAR, Counts, one_type


def group_of(counts: Counts, measure: Measure = UPHELD, average: str | None = "79", **more: object) -> Group:
    """The group of unitary councils with these counts; ``more`` is that of ``one_type``."""
    averages = {} if average is None else {measure.id: average}
    return group_in(one_type({measure.id: counts}, averages, **more), measure)  # type: ignore[arg-type]


def group_in(
    repository: FakeRepository, measure: Measure = UPHELD, kind: AuthorityType = AuthorityType.UNITARY
) -> Group:
    """The group of a type's councils on a measure."""
    return group(
        [council for council in repository.councils(YEAR) if council.type is kind],
        repository.year_figures(YEAR, measure.id),
        repository.benchmark(kind, YEAR, measure.id),
        repository.type_compared(kind, YEAR, measure.id),
        period=1,
    )
