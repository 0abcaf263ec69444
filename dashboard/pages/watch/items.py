"""Questions in a list: whose, about which service, what it counts, and the cases it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.addresses.decision_state import DecisionState, query_string
from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import thousands
from dashboard.domain.outcomes import Outcome
from dashboard.domain.simulated import unmarked
from dashboard.domain.watch import WINDOW, Question
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.repository.interface import Repository
from dashboard.repository.watch_records import Watched, WatchedCase, WatchedPair
from dashboard.words import watch as say

_MOST = 5
"""Cases, or pairs, that stand in sight; the rest open below them."""


@dataclass(frozen=True, slots=True)
class Own:
    """How questions are told in a council's own list: with so many first ``cases`` each, and where the rest
    of them stand."""

    cases: int
    elsewhere: Callable[[Watched], str]


def items(
    questions: Sequence[Watched],
    year: str,
    repository: Repository,
    links: Links,
    *,
    level: int,
    own: Own | None = None,
) -> Component:
    """Return questions as a list, each headed at ``level``.

    Without ``own`` each question names its council and has all its cases.
    """
    told = []
    for one in questions:
        council = repository.council(one.slug)
        if council is None:
            raise LookupError(f"a question is about “{one.slug}”, which is no council of the release")
        who: list[Child] = []
        if own is None:
            who = [html.A(council.short_name, href=links.council(one.slug, year)), ". "]
        parts = [
            heading(level, [*who, say.headed(one)], className="watch-head"),
            html.P(say.sentence(one, year, council.type), className="watch-said"),
            *_evidence(one, year, links, own),
        ]
        told.append(html.Li(parts))
    return html.Ul(told, className="watch-list")


def _evidence(one: Watched, year: str, links: Links, own: Own | None) -> list[Child]:
    if one.question in (Question.NUMBER, Question.SHARE):
        return [_years(one, year, links)]
    if one.pairs:
        told, what, make, css = [_pair(pair, links) for pair in one.pairs], "pair", html.Div, "watch-pairs"
    else:
        told = [html.Li(_case(case, links)) for case in one.cases]
        what, make, css = "case", html.Ul, "watch-cases"
    first = _MOST if own is None else own.cases
    shown: list[Child] = [make(told[:first], className=css)] if first else []
    rest = told[first:]
    if not rest:
        return shown
    more = f"{thousands(len(rest))}{' more' if shown else ''} {what}{'s' if len(rest) > 1 else ''}"
    if own is not None:
        about = html.Span(f" of {say.headed(one)}", className="visually-hidden")
        return [*shown, html.P(html.A([more, about], href=own.elsewhere(one)), className="watch-facts")]
    return [*shown, html.Details([html.Summary(more), make(rest, className=css)])]


def _years(one: Watched, year: str, links: Links) -> Component:
    """Return the lists of a service's upheld cases, a year each: they are too many to stand here."""
    last = ReportingYear.parse(year)
    linked: list[Child] = []
    for back in range(1 - WINDOW, 1):
        of = str(last.shifted(back))
        asked = CaseFilter(decided=of, outcomes=(Outcome.UPHELD,), service=one.service)
        address = links.council_cases(one.slug, "decisions", query_string(DecisionState(asked)))
        linked += [html.A(of, href=address), " "]
    return html.P(["The published decisions: ", *linked], className="watch-facts")


def _case(case: WatchedCase, links: Links) -> list[Child]:
    facts = say.case_facts(case)
    if not case.published:
        return [f"A case whose decision is not published: {facts}"]
    subject = unmarked(case.subject)
    named = f"{case.reference}, {subject}" if subject else f"{case.reference}, withdrawn"
    return [html.A(named, href=links.decision(case.reference)), f": {facts}"]


def _pair(pair: WatchedPair, links: Links) -> Component:
    """Return both cases side by side: what was agreed, and what was agreed again."""
    about = f"{pair.sub_category}: {pair.fault}" if pair.sub_category else pair.fault
    return html.Div(
        [
            html.P(about, className="watch-about"),
            html.Div(
                [
                    _side(say.kept(pair), pair.earlier, pair.change, say.promised(pair), links),
                    _side("Agreed again", pair.later, pair.again, say.again(pair), links),
                ],
                className="watch-sides",
            ),
        ],
        className="watch-pair",
    )


def _side(label: str, reference: str, change: str, facts: str, links: Links) -> Component:
    return html.Div(
        [
            html.P([html.Strong(f"{label}, "), html.A(reference, href=links.decision(reference))]),
            html.P(unmarked(change)),
            html.P(facts, className="watch-facts"),
        ],
        className="watch-side",
    )
