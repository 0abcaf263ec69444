"""The committee's paper as page, PDF and Word document: all say the same, each is what it must be."""

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.markup.html import render
from dashboard.pack import page
from dashboard.pack.model import COMMENTARY_LINES, Paper
from dashboard.pack.paper import write_paper
from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.docx_styles import COMMENTARY
from dashboard.pdf.pack_data import PDF_TEMPLATE, pack_data
from dashboard.pdf.pack_docx import compile_docx
from dashboard.pdf.tagged import read
from dashboard.repository.sqlite import SqliteRepository
from tests.support.paper_read import numbers, of_docx, of_html, of_model, of_pdf

pytestmark = pytest.mark.data

BLACKPOOL = ("demo", "blackpool-borough-council", "2023-24")
PAPERS = [
    BLACKPOOL,
    ("held-figures", "blackpool-borough-council", "2023-24"),
    ("demo", "kent-county-council", "2019-20"),
    ("demo", "ashfield-district-council", "2024-25"),
    ("demo", "amber-valley-borough-council", "2024-25"),
    ("demo", "cumbria-county-council", "2023-24"),
    ("demo", "cumberland-council", "2023-24"),
    ("demo", "council-of-the-isles-of-scilly", "2023-24"),
    ("demo", "city-of-bradford-metropolitan-district-council", "2023-24"),
]


@pytest.fixture(scope="module")
def repository(releases: Path) -> Any:
    @cache
    def opened(name: str) -> SqliteRepository:
        return SqliteRepository(releases / name)

    return opened


def written(repository: Any, release: str, slug: str, year: str) -> Paper:
    opened = repository(release)
    paper = write_paper(CouncilYear(opened.council(slug), year, opened, UNNAMED))
    assert paper is not None
    return paper


@pytest.fixture(scope="module")
def paper(repository: Any) -> Paper:
    return written(repository, *BLACKPOOL)


@pytest.fixture(scope="module")
def docx(paper: Paper) -> bytes:
    return compile_docx(pack_data(paper), built_at=paper.built_at)


@pytest.fixture(scope="module")
def pdf(paper: Paper) -> bytes:
    return compile_pdf(PDF_TEMPLATE, pack_data(paper), built_at=paper.built_at)


@pytest.mark.parametrize("which", PAPERS, ids="-".join)
def test_all_forms_say_the_same(repository: Any, which: tuple[str, str, str]) -> None:
    paper = written(repository, *which)
    release, slug, year = which
    data = pack_data(paper)
    told = of_model(paper)
    word = of_docx(compile_docx(data, built_at=paper.built_at))
    made = compile_pdf(PDF_TEMPLATE, data, built_at=paper.built_at)
    printed = of_pdf(made)
    shown = of_html(render(page.render(slug, year, repository(release))))
    assert len(told.questions) >= 2
    assert word == told
    assert shown == told
    assert printed.headings == told.headings
    assert [_tight(cell) for cell in printed.cells] == [_tight(cell) for cell in told.cells]
    assert printed.alts == told.alts
    assert [_tight(caption) for caption in printed.captions] == [_tight(one) for one in told.captions]
    assert _tight("".join(printed.questions)) == _tight("".join(told.questions))
    assert numbers(word.cells) == numbers(printed.cells) == numbers(shown.cells) != []


def words(data: Any) -> str:
    """All that a file says, as one text."""
    if isinstance(data, dict):
        return " ".join(words(value) for value in data.values())
    return " ".join(words(one) for one in data) if isinstance(data, list) else str(data)


def _tight(text: str) -> str:
    """Without spaces: where a line ends says nothing."""
    return "".join(text.split())


def test_the_pdf_is_tagged_and_marked_on_every_page(pdf: bytes, paper: Paper) -> None:
    told = read(pdf)
    assert told.metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert str(told.pdf.Root.Lang) == "en-GB"
    for artefacts in told.artefacts:
        assert "".join(artefacts).count(paper.running) == 2  # at its head and at its foot


