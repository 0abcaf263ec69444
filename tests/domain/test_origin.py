import pytest

from dashboard.domain.origin import Origin, derived_from

P, R, D, S = Origin.PUBLISHED, Origin.REPORTED, Origin.DERIVED, Origin.SIMULATED


@pytest.mark.parametrize(
    ("inputs", "origin"),
    [((P,), D), ((P, R), D), ((R, D), D), ((P, S), S), ((S,), S), ((D, P, R, S), S)],
)
def test_whatever_has_one_simulated_input_is_simulated(inputs: tuple[Origin, ...], origin: Origin) -> None:
    assert derived_from(*inputs) is origin


def test_a_value_from_nothing_has_no_origin() -> None:
    with pytest.raises(ValueError, match="at least one input"):
        derived_from()


def test_files_print_one_word_and_pages_a_phrase() -> None:
    assert [str(origin) for origin in Origin] == ["published", "reported", "derived", "simulated"]
    assert P.words == "published by the Ombudsman"
    assert S.words == "simulated"
