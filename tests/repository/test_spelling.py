"""How far apart two spellings are, beside a slow and plain oracle, and which words count as near."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.repository.spelling import Spellings, allowed, distance

WORDS = st.text(alphabet="abcd", max_size=7)


def oracle(one: str, other: str) -> int:
    """The textbook recursion: optimal string alignment, from the ends backwards."""

    @cache
    def apart(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        ways = [apart(i - 1, j) + 1, apart(i, j - 1) + 1, apart(i - 1, j - 1) + (one[i - 1] != other[j - 1])]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            ways.append(apart(i - 2, j - 2) + 1)
        return min(ways)

    return apart(len(one), len(other))


@given(one=WORDS, other=WORDS, most=st.integers(0, 3))
def test_slips_are_counted_up_to_as_many_as_matter(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(oracle(one, other), most + 1)


@given(word=WORDS, known=st.sets(WORDS, max_size=12))
def test_the_nearest_words_are_those_of_fewest_slips(word: str, known: set[str]) -> None:
    near = Spellings(known).nearest(word)
    within = {other: oracle(word, other) for other in known if oracle(word, other) <= allowed(word)}
    within = {other: n for other, n in within.items() if n < 2 or other[:1] == word[:1]}
    fewest = min(within.values(), default=None)
    assert set(near) == ({o for o, n in within.items() if n == fewest} if allowed(word) else set())


@pytest.mark.parametrize(
    ("word", "slips"), [("hul", 0), ("bath", 1), ("blakpol", 1), ("harogate", 2), ("wolverhampten", 2)]
)
def test_longer_words_may_have_more_slips(word: str, slips: int) -> None:
    assert allowed(word) == slips
