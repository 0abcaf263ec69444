"""Whether a release is still what its draft would be built into."""

from dashboard.releases.fingerprint import DraftNow, changes
from dashboard.repository.manifest import Manifest


def changed_since(manifest: Manifest, draft: DraftNow | None) -> str | None:
    """Say what of a draft has changed since the release of its name was built: “two corrections and the
    embargo”; None where nothing has, or where there is no draft to compare it with.
    """
    if draft is None:
        return None
    if manifest.draft is None:
        return "what it was built from is not recorded"
    return changes(manifest.draft, draft.fingerprint)


def stale(manifest: Manifest, draft: DraftNow | None, *, without_draft: bool = False) -> str | None:
    """Say in sentences why a release may be stale, and what to do; None where it is as its draft is.

    A release that was built from no draft, and has none of its name, is compared with nothing.
    ``without_draft`` allows one whose draft is not there.
    """
    name = manifest.name
    again = f"Build it again: python -m dashboard build {name}."
    if draft is None:
        if manifest.draft is None or without_draft:
            return None
        return (
            f"Release “{name}” was built from a draft that is not in the store, so nobody can tell whether "
            "it has changed since. DASHBOARD_STORE names the store; --without-draft publishes it as it is."
        )
    if manifest.draft is None:
        return f"Release “{name}” does not say what of its draft it was built from. {again}"
    told = changes(manifest.draft, draft.fingerprint)
    return told and f"Draft “{name}” has changed since release “{name}” was built: {told}. {again}"
