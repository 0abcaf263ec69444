"""A record of publications in a releases folder, as if made over time."""

from pathlib import Path

from dashboard.releases.publication_file import read_publications, switching, write_publications
from dashboard.releases.publications import PUBLISH
from dashboard.repository.catalogue import Publication


def record_live(folder: Path, *names: str) -> None:
    """Record that releases went live one after the other, whatever they are."""
    with switching(folder) as held:
        record = read_publications(folder)
        for name in names:
            at = f"2026-05-{len(record.history) + 1:02}T09:00:00Z"
            entry = Publication(at, PUBLISH, name, record.live, "Head of data", f"Release {name}")
            record = record.switched(entry)
        write_publications(held, record)