def test_the_drawings_in_the_pdf_are_vector(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert [found for page in opened.pages for found in page.get_images()] == []
        drawn = [op for page in opened.pages for op in pikepdf.parse_content_stream(page)]
    assert len(drawn) > 2000


def test_the_word_document_names_itself(docx: bytes, paper: Paper) -> None:
    document = Document(io.BytesIO(docx))
    told = document.core_properties
    assert told.title == paper.title
    assert told.language == "en-GB"
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    assert told.created == told.modified
    assert f"{told.created:%Y-%m-%dT%H:%M:%SZ}" == paper.built_at


def test_nothing_of_an_empty_document_is_left(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as opened:
        names = opened.namelist()
        everything = b"".join(opened.read(name) for name in names if name.endswith((".xml", ".rels")))
    assert not [name for name in names if "customXml" in name or "Effects" in name or "thumb" in name]
    for left in (b"Microsoft Macintosh", b"python-docx", b'en-US"', b"w:rsid "):
        assert left not in everything.replace(b'w:eastAsia="en-US"', b"")


def test_the_box_for_the_officer_s_commentary_stays_on_one_page(docx: bytes) -> None:
    lines = [one for one in Document(io.BytesIO(docx)).paragraphs if one.style.name == COMMENTARY]
    kept = [one.paragraph_format.keep_with_next for one in lines]
    assert kept == ([True] * (COMMENTARY_LINES - 1) + [False]) * (len(lines) // COMMENTARY_LINES)


def test_every_table_of_the_word_document_has_a_head_that_is_repeated(docx: bytes) -> None:
    tables = Document(io.BytesIO(docx)).tables
    assert len(tables) >= 6
    for table in tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True, *[False] * (len(table.rows) - 1)]
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_pictures_of_the_word_document_are_sharp_and_have_their_vector_beside(
    docx: bytes, paper: Paper
) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as opened:
        names = opened.namelist()
        drawings = [name for name in names if name.endswith(".svg")]
        pictures = [name for name in names if name.endswith(".png")]
        assert len(drawings) == len(pictures) == len(paper.pictures) == 2
        assert [opened.read(name).decode() for name in drawings] == [one.wide for one in paper.pictures]
        width = int.from_bytes(opened.read(pictures[0])[16:20], "big")
        assert b"svgBlip" in opened.read("word/document.xml")
    assert width / (150 / 25.4) >= 200  # pixels an inch, of a picture 150 mm wide


def test_every_page_of_the_word_document_says_that_it_is_simulated(docx: bytes, paper: Paper) -> None:
    section = Document(io.BytesIO(docx)).sections[0]
    assert section.header.paragraphs[0].text == paper.running == "Demonstration: simulated figures"
    fields = [one.text.strip() for one in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_real_paper_says_nothing_of_a_demonstration(repository: Any) -> None:
    paper = written(repository, "held-figures", "blackpool-borough-council", "2023-24")
    content = compile_docx(pack_data(paper), built_at=paper.built_at)
    document = Document(io.BytesIO(content))
    assert document.sections[0].header.paragraphs[0].text == ""
    assert "imulated" not in "".join(one.text for one in document.paragraphs)
    made = read(compile_pdf(PDF_TEMPLATE, pack_data(paper), built_at=paper.built_at))
    assert "imulated" not in made.text
    assert all("imulated" not in "".join(artefacts) for artefacts in made.artefacts)


def test_the_same_paper_gives_the_same_bytes(docx: bytes, pdf: bytes, paper: Paper) -> None:
    data = pack_data(paper)
    assert compile_docx(data, built_at=paper.built_at) == docx
    assert compile_pdf(PDF_TEMPLATE, data, built_at=paper.built_at) == pdf


def test_links_within_the_site_are_whole_where_its_address_is_known(paper: Paper) -> None:
    def addresses(content: bytes) -> set[str]:
        rels = Document(io.BytesIO(content)).part.rels.values()
        return {one.target_ref for one in rels if one.is_external}

    without = addresses(compile_docx(pack_data(paper), built_at=paper.built_at))
    within = addresses(compile_docx(pack_data(paper, "https://councils.example"), built_at=paper.built_at))
    assert all(one.startswith("https://") for one in without)
    assert not any("councils.example" in one for one in without)
    assert f"https://councils.example{paper.permalink}" in within
    assert "Its address on this site" not in words(pack_data(paper))
    assert "Its address on this site" in words(pack_data(paper, "https://councils.example"))
