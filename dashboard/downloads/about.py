"""What a file says of the release it belongs to, and of what was asked for."""

from dashboard.repository.records import Release

NOT_OFFICIAL = "Not the Ombudsman’s own publication, and not official statistics."
EVERYTHING = "Everything that is held"
_REAL = "Published and reported figures only. What is not held is empty, not zero."
_SIMULATED = (
    "A demonstration: rows whose origin says simulated are invented and say nothing of any council; "
    "only rows of another origin, if there are any, are real."
)


def about(release: Release) -> dict[str, object]:
    """Return what is said of all figures of a release, by name, in the order it is read."""
    return {
        "title": f"Complaints about councils in England: figures of release {release.name}",
        "name": release.name,
        "kind": release.kind,
        "years": f"{release.years[0]} to {release.years[-1]}",
        "built": release.built_at,
        "status": "Whether the release is live, superseded or not published is told by the site: "
        f"/data?release={release.name}",
        "cite_as": f"Release {release.name}, /data?release={release.name}, built {release.built_at[:10]}",
        "note": f"{origin_note(release)} {NOT_OFFICIAL}",
        "licences": list(dict.fromkeys(source.licence for source in release.sources)),
        "attribution": list(dict.fromkeys(source.attribution for source in release.sources)),
    }


def origin_note(release: Release) -> str:
    """Say in words where what a release holds comes from."""
    return _SIMULATED if release.is_demonstration else _REAL


def about_file(
    release: Release, title: str, *, origin: str, query: str, address: str, rows: str
) -> list[tuple[str, str]]:
    """Return the first lines of a file about what was asked of a release: a term and its meaning each.

    ``origin`` says in words where it comes from, ``query`` what was asked for (empty: everything),
    ``address`` where on this site, ``rows`` how many there are.
    """
    about_release = about(release)
    return [
        ("What this is", title),
        ("Release", told_release(release)),
        ("Origin", origin),
        ("Date", f"Of the figures: built {release.built_at[:10]}"),
        ("Query", query or EVERYTHING),
        ("Address", address),
        ("Rows", rows),
        ("Licence", "; ".join(dict.fromkeys(source.licence for source in release.sources))),
        ("Attribution", "; ".join(dict.fromkeys(source.attribution for source in release.sources))),
        ("How to cite", f"{title}. {about_release['cite_as']}, {address}"),
        ("Note", NOT_OFFICIAL),
    ]


def told_release(release: Release) -> str:
    """Name a release with its status, day and version."""
    built = f"built {release.built_at[:10]} by version {release.built_by}"
    return f"{release.name} ({release.standing}), {built}"
