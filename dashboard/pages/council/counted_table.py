"""A table of counts with their origins: said once in the caption where all share one, else in a column."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria, origin_chip, short_chip, source_link, table
from dashboard.pages.cases.links import CaseLinks, to_cases
from dashboard.words.wording import listed, uncapital


@dataclass(frozen=True, slots=True)
class Row:
    """A count with its name. ``label`` is how the name is shown; ``total`` marks the last row. ``quantity``
    names what it counts, for a link to its cases."""

    name: str
    label: Child
    count: int | None
    origin: Origin | None
    source_url: str | None
    total: bool = False
    quantity: str | None = None


def counted_table(
    rows: Sequence[Row],
    caption: str,
    column: str,
    year: str,
    *,
    bars: bool,
    links: CaseLinks | None = None,
) -> list[Child]:
    """Return the table of the counts that are held, and a sentence naming those that are not.

    ``bars`` adds a column with a thin bar of each count, in proportion to the largest. ``links`` lead
    from the counts to their cases.
    """
    held = [row for row in rows if row.count is not None]
    missing = [row.name for row in rows if row.count is None]
    shared = len({(row.origin, row.source_url) for row in held}) == 1
    head: list[Child] = [f"{caption}, {year}"]
    if shared:
        head += [" ", origin_chip(held[0].origin)] if held[0].origin else []
        head += source_link(held[0].source_url, caption)
    largest = max((row.count or 0 for row in held if not row.total), default=0)
    body: list[list[Child | list[Child]]] = []
    for row in held:
        cells: list[Child | list[Child]] = [row.label]
        if bars:
            cells.append("" if row.total else _bar(row.count, largest))
        cells.append(_number(row, links))
        if not shared:
            cells.append(_whence(row, row.name))
        body.append(cells)
    heads = [column, *([""] if bars else []), "Number", *([] if shared else ["Origin"])]
    whole = table(
        head,
        heads,
        body,
        numbers=frozenset({2 if bars else 1}),
        total_last=held[-1].total,
        label=f"{caption}, {year}",
    )
    if not missing:
        return [whole]
    names = listed([name[:1].lower() + name[1:] for name in missing])
    return [whole, html.P(f"Not held for {year}: {names}.", className="not-held small")]


def _number(row: Row, links: CaseLinks | None) -> Child:
    text = thousands(row.count or 0)
    if row.quantity is None:
        return text
    kind, _, item = row.quantity.partition(":")
    named = f"received, {uncapital(row.name)}" if kind == "received" and item != "total" else None
    return to_cases(links, text, row.quantity, row.count, named=named)


def _whence(row: Row, of: str) -> list[Child]:
    chip: list[Child] = [" ", short_chip(row.origin)] if row.origin else []
    return [*chip, *source_link(row.source_url, of)]


def _bar(count: int | None, largest: int) -> Component | str:
    if not count or not largest:
        return ""
    return html.Span(
        "", className="row-bar", style={"width": f"{100 * count / largest:.1f}%"}, **aria(hidden="true")
    )
