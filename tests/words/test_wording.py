"""Singular, plural and lists."""

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.words import wording


@pytest.mark.parametrize(
    ("count", "plural", "text"),
    [
        (1, "investigations", "1 investigation"),
        (0, "investigations", "0 investigations"),
        (1204, "upheld complaints", "1,204 upheld complaints"),
        (1, "compliance outcomes", "1 compliance outcome"),
    ],
)
def test_a_count_with_its_noun(count: int, plural: str, text: str) -> None:
    assert wording.counted(count, plural) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("London Borough of Hounslow", "the London Borough of Hounslow"),
        ("Royal Borough of Greenwich", "the Royal Borough of Greenwich"),
        ("Council of the Isles of Scilly", "the Council of the Isles of Scilly"),
        ("City of London Corporation", "the City of London Corporation"),
        ("City of Westminster", "the City of Westminster"),
        ("City of York Council", "City of York Council"),
        ("Leeds City Council", "Leeds City Council"),
    ],
)
def test_a_council_s_name_within_a_sentence(name: str, text: str) -> None:
    assert wording.council_name(name) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists_are_joined_as_sentences_do(items: list[str], text: str) -> None:
    assert wording.listed(items) == text


def test_a_council_of_a_type() -> None:
    assert wording.council_of_type(AuthorityType.LONDON) == "London borough council"
    assert wording.council_of_type(AuthorityType.METROPOLITAN) == "metropolitan borough council"


def test_only_the_first_letter_becomes_large() -> None:
    assert wording.capital("average of London borough councils") == "Average of London borough councils"
