import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.repository.names import expanded, folded, initials, one_spelling, telling


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brighton & Hove City Council", "brighton and hove city council"),
        ("King’s Lynn and West Norfolk", "kings lynn and west norfolk"),
        ("KING'S LYNN", "kings lynn"),
        ("Kingston upon Hull, City of", "kingston upon hull city of"),
        ("St. Helens", "st helens"),
        ("Bournemouth,Christchurch&Poole", "bournemouth christchurch and poole"),
        ("Stratford-on-Avon", "stratford on avon"),
        ("Éssex", "essex"),
        ("!!!", ""),
    ],
)
def test_two_spellings_of_one_name_meet(text: str, name: str) -> None:
    assert folded(text) == name


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("london borough of hounslow", "hounslow"),
        ("blackpool borough council", "blackpool"),
        ("borough council of kings lynn and west norfolk", "kings lynn west norfolk"),
        ("city of london", "city of london"),
    ],
)
def test_the_words_that_tell_councils_apart(name: str, words: str) -> None:
    assert telling(name) == words


@pytest.mark.parametrize(
    ("name", "written_out"),
    [
        ("herts", "hertfordshire"),
        ("lincs county council", "lincolnshire county council"),
        ("east riding of yorks", "east riding of yorkshire"),
        ("leeds", "leeds"),
        ("n yorks", "north yorkshire"),
        ("ne lincs council", "north east lincolnshire council"),
        ("e", "e"),
        ("gt yarmouth", "great yarmouth"),
        ("co durham", "county durham"),
        ("", ""),
    ],
)
def test_short_forms_of_counties_are_written_out(name: str, written_out: str) -> None:
    assert expanded(name) == written_out


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("bournemouth christchurch and poole council", {"bcp", "bcpc"}),
        ("royal borough of kensington and chelsea", {"rbkc"}),
        ("london borough of hounslow", {"lbh"}),
        ("leeds city council", {"lcc"}),
        ("dorset council", set()),
        ("", set()),
    ],
)
def test_the_initials_a_council_is_known_by(name: str, letters: set[str]) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint Albans", "St. Albans"),
        ("Newcastle-on-Tyne", "Newcastle upon Tyne"),
        ("Stoke upon Trent", "Stoke-on-Trent"),
        ("B&NES", "Bath & North East Somerset"),
        ("BANES Council", "Bath and North East Somerset"),
        ("Brum", "Birmingham"),
        ("Brum city council", "birmingham"),
        ("E. Sussex", "East Sussex"),
        ("Hants", "Hampshire"),
    ],
)
def test_two_ways_of_saying_one_name_are_compared_as_one(one: str, other: str) -> None:
    assert one_spelling(folded(one)) == one_spelling(folded(other))


@given(st.text())
def test_a_name_compared_twice_is_the_same(text: str) -> None:
    once = one_spelling(folded(text))
    assert one_spelling(once) == once
