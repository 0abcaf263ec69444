"""The file ``publications.json`` of a releases folder: read, and replaced in one rename."""

from contextlib import AbstractContextManager
from pathlib import Path

from dashboard.releases.changing import Changing, changing
from dashboard.releases.on_disk import why
from dashboard.releases.publications import Publications, PublicationsError, from_json, to_json

FILE = "publications.json"
OLD_POINTER = "live"


def read_publications(directory: Path) -> Publications:
    """Return what a releases folder records as published; nothing where there is no record.

    The file ``live`` of before, with a release's name in it, is understood where there is no other
    record. Raises PublicationsError.
    """
    text = _text_of(directory / FILE)
    if text is not None:
        return from_json(text, str(directory / FILE))
    pointer = _text_of(directory / OLD_POINTER)
    return Publications(live=(pointer or "").strip() or None)


def switching(directory: Path) -> AbstractContextManager[Changing]:
    """Give the right to change what a releases folder records: what is live, and what was withdrawn.

    Raises LockedError, OSError.
    """
    return changing(directory, f"What {directory} records of its releases")


def write_publications(held: Changing, publications: Publications) -> None:
    """Replace the record. Raises OSError, and then the record is as it was."""
    held.write(held.folder / FILE, to_json(publications))
    held.remove(held.folder / OLD_POINTER)


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise PublicationsError(f"The file {path} cannot be read: {why(error)}.") from None
