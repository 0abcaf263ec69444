"""A council's own name means no other, in whatever form it is written."""

import pytest

from dashboard.imports.marks import without_marks
from dashboard.imports.tables.authorities import Authorities
from dashboard.imports.tables.own_names import OwnNames
from dashboard.reference.load import Reference
from tests.imports.spellings import name_of, spellings

YEAR = "2025-26"
OFF_THE_MAP = "off-the-map"


@pytest.mark.data
def test_what_is_read_by_itself_as_a_council_cannot_be_said_to_mean_another(reference: Reference) -> None:
    authorities, own = Authorities(reference), OwnNames(reference)
    councils = reference.councils_in(YEAR)
    asked = 0
    for council, other in zip(councils, (*councils[1:], councils[0]), strict=True):
        for form, text in spellings(name_of(council.name, council.slug)):
            if authorities.find(without_marks(text), YEAR) != council.slug:
                continue
            asked += 1
            assert own.refusal(text, council.slug) is None, (form, text)
            assert own.refusal(text, other.slug), (form, text)
            assert own.refusal(text, OFF_THE_MAP), (form, text)
    assert asked > 7_000


def test_a_text_that_names_nobody_may_mean_any(reference: Reference) -> None:
    assert OwnNames(reference).refusal("Leeds Town Hall", "leeds-city-council") is None
    assert OwnNames(reference).refusal("Newcastle", "newcastle-city-council") is None


def test_a_name_is_free_in_a_year_before_its_council_began(reference: Reference) -> None:
    own = OwnNames(reference)
    assert own.refusal("Dorset Council", "dorset-county-council", "2017-18") is None
    assert own.refusal("Dorset Council", "dorset-county-council", "2024-25")
