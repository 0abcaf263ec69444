"""The rows of a release by service: what is known received, and what a register says was decided."""

from collections.abc import Iterable, Iterator, Mapping

from dashboard.build.content import ServiceFigure
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.metrics.counts_with_origin import Counts
from dashboard.metrics.services import ServiceKey, ServiceOutcomes
from dashboard.reference.quantities import received_quantity


def service_figures(
    counts: Counts,
    outcomes: Mapping[ServiceKey, ServiceOutcomes],
    years: Iterable[str],
    outcome_origin: Origin = Origin.SIMULATED,
) -> Iterator[ServiceFigure]:
    """Yield a row for every service of a council and year of which anything is known.

    ``outcomes`` are those of a case register, of the origin given: no source publishes them by service.
    """
    wanted = frozenset(years)
    for (slug, year), row in sorted(counts.items(), key=lambda item: (item[0][1], item[0][0])):
        if year not in wanted:
            continue
        for category in Category:
            received = row.get(received_quantity(category))
            found = outcomes.get((slug, year, category.value))
            if received is None and found is None:
                continue
            yield ServiceFigure(
                year=year,
                slug=slug,
                category=category.value,
                received=received.value if received else None,
                received_origin=received.origin if received else None,
                decided=found.decided if found else None,
                investigated=found.investigated if found else None,
                upheld=found.upheld if found else None,
                outcome_origin=outcome_origin if found else None,
            )
