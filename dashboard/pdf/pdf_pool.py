"""Making PDFs for a server: each in a short-lived process, few at once, within a time.

Measured: a process that has set twenty letters holds 60 MB more than before, whatever is thrown away, which
is nearly what a whole worker is allowed. A process of its own leaves nothing behind.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dashboard.letters.pdf_errors import PdfError, PressBusyError

_ROOT = Path(__file__).parents[2]
PICTURE = "picture.png"
"""The template of a drawing as PNG: its data are ``svg`` and ``ppi``."""
_BEGINNINGS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG")  # of a PDF, of a Word document, of a picture
_PIXELS_OF_AN_INCH = 96
_COMMAND = (sys.executable, "-m", "dashboard.pdf.pdf_worker")


class Press:
    """Makes PDFs in processes of their own. One for a worker; its threads share it."""

    def __init__(
        self,
        *,
        at_once: int = 2,
        wait: float = 5.0,
        limit: float = 15.0,
        command: tuple[str, ...] = _COMMAND,
    ) -> None:
        """``at_once`` processes at most; seconds: to ``wait`` for one of them, and the ``limit`` of each."""
        self._free = threading.BoundedSemaphore(at_once)
        self._wait = wait
        self._limit = limit
        self._command = command

    def compile(self, template: str, data: Mapping[str, object], *, built_at: str) -> bytes:
        """Return the file of a template with its data: as ``compile_pdf`` or ``compile_docx``, elsewhere.

        Raises PressBusyError where none of the processes came free in time, PdfError for whatever else.
        """
        order = json.dumps({"template": template, "data": data, "built_at": built_at}).encode()
        with self.place():
            try:
                done = subprocess.run(  # noqa: S603 — our own command
                    self._command,
                    input=order,
                    capture_output=True,
                    cwd=_ROOT,
                    timeout=self._limit,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise PdfError(f"“{template}” was not set within {self._limit:g} seconds.") from None
            except OSError as error:
                raise PdfError(f"No process could be started: {error}.") from error
        if done.returncode or not done.stdout.startswith(_BEGINNINGS):
            raise PdfError(done.stderr.decode(errors="replace").strip() or "The process said nothing.")
        return done.stdout

    def picture(self, svg: str, enlarged: float) -> bytes:
        """Return a drawing as PNG, ``enlarged`` times as wide as it is itself. Raises as ``compile``."""
        return self.compile(PICTURE, {"svg": svg, "ppi": _PIXELS_OF_AN_INCH * enlarged}, built_at="")

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold one of the places; PressBusyError where none came free in time."""
        if not self._free.acquire(timeout=self._wait):
            raise PressBusyError("All processes that make PDFs are at work.")
        try:
            yield
        finally:
            self._free.release()
