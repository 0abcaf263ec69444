"""What a file of figures says of the release it belongs to."""

from dashboard.repository.records import Release

NOT_OFFICIAL = "Not the Ombudsman’s own publication, and not official statistics."
_REAL = "Published and reported figures only. What is not held is empty, not zero."
_SIMULATED = (
    "A demonstration: rows whose origin says simulated are invented and say nothing of any council; "
    "only rows of another origin, if there are any, are real."
)


def about(release: Release) -> dict[str, object]:
    """Return what is said, by name, in the order it is read."""
    return {
        "title": f"Complaints about councils in England: figures of release {release.name}",
        "name": release.name,
        "kind": release.kind,
        "years": f"{release.years[0]} to {release.years[-1]}",
        "built": release.built_at,
        "status": "Whether the release is live, superseded or not published is told by the site: "
        f"/data?release={release.name}",
        "cite_as": f"Release {release.name}, /data?release={release.name}, built {release.built_at[:10]}",
        "note": f"{_SIMULATED if release.is_demonstration else _REAL} {NOT_OFFICIAL}",
        "licences": list(dict.fromkeys(source.licence for source in release.sources)),
        "attribution": list(dict.fromkeys(source.attribution for source in release.sources)),
    }
