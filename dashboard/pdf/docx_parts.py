"""The parts of a Word document: runs with links, tables with their heads, pictures with their words."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from dashboard.pdf.docx_contents import referred
from dashboard.pdf.docx_styles import AFTER_TABLE, TABLE
from dashboard.pdf.raster import png_of

TEXT_WIDTH = 170  # mm
_PICTURE_WIDTH = 150  # mm
_LINK = RGBColor(0x12, 0x43, 0x6D)
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

Told = Mapping[str, Any]


def add_runs(paragraph: Any, runs: Sequence[Told], *, bold: bool = False) -> Any:
    """Write runs of text into a paragraph, links to other sites as links, numbers of parts as references."""
    for run in runs:
        if run["part"] is not None:
            add_field(paragraph, f"REF {referred(run['part'])} \\r \\h", run["text"])
        elif run["href"]:
            _add_link(paragraph, run["text"], run["href"])
        else:
            paragraph.add_run(run["text"]).bold = True if bold or run["strong"] else None
    return paragraph


def add_table(document: Any, told: Told) -> None:
    """Write a table under its caption: a head that is marked as one and repeated, no row split by a page."""
    document.add_paragraph(told["caption"], style="Caption")
    made = document.add_table(rows=1 + len(told["rows"]), cols=len(told["head"]), style="Table Grid")
    made.autofit = False
    widths = [Mm(width) for width in told["widths"]]
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    _describe(made, told["caption"])
    head, *rows = made._tbl.tr_lst
    style = _sized(document, told["size"])
    _fill(made, head, [[_plain(text)] for text in told["head"]], told, widths, style=style, bold=True)
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_with_next(head, made)
    last = len(rows) - 1
    for number, (row, cells) in enumerate(zip(rows, told["rows"], strict=True)):
        bold = number == told["strong"] or (told["total"] and number == last)
        runs = [cell["runs"] for cell in cells]
        _fill(made, row, runs, told, widths, style=style, bold=bold)
        if (told["together"] and number < last) or number in {0, last - 1}:
            _keep_with_next(row, made)  # nor does a single row stand alone above or below a break
    document.add_paragraph(style=AFTER_TABLE)


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


def add_field(paragraph: Any, instruction: str, value: str = "1") -> None:
    """Write a field that the program works out, such as PAGE, with what it shows until then."""
    for kind, text in (
        ("begin", None),
        (None, instruction),
        ("separate", None),
        ("value", "1"),
        ("end", None),
    ):
        run = paragraph.add_run()
        if kind == "value":
            run.text = value
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
    return {"text": text, "href": None, "strong": False, "part": None}


def _sized(document: Any, size: float) -> str:
    """Return the id of the style of a table's text: the common one, or a smaller one made of it."""
    common = document.styles[TABLE]
    if common.font.size == Pt(size):
        return str(common.style_id)
    name = f"{TABLE} {size:g}"
    if name in document.styles:
        return str(document.styles[name].style_id)
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style, made.font.size = common, Pt(size)
    return str(made.style_id)


def _fill(
    made: Any,
    row: Any,
    cells: Sequence[Sequence[Told]],
    told: Told,
    widths: Sequence[Any],
    *,
    style: str,
    bold: bool,
) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for number, (element, runs) in enumerate(zip(row.tc_lst, cells, strict=True)):
        element.width = widths[number]
        paragraph = Paragraph(element.p_lst[0], made)
        element.p_lst[0].style = style  # by its id: looked up by name once, not for every cell
        add_runs(paragraph, runs, bold=bold)
        if number in told["numbers"]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _keep_with_next(row: Any, made: Any) -> None:
    for element in row.tc_lst:
        Paragraph(element.p_lst[0], made).paragraph_format.keep_with_next = True


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
