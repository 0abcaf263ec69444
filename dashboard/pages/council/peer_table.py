"""Every council of the type from A to Z with its figures, their fractions, and how each stands."""

from collections.abc import Sequence
from html import escape

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.charts.cells import NOT_HELD
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.pages.council import comparison_texts as say
from dashboard.pages.council.among import Among
from dashboard.repository.records import Council
from dashboard.words.wording import capital


def peer_table(among: Sequence[Among], councils: Sequence[Council], links: Links) -> Component:
    """Return the table of the councils of a type, folded (on paper it is unfolded).

    The cells are ready-made: a row is put together, not drawn.
    """
    first = among[0]
    ordered = sorted(
        (council for council in councils if council.type is first.kind),
        key=lambda council: council.short_name.casefold(),
    )
    caption = f"{capital(first.kind.councils)}, A to Z, {say.span(first)}"
    columns = [one.ready.cells for one in among]
    heads = "".join(
        f'<th scope="col">{escape(head)}</th>' for head in ("Council", *(one.measure.short for one in among))
    )
    rows = "".join(
        f"<tr>{_name(council, first, links)}"
        f"{''.join(f'<td>{column.get(council.slug, NOT_HELD)}</td>' for column in columns)}</tr>"
        for council in ordered
    )
    whole = (
        f'<table><caption>{escape(caption)}<span class="small">{escape(say.UNLESS_SAID)}</span></caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
    return html.Details(
        [
            html.Summary(f"Table of all {len(ordered)} {first.kind.councils}, A to Z"),
            Markup(
                whole,
                tag="div",
                className="table-box",
                role="region",
                **{"tabIndex": "0", "aria-label": caption},
            ),
        ],
        id="peer-table",
        className="chart-table peer-table",
    )


def _name(council: Council, among: Among, links: Links) -> str:
    href = escape(links.council(council.slug, among.year))
    link = f'<a href="{href}">{escape(council.short_name)}</a>'
    name = f"<strong>This council: {link}</strong>" if council == among.council else link
    return f'<th scope="row">{name}</th>'
