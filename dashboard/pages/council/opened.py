"""The sections of a council's year that open, in the order a reader asks: of its own page, of the panel."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands
from dashboard.domain.measures import UPHELD, charted
from dashboard.domain.years import ReportingYear
from dashboard.pages.cases.sections import cases_in_short, decisions_section, reports_section
from dashboard.pages.council.breakdowns import breakdown
from dashboard.pages.council.comparison_section import comparison
from dashboard.pages.council.fold import fold, folded
from dashboard.pages.council.measure_bar import Shown
from dashboard.pages.council.overview import overview
from dashboard.pages.council.services_section import services
from dashboard.pages.council.trend_section import trends
from dashboard.pages.improvements.section import section as improvements_section
from dashboard.pages.listed import sections as listed_sections
from dashboard.pages.watch.section import section as watch_section
from dashboard.repository.interface import Repository
from dashboard.repository.records import CountRow
from dashboard.words.breakdown import item_label
from dashboard.words.values import of_figure
from dashboard.words.wording import capital, listed, uncapital, was

_MOST_NAMED, _MOST_WITH_TIES = 2, 4


def own_sections(shown: Shown, here: CouncilYear, level: int) -> list[Component]:
    """Return all of them."""
    parts = [_services(shown, here.repository, level), _became(shown, here.repository, level)]
    if not shown.ended:  # after its end a council is out of its type
        beside = (
            f"Each measure beside the other {here.council.type.councils}, how sure that is, and all of them."
        )
        drawn = comparison(here, level=level)
        parts.append(folded(drawn, level, gist=beside))
    parts.append(_years(shown, here, level, folded_tables=False))
    cases = _cases(here, level)
    return [*parts, *(folded(section, level, asked=True) for section in cases)]


def _cases(here: CouncilYear, level: int) -> list[Component]:
    """Return the sections of the cases; where a release holds a list of some decisions instead, of those."""
    listed_here = here.repository.listed()
    if listed_here is not None:
        return [
            listed_sections.decisions_section(here.council, here.year, listed_here, here.links, level),
            improvements_section(here, level),
            listed_sections.reports_section(here.council, here.year, listed_here, level),
        ]
    made = (decisions_section, improvements_section, watch_section, reports_section)
    return [section for part in made if (section := part(here, level)) is not None]


def cases_in_panel(here: CouncilYear, level: int) -> Component | None:
    """Return what the panel says of a year's cases; None where it has nothing to say."""
    listed_here = here.repository.listed()
    if listed_here is not None:
        return listed_sections.in_short(here.council, here.year, listed_here, here.links, level)
    return cases_in_short(here, level)


def panel_sections(shown: Shown, here: CouncilYear, level: int) -> list[Component]:
    """Return those of the panel: the council's own page has the rest."""
    short = cases_in_panel(here, level)
    return [
        _services(shown, here.repository, level, beside=False),
        _became(shown, here.repository, level),
        _years(shown, here, level, folded_tables=True),
        *([folded(short, level)] if short is not None else []),
    ]


def _services(shown: Shown, repository: Repository, level: int, *, beside: bool = True) -> Component:
    council, year, links = shown.council, shown.year, shown.links
    rows = repository.breakdown(council.slug, year, "received")
    received = breakdown(rows, "received", year, level + 1, links)
    top, *rest = received.children
    more = beside and not shown.ended
    of_type = [services(council, year, repository, level=level + 1, links=links)] if more else []
    return fold(top.id, level, "Services", _most(rows), [*rest, *of_type], css="breakdown")


def _most(rows: Sequence[CountRow]) -> str:
    """Say which services were most complained of: "Housing 58, adult care services 48, of 198 received".

    The two with most, and any others with as many as the second; only those with more where these are too
    many. Where some services are not held, that it is of the others.
    """
    counted = {row.item: row.count for row in rows if row.count is not None}
    total = counted.pop("total", None)
    ordered = sorted((n for n in counted.items() if n[1]), key=lambda item: -item[1])
    least = ordered[:_MOST_NAMED][-1][1] if ordered else 0
    largest = [item for item in ordered if item[1] >= least]
    if len(largest) > _MOST_WITH_TIES and total is not None:
        largest = [item for item in ordered if item[1] > least]
    if not largest:
        return "What complaints were about is not held." if total is None else f"{thousands(total)} received."
    told = listed([f"{uncapital(item_label('received', item))} {thousands(n)}" for item, n in largest])
    whole = all(row.count is not None for row in rows if row.item != "total")
    if whole and total == sum(n for _, n in largest):
        most = "About"
    else:
        most = "Most often about" if whole else "Of the services held, most often about"
    return f"{most} {told}{f', of {thousands(total)} received' if total is not None else ''}."


def _became(shown: Shown, repository: Repository, level: int) -> Component:
    decided = repository.breakdown(shown.council.slug, shown.year, "decided")
    whole = overview(shown.figures, shown.year, level, shown.links)
    top, *rest = whole.children
    outcomes = breakdown(decided, "decided", shown.year, level + 1, shown.links)
    return fold(
        top.id, level, "What became of complaints", _of_all(shown.figures), [*rest, outcomes], css="overview"
    )


def _of_all(figures: Mapping[str, Figure]) -> str:
    """Say of how many complaints what became: "Of 206 dealt with, 57 were investigated …"."""
    names = ("dealt_with", "investigated", "assessed_and_closed", "not_for_us_or_not_ready")
    every, looked_into, closed, not_theirs = (figures[name].numerator for name in names)
    if not every or looked_into is None:
        return "All that the Ombudsman dealt with, and what came of it."
    told = [f"{thousands(looked_into)} {was(looked_into)} investigated"]
    told += [f"{thousands(closed)} closed after a first look"] if closed is not None else []
    told += [f"{thousands(not_theirs)} not for the Ombudsman or too early"] if not_theirs is not None else []
    return f"Of {thousands(every)} dealt with, {listed(told)}."


def _years(shown: Shown, here: CouncilYear, level: int, *, folded_tables: bool) -> Component:
    measures = (UPHELD,) if folded_tables else charted()
    whole = trends(here, level=level, measures=measures, folded=folded_tables, links=shown.links)
    top, *rest = whole.children
    gist = _last_years(here.repository.history(shown.council.slug, UPHELD.id), shown.year)
    return fold(top.id, level, "Year by year", gist, rest, css="trends")


def _last_years(history: Sequence[Figure], year: str) -> str:
    """Say the newest shares upheld with counts, up to three, none from before a break of the measure."""
    now = ReportingYear.parse(year)
    told = [
        f"{text} in {figure.year}"
        for figure in history
        if figure.state is State.VALUE
        and figure.year <= year
        and UPHELD.interruption(ReportingYear.parse(figure.year), now) is None
        and (text := of_figure(figure)) is not None
    ]
    if not told:
        return "Each measure over the years."
    return f"{capital('upheld')}: {listed(told[-3:])}."
