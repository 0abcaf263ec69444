"""The pages that explain: about and accessibility."""

import re

from dashboard.charts.breaks import BREAKS
from dashboard.domain.measures import on_map
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.pages.site import about, accessibility
from dashboard.pages.site.method import SURE
from dashboard.words.breaks import concerned
from tests.support.html_text import html_of, text_of
from tests.support.sample import sample


def test_about_explains_every_measure_of_the_catalogue() -> None:
    text = text_of(about.render(sample()))
    for measure in on_map():
        assert measure.explanation in text
        assert measure.caveat in text


def test_about_names_every_break_and_every_origin() -> None:
    text = text_of(about.render(sample()))
    assert all(b.words in text for b in BREAKS)
    assert all(f"{origin.words[:1].upper()}{origin.words[1:]}" in text for origin in Origin)


def test_a_break_says_which_measures_it_breaks_and_which_it_only_marks() -> None:
    text = text_of(about.render(sample()))
    assert all(concerned(ReportingYear.parse(b.year)) in text for b in BREAKS)


METHOD = r"\bphi\b|funnel|overdispers|binomial|Pearson|Wilson|Newcombe|prior\b"


def test_the_method_s_own_words_stand_behind_one_question() -> None:
    html = html_of(about.render(sample()))
    behind = re.findall(r"<details.*?</details>", html, flags=re.DOTALL)
    assert [SURE in one for one in behind] == [True]
    assert re.search(METHOD, behind[0])
    assert re.findall(METHOD, html.replace(behind[0], "")) == []


def test_the_method_is_told_with_its_sources() -> None:
    (behind,) = re.findall(r"<details.*?</details>", html_of(about.render(sample())), flags=re.DOTALL)
    for source in (
        "Aitchison",
        "Greenwood",
        "Osius",
        "Spiegelhalter",
        "Wilson",
        "Newcombe",
        "Zou and Donner",
    ):
        assert source in behind


def test_nothing_on_the_page_calls_councils_alike() -> None:
    assert not re.search(r"similar|like others", text_of(about.render(sample())), flags=re.IGNORECASE)


def test_about_says_what_is_simulated_and_what_is_not() -> None:
    assert "Nothing in this release is simulated." in text_of(about.render(sample()))
    assert "This release is a demonstration." in text_of(about.render(sample("demonstration")))


def test_about_says_what_statistics_must_say_of_themselves() -> None:
    text = text_of(about.render(sample()))
    for heading in ("Producer", "Status", "Strengths", "Limits", "Revisions", "Last update", "Contact"):
        assert heading in text
    assert "@" not in text


def test_links_within_the_page_lead_somewhere() -> None:
    html = html_of(about.render(sample()))
    anchors = re.findall(r'href="#([^"]+)"', html)
    assert anchors
    assert all(f'id="{anchor}"' in html for anchor in anchors)


def test_accessibility_claims_no_test_that_was_not_made() -> None:
    text = text_of(accessibility.render(sample()))
    assert "No test with people who use assistive technology has been made." in text
    assert "No test with a screen reader has been made." in text
    assert "no claim of full conformance is made" in text
