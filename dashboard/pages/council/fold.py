"""Sections of a council's year that open: a heading with what they come to, and the whole below it.

A native disclosure keeps all text in the page, opens without a script, and stands open on paper. The
anchor is the content's, not the heading's: a link to it, from this page or another, opens it.
"""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading

ON_PAPER_IF_OPEN = "asked"
"""The class of a disclosure that is printed only if it was opened: a list of cases."""


def fold(
    anchor: str,
    level: int,
    title: str | Sequence[Child],
    gist: str | Sequence[Child],
    body: Sequence[Child],
    *,
    css: str = "",
    asked: bool = False,
) -> Component:
    """Return a section that opens. ``gist`` says in a line what it comes to; ``asked``: see above."""
    summary = html.Summary([heading(level, title), html.Span(gist, className="fold-gist")])
    inner = html.Div([*body], id=anchor, className="fold-body")
    kind = f"fold {ON_PAPER_IF_OPEN}" if asked else "fold"
    return html.Section(html.Details([summary, inner], className=kind), className=f"folded {css}".strip())


def folded(section: Component, level: int, *, gist: str | None = None, asked: bool = False) -> Component:
    """Return a section as one that opens: its heading and first plain paragraph stay in sight.

    ``section`` has its heading first, with the id it is linked by. Another ``gist`` leaves its paragraphs
    in it.
    """
    top, *rest = section.children
    lead: Sequence[Child] | str = gist if gist is not None else ""
    if gist is None:
        for place, part in enumerate(rest):
            if _is_plain(part):
                lead = part.children
                rest = [*rest[:place], *rest[place + 1 :]]
                break
    return fold(top.id, level, top.children, lead, rest, css=getattr(section, "className", ""), asked=asked)


def _is_plain(part: object) -> bool:
    """Whether a part is a paragraph that can stand in a summary: text and origins, no link."""
    if not isinstance(part, html.P) or getattr(part, "className", None) == "small":
        return False
    inside = part.children if isinstance(part.children, list) else [part.children]
    return all(isinstance(one, (str, html.Span)) for one in inside)
