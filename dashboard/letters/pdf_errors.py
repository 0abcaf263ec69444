"""What can go wrong in making a PDF."""


class PdfError(RuntimeError):
    """A PDF could not be made. The message says why, for the log."""


class PressBusyError(PdfError):
    """Too many PDFs are being made at once; asking again in a moment will do."""
