"""A drawing as PNG, for programs that draw no SVG and for pictures to take away."""

from pathlib import Path

import typst

from dashboard.letters.pdf_errors import PdfError

PPI = 240
FONTS = Path(__file__).parent / "fonts"
_PAGE = (
    "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
    '#image(bytes(sys.inputs.svg), format: "svg")'
)


def png_of(svg: str, *, ppi: float = PPI) -> bytes:
    """Return a drawing as PNG, its pixels at ``ppi`` an inch of its own size (an inch is 96 of its pixels).

    Letters are those of the project's own fonts and of those within typst: the same pixels on every machine.
    Raises PdfError.
    """
    try:
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
        compiler = typst.Compiler(_PAGE.encode(), font_paths=fonts, sys_inputs={"svg": svg})
        made = compiler.compile(format="png", ppi=ppi)
    except (typst.TypstError, ValueError) as error:
        raise PdfError(f"A drawing could not be made: {error}") from error
    if not isinstance(made, bytes):
        raise PdfError("A drawing gave no single picture.")
    return made
