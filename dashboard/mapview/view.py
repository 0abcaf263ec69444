"""What the map shows in a state: its councils, their figures, and the reading that applies."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.addresses.view_state import Reading, ViewState, default_period
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.figures import Figure, not_held
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES
from dashboard.mapview.classes import effective_reading
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of one measure and year. ``councils`` are those in view, A to Z; ``figures`` theirs, by slug.

    ``others`` are the councils of the tier that are of another type than the one chosen: drawn blank.
    """

    measure: Measure
    year: str
    period: int
    tier: Tier
    type: AuthorityType | None
    reading: Reading
    asked_reading: Reading
    councils: tuple[Council, ...]
    others: tuple[Council, ...]
    figures: Mapping[str, Figure]


def showing_council(state: ViewState, repository: Repository) -> ViewState:
    """Return the state on the tier whose map draws its council: a link to a district shows the districts.

    Only where nothing but the usual tier was asked for.
    """
    council = repository.council(state.council) if state.council else None
    if (
        council is None
        or state.type is not None
        or state.tier is not Tier.UPPER
        or Tier.UPPER in council.type.tiers
    ):
        return state
    return state.changed(tier=Tier.LOWER, period=default_period(Tier.LOWER))


def of_state(state: ViewState, repository: Repository) -> MapView:
    """Return what the map shows in a state."""
    return of_year(
        state,
        on_tier(repository.councils(state.year), state.tier),
        repository.year_figures(state.year, state.measure, state.period),
    )


def on_tier(councils: tuple[Council, ...], tier: Tier) -> tuple[Council, ...]:
    """Return the councils that a tier's map draws, in the order given."""
    return tuple(council for council in councils if tier in council.type.tiers)


def of_year(
    state: ViewState,
    on_map: tuple[Council, ...],
    figures: Mapping[str, Figure],
) -> MapView:
    """Return what the map shows, from the tier's councils and one measure's figures of the year."""
    measure = MEASURES[state.measure]
    councils = tuple(c for c in on_map if state.type in (None, c.type))
    return MapView(
        measure=measure,
        year=state.year,
        period=state.period,
        tier=state.tier,
        type=state.type,
        reading=effective_reading(measure, state.reading),
        asked_reading=state.reading,
        councils=councils,
        others=tuple(c for c in on_map if state.type not in (None, c.type)),
        figures={
            c.slug: figures.get(c.slug) or not_held(c.slug, state.year, state.measure) for c in councils
        },
    )
