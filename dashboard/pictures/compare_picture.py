"""A comparison's chart of one measure as a picture: the councils of a year, or their years."""

from collections import Counter

from dashboard.addresses import urls
from dashboard.addresses.compare_state import CompareState, Look, seven_years
from dashboard.charts.dot_plot import DotPlot
from dashboard.charts.paper import within
from dashboard.charts.paper_dots import paper_dots
from dashboard.charts.paper_multiples import paper_multiples
from dashboard.compare.comparison import compare, named
from dashboard.compare.group import group_of
from dashboard.compare.table_sections import chart
from dashboard.compare.tables import Table
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.pictures.sheet import INNER, Body, Picture, Told, sheet
from dashboard.pictures.stamp import stamp
from dashboard.repository.interface import Repository
from dashboard.words.origins import origins_said
from dashboard.words.wording import capital, uncapital


def compare_picture(
    state: CompareState, measure: Measure, repository: Repository, address: str
) -> Picture | None:
    """Return the picture of a comparison on a measure; None of nobody, and where the page has no chart of it.

    ``address`` is the site's own, empty where it is not known.
    """
    release = repository.release()
    group = group_of(state, repository)
    comparison = compare(state, group, repository)
    tables = comparison.tables if comparison is not None else ()
    table = next((one for one in tables if one.measure == measure.id), None)
    if comparison is None or table is None:
        return None
    over_years = state.look is Look.YEARS
    years = seven_years(state.year, release.years) if over_years else (state.year,)
    drawn = chart(table, state.look, years)
    if drawn is None:
        return None
    if isinstance(drawn, DotPlot):
        svg = paper_dots(measure, drawn.rows, drawn.alt, INNER)
    else:
        svg = paper_multiples(measure, drawn.series, drawn.alt, INNER)
    told = Told(
        title=f"{named(group)}: {uncapital(drawn.title)}",
        subtitle=(f"{capital(drawn.subtitle)}.",),
        notes=tuple(
            one
            for one in (
                " ".join(table.lead),
                " ".join(table.notes),
                " ".join(comparison.said),
                origins_said(_origins(table), "shown of these councils"),
            )
            if one
        ),
        alt=drawn.alt,
    )
    page = urls.compare(state.changed(add="", release=None), release.years)
    return sheet(told, Body(*within(svg, 0, 0)), stamp(release, page, address))


def measures_drawn(state: CompareState) -> tuple[Measure, ...]:
    """Return the measures a comparison may have a chart of: of several years the one asked for."""
    if state.look is Look.YEARS:
        return (MEASURES[state.measure],)
    return tuple(measure for measure in MEASURES.values() if measure.compared)


def _origins(table: Table) -> dict[Origin, int]:
    """Count the figures of a table by origin; where two are named, by that of what is shown."""
    shown = [
        one.origin for row in table.rows if not row.of_group for cell in row.cells if (one := cell.entry)
    ]
    counted = Counter(origin.partition(";")[0] for origin in shown if origin)
    return {origin: counted[origin.value] for origin in Origin}
