"""A year before a council began: the councils that went into it whole, their counts added together."""

from dash.development.base_component import Component

from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import MEASURES, headline
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words import figure as say
from dashboard.words.states import within

TITLE = "Predecessors combined"
EXPLAINED = (
    "The counts of the councils that went into this one whole are added together, never averaged. Nothing is "
    "compared: this council did not exist."
)


def combined(council: Council, year: str, repository: Repository, level: int) -> Component | None:
    """Return the section, or None where no council went whole into this one or nothing of them is held."""
    figures = repository.combined(council.slug, year)
    shown = [figures[m.id] for m in headline() if m.id in figures]
    if not any(say.headline(figure) for figure in shown):
        return None
    notes = dict.fromkeys(figure.note for figure in shown if figure.note and say.headline(figure))
    return html.Section(
        [
            heading(level, f"{TITLE}, {year}", id="combined"),
            html.P(EXPLAINED),
            html.Ul([_line(figure) for figure in shown], className="plain-list"),
            *[html.P(["Note: ", note], className="measure-note") for note in notes],
        ],
        className="combined",
    )


def _line(figure: Figure) -> Component:
    lead = say.headline(figure)
    label = html.Strong(f"{MEASURES[figure.measure].label}: ")
    if lead is None:
        return html.Li([label, say.empty(figure) or within(State.NOT_HELD)])
    span = say.range_text(figure)
    interval = f", 95% interval {span}" if span else ""
    chips: list[Child] = [" ", origin_chip(figure.origin)] if figure.origin else []
    told = f"{lead.number} {lead.words}" if say.leads_with_counts(figure) else f"{lead.number} ({lead.words})"
    return html.Li([label, f"{told}{interval}", *chips])
