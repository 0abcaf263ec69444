"""A letter as data: sections of paragraphs, points and tables, made of runs of text with their origins.

Every way of showing a letter (a page, plain text, a printed file) reads this and nothing else.
"""

from dataclasses import dataclass
from datetime import date

from dashboard.domain.origin import Origin

MARKS = {
    Origin.PUBLISHED: "published",
    Origin.REPORTED: "reported",
    Origin.DERIVED: "derived",
    Origin.SIMULATED: "simulated",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. ``origin`` is set where it states a figure, ``href`` where it is a link."""

    text: str
    origin: Origin | None = None
    href: str | None = None


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, column heads, and rows headed by their first cell.

    ``numbers`` are the columns of numbers. ``marked`` is False where columns of its own say each origin,
    so that no mark is needed in its cells.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    numbers: frozenset[int]
    marked: bool = True


Block = Paragraph | Points | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a letter. ``heading`` is None for the opening."""

    id: str
    heading: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter of one council and one year.

    ``statement`` says whose letter this is, and stands before it. ``base`` is the origin that needs no
    mark because the letter says it once; whatever differs from it, and every simulated figure, is
    marked in the text. ``dated`` is None where the edition's date is not held. ``footer`` says at the foot
    of every page whose letter it is not; None for a signed one.
    """

    slug: str
    council: str
    year: str
    title: str
    statement: Paragraph
    simulated: bool
    addressee: tuple[str, ...]
    dated: date | None
    salutation: str
    sections: tuple[Section, ...]
    closing: str
    signatory: str
    base: Origin | None
    footer: str | None = None


def mark(run: Run, base: Origin | None) -> str | None:
    """Return the word that marks a run's origin in the text, or None where it needs none."""
    if run.origin is None or (run.origin is base and run.origin is not Origin.SIMULATED):
        return None
    return MARKS[run.origin]


def plain_text(paragraph: Paragraph, base: Origin | None = None) -> str:
    """Write a paragraph without markup, marks in brackets."""
    parts = []
    for run in paragraph:
        word = mark(run, base)
        parts.append(f"{run.text} [{word}]" if word else run.text)
    return "".join(parts)
