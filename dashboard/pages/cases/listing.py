"""A list of decisions: each with its subject, what became of it, its beginning; and links to its pages."""

from collections.abc import Callable, Mapping, Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.formats import day, thousands
from dashboard.domain.simulated import MARK, unmarked
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria, heading
from dashboard.repository.case_records import DecisionRow, Excerpt
from dashboard.words.decisions import about
from dashboard.words.wording import counted

Named = Callable[[str], str]


def decision_list(
    rows: Sequence[DecisionRow],
    *,
    level: int,
    links: Links,
    named: Named | None = None,
    responses: Mapping[str, str] | None = None,
) -> Component:
    """Return decisions as a list, each headed by its subject at ``level``.

    ``named`` returns a council's name from its slug; without it, councils are not named. ``responses``
    are those of the councils to reports, by reference.
    """
    items = []
    for row in rows:
        parts = _item(row, level, links, named)
        if response := (responses or {}).get(row.reference):
            (said,) = said_once(((response, False),), row.subject)
            parts.append(
                html.P([html.Strong("The council’s response: "), said[0]], className="case-response")
            )
        items.append(html.Li(parts))
    return html.Ol(items, className="case-list")


def marked(excerpt: Excerpt) -> list[Child]:
    """Return a text in which the words searched for are marked."""
    return [html.Mark(text) if hit else text for text, hit in excerpt]


def said_once(text: Excerpt, heading: str) -> Excerpt:
    """Return a text without the mark it begins with, where the heading above it says so already."""
    if not text or not heading.startswith(MARK):
        return text
    (first, found), *rest = text
    begun = unmarked(first)
    return ((begun, found), *rest) if begun and not found else text


def pager(page: int, pages: int, url: Callable[[int], str]) -> Component | None:
    """Return links to the pages of a list, the one shown marked; None for a single page."""
    if pages <= 1:
        return None
    items: list[Child] = []
    if page > 1:
        items.append(html.Li(html.A("Previous", href=url(page - 1), rel="prev", className="pager-step")))
    before = 0
    for number in _near(page, pages):
        if number > before + 1:
            items.append(html.Li("…", className="pager-gap", **aria(hidden="true")))
        items.append(html.Li(_page_link(number, page, pages, url)))
        before = number
    if page < pages:
        items.append(html.Li(html.A("Next", href=url(page + 1), rel="next", className="pager-step")))
    return html.Nav(html.Ul(items), className="pager", **aria(label="Pages of this list"))


def _item(row: DecisionRow, level: int, links: Links, named: Named | None) -> list[Child]:
    link = links.decision(row.reference)
    whose: list[Child] = [f"{named(row.slug)}. "] if named else []
    if row.withdrawn:
        said = f"Withdrawn on {day(row.withdrawn.on)}: {row.withdrawn.reason}"
        return [
            heading(level, [html.A(f"Decision {row.reference}, withdrawn", href=link)]),
            html.P([*whose, said], className="case-withdrawn"),
        ]
    kind: list[Child] = []
    if row.kind is DecisionKind.REPORT:
        kind = [html.Span(row.kind.label, className="case-report"), " "]
    facts: list[Child] = [
        *kind,
        html.Span(row.outcome.label, className=f"case-outcome case-{row.outcome.value.replace('_', '-')}"),
        f", {day(row.decided)}. ",
        *whose,
        f"{about(row)}.",
    ]
    more = f". {counted(row.improvements, 'service improvements')}." if row.improvements else ""
    return [
        heading(level, [html.A(row.subject or f"Decision {row.reference}", href=link)]),
        html.P(facts, className="case-facts"),
        *(
            [html.P(marked(said_once(row.excerpt, row.subject)), className="case-excerpt")]
            if row.excerpt
            else []
        ),
        html.P([html.Span(row.reference, className="case-reference"), more], className="case-facts"),
    ]


def _page_link(number: int, page: int, pages: int, url: Callable[[int], str]) -> Component:
    hidden = html.Span("Page ", className="visually-hidden")
    if number == page:
        return html.A([hidden, thousands(number)], href=url(number), **aria(current="page"))
    last = html.Span(", the last", className="visually-hidden") if number == pages else None
    return html.A([hidden, thousands(number), *([last] if last else [])], href=url(number))


def _near(page: int, pages: int) -> list[int]:
    """Return the first, the last, and those around the one shown."""
    return sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
