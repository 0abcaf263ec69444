"""Improvements in a list: what was agreed, whose it is, the case it comes from, and whether it was done."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.formats import day
from dashboard.domain.progress import progress
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.cases.listing import marked
from dashboard.repository.case_records import Improvement
from dashboard.repository.interface import Repository
from dashboard.words.wording import capital


def items(
    improvements: Sequence[Improvement], repository: Repository, links: Links, *, whose: bool
) -> Component:
    """Return a list of improvements; ``whose`` says of each which council agreed to it."""
    told = [html.Li(_item(one, repository, links, whose=whose)) for one in improvements]
    return html.Ul(told, className="case-list improvement-list")


def progress_text(one: Improvement) -> str:
    """Say when an improvement fell due and whether it was done: "Due 4 August 2023, done late on …"."""
    state = progress(one.due, one.met)
    if one.due is None:
        return "No dates held."
    if one.met is None:
        return f"Due {day(one.due)}, {state.label}."
    return f"Due {day(one.due)}, {state.label}, on {day(one.met)}."


def _item(one: Improvement, repository: Repository, links: Links, *, whose: bool) -> list[Child]:
    council = repository.council(one.slug)
    name = council.name if council else one.slug
    about = f"{one.category.label}: {one.sub_category}" if one.sub_category else one.category.label
    said = [about, *([one.fault] if one.fault else []), one.kind.label]
    case = html.A(one.reference, href=links.decision(one.reference), className="case-reference")
    who: list[Child] = [html.A(name, href=links.council(one.slug, None)), ", "] if whose else []
    return [
        html.P(marked(one.text), className="improvement-text"),
        html.P(
            [*who, f"{'agreed' if whose else 'Agreed'} {day(one.agreed)}. {progress_text(one)}"],
            className="case-facts",
        ),
        html.P([_middots(said), " · Case ", case], className="case-facts"),
    ]


def _middots(parts: Sequence[str]) -> str:
    return " · ".join(capital(part) for part in parts)
