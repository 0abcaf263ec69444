"""Improvements in a list: what was agreed, whose it is, the case it comes from, and whether it was done."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.domain.formats import day
from dashboard.domain.progress import progress
from dashboard.pages import urls
from dashboard.pages.parts import Child
from dashboard.pages.wording import capital
from dashboard.repository.case_records import Excerpt, Improvement
from dashboard.repository.interface import Repository


def items(
    improvements: Sequence[Improvement], repository: Repository, release: str | None, *, whose: bool
) -> Component:
    """Return a list of improvements; ``whose`` says of each which council agreed to it."""
    told = [html.Li(_item(one, repository, release, whose=whose)) for one in improvements]
    return html.Ul(told, className="case-list improvement-list")


def excerpt(text: Excerpt) -> list[Child]:
    """Return a text with the words searched for marked."""
    return [html.Mark(part) if found else part for part, found in text]


def progress_text(one: Improvement) -> str:
    """Say when an improvement fell due and whether it was done: "Due 4 August 2023, done late on …"."""
    state = progress(one.due, one.met)
    if one.due is None:
        return "No dates held."
    if one.met is None:
        return f"Due {day(one.due)}, {state.label}."
    return f"Due {day(one.due)}, {state.label}, on {day(one.met)}."


def _item(one: Improvement, repository: Repository, release: str | None, *, whose: bool) -> list[Child]:
    council = repository.council(one.slug)
    name = council.name if council else one.slug
    about = f"{one.category.label}: {one.sub_category}" if one.sub_category else one.category.label
    said = [about, *([one.fault] if one.fault else []), one.kind.label]
    case = html.A(one.reference, href=urls.decision(one.reference, release))
    origin: list[Child] = [html.A(name, href=urls.council(one.slug, None, release)), ", "] if whose else []
    return [
        html.P([*origin, f"agreed {day(one.agreed)}"], className="case-list-facts"),
        html.P(excerpt(one.text), className="improvement-text"),
        html.P(_middots(said), className="case-list-facts"),
        html.P([f"{progress_text(one)} Case ", case, "."], className="case-list-facts"),
    ]


def _middots(parts: Sequence[str]) -> str:
    return " · ".join(capital(part) for part in parts)
