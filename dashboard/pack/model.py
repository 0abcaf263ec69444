"""A committee's paper as data: sections of paragraphs, points, tables, pictures and questions.

The page, the PDF and the Word document are all written from this and nothing else, so that none of them
can say what another does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

COMMENTARY_LINES = 3
"""How many lines are left for an officer to write on, where paper is written on by hand."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; ``href`` where it is a link (of this site where it begins with a slash).

    ``part`` is the id of the part of this paper whose number the text is, None of any other text.
    """

    text: str
    href: str | None = None
    strong: bool = False
    part: str | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``quiet`` is small print: how a figure is worked out, what is not shown.

    ``on_site`` is one that only leads to a page of this site: a file that does not know the site's address
    leaves it out, since it would promise a link that is none.
    """

    text: Text
    quiet: bool = False
    on_site: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: caption, column heads, rows headed by their first cell.

    A cell may have several lines, parted by a line feed. ``numbers`` are the columns aligned right; ``wide``
    those that take what room there is; ``total_last`` sets the last row apart. ``strong`` is the number of
    the row that is the council's own, or None.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    numbers: frozenset[int] = frozenset()
    wide: frozenset[int] = frozenset()
    total_last: bool = False
    strong: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG that needs no style from outside, ``wide`` for paper and ``narrow`` for a phone.

    ``alt`` says what it shows, ``caption`` names it.
    """

    id: str
    caption: str
    alt: str
    wide: str
    narrow: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question a committee might ask, and the figures it comes from. ``rule`` names what led to it."""

    rule: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions, numbered in this order."""

    items: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Commentary:
    """Room for the officer's own words. ``of`` ends "Officer’s commentary on …"."""

    of: str

    @property
    def label(self) -> str:
        """What stands above the room."""
        return f"Officer’s commentary on {self.of}"


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines of the paper's head that only the officer can fill in, by their labels."""

    labels: tuple[str, ...]


Block = Paragraph | Points | Table | Picture | Questions | Commentary | Blanks


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the paper under its heading."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of one council and year.

    ``title`` and ``subtitle`` head it, ``blanks`` are for the officer, ``statement`` says where its
    figures come from. ``running`` stands on every page: what of the paper may not be taken for real or
    final, empty where nothing. ``built_at`` is when the release was built (ISO): the paper's own date.
    ``peers`` is the way of choosing the councils beside it that was asked for, as addresses write it; None
    for the default.
    """

    slug: str
    council: str
    year: str
    title: str
    subtitle: str
    blanks: Blanks
    statement: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    simulated: bool
    running: str
    permalink: str
    release: str
    built_at: str
    peers: str | None = None

    def blocks(self) -> Iterator[Block]:
        """Go through all blocks in reading order."""
        yield self.blanks
        yield from self.statement
        for part in self.sections:
            yield from part.blocks

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The drawings, in reading order."""
        return tuple(block for block in self.blocks() if isinstance(block, Picture))


def text(*parts: str | Run) -> Text:
    """Return a text of plain words and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def said(*parts: str | Run) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(text(*parts))


def quietly(*parts: str | Run) -> Paragraph:
    """Return a paragraph of small print."""
    return Paragraph(text(*parts), quiet=True)


def on_site(*parts: str | Run) -> Paragraph:
    """Return a paragraph of small print that leads to a page of this site."""
    return Paragraph(text(*parts), quiet=True, on_site=True)


def cells(*words: str) -> tuple[Text, ...]:
    """Return a table's row of plain words."""
    return tuple(text(word) for word in words)


def plain(words: Text) -> str:
    """Return a text without its links."""
    return "".join(run.text for run in words)
