"""The table of contents of a Word document: a field that Word makes anew, filled in already.

Without page numbers, which only the program that sets the pages knows: the parts are numbered, and each entry
leads to its heading. So it is right as it is opened, and asks nobody to update it.
"""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dashboard.pdf.docx_styles import CONTENTS

_FIELD = ' TOC \\o "1-1" \\n \\h \\z '


def add_contents(document: Any, headings: Sequence[str]) -> None:
    """Write the list of headings, each leading to the bookmark that ``mark_heading`` gives it."""
    last = len(headings) - 1
    for number, heading in enumerate(headings):
        paragraph = document.add_paragraph(style=CONTENTS)
        if number == 0:
            _mark(paragraph, "begin")
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = _FIELD
            paragraph.add_run()._r.append(instruction)
            _mark(paragraph, "separate")
        run = paragraph.add_run(heading)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _name(number))
        link.set(qn("w:history"), "1")
        run._r.addprevious(link)
        link.append(run._r)
        if number == last:
            _mark(paragraph, "end")


def mark_heading(paragraph: Any, number: int) -> None:
    """Give a heading the bookmark that its entry leads to; ``number`` counts headings from 0."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(number))
    end.set(qn("w:id"), str(number))
    first = paragraph._p.r_lst[0]
    first.addprevious(start)
    paragraph._p.append(end)


def _mark(paragraph: Any, kind: str) -> None:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)


def _name(number: int) -> str:
    return f"_Toc{number + 1:08d}"
