"""Words are as wide as the vendored fonts say, and no line is wider than its place."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.lettering import lines, width_at
from tests.support.picture_read import length

LETTERS = string.ascii_letters + string.digits + " !\"#$%&'()*+,-./:;<=>?@[]^_`£–—‘’“”…·×©▲▼→"


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_as_wide_as_in_the_font(letter: str, bold: bool) -> None:
    assert width_at(letter, 1000, bold=bold) == pytest.approx(length(letter, 1000, bold=bold), abs=1)


@given(st.text(alphabet=LETTERS + "éŵ", max_size=200), st.floats(20, 600))
def test_every_line_fits_and_nothing_is_lost(text: str, width: float) -> None:
    told = lines(text, 12, width)
    assert all(width_at(line, 12) <= width or len(line) == 1 for line in told)
    assert "".join(told).replace(" ", "") == "".join(text.split())


def test_an_address_too_long_for_a_line_is_parted_at_a_sign() -> None:
    address = "https://councils.example/compare?councils=first-council,second-council&year=2023-24"
    assert lines(address, 10, 250) == [
        "https://councils.example/compare?councils=first-council,",
        "second-council&year=2023-24",
    ]
