"""What a committee's paper says, read back from each of its forms."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import html

from dashboard.pack.model import Paper, Picture, Questions, Table, plain
from dashboard.pdf.tagged import read


@dataclass(frozen=True)
class Told:
    """``cells`` are all tables' cells row by row, heads included; ``questions`` with their reasons."""

    headings: tuple[str, ...]
    captions: tuple[str, ...]
    cells: tuple[str, ...]
    questions: tuple[str, ...]
    alts: tuple[str, ...]


def of_model(paper: Paper) -> Told:
    """What the paper itself says."""
    tables = [block for block in paper.blocks() if isinstance(block, Table)]
    asked = [one for block in paper.blocks() if isinstance(block, Questions) for one in block.items]
    named = [block for block in paper.blocks() if isinstance(block, Table | Picture)]
    return Told(
        headings=(paper.title, *(part.heading for part in paper.sections)),
        captions=tuple(block.caption for block in named),
        cells=tuple(
            single(text)
            for one in tables
            for text in (*one.head, *(plain(c) for row in one.rows for c in row))
        ),
        questions=tuple(text for one in asked for text in (one.text, one.reason)),
        alts=tuple(single(picture.alt) for picture in paper.pictures),
    )


def of_docx(content: bytes) -> Told:
    """What a Word document says, by its styles."""
    document = Document(io.BytesIO(content))
    styled = [(one.style.name, text) for one, text in with_numbers(document)]
    asked = [line for style, text in styled if style == "List Number" for line in text.split("\n")]
    return Told(
        headings=tuple(text for style, text in styled if style in {"Title", "Heading 1"}),
        captions=tuple(text for style, text in styled if style == "Caption"),
        cells=tuple(
            single(cell.text) for table in document.tables for row in table.rows for cell in row.cells
        ),
        questions=tuple(asked),
        alts=tuple(
            single(one.get("descr")) for one in document.element.body.iter(qn("wp:docPr")) if one.get("descr")
        ),
    )


def with_numbers(document: Any) -> Iterator[tuple[Any, str]]:
    """Go through a Word document's paragraphs, each with its text as Word shows it: headings that their style
    has numbered with their number before them."""
    (told,) = document.styles["Heading 1"].element.iter(qn("w:numId"))
    numbering = document.part.numbering_part.element
    (own,) = (one for one in numbering.num_lst if one.numId == int(told.get(qn("w:val"))))
    (rule,) = (
        one
        for one in numbering.findall(qn("w:abstractNum"))
        if int(one.get(qn("w:abstractNumId"))) == own.abstractNumId.val
    )
    shape = next(rule.iter(qn("w:lvlText"))).get(qn("w:val"))
    count = 0
    for one in document.paragraphs:
        taken_out = one._p.pPr is not None and one._p.pPr.numPr is not None
        if one.style.name == "Heading 1" and not taken_out:
            count += 1
            yield one, f"{shape.replace('%1', str(count))} {one.text}"
        else:
            yield one, one.text


def of_pdf(content: bytes) -> Told:
    """What a tagged PDF says, by its structure."""
    root = read(content).root
    lists = [one for one in root.all("L") if _numbered(next(one.all("Lbl")).text)]
    return Told(
        headings=tuple(one.text for one in root.all("H1", "H2")),
        captions=tuple(one.text for one in root.all("Caption")),
        cells=tuple(one.text for one in root.all("TH", "TD")),
        questions=tuple(body.text for one in lists for body in one.all("LBody")),
        alts=tuple(single(str(one.attributes["Alt"])) for one in root.all("Figure")),
    )


def of_html(page: str) -> Told:
    """What a page says, within its article."""
    article = html.fromstring(page)
    for one in article.iter("br"):
        one.tail = f"\n{one.tail or ''}"

    def texts(path: str) -> tuple[str, ...]:
        return tuple(single(one.text_content()) for one in article.xpath(path))

    alts = [single(one.get("aria-label")) for one in article.xpath("//figure//*[@aria-label]")]
    return Told(
        headings=texts("//h1|//h2"),
        captions=texts("//caption|//figcaption"),
        cells=texts("//table//th|//table//td"),
        questions=texts("//ol/li/p"),
        alts=tuple(dict.fromkeys(alts)),
    )


def single(text: str | None) -> str:
    """Return a text with white space made single."""
    return " ".join((text or "").split())


def numbers(texts: tuple[str, ...]) -> list[str]:
    """Return every number in texts, in order."""
    return [found for text in texts for found in re.findall(r"\d[\d,.]*%?", text)]


def _numbered(label: str) -> bool:
    return label.rstrip(".").isdigit()
