"""What to watch across councils: what was looked at, what cannot be seen, and each sort of question."""

from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.addresses.watch_state import WatchState, query_string
from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.domain.watch import Question
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.cases.listing import pager
from dashboard.pages.watch.form import watch_form
from dashboard.pages.watch.items import items
from dashboard.repository.interface import Repository
from dashboard.repository.watch_interface import Watch
from dashboard.repository.watch_records import WatchAsked, WatchCount, WatchPage, WatchScope
from dashboard.words import watch as say
from dashboard.words import watch_seen as sight

STYLES = ("decisions", "watch")
SHOWN, SIZE = 3, 20
"""Questions of each sort beside the others, and of one sort on a page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A view of what to watch: its state and year, what there was to see, and the questions of each sort."""

    state: WatchState
    year: str
    scope: WatchScope
    counts: dict[Question, WatchCount]
    pages: dict[Question, WatchPage]

    @property
    def page(self) -> WatchPage | None:
        """The page of the one sort that is asked for; None of all sorts."""
        return self.pages[self.state.question] if self.state.question else None


def asked_of(state: WatchState, year: str) -> WatchAsked:
    """Return which questions a state means in a year."""
    region = state.region.label if state.region else None
    return WatchAsked(year, state.question, state.type, region, state.service, beyond=state.beyond)


def look(watch: Watch, state: WatchState, year: str, scope: WatchScope) -> Shown:
    """Ask for all that a view shows."""
    sorts = [state.question] if state.question else list(Question)
    counts = {one.question: one for one in watch.counts(asked_of(state, year))}
    size, number = (SIZE, state.page) if state.question else (SHOWN, 1)
    pages = {
        question: watch.questions(asked_of(state.of(question, beyond=state.beyond), year), number, size=size)
        for question in sorts
    }
    shown = state.at(pages[state.question].page) if state.question else state.at(1)
    return Shown(shown, year, scope, counts, pages)


def render(shown: Shown, repository: Repository, links: Links) -> Component:
    """Return the page of a view."""
    scope, state = shown.scope, shown.state
    simulated = repository.release().is_demonstration
    chip: list[Child] = [" ", origin_chip(Origin.SIMULATED)] if simulated else []
    years = [one for one in repository.release().years if one in repository.register_years()]
    named = say.scope_of(shown.year, state.type, state.region, state.service)
    return html.Div(
        [
            heading(1, [say.TITLE, *chip]),
            html.P(say.OPENING, className="case-opening"),
            watch_form(state, shown.year, years, links),
            html.P([html.Strong(f"{named}. "), sight.seen(scope)]),
            *(
                [html.Ul([html.Li(said) for said in unseen], className="watch-unseen")]
                if (unseen := sight.unseen(scope))
                else []
            ),
            *_ways(shown, links),
            *(part for question in shown.pages for part in _section(question, shown, repository, links)),
            *([html.P(sight.how_sure(scope), className="small")] if scope.three else []),
        ],
        className="case-page watch-page frame",
    )


def not_held(*, built_before: bool) -> Component:
    """Return the page of a release in which nothing can be watched."""
    said = say.NOT_WORKED_OUT if built_before else say.NOT_HELD
    return html.Div([heading(1, say.TITLE), html.P(said)], className="frame message")


def _ways(shown: Shown, links: Links) -> list[Child]:
    """Return the files of what is shown, and the way back to all sorts of questions."""
    query = query_string(shown.state.at(1))
    files: list[Child] = [
        html.A("Download as CSV", href=links.watch(query, ".csv"), download=""),
        " ",
        html.A("Download as XLSX", href=links.watch(query, ".xlsx"), download=""),
    ]
    if shown.state.question:
        every = links.watch(query_string(shown.state.of(None)))
        files = [html.A("All sorts of questions", href=every), " ", *files]
    return [html.P(files, className="case-files")]


def _section(question: Question, shown: Shown, repository: Repository, links: Links) -> list[Child]:
    scope, count, page = shown.scope, shown.counts.get(question), shown.pages[question]
    level = 2
    parts: list[Child] = [heading(level, say.HEADINGS[question], id=question.value)]
    if count is None:
        return [html.Section([*parts, html.P(sight.none(question, scope))], className="watch-section")]
    parts += [
        html.P([html.Strong(say.ASK[question])], className="watch-ask"),
        html.P(say.RULES[question], className="small"),
        html.P(say.how_many(question, count.questions, count.councils, count.beyond)),
        *([html.P(sight.of_all(scope))] if question is Question.PROMISE else []),
        items(page.rows, shown.year, repository, links, level=level + 1),
    ]
    state = shown.state
    if state.question is None and page.total > len(page.rows):
        every = links.watch(query_string(state.of(question, beyond=state.beyond)))
        hidden = html.Span(f": {say.HEADINGS[question]}", className="visually-hidden")
        parts.append(html.P(html.A([f"All {thousands(page.total)} questions", hidden], href=every)))
    if count.beyond and not state.beyond:
        only = links.watch(query_string(state.of(question, beyond=True)))
        parts.append(html.P(html.A(f"Only those that stand out: {thousands(count.beyond)}", href=only)))
    if state.question is not None:
        turned = pager(page.page, page.pages, lambda n: links.watch(query_string(state.at(n))))
        parts += [turned] if turned else []
    return [html.Section(parts, className="watch-section")]
