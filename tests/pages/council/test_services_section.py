"""By service: parts of what was received, and comparisons only where cases allow them."""

from dataclasses import replace

import pytest

from dashboard.domain.comparison import Compared, Comparison, NoComparison, not_compared
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.pages.council.services_section import services
from dashboard.repository.records import ServiceCompared, ServiceRow
from dashboard.words import services as say
from tests.support.html_text import text_of
from tests.support.sample import BLACKPOOL, sample

YEAR = "2023-24"


def stands(comparison: Comparison, *, could_differ: bool = True) -> Compared:
    return Compared(comparison, None, 1, 9, 0, 10, luck=0.03, could_differ=could_differ)


def row(
    category: Category,
    received: int | None,
    *decided: int,
    councils: int = 1,
    origin: Origin = Origin.SIMULATED,
) -> ServiceRow:
    """Received; then decided, investigated and upheld where given."""
    total, investigated, upheld = decided or (None, None, None)
    return ServiceRow(
        category.value,
        councils,
        received,
        None if received is None else origin,
        total,
        investigated,
        upheld,
        origin if decided else None,
    )


OWN = (
    row(Category.ADULT_CARE, 12, 11, 10, 3),
    row(Category.HOUSING, 5, 4, 2, 2),
    row(Category.PLANNING, 3, 2, 0, 0),
    row(Category.OTHER, 0, 5, 5, 4),
    row(Category.HIGHWAYS, 0, 0, 0, 0),
)
TYPE = (
    row(Category.ADULT_CARE, 600, 500, 200, 160, councils=63),
    row(Category.HOUSING, 300, 250, 90, 60, councils=63),
    row(Category.PLANNING, 90, 80, 40, 20, councils=63),
    row(Category.OTHER, 10, 22, 14, 10, councils=63),
    row(Category.HIGHWAYS, 0, 0, 0, 0, councils=63),
)


COMPARED = {
    Category.ADULT_CARE.value: ServiceCompared(
        stands(Comparison.NO_CLEAR_DIFFERENCE), stands(Comparison.MUCH_LOWER)
    ),
    Category.HOUSING.value: ServiceCompared(
        stands(Comparison.HIGHER), not_compared(NoComparison.TOO_FEW_CASES)
    ),
    Category.PLANNING.value: ServiceCompared(
        stands(Comparison.NO_CLEAR_DIFFERENCE), not_compared(NoComparison.NO_CASES)
    ),
    Category.OTHER.value: ServiceCompared(None, stands(Comparison.NO_CLEAR_DIFFERENCE, could_differ=False)),
}


def section(own: tuple[ServiceRow, ...] = OWN, of_type: tuple[ServiceRow, ...] = TYPE) -> str:
    repository = sample()
    repository.services_ = {(BLACKPOOL.slug, YEAR): own, ("unitary", YEAR): of_type}
    repository.services_compared_ = {(BLACKPOOL.slug, YEAR): COMPARED}
    return text_of(services(BLACKPOOL, YEAR, repository, level=2))


@pytest.mark.parametrize(
    "said",
    [
        "Adult care services 60% (12 of 20) 60% (600 of 1,000) No clear difference",
        "Housing 25% (5 of 20) 30% (300 of 1,000) Higher",
        "the range a part is compared with allows for that",
        "Adult care services 11 30% (3 of 10) 80% (160 of 200) Much lower",
        "Housing 4 2 of 2 (100%) 67% (60 of 90) Too few to compare",
        "Planning and development 2 no investigations 50% (20 of 40) –",
        "Other 5 80% (4 of 5) 71% (10 of 14) Too few to show a difference",
        "Two services have enough, and are compared with the same service of all other councils of the type. "
        "Luck alone would mark fewer than one.",
        "How many there are is no score",
    ],
)
def test_rule_03_and_12_a_service_beside_its_type(said: str) -> None:
    assert said in section()


def test_rule_15_a_service_of_which_the_type_has_no_case_has_no_row() -> None:
    assert "Highways" not in section()


def test_what_is_simulated_is_said() -> None:
    assert "What was decided by service, 2023-24 Simulated" in section()
    published = replace(OWN[0], received_origin=Origin.PUBLISHED)
    assert "What complaints received were about, 2023-24 Partly simulated" in section((published, *OWN[1:]))


def test_rule_02_what_is_not_held_is_a_sentence() -> None:
    text = section((), ())
    assert "What was received by service is not held of all unitary councils in 2023-24" in text
    assert "What was decided is not held by service" in text
    assert "0%" not in text


def test_rule_11_received_is_set_beside_the_type_only_where_all_of_it_is_held() -> None:
    partly = (row(Category.ADULT_CARE, None, 500, 200, 160, councils=63), *TYPE[1:])
    assert "What complaints received were about" not in section(OWN, partly)


@pytest.mark.parametrize(
    ("compared", "luck", "end"),
    [
        (0, 0.0, "No service has enough here."),
        (1, 0.03, "Luck alone would mark fewer than one."),
        (6, 0.6, "Luck alone would mark fewer than one."),
        (6, 1.4, "Luck alone would mark about one."),
    ],
)
def test_rule_08_luck_is_told_for_the_services_compared(compared: int, luck: float, end: str) -> None:
    made = [replace(stands(Comparison.NO_CLEAR_DIFFERENCE), luck=luck / compared) for _ in range(compared)]
    assert say.how_compared([*made, None, not_compared(NoComparison.TOO_FEW_CASES)]).endswith(end)
