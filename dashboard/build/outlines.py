"""The maps of a release: those of the committed vintages, and of each in which a reorganisation begins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dashboard.build.data import LONDON
from dashboard.build.moved import neighbours_after, touching_in
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.reorganisation import NewCouncil
from dashboard.mapview.shapes import Shapes, ShapesError, load_shapes
from dashboard.reference.load import Reference
from dashboard.reference.neighbours import Neighbour, load_neighbours
from dashboard.reference.reorganised import moved_to, reorganised, steps
from dashboard.reshape.reshaping import Oddity, Reshaping


@dataclass(frozen=True, slots=True)
class Vintage:
    """The maps of a vintage in which councils begin: both tiers, London's inset, all neighbours up to then
    and from then on, and what of the areas should be looked at.

    Official outlines of the very year stand before those made of the councils before it. ``differing`` are
    the councils for which they were left aside: those that only the official ones have, or only the others.
    """

    year: int
    lower: Shapes
    upper: Shapes
    london: Shapes
    neighbours: tuple[Neighbour, ...]
    oddities: tuple[Oddity, ...]
    differing: tuple[str, ...] = ()


def vintages_after(data: Path, committed: Reference, new: Sequence[NewCouncil]) -> tuple[Vintage, ...]:
    """Return the vintages that reorganisations begin, ascending; each is made of the one before it.

    Raises ShapesError, and ReshapeError where what is united is no coverage.
    """
    return tuple(_vintages(data, committed, new)) if new else ()


def lower_after(lower: Shapes, new: Sequence[NewCouncil]) -> dict[str, tuple[str, ...]]:
    """Return every council of the lower tier after new ones began, with those before that it is made of."""
    moved = moved_to(new)
    made: dict[str, list[str]] = {}
    for shape in lower.shapes:
        made.setdefault(moved.get(shape.slug, shape.slug), []).append(shape.slug)
    return {slug: tuple(sorted(of)) for slug, of in sorted(made.items())}


def upper_after(made: Mapping[str, Sequence[str]], reference: Reference) -> dict[str, tuple[str, ...]]:
    """Return the same of the upper tier, by the councils of the lower tier before: a county of those that
    are in its districts. ``reference`` has the new councils."""
    upper: dict[str, list[str]] = {}
    for slug, of in made.items():
        council = reference.councils[slug]
        above = council.upper_tier if council.type is AuthorityType.DISTRICT else None
        upper.setdefault(above or slug, []).extend(of)
    return {slug: tuple(sorted(of)) for slug, of in sorted(upper.items())}


def _vintages(data: Path, committed: Reference, new: Sequence[NewCouncil]) -> Iterator[Vintage]:
    from dashboard.reshape.reshape import reshape, reshape_inset  # noqa: PLC0415 - shapely, where it is needed

    first = min(council.first_year.vintage for council in new)
    lower, upper = (shapes_before(data, tier, first) for tier in (Tier.LOWER, Tier.UPPER))
    london, neighbours = load_shapes(data / LONDON), load_neighbours(data)
    reference = committed
    ordered = [council for group in steps(new) for council in group]
    for year, of_year in groupby(ordered, key=lambda council: council.first_year.vintage):
        group = tuple(of_year)
        before, reference = reference, reorganised(reference, group)
        gone = {
            slug for slug, council in before.councils.items() if reference.councils[slug].end != council.end
        }
        made = lower_after(lower, group)
        what = Reshaping(year, made, upper_after(made, reference))
        reshaped = reshape(lower, upper, what, touching_in(neighbours, year - 1))
        lower, upper, differing = _official_first(data, reshaped.lower, reshaped.upper)
        london = reshape_inset(london, what)
        borders: dict[str, dict[str, float]] = {}
        for pair in reshaped.touching:
            borders.setdefault(pair.slug, {})[pair.neighbour] = pair.shared_km
        neighbours = neighbours_after(neighbours, year, borders, gone)
        yield Vintage(year, lower, upper, london, neighbours, reshaped.oddities, differing)


def _official_first(data: Path, lower: Shapes, upper: Shapes) -> tuple[Shapes, Shapes, tuple[str, ...]]:
    """Return the official outlines of both tiers in place of those made, where they are of the same councils.

    Otherwise those made, which have every council of the release, and the councils in which they differ.
    None: no official outlines of the year are held.
    """
    paths = [data / "boundaries" / f"{made.tier}-{made.vintage}.json" for made in (lower, upper)]
    if not all(path.is_file() for path in paths):
        return lower, upper, ()
    of_lower, of_upper = map(load_shapes, paths)
    differing = (_slugs(lower) ^ _slugs(of_lower)) | (_slugs(upper) ^ _slugs(of_upper))
    return (lower, upper, tuple(sorted(differing))) if differing else (of_lower, of_upper, ())


def _slugs(shapes: Shapes) -> frozenset[str]:
    return frozenset(shape.slug for shape in shapes.shapes)


def shapes_before(data: Path, tier: Tier, vintage: int) -> Shapes:
    """Return the newest committed map of a tier from before a vintage. Raises ShapesError."""
    every = [load_shapes(path) for path in (data / "boundaries").glob(f"{tier}-*.json")]
    earlier = [shapes for shapes in every if shapes.vintage < vintage]
    if not earlier:
        raise ShapesError(f"There is no map of the {tier} tier from before {vintage}.")
    return max(earlier, key=lambda shapes: shapes.vintage)
