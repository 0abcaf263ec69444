"""The past as reorganisations: from the committed lists of councils and of what became of them."""

import csv
import gzip
from collections import defaultdict
from functools import cache
from pathlib import Path

from dashboard.mapview.shapes import Shapes, load_shapes
from dashboard.reshape.reshaping import Reshaping

DATA = Path(__file__).parents[2] / "data"

VINTAGES = (2014, 2019, 2020, 2021, 2023)
STEPS = ((2014, 2019), (2019, 2020), (2020, 2021), (2021, 2023))

ON_LOWER = {"district", "unitary", "metropolitan", "london"}


@cache
def committed(tier: str, vintage: int) -> Shapes:
    """Return a committed map of England."""
    return load_shapes(DATA / "boundaries" / f"{tier}-{vintage}.json")


def rows(table: str) -> list[dict[str, str]]:
    """Return a committed table of reference."""
    with (DATA / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def existing(vintage: int) -> dict[str, dict[str, str]]:
    """Return the rows of the councils that exist on the first day of a year, by slug."""
    day = f"{vintage}-04-01"
    return {row["slug"]: row for row in rows("councils") if row["start"] <= day <= (row["end"] or "9")}


@cache
def touching_in(vintage: int) -> dict[str, set[str]]:
    """Return who officially touches whom in a year, both ways."""
    found: dict[str, set[str]] = defaultdict(set)
    with gzip.open(DATA / "reference" / "neighbours.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years = int(row["from_year"] or 0), int(row["to_year"] or 9999)
            if row["method"] == "touching" and years[0] <= vintage <= years[1]:
                found[row["slug"]].add(row["neighbour"])
    return found


def became(before: int, after: int) -> Reshaping:
    """Return what happened between two vintages, from the file of the reorganisations of the past."""
    old, new = existing(before), existing(after)
    merged: dict[str, list[str]] = defaultdict(list)
    slugs = {row["name"]: slug for slug, row in {**old, **new}.items()}
    for row in rows("reorganisations"):
        if f"{before}-04-01" < row["start"] <= f"{after}-04-01":
            merged[slugs[row["name"]]] = [slugs[name] for name in row["predecessors"].split("|")]
    lower = {slug: tuple(merged.get(slug, [slug])) for slug, row in new.items() if row["type"] in ON_LOWER}
    upper: dict[str, tuple[str, ...]] = {}
    for slug, row in new.items():
        if row["type"] == "county":
            kept = (one for one in lower if new[one]["upper_tier"] == slug)
            upper[slug] = tuple(part for one in kept for part in lower[one])
        elif row["type"] != "district":
            upper[slug] = lower[slug]
    return Reshaping(after, lower, upper)
