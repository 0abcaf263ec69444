"""Small parts every page of ours shares: headings by level, origin chips, links to sources, tables."""

import re
from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.html import render, text
from dashboard.markup.markup import Markup
from dashboard.words.wording import capital

Child = Component | str
_YEAR = re.compile(r"(\b\d{4}-\d{2}\b)")

_HEADINGS = {1: html.H1, 2: html.H2, 3: html.H3, 4: html.H4, 5: html.H5, 6: html.H6}


def aria(**values: str) -> dict[str, Any]:
    """Return aria attributes as Dash takes them: ``aria(label="Years")`` is ``aria-label``."""
    return {f"aria-{name}": value for name, value in values.items()}


def heading(level: int, text: str | Sequence[Child], **properties: Any) -> Component:
    """Return a heading of a level from 1 to 6."""
    return _HEADINGS[level](text, **properties)


def years_whole(said: str) -> list[Child]:
    """Return a line in which no year is broken after its hyphen: "2018-" over "19" reads as another thing."""
    return [
        html.Span(part, className="unbroken") if _YEAR.fullmatch(part) else part
        for part in _YEAR.split(said)
        if part
    ]


def origin_chip(origin: Origin, what: str | None = None, after: str = "") -> Component:
    """Return an origin in words as a small outlined chip; ``what`` names the part it is about.

    "Published by the Ombudsman", "Counts simulated".
    """
    words = f"{what} {origin.words}" if what else origin.words
    return html.Span(capital(words) + after, className=f"origin origin-{origin.value}")


def short_chip(origin: Origin) -> Component:
    """Return an origin in one word, for a table's column of that name."""
    return html.Span(capital(origin.value), className=f"origin origin-{origin.value}")


def source_link(url: str | None, of: str) -> list[Child]:
    """Return a link "source" whose accessible name says of what, with a space before it; nothing without."""
    if not url:
        return []
    hidden = html.Span(f" of {of}", className="visually-hidden")
    return [" ", html.A(["source", hidden], href=url, className="source-link", rel="external")]


def table(
    caption: str | Sequence[Child],
    head: Sequence[str],
    rows: Sequence[Sequence[Child | Sequence[Child]]],
    *,
    numbers: frozenset[int] = frozenset(),
    total_last: bool = False,
    label: str | None = None,
) -> Component:
    """Return a table in its own scrolling box: a caption, column heads, and rows headed by their first cell.

    It is written at once, as markup: tables are half of a council's page.

    ``numbers`` are the columns aligned right. ``label`` names the box for the keyboard where the table
    may be wider than its place.
    """

    def css(column: int) -> str:
        return ' class="number"' if column in numbers else ""

    heads = "".join(
        f'<th{css(i)} scope="col">{text(told)}</th>' if told else "<td></td>" for i, told in enumerate(head)
    )
    body = []
    for index, (first, *cells) in enumerate(rows):
        last = total_last and index == len(rows) - 1
        body += ['<tr class="total">' if last else "<tr>", '<th scope="row">', render(first), "</th>"]
        for i, cell in enumerate(cells, start=1):
            body += [f"<td{css(i)}>", render(cell), "</td>"]
        body.append("</tr>")
    whole = (
        f"<table><caption>{render(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table>"
    )
    if label is None:
        return Markup(whole, tag="div", className="table-box")
    return Markup(whole, tag="div", className="table-box", role="region", tabIndex="0", **aria(label=label))
