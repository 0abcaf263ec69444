"""A list of contacts is read as spreadsheets save it; whoever cannot be written to is named."""

from pathlib import Path

import pytest

from dashboard.mailing.contacts import Contact, ContactsError, read_contacts
from tests.support.tiny_release import BLACKPOOL, COUNCILS


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no column “council”"),
        (b"council,name\n", "has no column “email”"),
        (b"council,name,email\nleeds,\xd6z,a@b.org\n", "row 2: this is not UTF-8 text"),
        (b"council,name,email,e-mail\n", "more than one column “email”"),
    ],
)
def test_a_file_that_is_no_list_of_contacts_is_a_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "contacts.csv"
    path.write_bytes(content)
    with pytest.raises(ContactsError, match=says):
        read_contacts(path, COUNCILS)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("blackpool-borough-council,,a@b.org", "no name"),
        ("blackpool-borough-council,A,a@b", "no e-mail address"),
        ("blackpool-borough-council,A,a@b.org>\nblackpool-borough-council,B,b@b.org", "more than one"),
        ("blackpool-borough-council,A,a@b.org\nblackpool-borough-council,B,b@b.org", "more than one"),
        ("blackpool-borough-council,A <a@b.org>,a@b.org", "no name that can be written to"),
        ("blackpool-borough-council,A\u2028B,a@b.org", "no name that can be written to"),
        ('blackpool-borough-council,"A\nBcc: x@y.org",a@b.org', "no name that can be written to"),
    ],
)
def test_a_contact_that_cannot_be_used_is_named(tmp_path: Path, row: str, says: str) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(f"council,name,email\n{row}\n", encoding="utf-8")
    found = read_contacts(path, COUNCILS)
    assert BLACKPOOL.slug not in found.by_slug
    assert says in found.wrong[BLACKPOOL.slug]


_CONTACTS = f"council,name,email\n{BLACKPOOL.slug},Ada Öz,ada@example.org\n"


@pytest.mark.parametrize(
    "content",
    [
        _CONTACTS.encode(),
        _CONTACTS.replace("\n", "\r\n").encode("utf-8-sig"),
        _CONTACTS.replace("\n", "\r").encode(),
        _CONTACTS.replace(",", ";").encode(),
        _CONTACTS.replace(",", "\t").encode("utf-16"),
        f"sep=,\n{_CONTACTS}".encode(),
        f"\n,,\n{_CONTACTS}\n,,\n".encode(),
        _CONTACTS.replace("council,name,email", " Council,NAME , E-mail").encode(),
        _CONTACTS.replace("Ada Öz", "\u00a0Ada Öz").encode(),
    ],
    ids=["utf-8", "excel", "mac", "semicolons", "unicode text", "sep", "empty rows", "heads", "nbsp"],
)
def test_contacts_are_read_as_spreadsheets_save_them(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "contacts.csv"
    path.write_bytes(content)
    found = read_contacts(path, COUNCILS)
    assert found.by_slug == {BLACKPOOL.slug: Contact("Ada Öz", "ada@example.org")}
    assert (found.wrong, found.unknown) == ({}, ())
