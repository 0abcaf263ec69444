"""Postcodes as people type them, with marks, words and slips, against what a person would read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.postal_areas import AREAS
from dashboard.repository.postcode_text import read_postcode


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("(SW1A 1AA)", "SW1A 1AA"),
        ("“sw1a1aa.”", "SW1A 1AA"),
        ("SW1A 1AA, London", "SW1A 1AA"),
        ("12 High Street, M1 1AE Manchester", "M1 1AE"),
        ("postcode: l1 8jq", "L1 8JQ"),
        ("my postcode is PR1 2AA thanks", "PR1 2AA"),
        ("London SW1A", "SW1A"),
        ("Leeds LS1", "LS1"),
        ("EC1A 1BB!", "EC1A 1BB"),
        ("CA1 1", "CA1 1"),
    ],
)
def test_marks_and_words_around_a_postcode_are_left_out(text: str, meant: str) -> None:
    typed = read_postcode(text)
    assert typed is not None
    assert (str(typed.postcode), typed.mended, typed.others) == (meant, False, 0)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("M1 IAE", "M1 1AE"),
        ("M1 lAE", "M1 1AE"),
        ("0X1 1BX", "OX1 1BX"),
        ("0X1 1BX, Oxford", "OX1 1BX"),
        ("SWIA 1AA", "SW1A 1AA"),
        ("SW1A OAA", "SW1A 0AA"),
        ("N1O 1AA", "N10 1AA"),
        ("NW1O 2AA", "NW10 2AA"),
        ("P01 5AA", "PO1 5AA"),
        ("S014 0AA", "SO14 0AA"),
        ("1G1 1AA", "IG1 1AA"),
        ("0X1", "OX1"),
        ("S014", "SO14"),
    ],
)
def test_letters_taken_for_digits_are_read_as_meant_and_said_to_be(text: str, meant: str) -> None:
    typed = read_postcode(text)
    assert typed is not None
    assert (str(typed.postcode), typed.mended) == (meant, True)


@pytest.mark.parametrize(
    "text",
    [
        "Leeds",
        "London",
        "Bolton",
        "E06000009",
        "2023-24",
        "1",
        "Flat 2",
        "",
        "...",
        "Lillil",
        "County 1",
        "OIL",
    ],
)
def test_what_holds_no_postcode_is_not_read_as_one(text: str) -> None:
    assert read_postcode(text) is None


def test_of_several_postcodes_the_first_is_taken_and_the_others_counted() -> None:
    typed = read_postcode("FY1 1AA, FY1 2AA and FY1 3AA, FY1 1AA")
    assert typed is not None
    assert (str(typed.postcode), typed.others) == ("FY1 1AA", 2)


@given(st.text(max_size=200))
def test_any_text_is_read_or_not(text: str) -> None:
    read_postcode(text)


_SLIPS = str.maketrans("O0I1", "0O1I")


@given(
    area=st.sampled_from(sorted(AREAS)),
    district=st.integers(1, 98),
    inward=st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True),
    which=st.integers(0, 6),
)
def test_one_slip_in_a_postcode_is_mended_or_it_is_another_postcode(
    area: str, district: int, inward: str, which: int
) -> None:
    """A slip may make another postcode that there may be (of BD10, BD1O is none): nothing else is read."""
    right = f"{area}{district} {inward}"
    slipped = "".join(c.translate(_SLIPS) if i == which else c for i, c in enumerate(right))
    typed = read_postcode(slipped)
    if slipped == right:
        assert typed is not None
        assert str(typed.postcode) == right
    elif typed is not None and typed.mended:
        pairs = zip(str(typed.postcode).replace(" ", ""), slipped.replace(" ", ""), strict=True)
        assert {(a, b) for a, b in pairs if a != b} <= {("O", "0"), ("0", "O"), ("1", "I"), ("I", "1")}
