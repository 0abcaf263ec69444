"""What no person would write in a letter, as rules: each is one fault that was once found in one.

A letter is read as its readers do: line by line, marks in brackets left out.
"""

import re
from collections.abc import Callable, Iterator

from dashboard.domain.figures import State
from dashboard.letters.improvements import TWO_CLOCKS
from dashboard.letters.letter import NOT_OURS, UNSIGNED, write_letter
from dashboard.letters.model import Letter, Points, Table, plain_text
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository

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


ALIKE, CLOCKS, SIGNED = "two changes that say the same", "all carried out, and overdue", "signed by another"
NAMED, EMPTY = "not the name of that year", "a letter of nothing"
NAMES = (*RULES, ALIKE, CLOCKS, SIGNED, NAMED, EMPTY)
"""Every rule, those of a line and those of a whole letter."""


def faults_of(letter: Letter) -> Iterator[str]:
    """Yield the rule of each fault within a letter."""
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
        yield ALIKE
    whole = " ".join(told)
    all_carried_out = re.search(r"carried (?:it out|out (?:both|all))", whole) is not None
    if all_carried_out and re.search(r"(?:was|were) overdue", whole) and TWO_CLOCKS.strip() not in whole:
        yield CLOCKS
    if (letter.closing, letter.signatory) != UNSIGNED or letter.footer != NOT_OURS:
        yield SIGNED


def faults_beside(council: Council, letter: Letter, repository: SqliteRepository) -> Iterator[str]:
    """Yield the rule of each fault that shows only beside what is held."""
    if letter.council != council.name_in(letter.year):
        yield NAMED
    if not _holds_anything(council.slug, letter.year, repository):
        yield EMPTY


def _holds_anything(slug: str, year: str, repository: SqliteRepository) -> bool:
    figures = repository.figures(slug, year).values()
    rows = [row for kind in ("received", "decided") for row in repository.breakdown(slug, year, kind)]
    held = any(figure.state not in (State.NOT_HELD, State.NOT_APPLICABLE) for figure in figures)
    return held or any(row.count is not None for row in rows)


def written(repository: SqliteRepository, year: str) -> Iterator[tuple[Council, Letter]]:
    """Go through the letters of a year."""
    for council in repository.councils():
        letter = write_letter(council, year, repository)
        if letter is not None:
            yield council, letter
