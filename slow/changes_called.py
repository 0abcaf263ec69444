"""Changes on the year before and trends that were claimed before and are now, by the rule that made it so."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.years import ReportingYear
from dashboard.repository.sqlite import SqliteRepository
from dashboard.statistics.intervals import newcombe, rate_difference
from dashboard.statistics.of_history import series_trend, year_change
from dashboard.statistics.trend import Direction, Point, trend_in_rate, trend_in_share

_CLAIMED = (Direction.UP, Direction.DOWN)
_LEAST = 5


def changes(release: Path, measure: Measure) -> Counter[str]:
    """Count the changes of all councils on the year before."""
    counted: Counter[str] = Counter()
    for by_year in _histories(release, measure):
        for year in by_year:
            found = year_change(by_year, year, measure)
            if found is None:
                continue
            before, now = _pair(found.before), _pair(found.now)
            claimed = _changed(before, now, measure)
            counted["could be claimed before"] += claimed is not None
            counted["claimed before"] += bool(claimed)
            counted["could be claimed now"] += found.reason is None
            counted["claimed now"] += found.direction in _CLAIMED
            if claimed and found.direction not in _CLAIMED:
                counted["R10 its type’s own" if found.reason is None else f"{_why(str(found.reason))}"] -= 1
            if found.direction in _CLAIMED and not claimed:
                counted["appeared"] += 1
    return counted


def trends(release: Path, measure: Measure) -> Counter[str]:
    """Count the trends of all councils up to their last year."""
    counted: Counter[str] = Counter()
    for by_year in _histories(release, measure):
        points = [Point(ReportingYear.parse(year).start_year, *_pair(f)) for year, f in by_year.items()]
        before = (trend_in_share if measure.is_share else trend_in_rate)(points)
        found = series_trend(by_year, max(by_year), measure)
        now = Direction.TOO_FEW if found is None else found.direction
        counted["claimed before"] += before in _CLAIMED
        counted["claimed now"] += now in _CLAIMED
        counted["R9 across a break"] -= before in _CLAIMED and now not in _CLAIMED
    return counted


def _why(reason: str) -> str:
    return {
        "break": "R9 across a break",
        "first_year": "R4 first year",
        "type_not_held": "R10 its type’s change not held",
    }.get(reason, reason)


def _changed(before: tuple[int, int], now: tuple[int, int], measure: Measure) -> bool | None:
    """Say whether a change was claimed before: by the interval of its difference alone."""
    if measure.is_share:
        few = min(before[1], now[1]) < _LEAST
        return None if few else newcombe(before, now).excludes_zero
    few = max(before[0], now[0]) < _LEAST
    return None if few else rate_difference(before, now).excludes_zero


def _histories(release: Path, measure: Measure) -> Iterator[dict[str, Figure]]:
    """Return each council's years that have counts, ascending."""
    repository = SqliteRepository(release)
    for council in repository.councils():
        found = {
            figure.year: figure
            for figure in repository.history(council.slug, measure.id)
            if figure.state is State.VALUE and figure.denominator and figure.shown is not None
        }
        if found:
            yield found


def _pair(figure: Figure) -> tuple[int, int]:
    return figure.numerator or 0, figure.denominator or 0


def told(release: Path) -> Iterator[str]:
    """Return both tables, a line each."""
    for title, count in (("Changes on the year before", changes), ("Trends up to the last year", trends)):
        yield f"{title}"
        each = {measure.id: count(release, measure) for measure in MEASURES.values() if measure.compared}
        for line in dict.fromkeys(line for one in each.values() for line in one):
            yield f"{line:40}" + "".join(f"{one[line]:>16,}" for one in each.values())
