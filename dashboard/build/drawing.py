"""What all councils of a type share of their pictures, worked out once for a release."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.build.content import ReleaseContent
from dashboard.charts.peers import group
from dashboard.charts.period import period_of_type
from dashboard.charts.ready import measures_drawn, parts_of
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure
from dashboard.domain.measures import UPHELD
from dashboard.repository.records import Council

Row = tuple[object, ...]


def drawn_rows(content: ReleaseContent) -> Iterator[Row]:
    """Yield the rows of the table ``drawn``: the period that pages show, every year, type and measure."""
    benchmarks = {(b.type, b.measure, b.period, b.year): b.benchmark for b in content.benchmarks}
    types = {(t.type, t.measure, t.period, t.year): t for t in content.types}
    wanted = {measure.id for measure in measures_drawn()}
    figures: dict[tuple[str, str, int], dict[str, Figure]] = defaultdict(dict)
    for period, figure in content.figures:
        if figure.measure in wanted:
            figures[figure.year, figure.measure, period][figure.slug] = figure
    for (year, kind), councils in sorted(_by_type(content).items()):
        period = period_of_type(kind, pooled=(kind, UPHELD.id, 3, year) in benchmarks)
        for measure in sorted(wanted):
            key = (kind, measure, period, year)
            of_type = group(
                councils, figures[year, measure, period], benchmarks.get(key), types.get(key), period=period
            )
            for part, text in parts_of(of_type):
                yield kind, year, period, measure, part, text


def _by_type(content: ReleaseContent) -> dict[tuple[str, AuthorityType], list[Council]]:
    known = {council.slug: council for council in content.councils}
    found: dict[tuple[str, AuthorityType], list[Council]] = defaultdict(list)
    for row in content.council_years:
        if row.existed:
            found[row.year, known[row.slug].type].append(known[row.slug])
    return found
