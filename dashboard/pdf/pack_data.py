"""A committee's paper as plain data, for the template of its PDF and for its Word document alike."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from dashboard.domain.formats import day
from dashboard.pack.model import (
    COMMENTARY_LINES,
    Blanks,
    Block,
    Commentary,
    Paper,
    Paragraph,
    Picture,
    Points,
    Questions,
    Run,
    Section,
    Table,
)
from dashboard.pack.order import ORDER, unnumbered
from dashboard.pack.order import number as number_of
from dashboard.pdf.text_widths import layout, lines_of

PDF_TEMPLATE = "pack.typ"
DOCX_TEMPLATE = "pack.docx"
LINE = 170.0
"""Millimetres of a line of text, in both files."""
_TOGETHER = 14  # lines: a table no longer than this is kept on one page

Data = dict[str, object]
Whole = Callable[[Sequence[Run]], list[Data]]
"""From runs to their data, links within the site made whole."""


def pack_data(paper: Paper, address: str = "") -> Data:
    """Return a paper with what is the same on every page.

    ``address`` is this site's own (``https://example.org``), where it is known: without one, links within
    the site are left as words, since a file has no place to be relative to.
    """
    whole = partial(_runs, address=address)
    return {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "footer": f"{paper.council} · Complaints to the Ombudsman, {paper.year}",
        "made": f"Release {paper.release}, built {day(datetime.fromisoformat(paper.built_at).date())}",
        "status": paper.running or None,
        "blanks": list(paper.blanks.labels),
        "statement": [whole(one.text) for one in paper.statement],
        "sections": [_section(part, whole, address=address) for part in paper.sections],
        "lines": COMMENTARY_LINES,
        "permalink": paper.permalink,
        "release": paper.release,
    }


def file_name(slug: str, year: str, ending: str) -> str:
    """Return the name a paper's file is saved under; ``ending`` is ``.pdf`` or ``.docx``."""
    return f"{slug}-committee-paper-{year}{ending}"


def _section(part: Section, whole: Whole, *, address: str) -> Data:
    """Return a part; without the site's address, without the paragraphs that only lead to one of its pages.

    Its ``heading`` has its number before it; ``number`` (None of an annex) and ``name`` are the two apart.
    """
    blocks = [one for one in part.blocks if address or not (isinstance(one, Paragraph) and one.on_site)]
    return {
        "id": part.id,
        "heading": part.heading,
        "number": number_of(part.id) if part.id in ORDER else None,
        "name": unnumbered(part),
        "blocks": [
            {**_block(block, whole), "kept": _introduces(number, blocks)}
            for number, block in enumerate(blocks)
        ],
    }


def _introduces(place: int, blocks: Sequence[Block]) -> bool:
    """Say whether a block is all that stands between a heading and a table or picture: it stays with it, so
    that no page ends on a heading and a sentence about what the next page shows."""
    first, *rest = blocks[place : place + 2]
    return place == 0 and isinstance(first, Paragraph) and bool(rest) and isinstance(rest[0], Table | Picture)


def _block(block: Block, whole: Whole) -> Data:
    told: Data
    match block:
        case Paragraph():
            told = {"kind": "paragraph", "runs": whole(block.text), "quiet": block.quiet}
        case Points():
            told = {"kind": "points", "items": [whole(item) for item in block.items]}
        case Table():
            told = _table(block, whole)
        case Picture():
            told = {"kind": "picture", "caption": block.caption, "alt": block.alt, "svg": block.wide}
        case Questions():
            items = [{"text": one.text, "reason": one.reason} for one in block.items]
            told = {"kind": "questions", "items": items}
        case Commentary():
            told = {"kind": "commentary", "label": block.label}
        case Blanks():
            told = {"kind": "blanks", "labels": list(block.labels)}
    return told


def _table(block: Table, whole: Whole) -> Data:
    rows = [[_plain(cell) for cell in row] for row in block.rows]
    last = len(rows) - 1
    bold = [number == block.strong or (block.total_last and number == last) for number in range(len(rows))]
    found = layout(block.head, rows, bold, block.wide, LINE)
    lines = sum(
        max(lines_of(text, width, found.size) for text, width in zip(row, found.widths, strict=True))
        for row in rows
    )
    return {
        "kind": "table",
        "caption": block.caption,
        "head": list(block.head),
        "rows": [[{"runs": whole(cell)} for cell in row] for row in block.rows],
        "numbers": sorted(block.numbers),
        "widths": [round(width, 2) for width in found.widths],
        "size": found.size,
        "together": lines <= _TOGETHER,
        "total": block.total_last,
        "strong": block.strong,
    }


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _runs(runs: Sequence[Run], *, address: str) -> list[Data]:
    return [_run(run, address) for run in runs]


def _run(run: Run, address: str) -> Data:
    within = run.href is not None and run.href.startswith("/")
    href = f"{address}{run.href}" if within and address else None if within else run.href
    shown = href if href and run.text == run.href else run.text
    part = number_of(run.part) if run.part else None
    return {"text": shown, "href": href, "mark": None, "strong": run.strong, "part": part}
