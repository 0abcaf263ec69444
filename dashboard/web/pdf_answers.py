"""Answers that are a PDF: made for the request, and a clear page with status 503 where that fails."""

import logging
from collections.abc import Mapping

from dashboard.letters.pdf_errors import PdfError
from dashboard.pages.site import errors
from dashboard.pdf.pdf_pool import Press
from dashboard.web.answer import PDF, Answer
from dashboard.web.page import Page
from dashboard.web.request import Asked

_LOG = logging.getLogger(__name__)


def pdf_answer(
    press: Press,
    asked: Asked,
    template: str,
    data: Mapping[str, object],
    *,
    file_name: str,
    what: str,
    instead: str,
) -> Page | Answer:
    """Return a PDF shown in the browser under a file name (plain letters, digits, - and .).

    ``what`` names it and ``instead`` is the URL of the page that says the same, for when it cannot be made.
    """
    try:
        body = press.compile(template, data, built_at=asked.repository.release().built_at)
    except PdfError as error:
        _LOG.warning("A letter could not be set: %s", error)
        tree = errors.no_pdf(what, instead, asked.links)
        return Page("This PDF cannot be made at the moment", tree, instead, status=503)
    return Answer(body, PDF, headers={"Content-Disposition": f'inline; filename="{file_name}"'})
