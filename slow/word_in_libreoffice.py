"""A committee's paper as Word document, opened by LibreOffice and written as PDF: is anything lost?

Every heading, paragraph, cell, question and number of the document must be found in the PDF's text, in the
document's order; its structure must hold as many headings and cells and all pictures with their words. No
page may hold next to nothing. Columns are measured for Arial, so a face of its widths must be installed: in a
wider one, which LibreOffice takes where none is, numbers break that do not break in Word.
"""

import io
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.pack.paper import write_paper
from dashboard.pdf.pack_data import pack_data
from dashboard.pdf.pack_docx import compile_docx
from dashboard.pdf.tagged import read
from dashboard.releases.locate import releases_directory
from dashboard.repository.sqlite import SqliteRepository
from slow.libreoffice import convert

NEEDED = {"soffice": "libreoffice-writer", "pdftotext": "poppler-utils", "fc-match": "fontconfig"}
AS_ARIAL = ("Arial", "Liberation Sans", "Arimo")
"""Faces in which every letter is as wide as in Arial."""
FEW_WORDS = 12
"""A page with fewer, besides what stands above and below each, holds next to nothing."""
PAPERS = (  # ended, new, of few cases, nothing investigated, each type, the smallest and the longest name
    ("demo", "blackpool-borough-council", "2023-24"),
    ("demo", "kent-county-council", "2019-20"),
    ("demo", "ashfield-district-council", "2024-25"),
    ("demo", "amber-valley-borough-council", "2024-25"),
    ("demo", "cumbria-county-council", "2023-24"),
    ("demo", "cumberland-council", "2023-24"),
    ("demo", "council-of-the-isles-of-scilly", "2023-24"),
    ("demo", "city-of-bradford-metropolitan-district-council", "2023-24"),
    ("demo", "city-of-london-corporation", "2024-25"),
    ("demo", "london-borough-of-camden", "2024-25"),
    ("demo", "bournemouth-christchurch-and-poole-council", "2024-25"),
    ("held-figures", "blackpool-borough-council", "2023-24"),
)
_TAGGED = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_PATIENCE = 180  # seconds of one conversion


@dataclass(frozen=True)
class Found:
    """What a document holds and what of it the PDF lacks."""

    headings: int
    cells: int
    numbers: int
    questions: int
    pictures: int
    pages: int
    lost: tuple[str, ...]


