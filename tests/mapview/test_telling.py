"""What stands beside the map while no council is chosen; and which tier a link to a council shows."""

import re
from decimal import Decimal

import pytest

from dashboard.addresses.links import UNNAMED
from dashboard.addresses.view_state import parse
from dashboard.domain.authority_types import Tier
from dashboard.mapview.england import NOTE, england
from dashboard.mapview.telling import MANY, MOST_NAMED, NONE, SOME, telling
from dashboard.mapview.view import showing_council
from dashboard.repository.records import NationalFigure
from tests.mapview.england import ADUR, KENT, SmallEngland, repository, view
from tests.support.fake_repository import YEARS, release
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


class OfEngland(SmallEngland):
    """A release that holds figures for England: of complaints upheld, and of nothing else that is shown."""

    told: dict[str, tuple[str, int | None, int | None]]

    def national(self, year: str) -> tuple[NationalFigure, ...]:
        page = "https://www.lgo.org.uk/"
        other = NationalFigure(year, "compliance_pct", Decimal("99.5"), None, None, page)
        if year not in self.told:
            return (other,)
        value, n, d = self.told[year]
        return (other, NationalFigure(year, "upheld_pct", Decimal(value), n, d, page))


def of_england(**told: tuple[str, int | None, int | None]) -> str:
    """Return the section on England for figures by year: ``y2024=("83", 3665, 4441)``."""
    years = tuple(f"{year}-{(year + 1) % 100:02}" for year in range(2014, 2025))
    held = OfEngland(release_=release("held", "real", years))
    held.told = {year: told[f"y{year[:4]}"] for year in years if f"y{year[:4]}" in told}
    return "".join(html_of(part) for part in england(held))  # type: ignore[arg-type]


def test_england_is_a_sentence_a_small_picture_and_its_origin() -> None:
    html = of_england(y2020=("67", 2104, None), y2021=("66", 2825, 4253), y2022=("74", 3203, 4301))
    assert "74% of complaints looked into were upheld" in html
    assert "(3,203 of 4,301) in 2022-23." in html
    assert html.count("<circle") == 3
    assert (
        html.count('class="trend-line"') == 1
    )  # 2020-21 to 2021-22: from 2022-23 cases are chosen otherwise
    assert html.count('class="trend-cut"') == 1
    assert "Complaints upheld, England: 2020-21 67%; 2021-22 66% (2,825 of 4,253); 2022-23 74%" in html
    assert NOTE in html


@pytest.mark.parametrize(
    ("told", "sentence", "points"),
    [
        ({}, "", 0),
        ({"y2024": ("83", 3665, 4441)}, "(3,665 of 4,441) in 2024-25.", 0),
        (
            {"y2022": ("74", None, None), "y2023": ("80", None, 4003)},
            "upheld</strong> in 2023-24; 74% in 2022-23, the",
            2,
        ),
        ({"y2019": ("61", 2586, 4215), "y2024": ("83", 3665, 4441)}, "(3,665 of 4,441) in 2024-25.", 2),
    ],
)
def test_england_is_compared_with_the_first_year_alike_and_drawn_from_two_years(
    told: dict[str, tuple[str, int | None, int | None]], sentence: str, points: int
) -> None:
    html = of_england(**told)
    assert sentence in html
    assert html.count("<circle") == points
    if points == 2 and "y2019" in told:
        assert 'class="trend-line"' not in html  # years between that are not held are not drawn through
