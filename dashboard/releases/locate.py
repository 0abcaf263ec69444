"""Which release is served, and which others may be asked for by name."""

import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from dashboard.releases.publication_file import FILE, OLD_POINTER, read_publications
from dashboard.releases.publications import Publications, PublicationsError, status_of
from dashboard.repository.manifest import ManifestError, read_manifest

RELEASES_VARIABLE = "DASHBOARD_RELEASES"
RELEASE_VARIABLE = "DASHBOARD_RELEASE"
DEMO = "demo"
HELD = "held-figures"
BUNDLED = (DEMO, HELD)

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9]|[-_.](?=[a-z0-9])){0,63}")
_TAKEN = frozenset({OLD_POINTER, FILE})  # names of files of the releases folder


class NoReleaseError(LookupError):
    """No release can be served. The message is a sentence saying what to do."""


def is_name(text: str) -> bool:
    """Say whether a text can name a release: lower-case letters, digits, and -, _ or . between them."""
    return text not in _TAKEN and _NAME.fullmatch(text) is not None


def releases_directory(environment: Mapping[str, str] | None = None) -> Path:
    """Return the folder releases are in: ``DASHBOARD_RELEASES``, else ``releases`` in the working folder."""
    environment = os.environ if environment is None else environment
    return Path(environment.get(RELEASES_VARIABLE) or "releases")


def choose(
    asked: str | None, variable: str | None, live: str | None, present: Collection[str], *, demo_allowed: bool
) -> str:
    """Return the name of the release to serve.

    ``asked`` (``--release``) comes first, then ``variable`` (``DASHBOARD_RELEASE``), then the ``live``
    release, then, where ``demo_allowed`` (``make run``), the demonstration. ``present`` are the
    releases there are. Raises NoReleaseError: what was named is not there, or nothing was.
    """
    for name, how in (
        (asked, "asked for with --release"),
        (variable, f"named by {RELEASE_VARIABLE}"),
        (live, "recorded as live"),
    ):
        if not name:
            continue
        if not is_name(name):
            raise NoReleaseError(f"“{name}”, {how}, cannot be the name of a release.")
        if name not in present:
            built = f" Build it with: python -m dashboard build {name}." if name in BUNDLED else ""
            raise NoReleaseError(f"There is no release “{name}”, {how}.{built}")
        return name
    if not demo_allowed:
        raise NoReleaseError(
            f"No release is live. Name one with --release NAME or {RELEASE_VARIABLE}=NAME; "
            f"the demonstration, too, is served only when it is named."
        )
    if DEMO not in present:
        raise NoReleaseError(f"There is no release yet. Build one with: python -m dashboard build {DEMO}.")
    return DEMO


def locate(
    asked: str | None = None,
    *,
    demo_allowed: bool = False,
    directory: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Path:
    """Return the directory of the release to serve, by ``choose``. Raises NoReleaseError."""
    environment = os.environ if environment is None else environment
    directory = directory or releases_directory(environment)
    name = choose(
        asked,
        environment.get(RELEASE_VARIABLE),
        live_name(directory),
        present(directory),
        demo_allowed=demo_allowed,
    )
    return directory / name


def present(directory: Path) -> tuple[str, ...]:
    """Return the names of the releases in a folder, whole or not, A to Z."""
    if not directory.is_dir():
        return ()
    return tuple(sorted(path.name for path in directory.iterdir() if path.is_dir() and is_name(path.name)))


def live_name(directory: Path) -> str | None:
    """Return the release that a releases folder records as live, or None. Raises NoReleaseError."""
    try:
        return read_publications(directory).live
    except PublicationsError as error:
        raise NoReleaseError(str(error)) from None


def shown(asked: str, directory: Path, publications: Publications) -> Path | None:
    """Return the directory of the release a reader asks for with ``?release=``, or None for a 404.

    Any text may be asked for. Drafts, embargoed and broken releases are as if they were not there.
    """
    if not is_name(asked):
        return None
    try:
        manifest = read_manifest(directory / asked)
    except ManifestError:
        return None
    if manifest.name != asked or not status_of(asked, manifest.status, publications).public:
        return None
    return directory / asked
