"""A figure, a count or a group's rate as an entry: one row of the files, with the text of its cell."""

from decimal import Decimal

from dashboard.compare.group_totals import Together
from dashboard.compare.predecessors import COMBINED, YearOf
from dashboard.compare.tables import Entry
from dashboard.domain.figures import Figure
from dashboard.domain.formats import interval_end, thousands
from dashboard.domain.measure import Measure, Unit
from dashboard.repository.records import Council, CountRow
from dashboard.words import figure as say
from dashboard.words import figure_in_table as words
from dashboard.words.comparison_in_files import in_files
from dashboard.words.values import average_in_files, value_in_files

UNITS = {Unit.PERCENT: "per cent", Unit.PER_100K: "per 100,000 residents", Unit.COUNT: "count"}
"""What a value is in, as files say it."""
OF_GROUP = "the group"


def entry_of(stand: YearOf, code: str, measure: Measure) -> Entry:
    """Return one measure of one council as it stands in a table."""
    figure = stand.figures.get(measure.id)
    if figure is None:
        state = "not_held" if stand.existed or stand.combined else "not_applicable"
        return _entry(
            *(stand.council, code, stand.year, measure, nothing(stand)),
            state=state,
            note=stand.sentence or "",
        )
    benchmark = figure.benchmark
    low, high = _bounds(figure, measure)
    return _entry(
        *(stand.council, code, stand.year, measure, words.shown(figure)),
        state=figure.state.value,
        numerator=figure.numerator,
        denominator=figure.denominator if figure.shown is not None or measure.noun != "residents" else None,
        value=value_in_files(figure),
        low=low,
        high=high,
        average=words.average(benchmark, measure) if benchmark else "",
        average_value=average_in_files(benchmark, measure) if benchmark else None,
        compared=words.compared(figure) if measure.compared else "",
        cases=words.few(figure),
        origin="" if words.origin(figure) == words.NOTHING else words.origin(figure),
        note=figure.note or stand.sentence or "",
        source_url=figure.source_url or "",
        beside=in_files(figure, stand.case_mix) if measure.compared else None,
    )


def entry_of_count(stand: YearOf, code: str, row: CountRow | None, label: str, definition: str) -> Entry:
    """Return one count of a breakdown of one council."""
    missing = row is None or row.count is None
    council = stand.council
    return Entry(
        *(council.name, code, council.type.label, council.region, stand.year, label, "count"),
        shown=count_text(stand, row),
        state="not_held" if missing else "value",
        numerator=None if row is None else row.count,
        value=None if row is None or row.count is None else Decimal(row.count),
        origin="" if row is None or row.origin is None else row.origin.value,
        note=stand.sentence or "",
        source_url="" if row is None else row.source_url or "",
        definition=definition,
    )


def count_text(stand: YearOf, row: CountRow | None) -> str:
    """Write a count, or the word that stands where there is none."""
    if row is None or row.count is None:
        return nothing(stand)
    return thousands(row.count)


def nothing(stand: YearOf) -> str:
    """Return the word that stands where nothing is known of a council in a year."""
    if stand.ended:
        return words.ENDED
    return words.NOT_HELD if stand.existed or stand.combined else words.NOT_APPLICABLE


def entry_of_group(put: Together, year: str, measure: Measure | None, label: str, definition: str) -> Entry:
    """Return a group's pooled rate, mean of rates or sum."""
    return Entry(
        *(put.name, "", OF_GROUP, "", year, label, UNITS[measure.unit] if measure else "count"),
        shown=put.text,
        state="not_held" if put.value is None else "value",
        numerator=put.numerator,
        denominator=put.denominator,
        value=put.value,
        low=put.low,
        high=put.high,
        origin=put.origin.value if put.origin else "",
        note=put.whose,
        definition=definition,
    )


def small_of(stand: YearOf) -> str:
    """Return what stands under a council's name: that its predecessors do in its place."""
    return COMBINED if stand.combined else ""


def _entry(council: Council, code: str, year: str, measure: Measure, shown: str, **more: object) -> Entry:
    known: dict[str, object] = {"state": "not_applicable", "definition": measure.explanation, **more}
    return Entry(
        *(council.name, code, council.type.label, council.region, year, measure.label),
        UNITS[measure.unit],
        shown,
        **known,  # type: ignore[arg-type]
    )


def _bounds(figure: Figure, measure: Measure) -> tuple[Decimal | None, Decimal | None]:
    """Return the interval as it is shown: none where the counts lead."""
    if say.range_text(figure) is None or figure.low is None or figure.high is None:
        return None, None
    return interval_end(measure, figure.low), interval_end(measure, figure.high)
