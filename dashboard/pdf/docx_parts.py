"""The parts of a Word document: runs with links, tables with their heads, pictures with their words."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.pdf.raster import png_of

TEXT_WIDTH = 170  # mm
_PICTURE_WIDTH = 150  # mm
_TOGETHER = 12  # a table of so many rows is kept on one page
_LINK = RGBColor(0x12, 0x43, 0x6D)
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

Told = Mapping[str, Any]


def add_runs(paragraph: Any, runs: Sequence[Told], *, bold: bool = False) -> Any:
    """Write runs of text into a paragraph, links to other sites as links."""
    for run in runs:
        if run["href"]:
            _add_link(paragraph, run["text"], run["href"])
        else:
            paragraph.add_run(run["text"]).bold = True if bold or run["strong"] else None
    return paragraph


def add_table(document: Any, told: Told) -> None:
    """Write a table under its caption: a head that is marked as one and repeated, no row split by a page."""
    document.add_paragraph(told["caption"], style="Caption")
    made = document.add_table(rows=0, cols=len(told["head"]), style="Table Grid")
    made.autofit = False
    share = TEXT_WIDTH / sum(told["widths"])
    widths = [Mm(width * share) for width in told["widths"]]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    _describe(made, told["caption"])
    _add_row(made, [[_plain(text)] for text in told["head"]], told, widths, bold=True, head=True)
    last = len(told["rows"]) - 1
    together = last < _TOGETHER
    for number, row in enumerate(told["rows"]):
        bold = number == told["strong"] or (told["total"] and number == last)
        added = _add_row(made, [cell["runs"] for cell in row], told, widths, bold=bold, head=False)
        if together and number < last:
            _keep_with_next(added)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def add_picture(document: Any, told: Told, number: int) -> None:
    """Write a picture under its caption: PNG for any program, SVG beside it for those that draw it."""
    document.add_paragraph(told["caption"], style="Caption")
    paragraph = document.add_paragraph()
    inline = paragraph.add_run().add_picture(io.BytesIO(png_of(told["svg"])), width=Mm(_PICTURE_WIDTH))
    properties = inline._inline.docPr
    properties.set("descr", told["alt"])
    properties.set("title", told["caption"])
    properties.set("name", f"Picture {number}")
    drawing = Part(
        PackURI(f"/word/media/drawing{number}.svg"),
        "image/svg+xml",
        told["svg"].encode(),
        document.part.package,
    )
    relation = document.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
    blip = inline._inline.find(f".//{qn('a:blip')}")
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}" {nsdecls("r")} r:embed="{relation}"/>'
            "</a:ext></a:extLst>"
        )
    )


def add_field(paragraph: Any, instruction: str) -> None:
    """Write a field that the program works out, such as PAGE."""
    for kind, text in (
        ("begin", None),
        (None, instruction),
        ("separate", None),
        ("value", "1"),
        ("end", None),
    ):
        run = paragraph.add_run()
        if kind == "value":
            run.text = text
        elif text is not None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {text} "
            run._r.append(element)
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def _plain(text: str) -> Told:
    return {"text": text, "href": None, "strong": False}


def _add_row(
    made: Any, cells: Sequence[Sequence[Told]], told: Told, widths: Sequence[Any], *, bold: bool, head: bool
) -> Any:
    row = made.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for number, (cell, runs) in enumerate(zip(row.cells, cells, strict=True)):
        cell.width = widths[number]
        paragraph = add_runs(cell.paragraphs[0], runs, bold=bold)
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)
        if number in told["numbers"]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for run in paragraph.runs:
            run.font.size = Pt(8.5)
    if head:
        _keep_with_next(row)
    return row


def _keep_with_next(row: Any) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _describe(made: Any, caption: str) -> None:
    """Name a table for who does not see it, mark first row and column as heads, and thin its lines."""
    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    for key in list(look.attrib):
        del look.attrib[key]
    for key, value in (("val", "04A0"), ("firstRow", "1"), ("lastRow", "0"), ("firstColumn", "1")):
        look.set(qn(f"w:{key}"), value)
    for key, value in (("lastColumn", "0"), ("noHBand", "0"), ("noVBand", "1")):
        look.set(qn(f"w:{key}"), value)
    borders = parse_xml(
        f"<w:tblBorders {nsdecls('w')}>"
        + "".join(
            f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="B1B4B6"/>'
            for side, kind in (
                ("top", "single"),
                ("left", "nil"),
                ("bottom", "single"),
                ("right", "nil"),
                ("insideH", "single"),
                ("insideV", "nil"),
            )
        )
        + "</w:tblBorders>"
    )
    look.addprevious(borders)
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:  # the schema's order: borders before layout
        borders.addnext(layout)
    name = OxmlElement("w:tblCaption")
    name.set(qn("w:val"), caption)
    look.addnext(name)


def _add_link(paragraph: Any, text: str, address: str) -> None:
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = paragraph.add_run(text)
    run.font.underline = True
    run.font.color.rgb = _LINK
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run._r.addprevious(link)
    link.append(run._r)
