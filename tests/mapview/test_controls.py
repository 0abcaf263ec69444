"""What the map offers: no type that is left without a council."""

import re
from dataclasses import replace

import pytest

from dashboard.addresses.view_state import Reading, ViewState
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.mapview.controls import controls
from tests.support.html_text import html_of

STATE = ViewState("upheld_pct", "2028-29", Tier.UPPER, None, Reading.FIGURE, 1, None, None)
SINGLE = (AuthorityType.METROPOLITAN, AuthorityType.UNITARY, AuthorityType.LONDON)


def offered(types: tuple[AuthorityType, ...], chosen: AuthorityType | None) -> list[str]:
    """Return the types in the form's own order, the empty one for all."""
    form = html_of(controls(replace(STATE, type=chosen), ["2028-29"], types))
    (select,) = re.findall(r'<select[^>]*name="type".*?</select>', form, re.DOTALL)
    options = re.findall(r"<option[^>]*>", select)
    assert [("hidden" in one, "disabled" in one) for one in options].count((True, False)) == 0
    return [value for one in options if "hidden" not in one for value in re.findall(r'value="([a-z]*)"', one)]


@pytest.mark.parametrize("types", [tuple(AuthorityType), SINGLE])
def test_the_types_of_the_year_are_offered(types: tuple[AuthorityType, ...]) -> None:
    assert offered(types, None) == ["", *types]


def test_what_is_chosen_stays_to_be_seen() -> None:
    assert offered(SINGLE, AuthorityType.COUNTY) == ["", "county", *SINGLE]


@pytest.mark.parametrize(
    ("types", "offers"),
    [
        (tuple(AuthorityType), True),
        ((*SINGLE, AuthorityType.DISTRICT, AuthorityType.COUNTY), True),
        (SINGLE, False),
    ],
)
def test_a_tier_is_chosen_where_there_are_two(types: tuple[AuthorityType, ...], offers: bool) -> None:
    form = html_of(controls(STATE, ["2028-29"], types))
    (field,) = re.findall(r'<div[^>]*map-control-tier"[^>]*>', form)
    assert ("hidden" not in field) == offers
