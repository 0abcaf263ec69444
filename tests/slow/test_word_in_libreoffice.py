"""What counts as lost on the way from a Word document to its PDF."""

import pytest

from slow.word_in_libreoffice import _missing

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
