"""What a council agreed to change in a year, as a section of its page: the newest few, and how it went."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import thousands, words
from dashboard.domain.origin import Origin
from dashboard.domain.progress import Progress, progress
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.improvements.items import items
from dashboard.repository.case_records import Improvement
from dashboard.repository.cases_interface import Cases
from dashboard.repository.records import Council
from dashboard.words.wording import capital, counted, listed, was

ANCHOR = "improvements"
NEWEST = 5
_ALONE = "These on a page of their own, with those of other years"


def section(here: CouncilYear, level: int) -> Component:
    """Return the section: never absent, each empty state in its own words."""
    cases = here.repository.cases_of(here.year)
    if cases is None:
        body = _not_held(here.council, here.year, here.links)
    else:
        improvements = tuple(cases.every_improvement(of_council(here.council, here.year)))
        body = _held(improvements, here) if improvements else _none(here, cases)
    chip: list[Child] = []
    if cases is not None and here.repository.release().is_demonstration:
        chip = [" ", origin_chip(Origin.SIMULATED)]
    top = heading(level, ["Service improvements agreed, ", here.year, *chip], id=ANCHOR)
    return html.Section([top, *body], className="cases-section improvements-section")


def of_council(council: Council, year: str | None) -> CaseFilter:
    """Return the cases in which a council agreed to change something, in a year or in all of them."""
    return CaseFilter(councils=(council.slug,), decided=year, improving=True)


def how_it_went(improvements: Iterable[Improvement]) -> str:
    """Say of how many improvements the dates are known, and how many were done on time, late, or not yet.

    "of the 12 whose dates are held, ten were done on time and two were done late."
    """
    counts = Counter(progress(one.due, one.met) for one in improvements)
    dated = sum(count for state, count in counts.items() if state is not Progress.UNDATED)
    if dated == 0:
        return "the dates they were due and done are not held."
    on_time, late, not_yet = (counts[s] for s in (Progress.ON_TIME, Progress.LATE, Progress.NOT_YET))
    parts = [
        *([f"{words(on_time)} {was(on_time)} done on time"] if on_time else []),
        *([f"{words(late)} {was(late)} done late"] if late else []),
        *([f"{words(not_yet)} {'is' if not_yet == 1 else 'are'} not recorded as done"] if not_yet else []),
    ]
    if counts[Progress.UNDATED] == 0:
        return f"{listed(parts)}."
    return f"of the {thousands(dated)} whose dates are held, {listed(parts)}."


def _held(improvements: tuple[Improvement, ...], here: CouncilYear) -> list[Child]:
    count = len(improvements)
    cases = len({one.reference for one in improvements})
    sentence = (
        f"{here.council.name} agreed to {counted(count, 'improvements')} in {counted(cases, 'cases')} "
        f"decided in {here.year}. How it went: {how_it_went(improvements)}"
    )
    newest = tuple(islice(improvements, NEWEST))
    link = here.links.council_cases(here.council.slug, "improvements", f"year={here.year}")
    every = f"All {counted(count, 'improvements')} of {here.year}" if count > len(newest) else _ALONE
    return [
        html.P(sentence),
        *([html.P(f"The newest {words(NEWEST)}:", className="small")] if count > len(newest) else []),
        items(newest, here.repository, here.links, whose=False),
        _onward(html.A(every, href=link), here.council, here.links),
    ]


def _none(here: CouncilYear, cases: Cases) -> list[Child]:
    every = cases.improvements(of_council(here.council, None), size=1).total
    years = here.repository.register_years()
    if every == 0:
        says = (
            f"No published decision of {years[0]} to {years[-1]} holds an improvement that "
            f"{here.council.name} agreed to."
        )
        return [html.P(says, className="measure-empty"), _onward(None, here.council, here.links)]
    link = html.A(
        f"{capital(counted(every, 'improvements'))} agreed in other years",
        href=here.links.council_cases(here.council.slug, "improvements", ""),
    )
    says = f"No published decision of {here.year} holds an improvement that {here.council.name} agreed to."
    return [html.P(says, className="measure-empty"), _onward(link, here.council, here.links)]


def _not_held(council: Council, year: str, links: Links) -> list[Child]:
    link = html.A(
        f"The Ombudsman’s published decisions about {council.name}, {year}",
        href=urls.ombudsman_decisions(council.name, year),
        rel="external",
    )
    said = (
        "Improvements are not held here: this release holds figures, and not the cases behind them. The "
        "Ombudsman publishes its decisions, with what councils agreed to do, on its own site."
    )
    feed = _feed(f"Follow the letters to {council.name} as a feed (Atom)", council, links)
    return [html.P(said, className="measure-empty"), _listed(link, feed)]


def _onward(own: Component | None, council: Council, links: Links) -> Component:
    """Return the ways on: the council's own list, what other councils agreed to, the council's feed."""
    others = html.A("What other councils agreed to change", href=links.improvements("", ""))
    feed = _feed(f"Follow {council.name} as a feed (Atom)", council, links)
    return _listed(*([own] if own else []), others, feed)


def _feed(text: str, council: Council, links: Links) -> Component:
    return html.A(text, href=links.council_feed(council.slug))


def _listed(*ways: Component) -> Component:
    return html.Ul([html.Li(way) for way in ways], className="plain-list")
