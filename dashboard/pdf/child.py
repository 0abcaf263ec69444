"""One PDF in a process of its own: ``python -m dashboard.pdf.child``, its order on standard input.

The order is JSON: template, data, built_at. The PDF is written to standard output; a failure is a
sentence on standard error and exit status 1.
"""

import json
import sys

from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.errors import PdfError


def main() -> int:
    """Make the PDF that was ordered."""
    order = json.load(sys.stdin.buffer)
    try:
        made = compile_pdf(order["template"], order["data"], built_at=order["built_at"])
    except PdfError as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
