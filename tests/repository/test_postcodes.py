import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.repository.postcodes import parse_postcode


@pytest.mark.parametrize(
    ("text", "prefixes"),
    [
        ("FY1 1AA", ("FY1 1AA", "FY1 1", "FY1")),
        ("fy11aa", ("FY1 1AA", "FY1 1", "FY1")),
        ("  Fy1   1aA ", ("FY1 1AA", "FY1 1", "FY1")),
        ("SW1A-2AA", ("SW1A 2AA", "SW1A 2", "SW1A")),
        ("ec1a\u00a01bb", ("EC1A 1BB", "EC1A 1", "EC1A")),
        ("CA1 1", ("CA1 1", "CA1")),
        ("CA11", ("CA11",)),
        ("ca111", ("CA11 1", "CA11")),
        ("CA111AB", ("CA11 1AB", "CA11 1", "CA11")),
        ("CA11AB", ("CA1 1AB", "CA1 1", "CA1")),
        ("CA1 1A", ("CA1 1", "CA1")),
        ("M1", ("M1",)),
        ("M1 1", ("M1 1", "M1")),
    ],
)
def test_a_postcode_or_its_beginning_in_any_spelling(text: str, prefixes: tuple[str, ...]) -> None:
    postcode = parse_postcode(text)
    assert postcode is not None
    assert postcode.prefixes == prefixes


@pytest.mark.parametrize(
    "text", ["", "Leeds", "CA", "1", "FY1 1AA FY1 1AA", "ABC1 1AA", "CA1 1ABC", "E06000009", "M 1", "Á1 1AA"]
)
def test_what_is_no_postcode_is_none(text: str) -> None:
    assert parse_postcode(text) is None


@given(st.text())
def test_any_text_is_a_postcode_or_not(text: str) -> None:
    postcode = parse_postcode(text)
    assert postcode is None or postcode.prefixes[-1] == postcode.outcode


@given(
    st.from_regex(r"[A-Z]{1,2}[0-9][A-Z0-9]?", fullmatch=True),
    st.from_regex(r"[0-9][A-Z]{2}", fullmatch=True),
    st.sampled_from(["", " ", "  ", "-", "\t"]),
)
def test_a_whole_postcode_is_read_the_same_with_and_without_its_space(
    outcode: str, inward: str, space: str
) -> None:
    postcode = parse_postcode(f"{outcode}{space}{inward}".lower())
    assert postcode is not None
    assert postcode.unit == f"{outcode} {inward}"
