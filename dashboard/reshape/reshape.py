"""The maps of a reorganisation, from those before: whole councils joined, counties cut by district."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain.authority_types import Tier
from dashboard.mapview.shapes import Shapes
from dashboard.reshape.areas import check_areas
from dashboard.reshape.arrows import UnreachableError
from dashboard.reshape.borders import borders_of
from dashboard.reshape.coverage import CoverageError, check, joined
from dashboard.reshape.dividing import homes_of, upper_faces
from dashboard.reshape.drawing import Outlines, draw, outlines_of
from dashboard.reshape.oddities import Ground, oddities
from dashboard.reshape.reshaping import (
    Covers,
    Oddity,
    Reshaped,
    ReshapeError,
    Reshaping,
    check_covers,
)
from dashboard.reshape.touching import Pairs, touching


def reshape(lower: Shapes, upper: Shapes, what: Reshaping, touched: Pairs | None = None) -> Reshaped:
    """Return the maps of both tiers from a year on, made from those of the year before.

    On the lower tier each council is the union of those it covers, exactly. On the upper tier councils keep
    the outline they had, joined where whole ones go together; a county that is divided is cut along the
    borders of its districts. The grid stays. ``touched`` are the pairs of the lower tier before that
    officially touch (two may be drawn side by side across a river that do not); None: as drawn.

    Raises ReshapeError where the councils asked for do not take up the area before, each part once, or
    where no whole map can be made of them.
    """
    if (lower.metres_per_unit, lower.origin) != (upper.metres_per_unit, upper.origin):
        raise ReshapeError("The maps of the two tiers are on different grids.")
    try:
        return _reshaped(lower, upper, what, touched)
    except (CoverageError, UnreachableError) as error:
        raise ReshapeError(f"No whole map can be made from {what.vintage} on: {error}.") from error


def reshape_inset(inset: Shapes, what: Reshaping) -> Shapes:
    """Return the inset from a year on: the same object where no council in it changes.

    A council that reaches beyond the inset is drawn as far as the inset goes. Raises ReshapeError as
    ``reshape`` does.
    """
    drawn = {shape.slug for shape in inset.shapes}
    covers = {after: tuple(slug for slug in slugs if slug in drawn) for after, slugs in what.lower.items()}
    within = {after: slugs for after, slugs in covers.items() if slugs}
    if all(slugs == (after,) for after, slugs in within.items()):
        return inset
    check_covers(within, drawn, "inset")
    try:
        outlines = _merged(outlines_of(inset), within, "inset")
        return draw(replace(inset, vintage=what.vintage), outlines)
    except (CoverageError, UnreachableError) as error:
        raise ReshapeError(f"No whole inset can be made from {what.vintage} on: {error}.") from error


def _reshaped(lower: Shapes, upper: Shapes, what: Reshaping, touched: Pairs | None) -> Reshaped:
    before, above = outlines_of(lower), outlines_of(upper)
    for tier, covers in ((Tier.LOWER, what.lower), (Tier.UPPER, what.upper)):
        check_covers(covers, before.keys(), tier.value)
    check([*before.values()], [*before], "before")
    check([*above.values()], [*above], "before")
    homes = homes_of(before, above)
    after = _merged(before, what.lower, Tier.LOWER.value)
    over = _unions([*upper_faces(above, before, homes, what.upper)], what.upper, Tier.UPPER.value)
    _check_tiers_agree(before, over, what.upper, lower.metres_per_unit)
    held = {name: frozenset(slug for slug, home in homes.items() if home == name) for name in above}
    changed = {
        *(slug for slug, slugs in what.lower.items() if slugs != (slug,)),
        *(slug for slug, slugs in what.upper.items() if held.get(slug) != frozenset(slugs)),
    }
    return Reshaped(
        lower=draw(replace(lower, vintage=what.vintage), after),
        upper=draw(replace(upper, vintage=what.vintage), over),
        touching=tuple(touching((after, over), what, changed, touched, lower.metres_per_unit)),
        oddities=tuple(_oddities(what, changed, before, held, lower.metres_per_unit)),
    )


def _merged(before: Outlines, covers: Covers, tier: str) -> Outlines:
    owner = {slug: name for name, slugs in covers.items() for slug in slugs}
    return _unions([(outline, owner[slug]) for slug, outline in before.items()], covers, tier)


def _unions(faces: Sequence[tuple[BaseGeometry, str]], names: Iterable[str], tier: str) -> Outlines:
    slugs = [*names]
    order = {slug: index for index, slug in enumerate(slugs)}
    owners = [order[owner] for _, owner in faces]
    unions = joined(np.asarray([face for face, _ in faces]), owners, slugs, f"on the {tier} tier")
    return dict(zip(slugs, unions, strict=True))


def _check_tiers_agree(before: Outlines, over: Outlines, covers: Covers, metres_per_unit: int) -> None:
    """Raise CoverageError where an area of the upper tier is not that of what it covers on the lower.

    Each tier may be off the true one by what is allowed, so they may differ by twice that.
    """
    areas = [shapely.coverage_union_all([before[slug] for slug in covers[name]]) for name in over]
    sizes = shapely.area(areas)
    errors = shapely.area(shapely.symmetric_difference(areas, [*over.values()])) / sizes / 2
    check_areas([*over], (sizes * metres_per_unit**2).tolist(), errors.tolist())


def _oddities(
    what: Reshaping,
    changed: set[str],
    before: Outlines,
    held: dict[str, frozenset[str]],
    metres_per_unit: int,
) -> Iterator[Oddity]:
    """Yield the oddities of what changed that no predecessor had, nor a county itself before."""
    ground = Ground(
        outlines=before,
        borders=borders_of(before),
        owner={slug: name for name, slugs in what.lower.items() for slug in slugs},
        metres_per_unit=metres_per_unit,
    )
    for slug in sorted(changed):
        covered = frozenset(what.lower.get(slug, what.upper.get(slug, ())))
        past = [frozenset({one}) for one in covered]
        if slug not in what.lower and slug in held:
            past.append(held[slug])
        yield from oddities(slug, covered, past, ground)
