"""What to watch of one council, as a section of its page: the list across councils has all its cases."""

from collections import Counter
from dataclasses import replace

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.watch_state import WatchState, query_string
from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.domain.regions import Region
from dashboard.domain.watch import Question
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.watch.items import Own, items
from dashboard.repository.watch_records import WatchAsked, Watched
from dashboard.words import watch as say
from dashboard.words import watch_seen as sight

ANCHOR = "watch"
_IN_SIGHT = 5
"""Questions of a sort with their first cases; the rest open below, and their cases stand elsewhere."""
_CASES = 3


def section(here: CouncilYear, level: int) -> Component | None:
    """Return the section; None of a release in which nothing can be watched that year."""
    watch = here.repository.watch()
    scope = watch.scope(here.year) if watch is not None else None
    if watch is None or scope is None:
        return None
    questions = tuple(watch.every_question(WatchAsked(here.year, slug=here.council.slug)))
    simulated = here.repository.release().is_demonstration
    chip: list[Child] = [" ", origin_chip(Origin.SIMULATED)] if simulated else []
    state = WatchState(year=None if here.year == watch.years()[-1] else here.year, type=here.council.type)
    onward = f"{say.TITLE} in all {here.council.type.councils}"
    return html.Section(
        [
            heading(level, [f"{say.TITLE}, {here.year}", *chip], id=ANCHOR),
            html.P(say.in_all(Counter(one.question for one in questions))),
            html.P(say.OF_ONE),
            *(part for sort in Question for part in _sort(sort, questions, state, here, level + 1)),
            *[html.P(said, className="small") for said in sight.unseen(scope)],
            html.P(html.A(onward, href=here.links.watch(query_string(state)))),
        ],
        className="watch-of-council",
    )


def _sort(
    sort: Question, questions: tuple[Watched, ...], state: WatchState, here: CouncilYear, level: int
) -> list[Child]:
    """Return the questions of one sort; nothing of one without: what cannot be asked is said below."""
    own = [one for one in questions if one.question is sort]
    if not own:
        return []

    def listed(some: list[Watched], cases: int) -> Component:
        told = Own(cases, lambda one: _list_with(one, state, here))
        return items(some, here.year, here.repository, here.links, level=level + 1, own=told)

    parts: list[Child] = [
        heading(level, say.HEADINGS[sort]),
        html.P([html.Strong(say.ASK[sort]), " ", say.RULES[sort]], className="small"),
        listed(own[:_IN_SIGHT], _CASES),
    ]
    if rest := own[_IN_SIGHT:]:
        more = f"{thousands(len(rest))} more {'question' if len(rest) == 1 else 'questions'}"
        parts.append(html.Details([html.Summary(more), listed(rest, 0)]))
    return parts


def _list_with(one: Watched, state: WatchState, here: CouncilYear) -> str:
    """Return the list across councils in which a question stands with all its cases."""
    region = next((region for region in Region if region.label == here.council.region), None)
    with_it = replace(state, region=region, service=one.service, question=one.question)
    return here.links.watch(query_string(with_it))
