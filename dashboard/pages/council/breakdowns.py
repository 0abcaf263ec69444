"""Received by category and decided by outcome, as tables with a thin bar of each row's share."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.domain.formats import thousands
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip, source_link
from dashboard.pages.cases.links import CaseLinks
from dashboard.pages.council.counted_table import Row, counted_table
from dashboard.repository.records import CountRow
from dashboard.words.breakdown import item_label

_TITLES = {
    "received": ("Received, by service", "Complaints and enquiries received", "Service"),
    "decided": ("Decided, by outcome", "Complaints and enquiries decided", "Outcome"),
}
_NOTES = {
    "received": "A complaint may be received in one year and decided in another.",
    "decided": "Investigations are the last two: not upheld and upheld.",
}


def breakdown(
    rows: Sequence[CountRow], kind: str, year: str, level: int, links: CaseLinks | None = None
) -> Component:
    """Return one breakdown, or a sentence where nothing of it is held. ``links`` lead to the cases."""
    title, caption, column = _TITLES[kind]
    children: list[Child] = [heading(level, title, id=kind)]
    held = [row for row in rows if row.count is not None]
    if not held:
        children.append(html.P(f"{caption}: not held for {year}.", className="measure-empty"))
    elif [row.item for row in held] == ["total"]:
        children.append(_only_total(held[0], caption, column, year))
    else:
        counted = [
            Row(
                label,
                label,
                row.count,
                row.origin,
                row.source_url,
                total=row.item == "total",
                quantity=f"{kind}:{row.item}",
            )
            for row in rows
            for label in [item_label(kind, row.item)]
        ]
        children += counted_table(counted, caption, column, year, bars=True, links=links)
        children.append(html.P(_NOTES[kind], className="small"))
    return html.Section(children, className="breakdown")


def _only_total(row: CountRow, caption: str, column: str, year: str) -> Component:
    return html.P(
        [
            f"{caption} in {year}: {thousands(row.count or 0)}. By {column.lower()} they are not held. ",
            *([origin_chip(row.origin)] if row.origin else []),
            *source_link(row.source_url, f"{caption}, {year}"),
        ]
    )
