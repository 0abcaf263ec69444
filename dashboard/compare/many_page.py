"""The page of the one table: a sentence first, then the table, its key, and below it what can be changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.compare.comparison import Comparison
from dashboard.compare.group import Group, order_said
from dashboard.compare.many import Many
from dashboard.compare.many_cells import CouncilUrl, across, table_html
from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.html import text
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria, heading, years_whole


@dataclass(frozen=True, slots=True)
class TableOf:
    """What the page is made of: the comparison with its table, and the parts other looks have too."""

    comparison: Comparison
    many: Many
    group: Group
    council_url: CouncilUrl
    told: Sequence[Child]
    looks: Component
    change: Sequence[Component]
    files: Sequence[Component]
    meant: Component


def table_first(page: TableOf) -> list[Child]:
    """Return the page's parts in their order."""
    comparison, many = page.comparison, page.many
    (table,) = comparison.tables
    lead, *said = table.lead
    return [
        heading(1, years_whole(comparison.title)),
        html.P(lead, className="many-lead"),
        html.P(" ".join(part for part in (*said, page.group.how, order_said(page.group), _RANK) if part)),
        *[html.P(sentence, className="note") for sentence in comparison.said],
        *page.told,
        page.looks,
        html.Details(
            [html.Summary("Change councils, measures or years"), *page.change], className="many-change"
        ),
        _table(many, table.caption, page.council_url),
        _key(many),
        _notes(table.notes),
        *page.files,
        page.meant,
    ]


def _table(many: Many, caption: str, council_url: CouncilUrl) -> Component:
    side_by_side = across(many)
    switch = _switch(many) if side_by_side and len(many.measures) > 1 else []
    whole = Markup(
        table_html(many, caption, council_url),
        tag="div",
        className="table-box",
        role="region",
        tabIndex="0",
        **aria(label=caption),
    )
    css = "many across" if side_by_side else "many stacked"
    return html.Section([*switch, whole], className=css)


def _switch(many: Many) -> list[Child]:
    """Return the choice of one measure, which is seen where the screen has room for no more."""
    choices = "".join(
        f'<label><input type="radio" name="many-measure" class="pick{number}"'
        f"{' checked' if number == 1 else ''}> <span>{text(measure.short)}</span></label>"
        for number, measure in enumerate(many.measures, start=1)
    )
    legend = '<legend class="visually-hidden">Measure shown</legend>'
    return [Markup(f"{legend}{choices}", tag="fieldset", className="many-switch")]


def _key(many: Many) -> Component:
    sights = list(many.sights)
    drawn = any(sight.place is not None for sight in sights)
    items: list[tuple[str, str]] = []
    if drawn:
        items.append(("band", "usual for its type, 19 times in 20"))
        items.append(("point", "published, reported or derived"))
    if any(sight.simulated for sight in sights) or any(
        entry.origin == Origin.SIMULATED for each in many.averages for of in each.cells for entry in of
    ):
        items.append(("open", "simulated"))
    if any(sight.marked for sight in sights):
        items.append(("mark", "beyond what chance explains"))
    if any(many.broken_before(m, place) for m in many.measures for place in range(len(many.years))):
        items.append(("break", "not one series across"))
    listed = "".join(f"<li>{_GLYPHS[kind]}{text(words)}</li>" for kind, words in items)
    return Markup(listed, tag="ul", className="many-key")


_RANK = "Nothing is ranked."
_POINT = 'width="12" height="12" aria-hidden="true"><circle class="bar-point" cx="6" cy="6" r="4"/></svg>'
_GLYPHS = {
    "band": '<svg width="44" height="14" aria-hidden="true"><rect class="bar-range" x="1" width="42" y="2" '
    'height="10" rx="2"/></svg>',
    "point": f"<svg {_POINT}",
    "open": f'<svg class="simulated" {_POINT}',
    "mark": '<i aria-hidden="true">▲▼</i>',
    "break": '<b class="many-dash" aria-hidden="true"></b>',
}


def _notes(said: Sequence[str]) -> Component:
    return html.Ul([html.Li(note) for note in said], className="compare-notes small")
