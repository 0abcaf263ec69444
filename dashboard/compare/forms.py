"""The forms of a comparison: add a council, choose its peers, choose what is shown. GET, without a script."""

from collections.abc import Iterable, Sequence

from dash.development.base_component import Component

from dashboard.addresses.compare_state import CompareState, Look, measures_shown, years_shown
from dashboard.addresses.peer_methods import Peers
from dashboard.compare.group import Group
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.measures import MEASURES
from dashboard.markup import elements as html
from dashboard.markup.form_parts import hidden
from dashboard.markup.html import text
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria
from dashboard.repository.records import Council

Options = Sequence[tuple[str, str]]

LOOKS = (
    (Look.TABLE, "Several measures over several years"),
    (Look.YEAR, "All measures of one year"),
    (Look.YEARS, "One measure over seven years"),
)
_CHOICE = ("year", "view", "measure", "measures", "years")


def add_form(
    state: CompareState, group: Group, years: Sequence[str], offered: Iterable[Council]
) -> Component:
    """Return the form that adds a council by name or postcode; without a group, with its peers."""
    names = "".join(f'<option value="{text(council.name)}"></option>' for council in offered)
    field = Markup(
        '<label for="compare-add">Council’s name or postcode</label>'
        '<input id="compare-add" name="add" type="text" list="compare-names" maxlength="80" '
        f'autocomplete="off" spellcheck="false"><datalist id="compare-names">{names}</datalist>',
        tag="div",
        className="compare-field",
    )
    fields: list[Component] = [field]
    if not group.members:
        methods = [("", "Nobody yet: I choose by hand"), *((method.value, method.label) for method in Peers)]
        fields.append(_select("peers", "Compare it with", methods, Peers.TYPE.value))
    kept = _kept(state, years, group.slugs, *_CHOICE)
    label = "Add a council" if group.members else "Choose a council"
    return _form([*fields, kept], "Add" if group.members else "Compare", label)


def peers_form(state: CompareState, group: Group, years: Sequence[str]) -> Component:
    """Return the form that fills the group with the peers of one of its councils."""
    base = group.base.slug if group.base else ""
    councils = [(council.slug, council.short_name) for council in group.members]
    chosen = state.peers.value if state.peers else Peers.TYPE.value
    fields = [
        _select("council", "Peers of", councils, base),
        _select("peers", "Chosen by", [(method.value, method.label) for method in Peers], chosen),
        _kept(state, years, (), *_CHOICE),
    ]
    return _form(fields, "Choose these", "Choose peers")


def look_form(state: CompareState, group: Group, years: Sequence[str]) -> Component:
    """Return the form that chooses the year, and one year or seven."""
    fields = [
        _select("view", "Show", [(look.value, label) for look, label in LOOKS], state.look.value),
        _select("year", "Year, or last of the years", [(y, y) for y in reversed(years)], state.year),
        _select(
            "measure", "Measure over the years", [(m.id, m.label) for m in MEASURES.values()], state.measure
        ),
        _kept(state, years, state.councils if state.peers else group.slugs, "peers"),
    ]
    return _form(fields, "Show", "What is shown")


def table_form(state: CompareState, group: Group, years: Sequence[str]) -> Component:
    """Return the form that chooses the measures and the years of the one table."""
    shown, measures = years_shown(state, years), measures_shown(state)
    fields = [
        _boxes("measures", "Measures", [(m.id, _of_box(m), m in measures) for m in MEASURES.values()]),
        _boxes("years", "Years", [(each, each, each in shown) for each in reversed(years)]),
        _kept(state, years, state.councils if state.peers else group.slugs, "peers", "view"),
    ]
    return _form(fields, "Show these", "What the table shows")


def _of_box(measure: Measure) -> str:
    """Name a measure among all others: "Upheld" is a number, "Complaints upheld" a share."""
    return f"{measure.label} (number)" if measure.unit is Unit.COUNT else measure.label


def _boxes(name: str, legend: str, choices: Iterable[tuple[str, str, bool]]) -> Component:
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{text(value)}"{" checked" if on else ""}>'
        f" {text(label)}</label>"
        for value, label, on in choices
    )
    return Markup(f"<legend>{text(legend)}</legend>{boxes}", tag="fieldset", className="compare-boxes")


def _form(fields: Sequence[Child], action: str, label: str) -> Component:
    button = html.Button(action, type="submit", className="button-primary")
    return html.Form(
        [*fields, button], method="get", action="/compare", className="compare-form", **aria(label=label)
    )


def _select(name: str, label: str, options: Options, chosen: str) -> Component:
    field = f"compare-{name}"
    told = [
        html.Option(words, value=value, selected="selected" if value == chosen else None)
        for value, words in options
    ]
    return html.Div(
        [html.Label(label, htmlFor=field), html.Select(told, id=field, name=name)], className="compare-field"
    )


def _kept(state: CompareState, years: Sequence[str], slugs: Sequence[str], *names: str) -> Component:
    """Return what a form keeps of the state: the councils as ``councils``, and what is not its default."""
    values = {
        "councils": ",".join(slugs),
        "peers": state.peers.value if state.peers and "peers" in names else "",
        "year": state.year if "year" in names and state.year != years[-1] else "",
        "view": state.look.value if "view" in names and state.look is not Look.YEAR else "",
        "measure": state.measure if "measure" in names and state.look is Look.YEARS else "",
        "measures": ",".join(state.measures) if "measures" in names else "",
        "years": ",".join(state.years) if "years" in names else "",
        "release": state.release or "",
    }
    return Markup(hidden(values.items()), tag="div", hidden=True)
