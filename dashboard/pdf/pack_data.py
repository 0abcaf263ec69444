"""A committee's paper as plain data, for the template of its PDF and for its Word document alike."""

from collections.abc import Callable, Sequence
from functools import partial

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

PDF_TEMPLATE = "pack.typ"
DOCX_TEMPLATE = "pack.docx"
WATERMARK = "SIMULATED – demonstration"
_NARROWEST, _WIDEST, _WIDE = 7, 22, 34  # characters: a column's share of the line, within these

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
        "watermark": WATERMARK if paper.simulated else None,
        "status": paper.running or None,
        "blanks": list(paper.blanks.labels),
        "statement": [whole(one.text) for one in paper.statement],
        "sections": [_section(part, whole) for part in paper.sections],
        "lines": COMMENTARY_LINES,
        "permalink": paper.permalink,
        "release": paper.release,
    }


def file_name(slug: str, year: str, ending: str) -> str:
    """Return the name a paper's file is saved under; ``ending`` is ``.pdf`` or ``.docx``."""
    return f"{slug}-committee-paper-{year}{ending}"


def _section(part: Section, whole: Whole) -> Data:
    return {"id": part.id, "heading": part.heading, "blocks": [_block(block, whole) for block in part.blocks]}


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
    return {
        "kind": "table",
        "caption": block.caption,
        "head": list(block.head),
        "rows": [[{"runs": whole(cell)} for cell in row] for row in block.rows],
        "numbers": sorted(block.numbers),
        "widths": _widths(block),
        "total": block.total_last,
        "strong": block.strong,
    }


def _widths(table: Table) -> list[int]:
    """Return the share of the line of each column, by the longest of its texts and of its head's words."""
    widths = []
    for column, head in enumerate(table.head):
        longest = max((len(_plain(row[column])) for row in table.rows), default=0)
        told = [head, *(_plain(row[column]) for row in table.rows)]
        word = max(len(word) for text in told for word in (text.split() or [""])) + 2
        most = _WIDE if column in table.wide else _WIDEST
        widths.append(max(_NARROWEST, word, min(longest, most)))
    return widths


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _runs(runs: Sequence[Run], *, address: str) -> list[Data]:
    return [_run(run, address) for run in runs]


def _run(run: Run, address: str) -> Data:
    within = run.href is not None and run.href.startswith("/")
    href = f"{address}{run.href}" if within and address else None if within else run.href
    shown = href if href and run.text == run.href else run.text
    return {"text": shown, "href": href, "mark": None, "strong": run.strong}
