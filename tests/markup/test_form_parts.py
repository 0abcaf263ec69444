"""What forms are made of: one value chosen, every text escaped, nothing empty sent along."""

import pytest

from dashboard.markup.form_parts import hidden, keep_release, options, select

WAYS = (("", "All"), ("a&b", "Adults & “children”"), ("c", "Children"))


@pytest.mark.parametrize(
    ("chosen", "says"), [(None, "All"), ("", "All"), ("a&b", "Adults &amp; “children”"), ("c", "Children")]
)
def test_the_value_chosen_and_no_other_is_selected(chosen: str | None, says: str) -> None:
    told = options(WAYS, chosen)
    assert told.count("<option") == len(WAYS)
    assert told.count(" selected") == 1
    assert f" selected>{says}</option>" in told


def test_a_value_that_is_not_offered_selects_nothing() -> None:
    assert " selected" not in options(WAYS, "d")


def test_a_choice_stands_under_its_label() -> None:
    assert select("case", "year", "Decided <in>", [("2023-24", "2023-24")], None) == (
        '<div class="case-field"><label for="case-year">Decided &lt;in&gt;</label>'
        '<select id="case-year" name="year"><option value="2023-24">2023-24</option></select></div>'
    )


def test_what_a_form_keeps_is_sent_as_it_is_and_what_is_empty_is_not() -> None:
    assert hidden([("q", 'say "damp"'), ("year", ""), ("type", None)]) == (
        '<input type="hidden" name="q" value="say &quot;damp&quot;">'
    )


@pytest.mark.parametrize(
    ("release", "kept"), [(None, ""), ("demo", '<input type="hidden" name="release" value="demo">')]
)
def test_a_form_stays_in_the_release_that_was_asked_for(release: str | None, kept: str) -> None:
    assert keep_release(release) == kept
