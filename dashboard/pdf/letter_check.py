"""Reading a letter's PDF back: is it this council's, are its figures in it, are all its pages marked?"""

from dashboard.letters.letter import runs
from dashboard.letters.model import Letter
from dashboard.letters.pdf_errors import PdfError
from dashboard.pdf.letter_data import WATERMARK
from dashboard.pdf.tagged import read

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PAGES = "{http://ns.adobe.com/xap/1.0/t/pg/}NPages"


def check_letter(content: bytes, letter: Letter, title: str) -> int:
    """Return the number of pages of a letter's PDF. Raises PdfError naming what is not as it should be.

    Its title and addressee must be the letter's, every figure stated must be read in its place and
    order, and a simulated letter must have its watermark on every page.
    """
    told = read(content)
    metadata = told.metadata
    if metadata.get(_TITLE) != title:
        raise PdfError(f"The PDF has the title “{metadata.get(_TITLE)}”, not “{title}”.")
    if metadata.get(_PAGES) != str(told.pages) or not told.pages:
        raise PdfError(f"The PDF has {told.pages} pages and says {metadata.get(_PAGES)}.")
    text = told.text
    at = 0
    for part in _stated(letter):
        found = text.find(part, at)
        if found < 0:
            raise PdfError(f"“{part}” is not read in its place in the PDF.")
        at = found
    for page, artefacts in enumerate(told.artefacts, start=1):
        if letter.simulated and WATERMARK not in artefacts:
            raise PdfError(f"Page {page} has no watermark.")
    return told.pages


def _stated(letter: Letter) -> list[str]:
    """Return the addressee and every figure stated, in reading order, white space made single."""
    figures = [run.text for run in runs(letter.sections) if run.origin is not None]
    return [" ".join(text.split()) for text in (*letter.addressee, *figures)]
