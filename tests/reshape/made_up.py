"""A made-up large reorganisation: every two-tier area becomes unitaries of two to five districts."""

import random
from collections.abc import Mapping

from dashboard.mapview.shapes import Shapes
from dashboard.reshape.borders import borders_of
from dashboard.reshape.drawing import outlines_of
from dashboard.reshape.reshaping import Reshaping
from tests.reshape.history import existing


def neighbours(lower: Shapes) -> dict[str, list[str]]:
    """Return who touches whom on the lower tier."""
    near: dict[str, list[str]] = {shape.slug: [] for shape in lower.shapes}
    for one, other in map(sorted, borders_of(outlines_of(lower))):
        near[one].append(other)
        near[other].append(one)
    return {slug: sorted(others) for slug, others in near.items()}


def everywhere(lower: Shapes, vintage: int, seed: int) -> Reshaping:
    """Return every county cut into groups of two to five districts that hang together where they can.

    Every third group takes in a unitary beside it, if one is left; the rest of the councils stay.
    """
    councils = existing(2025)
    near, chosen = neighbours(lower), random.Random(seed)  # noqa: S311 - the same every time
    groups: list[list[str]] = []
    taken: set[str] = set()
    for county in sorted(slug for slug, row in councils.items() if row["type"] == "county"):
        left = [slug for slug in near if councils[slug]["upper_tier"] == county]
        groups += _groups(left, near, chosen)
    for group in groups[::3]:
        beside = {city for slug in group for city in near[slug] if councils[city]["type"] == "unitary"}
        for city in sorted(beside - taken)[:1]:
            taken.add(city)
            group.append(city)
    merged = {slug for group in groups for slug in group}
    covers = {f"made-up-{index}": tuple(group) for index, group in enumerate(groups)}
    covers |= {slug: (slug,) for slug in near if slug not in merged}
    return Reshaping(vintage, covers, covers)


def _groups(districts: list[str], near: Mapping[str, list[str]], chosen: random.Random) -> list[list[str]]:
    """Return the districts in connected groups of two to five; a single one left over joins one beside it."""
    left = set(districts)
    groups: list[list[str]] = []
    while left:
        group = [chosen.choice(sorted(left))]
        size = chosen.randint(2, 5)
        while len(group) < size:
            beside = sorted({one for slug in group for one in near[slug] if one in left} - {*group})
            if not beside:
                break
            group.append(chosen.choice(beside))
        left -= {*group}
        home = next((g for g in groups if any(one in near[group[0]] for one in g)), None)
        if len(group) == 1 and home:
            home += group
        else:
            groups.append(group)
    return groups
