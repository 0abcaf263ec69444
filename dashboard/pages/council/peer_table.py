"""Every council of the type from A to Z with its figures, their fractions, and where each lies."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.charts.peers import Group
from dashboard.markup.parts import Child, table
from dashboard.pages.council import comparison_texts as say
from dashboard.repository.records import Council
from dashboard.words.states import within
from dashboard.words.wording import capital


def peer_table(
    chosen: Council, groups: Sequence[Group], councils: Sequence[Council], release: str | None
) -> Component:
    """Return the table of the councils of a type, folded (on paper it is unfolded)."""
    first = groups[0]
    ordered = sorted(
        (council for council in councils if council.type is first.kind),
        key=lambda council: council.short_name.casefold(),
    )
    rows = [_row(council, chosen, groups, release) for council in ordered]
    caption = f"{capital(first.kind.councils)}, A to Z, {say.span(first)}"
    unsaid = html.Span(say.UNLESS_SAID, className="small")
    heads = ["Council", *(group.measure.short for group in groups)]
    whole = table([caption, unsaid], heads, rows, label=caption)
    return html.Details(
        [html.Summary(f"Table of all {len(rows)} {first.kind.councils}, A to Z"), whole],
        id="peer-table",
        className="chart-table peer-table",
    )


def _row(
    council: Council, chosen: Council, groups: Sequence[Group], release: str | None
) -> list[Child | Sequence[Child]]:
    link = html.A(council.short_name, href=urls.council(council.slug, groups[0].year, release))
    name: Child = html.Strong(["This council: ", link]) if council == chosen else link
    return [name, *(_cell(council, group) for group in groups)]


def _cell(council: Council, group: Group) -> Child | list[Child]:
    peer = next((peer for peer in group.peers if peer.slug == council.slug), None)
    if peer is None:
        return html.Span(within(group.without[council.slug]), className="not-held")
    figure = peer.text.replace(" per 100,000", "", 1)  # the column's head says it
    note = say.peer_note(peer)
    return [figure, html.Span(note, className="row-note")] if note else figure
