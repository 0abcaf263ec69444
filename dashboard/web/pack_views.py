"""A council's paper for its committee: the page, and the two files made of the same."""

import logging
from collections.abc import Callable

from dashboard.addresses.compare_state import PEERS
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.addresses.peer_methods import Peers
from dashboard.letters.pdf_errors import PdfError
from dashboard.markup.method_words import explained
from dashboard.pack import page as pack
from dashboard.pack.model import Paper
from dashboard.pack.paper import write_paper
from dashboard.pages.site import errors
from dashboard.pdf.pack_data import DOCX_TEMPLATE, PDF_TEMPLATE, file_name, pack_data
from dashboard.pdf.pdf_pool import Press
from dashboard.repository.records import Council
from dashboard.web.answer import DOCX, PDF, Answer
from dashboard.web.council_views import Kind, council, of_council
from dashboard.web.page import Page
from dashboard.web.request import Asked
from dashboard.words.wording import council_name

_LOG = logging.getLogger(__name__)
_FILES = {".pdf": (PDF_TEMPLATE, PDF, "inline"), ".docx": (DOCX_TEMPLATE, DOCX, "attachment")}
ENDINGS = tuple(_FILES)


def _peers(asked: Asked) -> Peers | None:
    """Return the way of choosing similar councils that a query names; None for none, or one not known."""
    found = asked.given.value(PEERS)
    return found if isinstance(found, Peers) else None


PACK = Kind(
    lambda council, year: f"Paper for committee {year}, {council.name}",
    lambda council, year: (
        f"A paper for the committee of {council_name(council.name)} on its complaints in {year}."
    ),
    lambda slug, year, asked: explained(
        pack.render(slug, year, asked.repository, asked.links, _peers(asked)), asked.links.plain("about")
    ),
    UNNAMED.pack,
    styles=(pack.STYLE,),
)


def _paper(found: Council, year: str, asked: Asked) -> Paper | None:
    return write_paper(CouncilYear(found, year, asked.repository, asked.links), _peers(asked))


def pack_file(
    slug: str, year: str, ending: str, press: Press, address: str = ""
) -> Callable[[Asked], Page | Answer]:
    """Return the maker of a paper as a file: ``.pdf``, shown in the browser, or ``.docx``, saved.

    ``address`` is the site's own where it is set. Without a paper the answer is its page, which says so.
    """
    template, content_type, shown = _FILES[ending]

    def make(found: Council, asked: Asked) -> Page | Answer:
        known = year in asked.years
        paper = _paper(found, year, asked) if known else None
        if paper is None:
            return council(slug, year, PACK)(asked)
        try:
            body = press.compile(template, pack_data(paper, address), built_at=paper.built_at)
        except PdfError as error:
            _LOG.warning("A paper could not be set: %s", error)
            instead = asked.links.pack(found.slug, year)
            tree = errors.no_file(paper.title, instead, asked.links)
            return Page("This file cannot be made at the moment", tree, instead, status=503)
        name = file_name(found.slug, year, ending)
        return Answer(body, content_type, headers={"Content-Disposition": f'{shown}; filename="{name}"'})

    return of_council(slug, make)
