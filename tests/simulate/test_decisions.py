"""The demonstration’s decisions: stated shares published, texts that fit, the register as it was."""

from collections import Counter

import pandas as pd
import pytest

from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Category, Outcome
from dashboard.reference.load import Reference
from dashboard.simulate.decision_texts import IMPROVING, MARK, Written
from dashboard.simulate.decisions import Decisions, simulate_decisions
from dashboard.simulate.phrase_book import PhraseBook, read_phrase_book
from dashboard.simulate.publication import CLOSED_PUBLISHED, DECIDED_AS, NOT_PUBLISHED, REPORTS_A_YEAR
from dashboard.simulate.register import Register


@pytest.fixture(scope="module")
def ended(reference: Reference) -> list[str]:
    return [council.slug for council in reference.councils.values() if council.end is not None]


@pytest.fixture(scope="module")
def decisions(register: Register, ended: list[str]) -> Decisions:
    return simulate_decisions(register, ended)


@pytest.fixture(scope="module")
def book() -> PhraseBook:
    return read_phrase_book()


def every_text(text: Written) -> list[str]:
    told = [text.subject, text.summary, *(t for _, t, _ in text.remedies)]
    return [*told, *(t for _, t, _, _ in text.improvements), *([text.response] if text.response else [])]


def test_nothing_else_of_the_register_is_changed(register: Register, decisions: Decisions) -> None:
    pd.testing.assert_frame_equal(decisions.cases[list(register.cases.columns)], register.cases)


def test_the_same_seed_gives_the_same_texts(
    register: Register, ended: list[str], decisions: Decisions
) -> None:
    assert simulate_decisions(register, ended).texts == decisions.texts
    other = simulate_decisions(register, ended, seed=2)
    assert other.texts != decisions.texts


def test_the_stated_shares_are_published(decisions: Decisions) -> None:
    cases = decisions.cases[decisions.cases["decided"] >= "2018-04-01"]
    shares = cases.groupby("outcome")["published"].mean()
    for outcome in (Outcome.UPHELD, Outcome.NOT_UPHELD):
        assert shares[outcome.value] == pytest.approx(1 - NOT_PUBLISHED, abs=0.01)
    assert shares[Outcome.CLOSED_INITIAL.value] == pytest.approx(CLOSED_PUBLISHED, abs=0.01)
    for outcome in (Outcome.INVALID, Outcome.ADVICE, Outcome.REFERRED_BACK):
        assert shares[outcome.value] == 0
    early = decisions.cases[decisions.cases["decided"] < "2018-04-01"]
    assert len(early) > 0
    assert not early["published"].any()


def test_every_published_case_has_one_text_and_no_other_has(decisions: Decisions) -> None:
    published = decisions.cases.loc[decisions.cases["published"], "reference"].tolist()
    assert [text.reference for text in decisions.texts] == published
    assert 28_000 < len(published) < 31_000


def test_public_reports_are_a_few_dozen_a_year_of_upheld_cases_with_a_response(decisions: Decisions) -> None:
    cases = decisions.cases
    reports = cases[cases["kind"] == DecisionKind.REPORT.value]
    assert reports["published"].all()
    assert set(reports["outcome"]) == {Outcome.UPHELD.value}
    year = reports["decided"].dt.year - (reports["decided"].dt.month < 4)
    least, most = REPORTS_A_YEAR
    assert year.value_counts().between(least, most).all()
    assert sorted(year.unique()) == list(range(2018, 2025))
    responses = {text.reference for text in decisions.texts if text.response}
    assert responses == set(reports["reference"])


def test_every_text_begins_by_saying_that_it_is_simulated_and_has_no_slot_left(decisions: Decisions) -> None:
    for text in decisions.texts:
        for told in every_text(text):
            assert told.startswith(MARK)
            assert "{" not in told
            assert "  " not in told


def test_the_categories_follow_from_those_received(decisions: Decisions) -> None:
    known = decisions.cases.dropna(subset=["decision_category"])
    pairs = set(known[["category", "decision_category"]].itertuples(index=False, name=None))
    assert pairs == {(c.value, d.value) for c, shares in DECIDED_AS.items() for d in shares}
    assert sum(DECIDED_AS[Category.ADULT_CARE].values()) == pytest.approx(1)


def test_the_fault_is_one_of_the_sub_category(decisions: Decisions, book: PhraseBook) -> None:
    faults = {
        (category.value, topic.label): {fault.name for fault in topic.faults}
        for category, topics in book.topics.items()
        for topic in topics
    }
    upheld = {text.reference: text for text in decisions.texts if text.fault}
    cases = decisions.cases[decisions.cases["published"]]
    about = cases[["reference", "decision_category", "sub_category", "outcome"]]
    for reference, category, sub, outcome in about.itertuples(index=False, name=None):
        assert (reference in upheld) == (outcome == Outcome.UPHELD.value)
        if reference in upheld:
            assert upheld[reference].fault in faults[category, sub]


def test_remedies_and_improvements_are_of_cases_with_recommendations(
    register: Register, decisions: Decisions
) -> None:
    due = register.compliance.set_index("reference")
    remedied = set(decisions.cases.loc[decisions.cases["satisfactory_remedy"], "reference"])
    with_improvement = 0
    for text in decisions.texts:
        assert not (text.improvements and not text.remedies)
        assert not (text.remedies and text.reference in remedied)
        if text.reference in due.index:
            assert text.remedies
            row = due.loc[text.reference]
            for _, _, when, met in text.improvements:
                assert when == row["due"].date()
                assert met == (None if pd.isna(row["met"]) else row["met"].date())
            with_improvement += bool(text.improvements)
        elif text.improvements:  # agreed too late to fall due in the years simulated
            assert all(str(when) > "2025-03-31" and met is None for _, _, when, met in text.improvements)
    with_due = due.index.intersection([text.reference for text in decisions.texts])
    assert with_improvement == pytest.approx(IMPROVING * len(with_due), rel=0.05)


def test_a_payment_names_its_amount_and_nothing_else_has_one(decisions: Decisions) -> None:
    for text in decisions.texts:
        for kind, told, amount in text.remedies:
            assert (kind is Remedy.PAYMENT) == (amount is not None)
            assert amount is None or f"£{amount:,}" in told
            assert amount is None or f"£{amount:,}" in text.summary


def test_lists_do_not_look_copied(decisions: Decisions) -> None:
    summaries = Counter(text.summary for text in decisions.texts)
    assert len(summaries) > 0.97 * len(decisions.texts)
    assert max(summaries.values()) < 10


@pytest.mark.parametrize("category", DecisionCategory)
def test_each_category_has_four_sub_categories_or_more_with_faults_and_changes(
    book: PhraseBook, category: DecisionCategory
) -> None:
    topics = book.topics[category]
    assert len({topic.label for topic in topics}) == len(topics) >= 4
    for topic in topics:
        assert len(topic.complaints) >= 2
        assert len(topic.matter) == 2
        assert topic.faults
        for fault in topic.faults:
            assert len(fault.found) == 2
            assert fault.changes
            assert not fault.name.endswith(".")
