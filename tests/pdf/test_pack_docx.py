"""The Word document by its XML: columns that fit their words, styles, and a table of contents that leads."""

import io
import re
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.pack.order import ORDER
from dashboard.pack.paper import write_paper
from dashboard.pdf.docx_styles import CONTENTS, TABLE
from dashboard.pdf.pack_data import LINE, pack_data
from dashboard.pdf.pack_docx import compile_docx
from dashboard.pdf.text_widths import MARGINS, width_of
from dashboard.repository.records import Council
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements
from tests.support.paper_read import with_numbers
from tests.support.sample import BLACKPOOL, CUMBERLAND, CUMBRIA, breakdown, sample

YEAR = "2023-24"


def document(council: Council) -> Any:
    repository = sample()
    repository.near = {(BLACKPOOL.slug, "ons_global"): (CUMBERLAND.slug,) * 3}
    repository.populations = {**repository.populations, (BLACKPOOL.slug, 2022): 11_170_238}
    rows = {"education_and_childrens_services": 1_234_567, "housing": 12, "total": 1_234_579}
    repository.rows = {
        (council.slug, year, "received"): breakdown("received", rows) for year in ("2021-22", "2022-23", YEAR)
    }
    told = with_improvements(decision(slug=council.slug), "Train staff in homelessness-applications law.")
    repository.cases_ = FakeCases((FakeCase(told),), {council.slug: council.type})
    paper = write_paper(CouncilYear(council, YEAR, repository, UNNAMED))
    assert paper is not None
    return Document(io.BytesIO(compile_docx(pack_data(paper), built_at=paper.built_at)))


def bookmarks(paragraph: Any) -> list[str]:
    return [mark.get(qn("w:name")) for mark in paragraph._p.iter(qn("w:bookmarkStart"))]


@pytest.fixture(scope="module", params=[BLACKPOOL, CUMBERLAND, CUMBRIA], ids=lambda council: council.slug)
def paper(request: pytest.FixtureRequest) -> Any:
    return document(request.param)


def test_no_word_or_number_is_wider_than_its_column(paper: Any) -> None:
    sizes = {style.name: style.font.size for style in paper.styles if style.type == 1}
    seen = 0
    for table in paper.tables:
        columns = [int(one.get(qn("w:w"))) / 56.7 for one in table._tbl.tblGrid.gridCol_lst]
        assert sum(columns) == pytest.approx(LINE, abs=0.5)
        for number, row in enumerate(table.rows):
            for cell, width in zip(row.cells, columns, strict=True):
                size = sizes[cell.paragraphs[0].style.name].pt
                bold = number == 0 or any(run.bold for run in cell.paragraphs[0].runs)
                for word in cell.text.split():
                    assert width_of(word, size, bold=bold) + MARGINS <= width + 0.1, word
                    seen += 1
    assert seen > 100


def test_text_of_tables_has_a_style_of_its_own_and_no_dress_of_its_own(paper: Any) -> None:
    paragraphs = [p for table in paper.tables for row in table.rows for c in row.cells for p in c.paragraphs]
    assert {p.style.name.startswith(TABLE) for p in paragraphs} == {True}
    assert {run.font.size for p in paragraphs for run in p.runs} == {None}


def test_the_contents_name_every_part_and_lead_to_it(paper: Any) -> None:
    headings = [p for p in paper.paragraphs if p.style.name == "Heading 1"]
    entries = [p for p in paper.paragraphs if p.style.name == CONTENTS]
    linked = [p.text for p in entries]
    shown = [text for p, text in with_numbers(paper) if p.style.name == "Heading 1"]
    assert linked == [text.replace(". ", ".\t", 1) if text[0].isdigit() else text for text in shown]
    anchors = [link.get(qn("w:anchor")) for p in entries for link in p._p.iter(qn("w:hyperlink"))]
    marks = [mark for p in headings for mark in bookmarks(p) if mark.startswith("_Toc")]
    assert anchors == marks
    assert len(set(marks)) == len(headings)
    kinds = [one.get(qn("w:fldCharType")) for p in entries for one in p._p.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    (instruction,) = (one.text for p in entries for one in p._p.iter(qn("w:instrText")))
    assert instruction.split()[0] == "TOC"


def test_every_number_of_a_part_within_the_text_is_a_reference_to_its_heading(paper: Any) -> None:
    numbers = {
        mark: text.partition(".")[0]
        for p, text in with_numbers(paper)
        for mark in bookmarks(p)
        if mark.startswith("_Ref")
    }
    assert len(numbers) == len(ORDER)
    cells = [p for table in paper.tables for row in table.rows for c in row.cells for p in c.paragraphs]
    texts = [p for p in (*paper.paragraphs, *cells) if re.search(r"\bsections? \d", p.text)]
    assert texts
    for one in texts:
        asked = [found.text.split()[1] for found in one._p.iter(qn("w:instrText"))]
        assert re.findall(r"(?:\bsections? | to )(\d+)", one.text) == [numbers[mark] for mark in asked]


def test_no_two_bookmarks_have_one_number_or_name(paper: Any) -> None:
    marks = list(paper.element.body.iter(qn("w:bookmarkStart")))
    for key in ("w:id", "w:name"):
        assert len({mark.get(qn(key)) for mark in marks}) == len(marks) > len(ORDER)


def test_parts_are_numbered_in_order_and_the_annex_has_its_letter(paper: Any) -> None:
    headings = [text for p, text in with_numbers(paper) if p.style.name == "Heading 1"]
    assert not [p.text for p in paper.paragraphs if p.style.name == "Heading 1" and p.text[0].isdigit()]
    numbers = [int(text.split(".")[0]) for text in headings[:-1]]
    assert numbers[0] == 1
    assert all(after == before + 1 for before, after in pairwise(numbers))
    assert headings[-1].startswith("Annex A: ")
