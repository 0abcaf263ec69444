"""What an export says of its files: the manifest of one that is whole, the journal of one being made."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MANIFEST = "export.json"
JOURNAL = ".export-journal"
_CHECKSUM = 64


class NoExportError(ValueError):
    """A folder holds no export. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its path below the folder, its size in bytes, its SHA-256, and the group it was made with.

    ``headers`` are what the site answers it with besides what every file of its kind has.
    """

    file: str
    size: int
    sha256: str
    group: str
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What an export is of: everything that its files follow from. Another one has another ``made_from``."""

    release: str
    status: str
    kind: str
    parts: tuple[str, ...]
    address: str
    made_from: str


def entry_of(file: str, content: bytes, group: str, headers: Iterable[tuple[str, str]] = ()) -> Entry:
    """Return the entry of a file."""
    return Entry(file, len(content), hashlib.sha256(content).hexdigest(), group, tuple(headers))


def is_whole(folder: Path, entry: Entry) -> bool:
    """Say whether a file is there with its content."""
    try:
        return hashlib.sha256((folder / entry.file).read_bytes()).hexdigest() == entry.sha256
    except OSError:
        return False


def manifest_text(made: Made, entries: Iterable[Entry]) -> str:
    """Return the manifest of a whole export: what it is of, and every file with size and checksum."""
    files = {
        entry.file: {"bytes": entry.size, "sha256": entry.sha256}
        for entry in sorted(entries, key=lambda entry: entry.file)
    }
    return json.dumps({**asdict(made), "files": files}, ensure_ascii=False, indent=0) + "\n"


def read_manifest(folder: Path) -> tuple[Made, tuple[Entry, ...]]:
    """Return what a whole export says of itself. Raises NoExportError."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        files = tuple(_entry(file, what, "") for file, what in told.pop("files").items())
        return Made(**{**told, "parts": tuple(told["parts"])}), files
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoExportError(f"{folder} is no finished export: {MANIFEST} cannot be read.") from error


def journal_head(made: Made) -> str:
    """Return the first line of a journal: what is being made."""
    return json.dumps(asdict(made), ensure_ascii=False) + "\n"


def journal_line(entries: Iterable[Entry]) -> str:
    """Return the line of a group that is made."""
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False) + "\n"


def read_journal(text: str, made: Made) -> list[tuple[Entry, ...]]:
    """Return the groups that a run which was broken off had made of the same; none where it was of another.

    A line that was being written when the run ended is left out.
    """
    head, _, rest = text.partition("\n")
    if f"{head}\n" != journal_head(made):
        return []
    groups: list[tuple[Entry, ...]] = []
    for line in rest.splitlines():
        try:
            groups.append(tuple(_entry(one["file"], one, one["group"]) for one in json.loads(line)))
        except (ValueError, KeyError, TypeError):
            break
    return groups


def _entry(file: str, told: Mapping[str, Any], group: str) -> Entry:
    size = int(told["bytes"] if "bytes" in told else told["size"])
    if len(told["sha256"]) != _CHECKSUM or file.startswith("/") or ".." in file.split("/"):
        raise ValueError(file)
    headers = tuple((name, value) for name, value in told.get("headers", ()))
    return Entry(file, size, told["sha256"], group, headers)
