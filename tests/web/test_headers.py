"""Validators: which If-None-Match headers say that a client has an answer already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.headers import etag, unchanged

OURS = etag(b"a page")
FILE = '"map-upper-1.0f3a.json"'


@pytest.mark.parametrize(
    ("header", "known"),
    [
        (None, False),
        ("", False),
        ("*", True),
        (" * ", True),
        (OURS, True),
        (OURS.removeprefix("W/"), True),
        (OURS.replace("W/", "w/"), True),
        (f'"one", {OURS}, "three"', True),
        (f'W/"one",{OURS}', True),
        (f'{OURS} , "three"', True),
        ('"one", "two"', False),
        (f'"with, comma", {OURS}', True),
        (f'"before, {OURS.strip("W/").strip(chr(34))}, after"', False),
        ('"*"', False),
        (f"{OURS}x", False),
        (",,, ", False),
    ],
)
def test_a_header_names_the_answer_or_does_not(header: str | None, known: bool) -> None:
    assert unchanged(header, OURS) is known


def test_a_strong_tag_is_known_by_its_weak_form() -> None:
    """A proxy that compresses weakens the tag of a file."""
    assert unchanged(f"W/{FILE}", FILE)
    assert unchanged(FILE, FILE)


opaque = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters='"'), max_size=12)
tags = st.builds(lambda weak, text: f'{"W/" if weak else ""}"{text}"', st.booleans(), opaque)


@given(st.lists(tags, max_size=5), st.integers(0, 5), st.sampled_from([", ", ",", " , "]))
def test_a_tag_is_found_wherever_it_stands_in_the_list(others: list[str], place: int, comma: str) -> None:
    assert unchanged(comma.join([*others[:place], OURS, *others[place:]]), OURS)
    without = [tag for tag in others if tag.removeprefix("W/") != OURS.removeprefix("W/")]
    assert not unchanged(comma.join(without), OURS)


@given(st.text(max_size=60))
def test_any_header_is_read(header: str) -> None:
    assert unchanged(header, OURS) in (True, False)
