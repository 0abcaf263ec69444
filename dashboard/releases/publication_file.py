"""The file ``publications.json`` of a releases folder: read, and replaced in one rename."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.releases.on_disk import write_whole
from dashboard.releases.publications import Publications, PublicationsError, from_json, to_json

FILE = "publications.json"
OLD_POINTER = "live"
_LOCK = ".lock-publications"
_WRITING = ".publications-"


class PublishInProgressError(RuntimeError):
    """Another process is switching what is live now."""


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


@contextmanager
def switching(directory: Path) -> Iterator[Publications]:
    """Give the record while nobody else may change it. Raises PublishInProgressError, PublicationsError."""
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PublishInProgressError(
                "Another publish or rollback is going on. Nothing was changed; try again when it is done."
            ) from None
        for left in directory.glob(f"{_WRITING}*"):  # by one that was killed
            left.unlink(missing_ok=True)
        yield read_publications(directory)


def write_publications(directory: Path, publications: Publications) -> None:
    """Replace the record, brought to disk before it takes the place of the old one in one step.

    Only within ``switching``. Raises OSError, and then the record is as it was.
    """
    write_whole(directory / FILE, to_json(publications), prefix=_WRITING)
    (directory / OLD_POINTER).unlink(missing_ok=True)


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise PublicationsError(f"The file {path} cannot be read: {error}.") from None
