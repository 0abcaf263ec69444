"""One file in a process of its own: ``python -m dashboard.pdf.pdf_worker``, its order on standard input.

The order is JSON: template, data, built_at. A template whose name ends in ``.docx`` asks for a Word document,
``PICTURE`` for a drawing as PNG, every other for a PDF. It is written to standard output; a failure is a
sentence on standard error and exit status 1.
"""

import json
import sys

from dashboard.letters.pdf_errors import PdfError
from dashboard.pdf.pdf_pool import PICTURE


def main() -> int:
    """Make the file that was ordered; only what its kind needs is imported."""
    order = json.load(sys.stdin.buffer)
    try:
        if order["template"].endswith(".docx"):
            from dashboard.pdf.pack_docx import compile_docx  # noqa: PLC0415

            made = compile_docx(order["data"], built_at=order["built_at"])
        elif order["template"] == PICTURE:
            from dashboard.pdf.raster import png_of  # noqa: PLC0415

            made = png_of(order["data"]["svg"], ppi=order["data"]["ppi"])
        else:
            from dashboard.pdf.compile import compile_pdf  # noqa: PLC0415

            made = compile_pdf(order["template"], order["data"], built_at=order["built_at"])
    except PdfError as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
