"""A committee's paper as a Word document that its officers edit: the same bytes for the same data."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm

from dashboard.pdf.docx_contents import add_contents, add_heading
from dashboard.pdf.docx_parts import TEXT_WIDTH, add_field, add_picture, add_runs, add_table
from dashboard.pdf.docx_styles import COMMENTARY, FIELD, LANGUAGE, SMALL, set_styles
from dashboard.pdf.docx_template import forget_template

_MADE_BY = "councils-performance-dashboard"


def compile_docx(data: Mapping[str, Any], *, built_at: str) -> bytes:
    """Return the document of ``dashboard.pdf.pack_data.pack_data``; ``built_at`` (ISO) is its date.

    It is edited in Word or LibreOffice: headings, captions and lists are styles, headings are numbered and
    named by their number, which follow where a part is moved; tables have heads that are marked and
    repeated, pictures have their text. Raises PdfError where a drawing cannot be made.
    """
    document = Document()
    set_styles(document)
    forget_template(document, _MADE_BY)
    _properties(document, data, built_at)
    _page(document, data)
    document.add_paragraph(data["title"], style="Title")
    document.add_paragraph(data["subtitle"], style="Subtitle")
    _blanks(document, data["blanks"])
    for runs in data["statement"]:
        add_runs(document.add_paragraph(style=SMALL), runs)
    add_contents(document, data["sections"])
    pictures = 0
    for number, section in enumerate(data["sections"]):
        add_heading(document, section, number)
        for block in section["blocks"]:
            if block["kind"] == "picture":
                pictures += 1
                add_picture(document, block, pictures)
            else:
                _add(document, block, data["lines"])
    return _saved(document, built_at)


def _add(document: Any, block: Mapping[str, Any], lines: int) -> None:
    match block["kind"]:
        case "paragraph":
            style = SMALL if block["quiet"] else "Normal"
            paragraph = add_runs(document.add_paragraph(style=style), block["runs"])
            paragraph.paragraph_format.keep_with_next = block["kept"] or None
        case "points":
            for runs in block["items"]:
                add_runs(document.add_paragraph(style="List Bullet"), runs)
        case "table":
            add_table(document, block)
        case "questions":
            for one in block["items"]:
                paragraph = document.add_paragraph(style="List Number")
                paragraph.add_run(one["text"]).bold = True
                paragraph.add_run().add_break()
                paragraph.add_run(one["reason"])
        case "commentary":
            label = document.add_paragraph(f"{block['label']}:", style=SMALL)
            label.paragraph_format.keep_with_next = True
            for number in range(lines):
                line = document.add_paragraph(style=COMMENTARY)
                line.paragraph_format.keep_with_next = number < lines - 1  # one box, on one page
        case other:
            raise ValueError(f"“{other}” is no kind of block")


def _blanks(document: Any, labels: list[str]) -> None:
    """Leave a line after each label, drawn by a tab."""
    for label in labels:
        paragraph = document.add_paragraph(style=FIELD)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(35))
        stops.add_tab_stop(Mm(120), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        paragraph.add_run(f"{label}:\t\t")


def _page(document: Any, data: Mapping[str, Any]) -> None:
    """Set A4, what stands above each page and below it."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_WIDTH) / 2)
    section.top_margin = section.bottom_margin = Mm(22)
    if data["status"]:
        above = section.header.paragraphs[0]
        above.text = data["status"]
        above.alignment = WD_ALIGN_PARAGRAPH.CENTER
    below = section.footer.paragraphs[0]
    stops = below.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    below.add_run(f"{data['footer']}\tPage ")
    add_field(below, "PAGE")
    below.add_run(" of ")
    add_field(below, "NUMPAGES")


def _properties(document: Any, data: Mapping[str, Any], built_at: str) -> None:
    moment = datetime.fromisoformat(built_at)
    moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None)
    told = document.core_properties
    told.title, told.subject, told.language = data["title"], data["subtitle"], LANGUAGE
    told.author, told.last_modified_by = _MADE_BY, _MADE_BY
    told.comments, told.keywords = data["status"] or "", f"release {data['release']}, {data['permalink']}"
    told.created = told.modified = moment
    told.revision = 1


def _saved(document: Any, built_at: str) -> bytes:
    """Return the document's bytes with every date within them the release's."""
    first = io.BytesIO()
    document.save(first)
    moment = datetime.fromisoformat(built_at)
    stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    last = io.BytesIO()
    with zipfile.ZipFile(first) as written, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as made:
        for name in written.namelist():  # the content types first, as the format asks
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, written.read(name))
    return last.getvalue()
