"""The styles of a Word document: one face, the project's colours, headings and captions as styles."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

FACE = "Arial"
SMALL, COMMENTARY, FIELD, TABLE = "Small print", "Commentary", "Field", "Table text"
CONTENTS = "toc 1"
AFTER_TABLE = "After table"
"""The paragraph that a table must have after it, as low as can be: where a table ends a full page, one of a
line's height would begin an empty page."""
_ACCENT, _INK, _SOFT = RGBColor(0x12, 0x43, 0x6D), RGBColor(0x14, 0x18, 0x1C), RGBColor(0x4A, 0x51, 0x57)
LANGUAGE = "en-GB"
_NUMBERING = (
    '<w:abstractNum {} w:abstractNumId="{}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{}"/>'
    '<w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
)


def set_styles(document: Any) -> None:
    """Give a new document its styles and its language."""
    styles = document.styles
    _language(styles.element)
    _look(styles["Normal"], 10, _INK, after=5)
    _look(styles["Title"], 18, _ACCENT, after=4, bold=True)
    _look(styles["Subtitle"], 11.5, _SOFT, after=8)
    _look(styles["Heading 1"], 13, _ACCENT, before=14, after=4, bold=True)
    _look(styles["Caption"], 9, _INK, before=6, after=3, bold=True)
    _look(styles["List Bullet"], 10, _INK, after=2)
    _look(styles["List Number"], 10, _INK, after=5)
    _look(styles["Header"], 9, _INK, bold=True)
    _look(styles["Footer"], 8.5, _SOFT)
    for name in ("Heading 1", "Caption"):
        styles[name].paragraph_format.keep_with_next = True
    _look(_new(styles, SMALL), 8.5, _SOFT, before=2, after=5)
    _look(_new(styles, FIELD), 10, _SOFT, after=6)
    _look(_new(styles, TABLE), 8.5, _INK, before=1, after=1)
    below = _look(_new(styles, AFTER_TABLE), 1, _INK, after=9).paragraph_format
    below.line_spacing_rule, below.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    entry = _look(_new(styles, CONTENTS, builtin=True), 9.5, _INK, after=1)
    entry.paragraph_format.tab_stops.add_tab_stop(Mm(8))  # after the number, as Word writes it anew
    _number(document, styles["Heading 1"])
    _boxed(_look(_new(styles, COMMENTARY), 10, _INK, after=0))


def _new(styles: Any, name: str, *, builtin: bool = False) -> Any:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    made.base_style = styles["Normal"]
    made.quick_style = True
    return made


def _look(
    style: Any, size: float, colour: RGBColor, *, before: float = 0, after: float = 0, bold: bool = False
) -> Any:
    font, spacing = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, False, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FACE)
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for properties, name in ((style.element.pPr, "pBdr"), (style.element.pPr, "contextualSpacing")):
        _drop(properties, name)  # the line below the template's title; lists without space between
    for name in ("spacing", "kern"):
        _drop(style.element.rPr, name)  # letters of its title and subtitle apart
    return style


def unnumber(paragraph: Any) -> None:
    """Take a heading out of the numbering of its style."""
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0


def _number(document: Any, style: Any) -> None:
    """Let Word number the paragraphs of a style: 1., 2., 3., one after another."""
    numbering = document.part.numbering_part.element
    own = 1 + max(int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum")))
    numbering.num_lst[0].addprevious(parse_xml(_NUMBERING.format(nsdecls("w"), own, style.style_id)))
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering.add_num(own).numId


def _drop(properties: Any, name: str) -> None:
    for found in properties.findall(qn(f"w:{name}")):
        properties.remove(found)


def _boxed(style: Any) -> None:
    """Draw a box around paragraphs of a style; those beside each other share one."""
    box = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "8A9096")):
            edge.set(qn(f"w:{key}"), value)
        box.append(edge)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(box, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _language(styles: Any) -> None:
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
