"""The map's controls: native selects in a form that works by itself."""

from collections.abc import Collection, Sequence

from dash.development.base_component import Component

from dashboard.addresses.view_state import Drawn, Reading, ViewState, default_period
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.measures import on_map
from dashboard.markup import elements as html
from dashboard.markup.form_parts import hidden
from dashboard.markup.markup import Markup
from dashboard.markup.parts import aria

Options = Sequence[tuple[str, str]]

READINGS = ((Reading.FIGURE, "Figure, with marks"), (Reading.COMPARED, "Compared with its type"))
TIERS = ((Tier.UPPER, "Counties and single-tier"), (Tier.LOWER, "Districts and single-tier"))
_TWO_TIERS = frozenset({AuthorityType.COUNTY, AuthorityType.DISTRICT})
_SELF_EVIDENT = ("measure", "year")  # what is chosen says what it is; the label is there for who cannot see
PERIODS = {1: "One year", 3: "Three years pooled"}


def controls(state: ViewState, years: Sequence[str], types: Collection[AuthorityType]) -> Component:
    """Return the form. What is left at its usual value is sent empty where it depends on another choice.

    ``types`` are those of the year's councils: a type that is left without one is not offered, nor the choice
    of a tier where neither counties nor districts are left. Both stay in the form, hidden, since the year may
    be changed without another page.
    """
    first = [
        _select("measure", "Measure", [(m.id, m.label) for m in on_map()], state.measure),
        _select("year", "Year", [(y, y) for y in reversed(years)], state.year),
    ]
    which = [
        _select("reading", "Shown as", [(r.value, label) for r, label in READINGS], state.reading.value),
        _select(
            *("tier", "Councils", [(t.value, label) for t, label in TIERS], state.tier.value),
            hidden=_TWO_TIERS.isdisjoint(types),
        ),
        _select(
            *("type", "Type", _types(), state.type.value if state.type else ""),
            left=[kind.value for kind in AuthorityType if kind not in types and kind is not state.type],
        ),
        _select("period", "Period", _periods(state.tier), _period(state)),
    ]
    return html.Form(
        [
            *first,
            _further(which, state),
            _kept(state),
            html.Button("Show", type="submit", className="map-apply button-primary"),
        ],
        method="get",
        action="/",
        id="map-controls",
        className="map-controls",
        **aria(label="What the map shows"),
    )


def _further(fields: list[Component], state: ViewState) -> Component:
    """Return the other choices: folded while they are the usual ones."""
    usual = (
        state.tier is Tier.UPPER
        and state.type is None
        and state.period == default_period(state.tier)
        and state.reading is Reading.FIGURE
    )
    return html.Details(
        [html.Summary("More"), html.Div(fields, className="map-further-fields")],
        open=not usual,
        className="map-further",
    )


def _select(
    name: str, label: str, options: Options, chosen: str, *, left: Collection[str] = (), hidden: bool = False
) -> Component:
    """Return a choice with its label; the options ``left`` are not offered."""
    told = [
        html.Option(
            words,
            value=value,
            selected="selected" if value == chosen else None,
            hidden=value in left or None,
            disabled=value in left or None,
        )
        for value, words in options
    ]
    field = f"map-{name}"
    unseen = "visually-hidden" if name in _SELF_EVIDENT else None
    return html.Div(
        [html.Label(label, htmlFor=field, className=unseen), html.Select(told, id=field, name=name)],
        className=f"map-control map-control-{name}",
        hidden=hidden or None,
    )


def _types() -> Options:
    return (("", "All types"), *((kind.value, kind.label) for kind in AuthorityType))


def _periods(tier: Tier) -> Options:
    usual = default_period(tier)
    return [("" if period == usual else str(period), label) for period, label in PERIODS.items()]


def _period(state: ViewState) -> str:
    return "" if state.period == default_period(state.tier) else str(state.period)


def _kept(state: ViewState) -> Component:
    kept = {
        "view": state.drawn if state.drawn is not Drawn.MAP else None,
        "council": state.council,
        "release": state.release,
    }
    return Markup(hidden(kept.items()), tag="div", hidden=True)
