"""What an empty document brings with it from the program that made it, taken out."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from dashboard.pdf.docx_styles import LANGUAGE

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>{}</Application></Properties>"
)
_NEEDLESS = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.CUSTOM_XML, "/stylesWithEffects")


def forget_template(document: Any, made_by: str) -> None:
    """Leave of the empty document only what this one needs: no picture, no bibliography, no second styles
    in another language, no history of edits, and say ``made_by`` as the program."""
    main = document.part
    for part in (main.package, main):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(_NEEDLESS):
                del part.rels[key]
            elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = _PROPERTIES.format(made_by).encode()
    settings = document.settings.element
    for found in settings.findall(qn("w:rsids")):
        settings.remove(found)
    for found in list(document.styles.element.iter(qn("w:rsid"))):
        found.getparent().remove(found)
    for found in settings.findall(qn("w:themeFontLang")):
        found.attrib.clear()
        found.set(qn("w:val"), LANGUAGE)
