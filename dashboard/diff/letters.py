"""Which letters say something else in one release than in another: written of both, by council and year."""

from collections.abc import Iterator
from itertools import zip_longest

from dashboard.diff.model import Change, Kind
from dashboard.letters.letter import write_letter
from dashboard.letters.model import Letter, Points, Section, Table, plain_text
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.wording import counted


def letter_change(council: Council, year: str, a: Repository, b: Repository) -> Change | None:
    """Return what differs in the letter of a council and year: its first differing lines, and how many."""
    told = (Kind.LETTER, council.name, council.slug, year)
    official = [repository.official_letter(council.slug, year) for repository in (a, b)]
    files = [url.rpartition("/")[2] if url else "" for url in official]
    if files[0] != files[1]:
        was, became = (f"official letter {name}" if name else "no official letter" for name in files)
        return Change(*told, "official letter", was, became)
    before, after = (_lines(write_letter(council, year, repository)) for repository in (a, b))
    if before == after:
        return None
    if not before or not after:
        was, became = ("a letter" if lines else "no letter" for lines in (before, after))
        return Change(*told, "letter", was, became)
    pairs = [(x or "", y or "") for x, y in zip_longest(before, after) if x != y]
    return Change(*told, f"letter, {counted(len(pairs), 'lines')}", *pairs[0])


def _lines(letter: Letter | None) -> list[str]:
    """Return a letter line by line, as it is read aloud: nothing of how it looks."""
    if letter is None:
        return []
    head = [letter.title, plain_text(letter.statement), *letter.addressee, str(letter.dated or "")]
    body = [line for section in letter.sections for line in _section(section, letter)]
    return [*head, letter.salutation, *body, letter.closing, letter.signatory]


def _section(section: Section, letter: Letter) -> Iterator[str]:
    if section.heading:
        yield section.heading
    for block in section.blocks:
        if isinstance(block, Points):
            yield from (plain_text(item, letter.base) for item in block.items)
        elif isinstance(block, Table):
            yield f"{block.caption}: {'; '.join(block.head)}"
            yield from ("; ".join(plain_text(cell, letter.base) for cell in row) for row in block.rows)
        else:
            yield plain_text(block, letter.base)
