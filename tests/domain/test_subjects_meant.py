"""Everyday words find the subjects they mean, in any form; each subject is one that there is."""

import csv
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.decisions import DecisionCategory as Of
from dashboard.domain.subjects_meant import WORDS, subjects_meant
from tests.support.built import PROJECT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("homelessness", {"Homelessness"}),
        ("potholes", {"Highway repair and maintenance"}),
        ("bins", {"Refuse and recycling"}),
        ("SEN", {"Special educational needs"}),
        ("EHCP", {"Special educational needs"}),
        ("blue badge", {"Blue badges and concessionary travel", "Transport"}),
        ("parking fine", {"Parking and other penalties"}),
        ("council tax arrears", {"Council tax"}),
        ("noise", {"Noise"}),
        ("damp", {"Council house repairs", "Private housing"}),
        ("social worker", {"Assessment and care plan", "Child protection"}),
        ("nursing home", {"Residential care"}),
        ("planning neighbours", {"Planning applications"}),
        ("adoption", {"Special guardianship and adoption"}),
        ("school place", {"School admissions"}),
        ("rent arrears", {"Homelessness"}),
        ("benefits", {"Council tax support", "Housing benefit and council tax benefit"}),
        ("licensing taxi", {"Licensing"}),
        ("cemeteries", {"Cemeteries and crematoria"}),
        ("allotment", {"Land and property", "Leisure and culture", "Land"}),
        ("HMO", {"Private housing"}),
        ("children's homes", set()),
        ("send a letter", {"Special educational needs"}),  # offered, and not searched for
        ("sense", set()),
        ("place", set()),
        ("", set()),
        ("“*&", set()),
    ],
)
def test_a_word_means_its_subjects(typed: str, meant: set[str]) -> None:
    assert {sub_category for _, sub_category in subjects_meant(typed)} == meant


def test_the_closest_comes_first() -> None:
    assert subjects_meant("council tax support")[0] == (Of.BENEFITS_TAX, "Council tax support")


def test_each_subject_means_itself_and_is_one_of_a_register() -> None:
    phrases = PROJECT / "dashboard" / "simulate" / "phrases"
    told = [(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in phrases.glob("*.toml")]
    simulated = {label for _, book in told for label in labels(book)}
    with (PROJECT / "data" / "held" / "decisions.csv").open(encoding="utf-8", newline="") as file:
        real = {cell for row in csv.reader(file) for cell in row}
    for subject in WORDS:
        assert subject in subjects_meant(subject[1])
        assert subject[1] in simulated | real, subject


def labels(book: object) -> set[str]:
    """Every label in a book of phrases, at any depth."""
    if isinstance(book, list):
        return {label for one in book for label in labels(one)}
    if not isinstance(book, dict):
        return set()
    own = {book["label"]} if isinstance(book.get("label"), str) else set()
    return own | {label for one in book.values() for label in labels(one)}


@given(st.text(max_size=60), st.sampled_from(["damp", "blue badge", "council tax"]))
def test_any_text_is_read_and_more_words_mean_no_less(text: str, phrase: str) -> None:
    assert set(subjects_meant(phrase)) <= set(subjects_meant(f"{text} {phrase.upper()}s"))
