"""Towns and villages of England, with the council each lies in."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dashboard.reference.artefact import ArtefactError, read_artefact
from dashboard.reference.councils import load_councils

PLACES = "reference/places.csv.gz"


class Place(NamedTuple):
    """A town or village, or a part of a city, and the lower-tier or single-tier council its middle lies in.

    ``easting`` and ``northing`` are metres on the British National Grid, to 100 m; ``population`` is as
    GeoNames has it, 0 where it has none: good to say which of two places is meant first, and for no more.
    """

    name: str
    slug: str
    easting: int
    northing: int
    population: int


def load_places(data: Path) -> Iterator[Place]:
    """Yield the places in the ``data`` directory, by name. Raises ArtefactError naming file and line."""
    councils, _ = load_councils(data)
    for line in read_artefact(data, PLACES, Place._fields):
        name, slug = line["name"], line["slug"]
        council = councils.get(slug)
        if not name or council is None or council.end is not None:
            raise ArtefactError(f"{line.place}: “{name}” has no name, or “{slug}” is no council of today.")
        yield Place(name, slug, line.whole("easting"), line.whole("northing"), line.whole("population"))
