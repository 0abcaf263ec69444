"""The table of contents of a Word document and what leads to its headings: fields that Word makes anew,
filled in already.

Without page numbers, which only the program that sets the pages knows: the parts are numbered, and each entry
leads to its heading. So it is right as it is opened, and asks nobody to update it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dashboard.pdf.docx_styles import CONTENTS, unnumber

_FIELD = ' TOC \\o "1-1" \\n \\h \\z '


_APART = 1000  # between the numbers of the two kinds of bookmarks


def add_contents(document: Any, sections: Sequence[Mapping[str, Any]]) -> None:
    """Write the list of headings, each leading to the bookmark that ``add_heading`` gives it."""
    last = len(sections) - 1
    for number, section in enumerate(sections):
        paragraph = document.add_paragraph(style=CONTENTS)
        if number == 0:
            _mark(paragraph, "begin")
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = _FIELD
            paragraph.add_run()._r.append(instruction)
            _mark(paragraph, "separate")
        of = section["number"]
        run = paragraph.add_run(section["name"] if of is None else f"{of}.\t{section['name']}")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _name(number))
        link.set(qn("w:history"), "1")
        run._r.addprevious(link)
        link.append(run._r)
        if number == last:
            _mark(paragraph, "end")


def add_heading(document: Any, section: Mapping[str, Any], place: int) -> None:
    """Write a heading, numbered by Word where its part has a number, with what leads to it.

    ``place`` counts headings from 0. The entry of the contents has a bookmark of its own: Word makes those
    anew with the contents, and a reference within the text must outlive that.
    """
    paragraph = document.add_paragraph(section["name"], style="Heading 1")
    _bookmark(paragraph, _name(place), place)
    if section["number"] is None:
        unnumber(paragraph)
    else:
        _bookmark(paragraph, referred(section["number"]), _APART + place)


def referred(number: int) -> str:
    """Return the name of the bookmark around the heading of a part, for references to its number."""
    return f"_Ref{number:08d}"


def _bookmark(paragraph: Any, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
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
