"""A release's manifest.json: what it is, what it was made from, and the checksum of every file in it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from dashboard.domain.statuses import BUILT, embargo_end
from dashboard.repository.records import Release, Source

FORMAT = 2
MANIFEST = "manifest.json"
DATABASE = "release.sqlite"
STATIC = "static"

KINDS = ("real", "demonstration")
STATUSES = tuple(status.value for status in BUILT)


class ManifestError(ValueError):
    """The manifest is missing or does not say what it must. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """The size in bytes and the SHA-256 of one file of the release."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What manifest.json says.

    ``files`` maps paths within the release to their size and checksum; ``static`` maps the logical
    name of a static file to its content-hashed name under ``static/``. ``inputs`` is a checksum of
    all the inputs, ``seed`` that of the simulation (None for real figures). ``status`` is the one it was
    built with, ``embargoed_until`` when its embargo ends. ``corrections`` are those of its sources' figures:
    council, year, quantity, was, became, reason, decided_by, decided_on. ``draft`` is the fingerprint of the
    draft it was built from (None: of none, or by a version that did not say), ``signatory`` who signs its
    letters. ``id`` is a checksum of
    all else but the build time: the same content built by the same version has the same id.
    """

    format: int
    name: str
    title: str
    kind: str
    status: str
    years: tuple[str, ...]
    seed: int | None
    built_at: str
    built_by: str
    inputs: str
    sources: tuple[Source, ...]
    rows: dict[str, dict[str, int]]
    static: dict[str, str]
    files: dict[str, FileEntry]
    embargoed_until: str | None = None
    corrections: tuple[dict[str, str | None], ...] = ()
    draft: dict[str, dict[str, str]] | None = None
    signatory: str | None = None
    id: str = ""

    @property
    def release(self) -> Release:
        """The manifest as pages receive it."""
        return Release(
            name=self.name,
            title=self.title,
            kind=self.kind,
            status=self.status,
            built_at=self.built_at,
            built_by=self.built_by,
            years=self.years,
            sources=self.sources,
            rows=self.rows,
            embargoed_until=self.embargoed_until,
            signatory=self.signatory,
        )

    def content_id(self) -> str:
        """Return the checksum that ``id`` must equal."""
        told = self._told()
        del told["id"], told["built_at"]
        canonical = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def to_json(self) -> str:
        """Return the text of manifest.json."""
        return json.dumps(self._told(), sort_keys=True, ensure_ascii=False, indent=1) + "\n"

    def _told(self) -> dict[str, Any]:
        """Return all it says; of a draft and a signatory nothing where there was none, as before they were
        told."""
        told = asdict(self)
        if self.signatory is None:
            del told["signatory"]
        if self.draft is None:
            del told["draft"]
        return told


def read_manifest(release: Path) -> Manifest:
    """Read the manifest of a release directory. Raises ManifestError naming what is wrong."""
    path = release / MANIFEST
    if not release.is_dir():
        raise ManifestError(f"There is no release “{release.name}” in {release.parent}.")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ManifestError(f"Release “{release.name}” has no {MANIFEST}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(f"The {MANIFEST} of release “{release.name}” cannot be read: {error}.") from None
    return parse_manifest(text, release.name)


def parse_manifest(text: str, name: str) -> Manifest:
    """Parse the text of a manifest of the release so named. Raises ManifestError naming what is wrong."""
    try:
        told = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise ManifestError(
            f"The {MANIFEST} of release “{name}” is not readable as JSON; it is cut short or altered."
        ) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ManifestError(
            f"The {MANIFEST} of release “{name}” is not of format {FORMAT}; build the release again."
        )
    try:
        manifest = _from_json(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ManifestError(
            f"The {MANIFEST} of release “{name}” lacks or garbles an entry ({error}); it has been altered."
        ) from None
    return manifest


def _from_json(told: dict[str, Any]) -> Manifest:
    manifest = Manifest(
        format=FORMAT,
        name=_text(told, "name"),
        title=_text(told, "title"),
        kind=_one_of(told, "kind", KINDS),
        status=_one_of(told, "status", STATUSES),
        years=tuple(str(year) for year in told["years"]),
        seed=None if told["seed"] is None else int(told["seed"]),
        built_at=_text(told, "built_at"),
        built_by=_text(told, "built_by"),
        inputs=_text(told, "inputs"),
        sources=tuple(Source(**source) for source in told["sources"]),
        rows={str(t): {str(y): int(n) for y, n in by.items()} for t, by in told["rows"].items()},
        static={str(logical): _inside(str(name)) for logical, name in told["static"].items()},
        files={
            _inside(str(path)): FileEntry(int(entry["bytes"]), str(entry["sha256"]))
            for path, entry in told["files"].items()
        },
        embargoed_until=_end(told["embargoed_until"]),
        corrections=tuple(
            {str(k): None if v is None else str(v) for k, v in each.items()} for each in told["corrections"]
        ),
        draft=_draft(told.get("draft")),
        signatory=None if told.get("signatory") is None else _text(told, "signatory"),
        id=_text(told, "id"),
    )
    if not manifest.years:
        raise ValueError("years")
    return manifest


def _text(told: dict[str, Any], key: str) -> str:
    value = told[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _draft(told: dict[str, dict[str, str]] | None) -> dict[str, dict[str, str]] | None:
    if told is None:
        return None
    return {str(part): {str(k): str(v) for k, v in of.items()} for part, of in told.items()}


def _end(value: object) -> str | None:
    if value is None:
        return None
    embargo_end(str(value))
    return str(value)


def _one_of(told: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    value = _text(told, key)
    if value not in allowed:
        raise ValueError(key)
    return value


def _inside(path: str) -> str:
    """Return a path that stays within the release. Raises ValueError for one that leaves it."""
    pure = PurePosixPath(path)
    if not path or pure.is_absolute() or ".." in pure.parts or "\\" in path:
        raise ValueError(f"path “{path}”")
    return path
