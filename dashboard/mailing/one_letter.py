"""One council's letter, from the release to its files: the work of one process among several."""

import ctypes
import errno
import hashlib
import json
import multiprocessing
import os
import resource
import signal
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dashboard.letters.letter import write_letter
from dashboard.letters.missing import not_held_in
from dashboard.letters.model import Letter
from dashboard.letters.no_letter import NoLetter, why_none
from dashboard.letters.official import page_count
from dashboard.letters.pdf_errors import PdfError
from dashboard.mailing.contacts import Contact
from dashboard.mailing.emails import covering_email, email_name
from dashboard.mailing.index import Entry, Problem
from dashboard.pdf.compile import TEMPLATES, compile_pdf
from dashboard.pdf.letter_check import check_letter
from dashboard.pdf.letter_data import TEMPLATE, file_name, letter_data
from dashboard.releases.on_disk import write_whole
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository

OFFICIAL, PROJECT = "official", "project"
_PARENT_DIED = 1  # PR_SET_PDEATHSIG of <sys/prctl.h>


@dataclass(frozen=True, slots=True)
class Order:
    """One letter to be written: to which council, and (None: no e-mail) to whom there. ``before`` is the
    entry of the index an earlier run left."""

    slug: str
    before: Entry | None
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an order. ``made`` is False where the file was there already; ``process`` and ``peak``
    (bytes) are who did it and the most memory it has had."""

    slug: str
    entry: Entry | None
    problems: tuple[Problem, ...]
    made: bool
    process: int
    peak: int


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A letter before its file is made: whose it is, a checksum of all it follows from, its bytes, and
    a check of what was read back that returns its pages."""

    letter: str
    made_from: str
    content: Callable[[], bytes]
    check: Callable[[bytes], int]


class Writer:
    """Writes letters of a release and a year into a folder. One in every process."""

    def __init__(self, release: Path, year: str, folder: Path) -> None:
        """Open the release. Raises ManifestError and sqlite3.Error."""
        self._repository = SqliteRepository(release)
        self._release = self._repository.release()
        self._year = year
        self._folder = folder
        self._templates = hashlib.sha256(
            b"".join(path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ")))
        ).hexdigest()

    def write(self, order: Order) -> Done:
        """Write one letter and its e-mail. What goes wrong is a problem of the council, not an exception."""
        council = self._repository.council(order.slug)
        if council is None:
            raise LookupError(order.slug)  # orders are of the release's councils
        sentences: list[str] = []
        entry, made = None, False
        try:
            letter = write_letter(council, self._year, self._repository)
            prepared = self._prepared(council, letter, sentences)
            entry, made = self._file(council, prepared, order.before)
            if order.contact is not None and letter is not None:
                self._email(letter, order.contact, entry)
        except (PdfError, OSError, sqlite3.Error) as error:
            sentences.append(_sentence(error))
        return Done(
            slug=council.slug,
            entry=entry,
            problems=tuple(
                Problem(self._year, council.slug, council.name_in(self._year), told) for told in sentences
            ),
            made=made,
            process=os.getpid(),
            peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        )

    def _prepared(self, council: Council, letter: Letter | None, sentences: list[str]) -> _Prepared:
        """Return what is to be put in the letter's place; add to ``sentences`` what it has to leave open."""
        official = self._repository.official_letter(council.slug, self._year)
        if official is not None:
            content = (self._repository.static_directory / official.rsplit("/", 1)[1]).read_bytes()
            return _Prepared(OFFICIAL, hashlib.sha256(content).hexdigest(), lambda: content, _official_pages)
        if letter is None:
            why = why_none(council, self._year, self._repository) or NoLetter.NO_EDITION
            raise PdfError(why.said_of(council, self._year))
        missing = not_held_in(council.slug, self._year, self._repository)
        if missing and self._repository.existed(council.slug, self._year):
            sentences.append(f"The letter says that these figures are not held: {'; '.join(missing)}.")
        data = letter_data(letter, self._release)
        told = json.dumps([data, self._release.built_at, self._templates], ensure_ascii=False)
        return _Prepared(
            PROJECT,
            hashlib.sha256(told.encode()).hexdigest(),
            lambda: compile_pdf(TEMPLATE, data, built_at=self._release.built_at),
            lambda read_back: check_letter(read_back, letter, str(data["title"])),
        )

    def _file(self, council: Council, prepared: _Prepared, before: Entry | None) -> tuple[Entry, bool]:
        """Return the entry of the letter's file, and whether it was made now."""
        path = self._folder / file_name(council.slug, self._year)
        made_from = f"{self._repository.id[:16]}-{prepared.made_from[:16]}"
        if before is not None and before.made_from == made_from and _is(path, before.sha256):
            return before, False
        content = prepared.content()
        pages = write_whole(path, content, prepared.check)
        entry = Entry(
            year=self._year,
            council=council.slug,
            name=council.name_in(self._year),
            file=path.name,
            pages=pages,
            sha256=hashlib.sha256(content).hexdigest(),
            letter=prepared.letter,
            release=self._release.name,
            made_from=made_from,
        )
        return entry, True

    def _email(self, letter: Letter, contact: Contact, entry: Entry) -> None:
        official = entry.letter == OFFICIAL
        text = covering_email(letter, contact, entry.file, self._release, official=official)
        write_whole(self._folder / email_name(letter.slug, letter.year), text)


def leave_signals_to_the_parent() -> None:
    """Let Ctrl-C be the business of the process that gives the orders, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PARENT_DIED, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid != os.getppid():  # it ended before this one could ask to be told
        os._exit(1)


def _official_pages(content: bytes) -> int:
    try:
        return page_count(content)
    except PdfError as error:
        raise PdfError(f"the official letter cannot be used: {error}.") from error


def _is(path: Path, sha256: str) -> bool:
    """Say whether a file is there with this content."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "Not written: the disk is full."
    if isinstance(error, OSError):
        return f"Not written: {error.strerror or error} ({error.filename})."
    return f"Not written: {error}"
