"""Postcodes, and the beginnings of postcodes, with the council each lies in."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dashboard.reference.artefact import ArtefactError, read_artefact
from dashboard.reference.councils import load_councils

POSTCODES = "reference/postcodes.csv.gz"
LEVELS = frozenset({"unit", "sector", "split", "outcode"})
COUNTRIES = frozenset({"England", "Scotland", "Wales"})


class Postcode(NamedTuple):
    """A postcode or its beginning, and the lower-tier or single-tier council it lies in.

    ``prefix`` keeps its space; ``level`` is ``unit``, ``sector``, ``split`` (a sector of which this is
    the council of most postcodes; those of others stand as units) or ``outcode``. ``slug`` is None outside
    England, where ``country`` says which it is. The longest prefix that matches a postcode wins.
    """

    prefix: str
    slug: str | None
    country: str
    level: str


def load_postcodes(data: Path) -> Iterator[Postcode]:
    """Yield the postcodes in the ``data`` directory. Raises ArtefactError naming file and line."""
    councils, _ = load_councils(data)
    seen: set[str] = set()
    for line in read_artefact(data, POSTCODES, Postcode._fields):
        prefix, slug, country, level = line["prefix"], line["slug"], line["country"], line["level"]
        if level not in LEVELS or country not in COUNTRIES or prefix in seen:
            raise ArtefactError(f"{line.place}: {prefix} stands twice, or its level or country is not known.")
        if (slug in councils) != (country == "England"):
            raise ArtefactError(f"{line.place}: {prefix} lies in {country}, but its council is “{slug}”.")
        seen.add(prefix)
        yield Postcode(prefix, slug or None, country, level)
