"""How what is typed is read: words, phrases, beginnings; everything else is nothing or only words."""

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.repository.words_asked import MOST_WORDS, read_words


@pytest.mark.parametrize(
    ("typed", "match", "reading"),
    [
        ("damp", '"damp"', "Searched for the word “damp”."),
        ("Damp mould", '"Damp" AND "mould"', "Searched for the word “Damp” and the word “mould”."),
        ('"damp and mould"', '"damp and mould"', "Searched for the phrase “damp and mould”."),
        ("“damp and mould”", '"damp and mould"', "Searched for the phrase “damp and mould”."),
        ('"damp', '"damp"', "Searched for the word “damp”."),
        ("home*", '"home"*', "Searched for words that begin with “home”."),
        ('"special educational need*"', '"special educational need"*', None),
        ("h*", '"h"', "Searched for the word “h”."),
        ("children’s", '"children s"', "Searched for “children’s”."),
        ("well-being", '"well being"', "Searched for “well-being”."),
        ("23-001", '"23 001"', None),
        ("damp damp", '"damp"', "Searched for the word “damp”."),
        ("a NEAR/2 b", '"a" AND "NEAR 2" AND "b"', None),
        ("subject : x", '"subject" AND "x"', None),
        ("'; DROP TABLE decision; --", '"DROP" AND "TABLE" AND "decision"', None),
        ("x OR y", '"x" AND "OR" AND "y"', None),
        ("damp\x00mould", '"damp mould"', "Searched for the phrase “damp mould”."),
        ("café", '"café"', "Searched for the word “café”."),
        ("\ud800damp", '"damp"', "Searched for the word “damp”."),
        ("", "", ""),
        ("   ", "", ""),
        ("* - ( ) ' \" ^ :", "", "There is no word in what was typed, so it leaves nothing out."),
        ("🎈", "", "There is no word in what was typed, so it leaves nothing out."),
    ],
)
def test_what_is_typed_is_read_so(typed: str, match: str, reading: str | None) -> None:
    read = read_words(typed)
    assert read.match == match
    assert reading is None or read.reading == reading


@pytest.mark.parametrize(
    ("typed", "match", "references", "reading"),
    [
        ("23 001 234", "", ("23 001 234",), "Searched for the reference “23 001 234”."),
        ("23001234", "", ("23 001 234",), "Searched for the reference “23 001 234”."),
        ("17 002 402b", "", ("17 002 402b",), "Searched for the reference “17 002 402b”."),
        ("17-002-402B", "", ("17 002 402b",), "Searched for the reference “17 002 402b”."),
        ("sim-23-001-234", "", ("SIM 23 001 234",), "Searched for the reference “SIM 23 001 234”."),
        (
            *("damp 23 001 234", '"damp"', ("23 001 234",)),
            "Searched for the reference “23 001 234” and the word “damp”.",
        ),
        (
            *("23 001 234, 23 001 235", "", ("23 001 234", "23 001 235")),
            "Searched for the references “23 001 234” or “23 001 235”.",
        ),
        ('"23 001 234"', '"23 001 234"', (), "Searched for the phrase “23 001 234”."),
        ("23 001 2345", '"23" AND "001" AND "2345"', (), None),
        ("0123 001 234", '"0123" AND "001" AND "234"', (), None),
    ],
)
def test_what_is_written_as_a_reference_means_that_case(
    typed: str, match: str, references: tuple[str, ...], reading: str | None
) -> None:
    read = read_words(typed)
    assert (read.match, read.references) == (match, references)
    assert reading is None or read.reading == reading


def test_of_a_very_long_text_the_first_words_are_read_and_that_is_said() -> None:
    read = read_words(" ".join(f"word{n}" for n in range(5_000)))
    assert read.match.count(" AND ") == MOST_WORDS - 1
    assert read.reading.endswith("The rest of what was typed was left out.")


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO words VALUES ('Damp and mould in the children’s café')")
    return connection


@given(st.text(max_size=300))
@example('"' * 999)
@example("*" * 9_999)
@example("NOT AND OR NEAR(a b, 2)")
@example("\x00\ud800\u0301ʼ\u200d*")
@example("ﬁ ẞ İ \U0001f1ec \u1885 \ua66f a\u0489b")
@example("column:text {a b} : c ^d + e - f")
def test_any_text_is_a_question_the_index_answers(index: sqlite3.Connection, typed: str) -> None:
    read = read_words(typed)
    assert bool(read.reading) == bool(typed.strip())
    if read.match:
        index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (read.match,)).fetchone()


@given(
    st.sampled_from(
        ["damp", "Damp", "DAMP", "mould", "children’s", "cafe", "café", "CAFÉ", "moul*", '"damp and"']
    )
)
def test_what_is_in_the_text_is_found_whatever_its_case_and_accents(
    index: sqlite3.Connection, typed: str
) -> None:
    found = index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (read_words(typed).match,))
    assert found.fetchone() == (1,)
