"""Every letter of every year of both releases, read for what no person would write."""

from collections import Counter
from pathlib import Path

import pytest

from dashboard.repository.sqlite import SqliteRepository
from tests.support.letter_rules import NAMES, RULES, faults_beside, faults_of, written

pytestmark = [pytest.mark.data, pytest.mark.slow]


@pytest.mark.parametrize("release", ["held-figures", "demo"])
def test_no_letter_of_any_year_says_what_no_person_would_write(releases: Path, release: str) -> None:
    repository = SqliteRepository(releases / release)
    found: Counter[str] = Counter()
    first: dict[str, str] = {}
    number = 0
    for year in repository.release().years:
        for council, letter in written(repository, year):
            number += 1
            for fault in (*faults_of(letter), *faults_beside(council, letter, repository)):
                found[fault] += 1
                first.setdefault(fault, f"{council.slug} {year}")
    print(f"{release}: {number:,} letters, {sum(found.values())} faults by {len(NAMES)} rules")
    assert number > 300
    assert set(found) <= set(NAMES)
    assert found == {}, first


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("13 recommendations fell due.", "a sentence begins with a figure"),
        ("We upheld none of the two.", "none of two is neither"),
        ("All went well: 100% (444 of 446).", "an absolute by rounding"),
        ("It fell: 0% (1 of 900).", "an absolute by rounding"),
        ("We completed one investigations.", "one of several"),
        ("Note: we chose.", "a note in the first person"),
        ("It was. so.", "a sentence that does not begin large"),
        ("Well ,", "a double space or a space before a mark"),
    ],
)
def test_each_rule_finds_its_fault(text: str, rule: str) -> None:
    assert RULES[rule](text)


@pytest.mark.parametrize("text", ["In the year 13 fell due: 100% (13 of 13).", "None was late: 0% (0 of 9)."])
def test_no_rule_finds_what_is_right(text: str) -> None:
    assert [rule for rule, breaks in RULES.items() if breaks(text)] == []
