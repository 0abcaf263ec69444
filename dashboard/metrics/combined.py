"""Predecessors combined: what a council made of whole ones counts for before it began."""

from dataclasses import replace

from dashboard.domain.comparison import NoComparison, not_compared
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES
from dashboard.metrics.counts_with_origin import Counts
from dashboard.metrics.interval import with_interval
from dashboard.metrics.notes import predecessors_combined
from dashboard.metrics.one_figure import figure_of
from dashboard.metrics.periods import Contributors, base_of, before_it_began
from dashboard.reference.load import Reference


def combined_figures(counts: Counts, reference: Reference, slug: str, year: str) -> tuple[Figure, ...]:
    """Return every measure of a year before a council began, its whole predecessors added together.

    Numerators and denominators are added, never averaged; a predecessor that was split is named and
    not added. Nothing is compared. Empty for a year in which the council existed, or in which no
    council stood that went into it whole.
    """
    who = before_it_began(reference, slug, year)
    if reference.existed(slug, year) or not who.combined:
        return ()
    return tuple(
        naming_predecessors(
            reference,
            _before_it_began(
                figure_of(
                    slug,
                    year,
                    1,
                    measure=measure,
                    base=base_of(counts, reference, slug, measure, who.by_year),
                    printed=None,
                ),
                measure,
            ),
            who,
        )
        for measure in MEASURES.values()
    )


def _before_it_began(figure: Figure, measure: Measure) -> Figure:
    return replace(with_interval(figure, measure), compared=not_compared(NoComparison.BEFORE_IT_BEGAN))


def of_another_type(reference: Reference, slug: str, who: Contributors) -> bool:
    """Say whether any predecessor combined was of another type than the council."""
    kind = reference.councils[slug].type
    return any(reference.councils[other].type is not kind for other in who.combined)


def naming_predecessors(reference: Reference, figure: Figure, who: Contributors) -> Figure:
    """Return a figure with the predecessors combined in it named in its note, the split ones too."""
    if not who.combined or figure.state not in {State.VALUE, State.NO_CASES}:
        return figure
    names = predecessors_combined(
        [reference.councils[other].short_name for other in who.combined],
        [reference.councils[other].name for other in who.split],  # "Dorset" may be the new one
        other_type=of_another_type(reference, figure.slug, who),
    )
    return replace(figure, note=" ".join(part for part in (figure.note, names) if part))
