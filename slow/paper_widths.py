"""Every paper of a year as Word document, by the widths of its columns: is a word or number ever broken?

Read from the document's own XML, not from what it was written of: each word of each cell, at the size of its
paragraph's style and as bold as its run, against the column's width in the grid of its table.
"""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.pack.paper import write_paper
from dashboard.pdf.pack_data import LINE, pack_data
from dashboard.pdf.pack_docx import compile_docx
from dashboard.pdf.text_widths import MARGINS, width_of
from dashboard.releases.locate import releases_directory
from dashboard.repository.sqlite import SqliteRepository

RELEASE = "demo"
_TWIPS_OF_MM = 1440 / 25.4
_TOLERANCE = 0.1  # mm: a grid is in whole twentieths of a point


def main() -> int:
    """Print how many words were measured and each that is wider than its column; 1 where there is one."""
    repository = SqliteRepository(releases_directory() / RELEASE)
    year = repository.release().years[-1]
    counts: Counter[str] = Counter()
    broken = []
    for council in repository.councils():
        paper = write_paper(CouncilYear(council, year, repository, UNNAMED))
        if paper is None:
            continue
        counts["papers"] += 1
        document = Document(io.BytesIO(compile_docx(pack_data(paper), built_at=paper.built_at)))
        for table in document.tables:
            counts["tables"] += 1
            counts["cells"] += sum(len(row.tc_lst) for row in table._tbl.tr_lst)
            if abs(sum(_columns(table)) - LINE) > 1:
                broken.append(f"{council.slug}: a table of {sum(_columns(table)):.0f} mm, a line has {LINE}")
            for word, needed, width in _words(document, table):
                counts["words"] += 1
                if needed > width + _TOLERANCE:
                    broken.append(f"{council.slug}: “{word}” is {needed:.1f} mm in a column of {width:.1f}")
    print(f"{RELEASE}, {year}: " + ", ".join(f"{count:,} {name}" for name, count in counts.items()))
    print(f"wider than their columns: {len(broken)}", *broken[:20], sep="\n    ")
    return 1 if broken or not counts["words"] else 0


def _columns(table: Any) -> list[float]:
    return [int(one.get(qn("w:w"))) / _TWIPS_OF_MM for one in table._tbl.tblGrid.gridCol_lst]


def _words(document: Any, table: Any) -> Iterator[tuple[str, float, float]]:
    """Go through a table's words: each with its width and its column's (mm), a cell's margins within both."""
    paragraphs = [style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    sizes = {style.style_id: style.font.size.pt for style in paragraphs if style.font.size}
    columns = _columns(table)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, columns, strict=True):
            for paragraph in cell.p_lst:
                bold = _bold(paragraph)
                text = "".join(_shown(paragraph))
                for word in text.split():
                    yield word, width_of(word, sizes[paragraph.style], bold=bold) + MARGINS, width


def _bold(paragraph: Any) -> bool:
    return next(paragraph.iter(qn("w:b")), None) is not None


def _shown(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        yield one.text or "" if one.tag == qn("w:t") else " "
