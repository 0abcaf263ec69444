"""Where a council came from and what took its place, in sentences with links."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.formats import day
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, LineageLink

_CAME_FROM = {
    "merged": "Merged whole into this council on",
    "split": "Split between this council and others on",
    "part": "Goes on, and gave a part of its area to this council on",
    "recoded": "Continued by this council under a new code on",
}
_WENT_TO = {
    "merged": "Merged whole, with any others, into its successor on",
    "split": "Split between its successors on",
    "part": "Took over a part of its area on",
    "recoded": "Continued under a new code on",
}


def lineage(council: Council, repository: Repository, links: Links, level: int) -> Component | None:
    """Return predecessors and successors with links to their pages; None for a council with neither."""
    before, after = repository.predecessors(council.slug), repository.successors(council.slug)
    if not before and not after:
        return None
    children: list[Child] = [heading(level, "Before and after", id="lineage")]
    if before:
        children += _group("Predecessors", before, repository, links, came_from=True)
    if after:
        children += _group("Successors", after, repository, links, came_from=False)
    return html.Section(children, className="lineage")


def linked(councils: Sequence[Council], year: str | None, links: Links) -> list[Child]:
    """Return councils' names as links joined as a sentence does."""
    parts: list[Child] = []
    for index, other in enumerate(councils):
        if index:
            parts.append(" and " if index == len(councils) - 1 else ", ")
        parts.append(html.A(other.name, href=links.council(other.slug, year)))
    return parts


def _group(
    title: str,
    changes: Sequence[LineageLink],
    repository: Repository,
    links: Links,
    *,
    came_from: bool,
) -> list[Child]:
    said = _CAME_FROM if came_from else _WENT_TO
    items: list[Child] = []

    def of(link: LineageLink) -> tuple[date, str]:
        return link.effective, _change(link, repository)

    for (effective, change), group in groupby(sorted(changes, key=of), key=of):
        slugs = [link.predecessor if came_from else link.successor for link in group]
        councils = [c for c in map(repository.council, slugs) if c is not None]
        names = linked(sorted(councils, key=lambda c: c.name), None, links)
        items.append(html.Li([*names, html.Span(f"{said[change]} {day(effective)}.", className="row-note")]))
    return [html.P(title, className="list-title"), html.Ul(items, className="plain-list")]


def _change(link: LineageLink, repository: Repository) -> str:
    """Return what a link tells: a split council that goes on with the rest gave a part of it."""
    before = repository.council(link.predecessor)
    goes_on = before is not None and (before.end is None or before.end >= link.effective)
    return "part" if link.change == "split" and goes_on else link.change