def main() -> int:
    """Convert each paper and print what was found; 1 where anything was lost or a program is missing."""
    missing = [package for program, package in NEEDED.items() if shutil.which(program) is None]
    if missing:
        print(f"Needed: apt-get install -y --no-install-recommends {' '.join(missing)}")
        return 1
    face = subprocess.run(
        ["fc-match", "-f", "%{family[0]}", "Arial"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    if face not in AS_ARIAL:
        print(f"“{face}” stands in for Arial and is of other widths.")
        print("Needed: apt-get install -y --no-install-recommends fonts-liberation")
        return 1
    heads = f"{'pages':>6}{'headings':>9}{'cells':>6}{'numbers':>8}{'questions':>10}{'pictures':>9}"
    print(f"{'paper':<62}{heads}  lost")
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        for release, slug, year in PAPERS:
            found = _checked(_written(release, slug, year), Path(scratch))
            bad += bool(found.lost)
            print(
                f"{f'{slug} {year} ({release})':<62}{found.pages:>6}{found.headings:>9}{found.cells:>6}"
                f"{found.numbers:>8}{found.questions:>10}{found.pictures:>9}  {len(found.lost)}",
                flush=True,
            )
            for lost in found.lost:
                print(f"    lost: {lost[:100]}")
    return 1 if bad else 0


def _written(release: str, slug: str, year: str) -> bytes:
    repository = SqliteRepository(releases_directory() / release)
    council = repository.council(slug)
    paper = write_paper(CouncilYear(council, year, repository, UNNAMED)) if council else None
    if paper is None:
        raise LookupError(f"release “{release}” has no paper of {slug}, {year}")
    return compile_docx(pack_data(paper), built_at=paper.built_at)


def _checked(content: bytes, scratch: Path) -> Found:
    """Convert a document and compare before with after."""
    document = Document(io.BytesIO(content))
    pdf = _converted(content, scratch)
    pages = _pages(pdf, scratch, document)
    text = "\n".join(pages)
    styled = [(one.style.name, one.text) for one in _paragraphs(document) if one.text.strip()]
    lost = _missing([text for _, text in styled], text)
    before, after = (
        Counter(_numbers(" ".join(_without_addresses(t) for _, t in styled))),
        Counter(_numbers(text)),
    )
    lost += [f"page {number}: next to nothing on it" for number in _next_to_empty(pages)]
    lost += [f"number {number}, {count} times" for number, count in (before - after).items()]
    root = read(pdf).root
    alts = [str(one.attributes.get("Alt", "")) for one in root.all("Figure")]
    descriptions = [
        one.get("descr") for one in document.element.body.iter(qn("wp:docPr")) if one.get("descr")
    ]
    lost += [f"picture: {told}" for told in descriptions if not any(_tight(told) in _tight(a) for a in alts)]
    headings = sum(style in {"Title", "Heading 1"} for style, _ in styled)
    cells = sum(len(row.cells) for table in document.tables for row in table.rows)
    for name, wanted, tags in (("headings", headings, ("Title", "H1")), ("cells", cells, ("TH", "TD"))):
        got = sum(1 for _ in root.all(*tags))
        if got != wanted:
            lost.append(f"{name}: {wanted} before, {got} after")
    if len(alts) != len(descriptions):
        lost.append(f"pictures: {len(descriptions)} before, {len(alts)} after")
    return Found(
        headings=headings,
        cells=cells,
        numbers=sum(before.values()),
        questions=sum(style == "List Number" for style, _ in styled),
        pictures=len(alts),
        pages=read(pdf).pages,
        lost=tuple(lost),
    )


def _converted(content: bytes, scratch: Path) -> bytes:
    source = scratch / "paper.docx"
    source.write_bytes(content)
    convert(source, _TAGGED, scratch / "profile", seconds=_PATIENCE)
    return (scratch / "paper.pdf").read_bytes()


def _pages(pdf: bytes, scratch: Path, document: object) -> list[str]:
    """Return the text of a PDF's pages in the order it was written, without what stands above and below."""
    place = scratch / "read.pdf"
    place.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(place), "-"], check=True, capture_output=True, timeout=60
    )
    section = document.sections[0]  # type: ignore[attr-defined]
    above = section.header.paragraphs[0].text.strip()
    below = section.footer.paragraphs[0].text.split("\t")[0].strip()
    pages = done.stdout.decode().removesuffix("\f").split("\f")
    return [_own(page, above, below) for page in pages]


def _own(page: str, above: str, below: str) -> str:
    kept = [one for one in page.split("\n") if one.strip() != above and not one.startswith(f"{below} Page ")]
    return unicodedata.normalize("NFKC", "\n".join(kept))


def _next_to_empty(pages: list[str]) -> list[int]:
    """Return the pages that hold next to nothing, by their numbers from 1."""
    return [number for number, page in enumerate(pages, 1) if len(page.split()) < FEW_WORDS]


def _paragraphs(document: object) -> Iterator[Paragraph]:
    """Go through a document's paragraphs, those of cells included, in reading order."""
    for part in document.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield part


def _missing(texts: list[str], whole: str) -> list[str]:
    """Return the texts that do not follow each other in the whole, spaces and line ends apart."""
    rest, at, lost = _tight(whole), 0, []
    for text in texts:
        found = rest.find(_tight(text), at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(_tight(text))
    return lost


def _tight(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", unicodedata.normalize("NFKC", text))


def _without_addresses(text: str) -> str:
    """Leave out addresses: a long one is set over two lines, and is looked for whole with its paragraph."""
    return re.sub(r"https?://\S+", "", text)
