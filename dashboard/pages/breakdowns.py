"""Received by category and decided by outcome, as tables with a thin bar of each row's share."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Outcome
from dashboard.pages.parts import Child, aria, heading, origin_chip, source_link, table
from dashboard.repository.records import CountRow

_TITLES = {
    "received": ("Received, by service", "Complaints and enquiries received", "Service"),
    "decided": ("Decided, by outcome", "Complaints and enquiries decided", "Outcome"),
}
_NOTES = {
    "received": "A complaint may be received in one year and decided in another.",
    "decided": "Investigations are the last two: not upheld and upheld.",
}


def item_label(kind: str, item: str) -> str:
    """Return the field's label of a category, an outcome or the total."""
    if item == "total":
        return "Total"
    return Category(item).label if kind == "received" else Outcome(item).label


def breakdown(rows: Sequence[CountRow], kind: str, year: str, level: int) -> Component:
    """Return one breakdown, or a sentence where nothing of it is held."""
    title, caption, column = _TITLES[kind]
    children: list[Child] = [heading(level, title, id=kind)]
    held = [row for row in rows if row.count is not None]
    if not held:
        children.append(html.P(f"{caption}: not held for {year}.", className="measure-empty"))
    elif [row.item for row in held] == ["total"]:
        children.append(_only_total(held[0], caption, column, year))
    else:
        children += [_table(rows, kind, year), html.P(_NOTES[kind], className="small")]
    return html.Section(children, className="breakdown")


def _only_total(row: CountRow, caption: str, column: str, year: str) -> Component:
    return html.P(
        [
            f"{caption} in {year}: {thousands(row.count or 0)}. By {column.lower()} they are not held. ",
            *([origin_chip(row.origin)] if row.origin else []),
            *source_link(row.source_url, f"{caption}, {year}"),
        ]
    )


def _table(rows: Sequence[CountRow], kind: str, year: str) -> Component:
    _, caption, column = _TITLES[kind]
    held = [row for row in rows if row.count is not None]
    origins = {row.origin for row in held}
    shared = origins.pop() if len(origins) == 1 else None
    largest = max((row.count or 0 for row in held if row.item != "total"), default=0)
    body: list[list[Child | list[Child]]] = []
    for row in rows:
        label = item_label(kind, row.item)
        bar = "" if row.item == "total" else _bar(row.count, largest)
        body.append([label, [bar], _count(row, shared, label)])
    head: list[Child] = [f"{caption}, {year}"]
    if shared:
        head += [" ", origin_chip(shared)]
    whole = any(row.item == "total" for row in rows)
    return table(head, [column, "", "Number"], body, numbers=frozenset({2}), total_last=whole)


def _bar(count: int | None, largest: int) -> Component | str:
    if not count or not largest:
        return ""
    width = f"{100 * count / largest:.1f}%"
    return html.Span("", className="row-bar", style={"width": width}, **aria(hidden="true"))


def _count(row: CountRow, shared: Origin | None, label: str) -> list[Child]:
    if row.count is None:
        return [html.Span("not held", className="not-held")]
    chip: list[Child] = [] if row.origin is None or row.origin is shared else [origin_chip(row.origin), " "]
    return [*chip, thousands(row.count), *source_link(row.source_url, label)]
