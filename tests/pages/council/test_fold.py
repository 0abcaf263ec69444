"""Sections that open: nothing of a section is lost in folding it."""

from collections import Counter

import pytest

from dashboard.markup import elements as html
from dashboard.pages.council.fold import ON_PAPER_IF_OPEN, folded
from tests.support.html_text import html_of, text_of


def section(*parts: object) -> html.Section:
    return html.Section([html.H2("Decisions", id="decisions"), *parts], className="cases-section")


WITH_LINK = html.P(["See ", html.A("all", href="/decisions")])
SMALL = html.P("Made up.", className="small")
PLAIN = html.P("Two are published.")


@pytest.mark.parametrize("parts", [(PLAIN,), (WITH_LINK, PLAIN), (SMALL, PLAIN, WITH_LINK), (WITH_LINK,), ()])
def test_folding_keeps_every_word(parts: tuple[object, ...]) -> None:
    whole = section(*parts)
    assert Counter(text_of(folded(whole, 2)).split()) == Counter(text_of(whole).split())


def test_the_first_plain_paragraph_is_what_the_summary_says_and_no_link_is_in_it() -> None:
    told = html_of(folded(section(SMALL, WITH_LINK, PLAIN), 2))
    summary = told[told.index("<summary>") : told.index("</summary>")]
    assert "Two are published." in summary
    assert "<a" not in summary


def test_the_anchor_is_the_contents_so_that_a_link_to_it_opens_it() -> None:
    told = html_of(folded(section(PLAIN), 2))
    assert told.index("</summary>") < told.index('id="decisions"')
    assert told.count('id="decisions"') == 1


def test_lists_of_cases_are_printed_only_if_opened() -> None:
    assert f'class="fold {ON_PAPER_IF_OPEN}"' in html_of(folded(section(PLAIN), 2, asked=True))
    assert ON_PAPER_IF_OPEN not in html_of(folded(section(PLAIN), 2))
