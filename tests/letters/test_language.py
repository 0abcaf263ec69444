"""Every letter of every year of both releases, read for what no person would write.

Each rule is one fault that was once found in a letter. A letter is read as its readers do: line by line,
marks in brackets left out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.domain.figures import State
from dashboard.letters.improvements import TWO_CLOCKS
from dashboard.letters.letter import NOT_OURS, UNSIGNED, write_letter
from dashboard.letters.model import Letter, Points, Table, plain_text
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository

pytestmark = [pytest.mark.data, pytest.mark.slow]

_MARK = re.compile(r" \[(?:published|reported|derived|simulated)\]")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=\S)")


def lines(letter: Letter) -> Iterator[str]:
    """Every line of a letter's text; of a table none, it holds no sentences."""
    for section in letter.sections:
        for block in section.blocks:
            if isinstance(block, Points):
                yield from (plain_text(item) for item in block.items)
            elif not isinstance(block, Table):
                yield plain_text(block)


def sentences(text: str) -> list[str]:
    return _SENTENCE.split(text)


def begins_with_a_figure(text: str) -> bool:
    return any(sentence[0].isdigit() for sentence in sentences(text) if sentence)


def matching(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern)
    return lambda text: found.search(text) is not None


RULES: dict[str, Callable[[str], bool]] = {
    "a sentence begins with a figure": begins_with_a_figure,
    "none of two is neither": matching(r"\b(?:none|any) of (?:the )?two\b|\ball two\b"),
    "no of them": matching(r"\bno of (?:the|them)\b|\bzero\b"),
    "one of several": matching(
        r"(?<![\d.,])\b(?:[Oo]ne|1) (?:complaints|cases|investigations|recommendations|changes|councils)\b"
    ),
    "several of one": matching(r"\b(?:two|three|four|five|six|[2-9]|\d\d+) (?:complaint|recommendation) "),
    "a double space or a space before a mark": matching(r"  | [.,;:](?: |$)"),
    "two marks": matching(r"[.,;:][.,;:](?!\.)|\(\)|“”"),
    "a sentence that does not begin large": lambda text: any(
        sentence[0].islower() for sentence in sentences(text) if sentence
    ),
    "a line without an end": lambda text: text[-1] not in ".:",
    "a note in the first person": lambda text: (
        text.startswith("Note: ") and re.search(r"\b(?:I|we|us|our)\b", text, re.IGNORECASE) is not None
    ),
    "an absolute by rounding": matching(
        r"\b100% \((?!(\d[\d,]*) of \1\))[\d,]+ of|(?<![\d.])0% \((?!0 of)[\d,]+ of"
    ),
    "nothing said": matching(r"\bNone(?! (?:of|was|were)\b)|\bnan\b|\{|\}"),
}


def faults_of(letter: Letter) -> Iterator[str]:
    told = [_MARK.sub("", line) for line in lines(letter)]
    for line in told:
        yield from (rule for rule, breaks in RULES.items() if breaks(line))
    points = [
        re.sub(r"[\W\d]+", " ", plain_text(item).rpartition(" (")[0]).casefold()
        for section in letter.sections
        if section.id == "improvements"
        for block in section.blocks
        if isinstance(block, Points)
        for item in block.items
    ]
    if len(set(points)) < len(points):
        yield "two changes that say the same"
    whole = " ".join(told)
    all_carried_out = re.search(r"carried (?:it out|out (?:both|all))", whole) is not None
    if all_carried_out and re.search(r"(?:was|were) overdue", whole) and TWO_CLOCKS.strip() not in whole:
        yield "all carried out, and overdue"
    if (letter.closing, letter.signatory) != UNSIGNED or letter.footer != NOT_OURS:
        yield "signed by who did not write it"


def written(repository: SqliteRepository, year: str) -> Iterator[tuple[Council, Letter]]:
    for council in repository.councils():
        letter = write_letter(council, year, repository)
        if letter is not None:
            yield council, letter


@pytest.mark.parametrize("release", ["held-figures", "demo"])
def test_no_letter_of_any_year_says_what_no_person_would_write(releases: Path, release: str) -> None:
    repository = SqliteRepository(releases / release)
    found: Counter[str] = Counter()
    first: dict[str, str] = {}
    number = 0
    for year in repository.release().years:
        for council, letter in written(repository, year):
            number += 1
            if letter.council != council.name_in(year):
                found["not the name of that year"] += 1
            for fault in faults_of(letter):
                found[fault] += 1
                first.setdefault(fault, f"{council.slug} {year}")
    print(f"{release}: {number:,} letters, {sum(found.values())} faults by {len(RULES) + 4} rules")
    assert number > 300
    assert found == {}, first


def test_no_letter_is_written_of_nothing(releases: Path) -> None:
    repository = SqliteRepository(releases / "held-figures")
    for year in repository.release().years:
        for council, letter in written(repository, year):
            figures = repository.figures(council.slug, year).values()
            assert any(
                figure.state not in (State.NOT_HELD, State.NOT_APPLICABLE) for figure in figures
            ) or any(
                row.count is not None
                for kind in ("received", "decided")
                for row in repository.breakdown(council.slug, year, kind)
            ), f"{council.slug} {year}: {letter.title}"


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
