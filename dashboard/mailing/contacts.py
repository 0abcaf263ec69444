"""The contacts CSV: to whom a council's covering e-mail is addressed."""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.repository.records import Council

COLUMNS = ("council", "name", "email")
_DELIMITERS = ",;\t"  # of CSV as spreadsheets save it in one country and another, and of their text
_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\".]+")


class ContactsError(ValueError):
    """The file of contacts cannot be used at all. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who receives a council's letter."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts by slug. ``wrong`` says in sentences, by slug, what is wrong with the row of a council;
    ``unknown`` says it of rows that are no council's."""

    by_slug: dict[str, Contact]
    wrong: dict[str, str]
    unknown: tuple[str, ...]


def read_contacts(path: Path, councils: Iterable[Council]) -> Contacts:
    """Read a CSV with the columns council (slug or official name), name, email. Raises ContactsError.

    A council may be named by a slug or a name it had before. ``councils`` are all who may have a contact.
    Columns may stand in any order, beside others.
    """
    reader, heads, skipped = _opened(path, _text(path))
    slugs = {
        key: council.slug
        for council in councils
        for name in (council.name, *(former.name for former in council.former_names))
        for key in (council.slug, *council.old_slugs, name.casefold())
    }
    by_slug: dict[str, Contact] = {}
    wrong: dict[str, str] = {}
    unknown: list[str] = []
    try:
        for row in reader:
            council, name, email = (_cell(row, heads[column]) for column in COLUMNS)
            where = f"{path.name}, row {reader.line_num + skipped}"
            slug = slugs.get(council.casefold())
            if not any((council, name, email)):
                continue
            if slug is None:
                unknown.append(f"{where}: “{council}” is no council of this year.")
            elif slug in by_slug or slug in wrong:
                by_slug.pop(slug, None)
                wrong[slug] = f"{where}: the council has more than one contact."
            elif sentence := _wrong(name, email):
                wrong[slug] = f"{where}: {sentence}."
            else:
                by_slug[slug] = Contact(name, email)
    except csv.Error as error:
        raise ContactsError(f"{path}, row {reader.line_num}: {error}.") from error
    return Contacts(by_slug, wrong, tuple(unknown))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ContactsError(f"{path} cannot be read: {error.strerror or error}.") from error
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise ContactsError(f"{path}, row {row}: this is not UTF-8 text; save it as CSV UTF-8.") from None


def _opened(path: Path, text: str) -> tuple["csv.DictReader[str]", dict[str, str], int]:
    """Return the rows below the head, the heads by the column they name, and how many lines are above."""
    lines = text.splitlines(keepends=True)
    skipped = next((at for at, line in enumerate(lines) if not _is_preamble(line)), len(lines))
    text = "".join(lines[skipped:])
    first = lines[skipped] if skipped < len(lines) else ""
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    named = [(_column(head), head) for head in reader.fieldnames or ()]
    for column in COLUMNS:
        count = sum(name == column for name, _ in named)
        if count != 1:
            which = f"no column “{column}”" if not count else f"more than one column “{column}”"
            raise ContactsError(f"{path} has {which}: it needs council, name and email, each once.")
    return reader, dict(named), skipped


def _is_preamble(line: str) -> bool:
    """Say whether a line is empty, or tells a spreadsheet what parts its cells (“sep=;”)."""
    return not line.strip().strip(_DELIMITERS) or line.casefold().startswith("sep=")


def _column(head: str) -> str:
    return head.strip().casefold().replace("-", "")  # E-mail


def _cell(row: dict[str, str], head: str) -> str:
    return (row[head] or "").replace("\u00a0", " ").strip()


def _wrong(name: str, email: str) -> str | None:
    if not name.isprintable() or not name or set(name) & set("<>"):
        return "the contact has no name that can be written to"
    if not _ADDRESS.fullmatch(email):
        return f"“{email}” is no e-mail address"
    return None
