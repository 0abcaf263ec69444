"""One decision on a page of its own: what was complained of, what was found, what is to be put right."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.decision_state import DecisionState, query_string
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.formats import day
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria, heading, origin_chip
from dashboard.pages.cases.decision_counts import how_it_counts
from dashboard.pages.cases.decision_recommended import recommended
from dashboard.pages.cases.listing import decision_list
from dashboard.pages.cases.results import council_namer
from dashboard.repository.case_records import Decision
from dashboard.repository.cases_interface import Cases
from dashboard.repository.interface import Repository
from dashboard.words.wording import counted

STYLES = ("decisions",)
_BESIDE = 4


def render(told: Decision, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the page of a decision. Of a withdrawn one it says that, when and why."""
    parts: list[Child] = [
        html.P(html.A("All decisions", href=links.decisions("", "")), className="letter-back"),
        html.H1(title(told)),
        html.P(_origin(told), className="decision-origin"),
    ]
    if told.withdrawn:
        parts += [
            html.P(
                f"This decision was withdrawn on {day(told.withdrawn.on)}. Its text is no longer published. "
                f"The reason given: {told.withdrawn.reason}",
                className="note",
            ),
            _facts(told, repository, links),
        ]
    else:
        parts += [
            _facts(told, repository, links),
            *_text(told),
            *_recommended(told, repository),
            *_response(told),
        ]
    parts.append(how_it_counts(told, repository, links))
    parts += _others(told, repository, links)
    parts.append(_onward(told, links))
    return html.Article(parts, className="decision-page frame")


def title(told: Decision) -> str:
    """Return a decision's title: its subject; withdrawn, its reference alone."""
    if told.withdrawn:
        return f"Decision {told.reference}, withdrawn"
    return told.subject or f"Decision {told.reference}"


def unknown(reference: str, near: str, links: Links) -> Component:
    """Say that no decision has a reference. ``near`` is the search for it as words."""
    return html.Div(
        [
            html.H1("There is no decision at this address"),
            html.P(
                f"No decision published here has the reference “{reference[:40]}”. It may be mistyped, or "
                "the decision may be one that is counted but not published."
            ),
            html.Ul(
                [
                    html.Li(html.A("Search all decisions", href=links.decisions(near, ""))),
                    html.Li(html.A("Search on the Ombudsman’s own site", href=urls.ombudsman_search())),
                ]
            ),
        ],
        className="frame message",
    )


def _origin(told: Decision) -> list[Child]:
    if told.is_simulated:
        said = (
            "Made up for this demonstration: no real case or person is meant, and it is not the Ombudsman’s."
        )
        return [origin_chip(Origin.SIMULATED), " ", said]
    return [origin_chip(Origin.PUBLISHED)]


def _facts(told: Decision, repository: Repository, links: Links) -> Component:
    year = str(ReportingYear.of(told.decided))
    council = links.council(told.slug, year if year in repository.years_of(told.slug) else None)
    facts: list[tuple[str, Child]] = [
        ("Council", html.A(council_namer(repository)(told.slug), href=council)),
        ("Outcome", html.Strong(told.outcome.label)),
        ("About", about_links(told.category, told.sub_category, links)),
        ("Kind", told.kind.label),
        ("Received", day(told.received)),
        ("Decided", day(told.decided)),
        ("Reference", told.reference),
    ]
    rows = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts]
    return html.Dl(rows, className="decision-facts")


def about_links(category: DecisionCategory, sub_category: str, links: Links) -> Component:
    """Return what a decision is about, each part a link to all decisions about the same."""

    def link(words: str, part: str | None) -> Component:
        asked = CaseFilter(category=category, sub_category=part)
        return html.A(words, href=links.decisions(query_string(DecisionState(asked)), ""))

    parts: list[Child] = [link(category.label, None)]
    if sub_category:
        parts += [" › ", link(sub_category, sub_category)]
    return html.Span(parts)


def _text(told: Decision) -> list[Child]:
    parts: list[Child] = [heading(2, "Summary"), *_paragraphs(told.summary)]
    if told.fault:
        parts += [heading(2, "What went wrong"), html.P(f"{told.fault.rstrip('.')}.")]
    return parts


def _recommended(told: Decision, repository: Repository) -> list[Child]:
    cases = repository.cases()
    return recommended(told, remedies_told=cases is not None and cases.tells_remedies())


def _response(told: Decision) -> list[Child]:
    if told.response:
        return [heading(2, "The council’s response"), *_paragraphs(told.response)]
    if told.kind is DecisionKind.REPORT:
        return [heading(2, "The council’s response"), html.P("No response of the council is held.")]
    return []


def _paragraphs(text: str) -> list[Child]:
    return [html.P(part) for line in text.splitlines() if (part := line.strip())]


def _others(told: Decision, repository: Repository, links: Links) -> list[Child]:
    """Return other decisions about the same: at this council, and at others."""
    cases = repository.cases()
    if cases is None or not told.sub_category:
        return []
    same = CaseFilter(category=told.category, sub_category=told.sub_category)
    here = same.changed(councils=(told.slug,))
    own = [row for row in cases.decisions(here, 1, size=_BESIDE + 1).rows if row.reference != told.reference]
    newest = cases.decisions(same, 1, size=5 * _BESIDE).rows
    elsewhere = [row for row in newest if row.slug != told.slug]
    about, named = told.sub_category, council_namer(repository)
    parts: list[Child] = [heading(2, f"Other decisions about {about}")]
    parts.append(heading(3, f"At {named(told.slug)}"))
    if own:
        parts.append(decision_list(own[:_BESIDE], level=4, links=links))
        parts.append(_all_of(here, cases, f"at {named(told.slug)}", about, links))
    else:
        parts.append(html.P("No other is published here."))
    parts.append(heading(3, "At other councils"))
    if elsewhere:
        parts.append(decision_list(elsewhere[:_BESIDE], level=4, links=links, named=named))
        parts.append(_all_of(same, cases, "at all councils", about, links))
    else:
        parts.append(html.P("None among the newest is at another council."))
    return [html.Section(parts, className="decision-others")]


def _all_of(asked: CaseFilter, cases: Cases, where: str, about: str, links: Links) -> Component:
    total = cases.decisions(asked, 1, size=1).total
    words = f"{counted(total, 'decisions')} about {about} {where}"
    return html.P(html.A(words, href=links.decisions(query_string(DecisionState(asked)), "")))


def _onward(told: Decision, links: Links) -> Component:
    items: list[Child] = []
    if not told.is_simulated:
        address = urls.ombudsman_decision(told.category, told.sub_category, told.reference)
        link = html.A("This decision on the Ombudsman’s own site", href=address, rel="external")
        items.append(html.Li(link))
    items.append(html.Li(html.A("Search all decisions", href=links.decisions("", ""))))
    return html.Nav(html.Ul(items, className="plain-list"), className="onward", **aria(label="More"))
