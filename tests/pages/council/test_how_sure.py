"""How far councils of a type vary is said behind “How sure is this?”; a second view stands where they do."""

import re
from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import UPHELD
from dashboard.pages.council import funnel_texts
from dashboard.pages.council.comparison_section import comparison
from tests.pages.council.elder import release_with
from tests.support.html_text import html_of, text_of
from tests.support.one_type import YEAR, Counts, named, one_type

METHOD = ("funnel", "phi ", "limits", "overdispers", "inner lines")


def test_method_words_stand_behind_how_sure_is_this() -> None:
    html = html_of(comparison(CouncilYear(named("Elder"), YEAR, release_with((11, 12)), UNNAMED), level=2))
    disclosure = re.compile(r'<details class="how-sure".*?</details>(?=<h|</section|<details)', re.S)
    assert len(disclosure.findall(html)) == 1
    open_words = re.sub(r"<[^>]+>", " ", disclosure.sub("", html)).casefold()
    assert [word for word in METHOD if word in open_words] == []
    assert "How sure is this?" in html


@pytest.mark.parametrize(
    ("variation", "said"),
    [
        (
            {"phi": 1.83, "phi_councils": 61, "p_value": 0.0004, "spread": 0.02},
            "Councils of this type vary by more than chance (phi 1.83 over 61 councils, where chance alone "
            "gives about 1; chance would do as much in fewer than 1 of 1,000 years). The lines, and the "
            "usual ranges on this page, allow for it.",
        ),
        (
            {"phi": 0.98, "phi_councils": 61, "p_value": 0.52, "spread": None},
            "There is no clear sign that councils of this type vary by more than chance (phi 0.98 over 61 "
            "councils, where chance alone gives about 1; chance would do as much in about 52 of 100 years).",
        ),
        (
            {"phi": 1.3, "phi_councils": 33, "p_value": 0.08, "spread": 0.1},
            "There is no clear sign that councils of this type vary by more than chance (phi 1.30 over 33 "
            "councils, where chance alone gives about 1; chance would do as much in about 8 of 100 years). "
            "What spread there is, the lines allow for.",
        ),
        ({"judged": False}, "Too few councils of this type are held to say how far they vary."),
    ],
)
def test_r5_the_page_says_whether_councils_vary_by_more_than_chance(
    variation: dict[str, object], said: str
) -> None:
    of_type_ = release_with((11, 12)).type_compared(AuthorityType.UNITARY, YEAR, UPHELD.id)
    assert of_type_ is not None
    assert funnel_texts.variation_words(replace(of_type_, **variation)) == said  # type: ignore[arg-type]


def test_r14_chance_alone_is_a_second_view_named_as_such_where_the_range_has_a_spread_in_it() -> None:
    varying: Counts = {f"Oak{i:02d}": ((39, 40) if i % 2 else (22, 40)) for i in range(20)}
    repository = one_type({UPHELD.id: varying}, {UPHELD.id: "79"})
    html = html_of(comparison(CouncilYear(named("Oak00"), YEAR, repository, UNNAMED), level=2))
    first, second = html.split('<details class="funnel-second" id="plain-upheld-pct">')
    assert "Oak00: 55% (22 of 40), no clear difference from other unitary councils." in first
    assert "Second view: what chance alone would do" in second
    assert "Oak00 lies below the inner lines here" in second


def test_r14_no_second_view_where_councils_do_not_vary_by_more_than_chance() -> None:
    calm: Counts = {f"Oak{i:02d}": (31 + i % 2, 40) for i in range(20)}
    repository = one_type({UPHELD.id: calm}, {UPHELD.id: "79"})
    text = text_of(comparison(CouncilYear(named("Oak00"), YEAR, repository, UNNAMED), level=2))
    assert "There is no clear sign that councils of this type vary by more than chance" in text
    assert "Second view" not in text
