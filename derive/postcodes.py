"""From a postcode, or the beginning of one, to the lower-tier or single-tier council it lies in."""

from derive.artefacts import Table, sorted_table
from derive.councils import Councils
from derive.source import DerivationError, SourceFolder

POSTCODES = "postcode/postcode_prefix_to_lad2025.csv.gz"

LEVELS = {"unit": "unit", "sector": "sector", "sector_majority": "split", "outcode": "outcode"}
"""The source's levels and ours: a split sector stands for most of its postcodes, the others for all."""

COUNTRIES = {"E": "England", "S": "Scotland", "W": "Wales"}


def derive_postcodes(source: SourceFolder, councils: Councils) -> Table:
    """Return prefix, slug, country and level; the longest prefix that matches wins.

    The space is kept (``CA1 1`` is a sector of CA1, ``CA11`` an outcode). Postcodes just outside
    England keep their rows, without a slug, so that a sector across the border does not claim them.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for row in source.table(POSTCODES, ("prefix", "ladcd", "level")):
        if row["level"] not in LEVELS or row["ladcd"][:1] not in COUNTRIES:
            raise DerivationError(
                f"{row.place}: the level {row['level']} or the code {row['ladcd']} is not known."
            )
        country = COUNTRIES[row["ladcd"][0]]
        slug = councils.slug(row["ladcd"], row.place) if country == "England" else ""
        told = (slug, country, LEVELS[row["level"]])
        if found.setdefault(row["prefix"], told) != told:
            raise DerivationError(f"{row.place}: {row['prefix']} stands twice, with different councils.")
    needed = ((p, *told) for p, told in found.items() if not _follows(p, told, found))
    return sorted_table("reference/postcodes.csv.gz", ("prefix", "slug", "country", "level"), needed)


def _follows(prefix: str, told: tuple[str, str, str], found: dict[str, tuple[str, str, str]]) -> bool:
    """Say whether a whole postcode's row says no more than the row of its sector does."""
    sector = found.get(prefix[:-2])
    return told[2] == "unit" and sector is not None and sector[:2] == told[:2]
