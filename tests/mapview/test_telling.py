"""What stands beside the map while no council is chosen; and which tier a link to a council shows."""

import re

import pytest

from dashboard.addresses.links import UNNAMED
from dashboard.addresses.view_state import parse
from dashboard.domain.authority_types import Tier
from dashboard.mapview.telling import MANY, MOST_NAMED, NONE, SOME, telling
from dashboard.mapview.view import showing_council
from tests.mapview.england import ADUR, KENT, repository, view
from tests.support.fake_repository import YEARS
from tests.support.html_text import html_of, text_of


def test_who_stands_out_is_named_with_figure_and_fraction() -> None:
    text = text_of(telling(view(), repository(), UNNAMED, hidden=False))
    assert "▲ Bury Metropolitan 100%, 40 of 40 (published)" in text
    assert SOME in text
    assert "Leeds" not in text


def test_where_nobody_stands_out_that_is_said_and_the_list_is_hidden() -> None:
    html = html_of(telling(view("type=county"), repository(), UNNAMED, hidden=False))
    assert NONE in html
    assert re.search(r'<ul (?=[^>]*id="telling-list")(?=[^>]*hidden)', html)


def test_the_scripts_sentences_are_the_servers() -> None:
    html = html_of(telling(view(), repository(), UNNAMED, hidden=True))
    for name, said in (("none", NONE), ("some", SOME), ("many", MANY), ("most", str(MOST_NAMED))):
        assert f'data-{name}="{said}"' in html
    assert MANY.format(n=9).startswith(f"The first {MOST_NAMED} of 9")


@pytest.mark.parametrize(
    ("query", "tier", "period"),
    [
        ("", Tier.UPPER, 1),
        (f"council={KENT.slug}", Tier.UPPER, 1),
        (f"council={ADUR.slug}", Tier.LOWER, 3),
        (f"council={ADUR.slug}&type=county", Tier.UPPER, 1),
        ("council=nowhere", Tier.UPPER, 1),
    ],
)
def test_a_link_to_a_district_shows_the_map_of_districts(query: str, tier: Tier, period: int) -> None:
    shown = showing_council(parse(query, YEARS), repository())
    assert (shown.tier, shown.period) == (tier, period)
