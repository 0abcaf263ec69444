"""A search of cases as a file to take away: CSV, sent while it is read, or a workbook of the newest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dashboard import __version__
from dashboard.downloads.about import about_file
from dashboard.downloads.column import Listing
from dashboard.exports.case_workbook import case_workbook
from dashboard.exports.csv_lines import csv_lines
from dashboard.exports.file_names import attachment, file_name
from dashboard.web.answer import CSV, XLSX, Answer
from dashboard.web.headers import etag
from dashboard.web.request import Asked
from dashboard.words.files import MOST_IN_WORKBOOK, newest


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a file of cases holds and says.

    ``what`` it holds is the beginning of its name and the name of its sheet, ``parts`` of the query follow;
    ``title``, ``origin`` and ``query`` are in words, ``address`` is that of the page, ``notes`` are further
    lines of the first sheet. ``made_from`` is all that the rows depend on beside the release.
    """

    asked: Asked
    what: str
    listing: Listing
    parts: Sequence[str]
    title: str
    origin: str
    query: str
    address: str
    made_from: str
    notes: Sequence[tuple[str, str]] = ()

    def as_csv(self) -> Answer:
        """Return all rows."""
        made_from = "\n".join((self.asked.served.id, __version__, self.asked.release or "", self.made_from))
        tag = etag(made_from.encode("utf-8", "replace"))
        return Answer(csv_lines(self.listing), CSV, headers={**self._named("csv"), "ETag": tag})

    def as_xlsx(self) -> Answer:
        """Return the newest rows."""
        release = self.asked.repository.release()
        about = about_file(
            release,
            self.title,
            origin=self.origin,
            query=self.query,
            address=self.address,
            rows=newest(),
        )
        listing = Listing(self.listing.columns, islice(self.listing.rows, MOST_IN_WORKBOOK))
        sheet = self.what.replace("-", " ").capitalize()
        workbook = case_workbook(sheet, listing, [*about, *self.notes], release.built_at)
        return Answer(workbook, XLSX, headers=self._named("xlsx"))

    def _named(self, ending: str) -> dict[str, str]:
        name = self.asked.repository.release().name
        return attachment(file_name(self.what, name, self.parts, ending))
