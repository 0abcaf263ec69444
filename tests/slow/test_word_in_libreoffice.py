"""What counts as lost on the way from a Word document to its PDF."""

import pytest

from slow.word_in_libreoffice import FEW_WORDS, _missing, _next_to_empty, _own, _without_addresses

WHOLE = "Summary\nIn 2023-24 the Om-\nbudsman upheld 6.\nYear Upheld\n2022-\n23 2 of 6"


@pytest.mark.parametrize(
    ("texts", "lost"),
    [
        (["Summary", "Year", "Upheld", "2022-23", "2 of 6"], []),
        (["Summary", "upheld 7."], ["upheld 7."]),
        (["Year", "Summary"], ["Summary"]),
        (["2 of 6", "2 of 6"], ["2 of 6"]),
        ([], []),
    ],
    ids=["all there", "another number", "out of order", "once only", "nothing"],
)
def test_what_does_not_follow_in_the_text_is_lost(texts: list[str], lost: list[str]) -> None:
    assert _missing(texts, WHOLE) == lost


def test_a_page_with_little_besides_its_head_and_foot_is_next_to_empty() -> None:
    head, foot = "Demonstration", "Kent · Complaints"
    page = _own(f"{head}\n{'word ' * FEW_WORDS}\n{foot} Page 1 of 2", head, foot)
    blank = _own(f"{head}\n\n{foot} Page 2 of 2", head, foot)
    assert page.split() == ["word"] * FEW_WORDS
    assert _next_to_empty([page, blank]) == [2]


def test_a_number_within_an_address_is_no_number_of_its_own() -> None:
    assert _without_addresses("Seen 2: https://example.org/report-202425 in 2025").split() == [
        *("Seen", "2:", "in", "2025"),
    ]
