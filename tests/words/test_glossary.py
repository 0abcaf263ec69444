"""The glossary: every word of the method once, and found as texts write it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.formats import words
from dashboard.statistics.small_numbers import FEW_BELOW, TOO_FEW_BELOW
from dashboard.words.glossary import FEW, GLOSSARY, Term, may_have_one, pieces


def test_it_stands_from_a_to_z_with_one_anchor_and_one_meaning_each() -> None:
    names = [term.name for term in GLOSSARY]
    assert names == sorted(names, key=lambda name: (name[0].isdigit() * -1, name.casefold()))
    assert len({term.anchor for term in GLOSSARY}) == len(GLOSSARY)
    assert all(term.meaning.endswith(".") or term.meaning.endswith(").") for term in GLOSSARY)


def test_few_are_as_many_as_the_statistics_say() -> None:
    assert f"{words(TOO_FEW_BELOW).capitalize()} to {FEW_BELOW - 1}:" in FEW.meaning
    assert f"fewer than {words(TOO_FEW_BELOW)} " in FEW.meaning


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("95% interval", ["interval"]),
        ("with its 95% intervals", ["interval"]),
        ("11%, pooled, simulated", ["average"]),
        ("Together: pooled rate", ["pooled"]),
        ("81%, printed", ["average"]),
        ("the rate is printed", []),
        ("compared with the printed average", ["average"]),
        ("Usual: 10 to 17", ["usual"]),
        ("an unusual year", []),
        ("None of them stands out.", ["stands-out"]),
        ("about 1.3 would be expected", ["expected"]),
        ("the false discovery rate of Benjamini and Hochberg", ["false-discovery", "false-discovery"]),
        ("more than chance explains", ["compared"]),
        ("phi 1.40", ["phi"]),
        ("Philip", []),
        ("a graphite", []),
    ],
)
def test_it_knows_a_word_as_texts_write_it(text: str, found: list[str]) -> None:
    assert [term.key for _, term in pieces(text) if term] == found
    assert "".join(part for part, _ in pieces(text)) == text


@given(st.data(), st.sampled_from(GLOSSARY))
def test_a_text_with_a_word_is_never_passed_over(data: st.DataObject, term: Term) -> None:
    """What is looked for first, because it is sooner seen, is in every way a word is written."""
    text = data.draw(st.from_regex(term.written, fullmatch=True))
    assert re.search(term.written, text) is None or may_have_one(text)


@pytest.mark.parametrize("term", GLOSSARY, ids=lambda term: term.key)
def test_every_way_of_writing_a_word_is_tried(term: Term) -> None:
    """The one before draws at random: here each alternative stands once, its options left out."""
    for way in re.sub(r"\(\?:.*?\)\??|\(\?<=.*?\)|\(\?!.*?\)|\\b|\w\?", "", term.written).split("|"):
        assert may_have_one(re.sub(r"\[(\w)\w\]", r"\1", way)), way
