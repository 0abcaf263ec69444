"""Some of the Ombudsman's decisions of a year, as sections of a council's page; in the panel, in short."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.case_place import DECISIONS, Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.listed.listing import listed_list
from dashboard.repository.listed_interface import Listed
from dashboard.repository.records import Council
from dashboard.words import listed as say
from dashboard.words.wording import council_name, counted

NEWEST = 5


def decisions_section(council: Council, year: str, listed: Listed, links: Links, level: int) -> Component:
    """Return the newest held of a year, and that they are some of all."""
    asked = CaseFilter(councils=(council.slug,), decided=year)
    found = listed.decisions(asked, 1, size=NEWEST)
    top = _heading(year, level, held=bool(found.rows))
    parts: list[Child] = [top, html.P(say.held(listed.scope(asked), about(council, year)))]
    if found.rows:
        parts.append(html.P(f"{say.A_PART} {say.READ_THERE}", className="small"))
        parts.append(listed_list(found.rows, level=level + 1, named=lambda _: council.name))
    if undated := say.undated(listed.scope(say.without_time(asked)).undated, timed=True):
        parts.append(html.P(undated))
    return html.Section([*parts, _onward(council, year, listed, links)], className="cases-section")


def _heading(year: str, level: int, *, held: bool) -> Component:
    """Return the heading with the origin of what is held under it: nothing held comes from nowhere."""
    origin: list[Child] = [" ", origin_chip(Origin.PUBLISHED)] if held else []
    return heading(level, [f"Decisions, {year}", *origin], id="decisions")


def reports_section(council: Council, year: str, listed: Listed, level: int) -> Component:
    """Return the public reports held of a year; or that none is held, or was seen to be one."""
    parts: list[Child] = [heading(level, f"Public reports, {year}", id="reports")]
    asked = CaseFilter(councils=(council.slug,), decided=year, kind=DecisionKind.REPORT)
    found = listed.decisions(asked, 1, size=NEWEST)
    if found.rows:
        parts.append(listed_list(found.rows, level=level + 1, named=lambda _: council.name))
    else:
        seen = listed.scope().kinds_seen
        parts.append(html.P(say.NO_REPORTS if seen else say.REPORTS_NOT_SEEN, className="measure-empty"))
    parts.append(html.P(on_the_ombudsmans_site(council, year)))
    return html.Section(parts, className="cases-section")


def in_short(council: Council, year: str, listed: Listed, links: Links, level: int) -> Component | None:
    """Return what the panel says: how many are held of the year, and the way to them; None where none is
    held of the council."""
    if not listed.scope(CaseFilter(councils=(council.slug,))).total:
        return None
    scope = listed.scope(CaseFilter(councils=(council.slug,), decided=year))
    return html.Section(
        [
            _heading(year, level, held=scope.total > 0),
            html.P(say.held(scope, about(council, year))),
            _onward(council, year, listed, links),
        ],
        className="cases-section",
    )


def about(council: Council, year: str | None = None) -> str:
    """Return about whom decisions are, and of which year, to follow the word."""
    return f" about {council_name(council.name)}{f' in {year}' if year else ''}"


def on_the_ombudsmans_site(council: Council, year: str) -> Component:
    """Return the link to all decisions about a council in a year, where the Ombudsman publishes them."""
    words = f"All the Ombudsman’s published decisions about {council_name(council.name)}, {year}"
    return html.A(words, href=urls.ombudsman_decisions(council.name, year), rel="external")


def _onward(council: Council, year: str, listed: Listed, links: Links) -> Component:
    place = Place(council, DECISIONS, links)
    ever = place.within(DecisionState())
    items: list[Child] = []
    if total := listed.scope(ever.asked).total:
        words = f"{counted(total, 'decisions')} of all years held here"
        items.append(html.Li(html.A(words, href=place.url(ever))))
    items.append(html.Li(on_the_ombudsmans_site(council, year)))
    return html.Ul(items, className="plain-list")
