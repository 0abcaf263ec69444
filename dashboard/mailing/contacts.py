"""The contacts CSV: to whom a council's covering e-mail is addressed."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.repository.records import Council

COLUMNS = ("council", "name", "email")
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
    """Read a CSV with the columns council (slug or official name), name, email. Raises ContactsError."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ContactsError(f"{path} is not UTF-8 text; save it as CSV UTF-8.") from None
    except OSError as error:
        raise ContactsError(f"{path} cannot be read: {error.strerror or error}.") from error
    reader = csv.DictReader(io.StringIO(text))
    heads = {(head or "").strip().casefold(): head for head in reader.fieldnames or ()}
    missing = [column for column in COLUMNS if column not in heads]
    if missing:
        raise ContactsError(f"{path} has no column “{missing[0]}”: it needs council, name and email.")
    slugs = {key: council.slug for council in councils for key in (council.slug, council.name.casefold())}
    by_slug: dict[str, Contact] = {}
    wrong: dict[str, str] = {}
    unknown: list[str] = []
    try:
        for row in reader:
            council, name, email = ((row[heads[column]] or "").strip() for column in COLUMNS)
            where = f"{path.name}, row {reader.line_num}"
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


def _wrong(name: str, email: str) -> str | None:
    if not name or any(character < " " for character in name):
        return "the contact has no name that can be written to"
    if not _ADDRESS.fullmatch(email):
        return f"“{email}” is no e-mail address"
    return None
