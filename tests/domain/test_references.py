"""References of cases: one spelling, whatever is typed; a letter tells the bodies of a joint case apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.references import is_simulated, reference_of, reference_slug


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("23 001 234", "23 001 234"),
        ("23001234", "23 001 234"),
        ("23-001-234", "23 001 234"),
        ("  23  001 234 ", "23 001 234"),
        ("17 002 402b", "17 002 402b"),
        ("17 002 402B", "17 002 402b"),
        ("17-002-402-b", "17 002 402b"),
        ("17002402 b", "17 002 402b"),
        ("sim 23 001 234", "SIM 23 001 234"),
    ],
)
def test_every_spelling_is_one(text: str, spelt: str) -> None:
    assert reference_of(text) == spelt
    assert is_simulated(spelt) == text.startswith("sim")


@pytest.mark.parametrize(
    "text", ["", "x", "23 001 23", "23 001 2345", "23 001 234bc", "23 001 234é", "٢٣ ٠٠١ ٢٣٤", "23_001_234"]
)
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no case reference"):
        reference_of(text)


@given(
    st.tuples(*[st.integers(0, 999)] * 3),
    st.sampled_from(["", *"abcdefgz"]),
    st.sampled_from(["", "SIM "]),
)
def test_a_reference_comes_back_from_its_address(
    numbers: tuple[int, int, int], letter: str, mark: str
) -> None:
    reference = f"{mark}{numbers[0] % 100:02} {numbers[1]:03} {numbers[2]:03}{letter}"
    assert reference_of(reference) == reference
    assert reference_of(reference_slug(reference)) == reference
