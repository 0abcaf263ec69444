"""Whether a release that nobody published is still what its draft would be built into: asked before anything
of it is shown, taken out or sent."""

import sys
from pathlib import Path

from dashboard.cli import CommandError
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import PublicationsError, status_of
from dashboard.releases.stale import stale
from dashboard.repository.manifest import read_manifest


def refuse_stale(place: Path, data: Path | None) -> None:
    """Refuse to show a draft that has changed since: who looks at it would look at another. What is or was
    live was built for good. Raises CommandError.
    """
    if why := told_stale(place, data):
        raise CommandError(why)


def told_stale(place: Path, data: Path | None) -> str | None:
    """Say in sentences what of a release's draft has changed since it was built; None where nothing has.

    Where that cannot be known, it is said by the way. Raises CommandError where the store cannot be read.
    """
    from dashboard.cli.draft_now import drafts_now  # noqa: PLC0415
    from dashboard.imports.problems import ImportRefusedError  # noqa: PLC0415

    manifest = read_manifest(place)
    try:
        if status_of(place.name, manifest.status, read_publications(place.parent)).public:
            return None
        draft = drafts_now(data)(place.name)
    except (PublicationsError, ImportRefusedError) as error:
        raise CommandError(str(error)) from error
    if draft is None and manifest.draft is not None:
        print("Its draft is not in the store: nobody can tell whether it has changed since.", file=sys.stderr)
    return None if draft is None else stale(manifest, draft)
