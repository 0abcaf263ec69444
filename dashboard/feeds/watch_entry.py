"""What to watch of a council's year, as an entry of its feed."""

from collections.abc import Iterator

from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.feeds.atom import Entry
from dashboard.feeds.entries import Setting, marked
from dashboard.repository.records import Council
from dashboard.repository.watch_interface import Watch
from dashboard.repository.watch_records import WatchAsked
from dashboard.words import watch as say

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
            summary=f"Of the year ended {day(ends)}: {asked} {say.OF_ONE}",
        )
