"""What to watch of a council's year, as an entry of its feed."""

from collections.abc import Iterable, Iterator

from dashboard.domain.formats import day
from dashboard.domain.watch import Question
from dashboard.domain.years import ReportingYear
from dashboard.feeds.atom import Entry
from dashboard.feeds.entries import Setting, marked
from dashboard.repository.records import Council
from dashboard.repository.watch_interface import Watch
from dashboard.repository.watch_records import WatchAsked, WatchCount
from dashboard.words import watch as say
from dashboard.words import watch_seen as sight

_ANCHOR = "#watch"


def watch_entries(council: Council, watch: Watch | None, given: Setting) -> Iterator[Entry]:
    """Yield an entry for each year that raises a question about a council, dated by the year's end."""
    if watch is None:
        return
    for year in watch.years():
        counts = watch.counts(WatchAsked(year, slug=council.slug))
        if not counts:
            continue
        ends = ReportingYear.parse(year).last_day
        asked = say.in_all({one.question: one.questions for one in counts})
        yield Entry(
            id=given.place.tag(f"watch/{council.slug}/{year}"),
            title=marked(f"{council.name}: what to watch, {year}", given.place),
            url=given.url(given.links.council(council.slug, year)) + _ANCHOR,
            published=ends,
            updated=ends,
            summary=f"Of the year ended {day(ends)}: {asked} {say.OF_ONE}{_of_promises(watch, year, counts)}",
        )


def _of_promises(watch: Watch, year: str, counts: Iterable[WatchCount]) -> str:
    """Say of what followed a promise that it was not tested, beside what did in all of England."""
    scope = watch.scope(year)
    if scope is None or all(one.question is not Question.PROMISE for one in counts):
        return ""
    return f" {sight.of_all(scope)} {say.UNTESTED_PROMISES}"
