"""A drawing as PNG, for programs that draw no SVG."""

import typst

from dashboard.letters.pdf_errors import PdfError

PPI = 240
_PAGE = (
    "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
    '#image(bytes(sys.inputs.svg), format: "svg")'
)


def png_of(svg: str, *, ppi: int = PPI) -> bytes:
    """Return a drawing as PNG, its pixels at ``ppi`` an inch of its own size (an inch is 96 of its pixels).

    Letters are those of the fonts within typst. Raises PdfError.
    """
    try:
        compiler = typst.Compiler(_PAGE.encode(), ignore_system_fonts=True, sys_inputs={"svg": svg})
        made = compiler.compile(format="png", ppi=ppi)
    except (typst.TypstError, ValueError) as error:
        raise PdfError(f"A drawing could not be made: {error}") from error
    if not isinstance(made, bytes):
        raise PdfError("A drawing gave no single picture.")
    return made
