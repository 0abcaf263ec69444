"""How to complain, once on a council's page: to the council first, then to the Ombudsman."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.markup import elements as html
from dashboard.markup.parts import heading
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.repository.stand_ins import stand_ins


def how_to_complain(council: Council, repository: Repository, level: int) -> Component:
    """Return the steps; to an ended council nobody can complain, so its successors are named."""
    latest = repository.release().years[-1]
    ended = council.end is not None
    to = [other.name for other in stand_ins(council, latest, repository)] if ended else [council.name]
    whom = " or ".join(to) or "the council that serves the area now"
    steps = [
        html.Li([html.Strong(f"Complain to {whom} first."), " It must have the chance to put things right."]),
        html.Li([html.Strong("Wait for its final answer."), " If none comes in reasonable time, go on."]),
        html.Li(
            [
                html.Strong("Then complain to the Ombudsman."),
                " It is free. ",
                html.A("How to complain, and by when", href=urls.ombudsman_complain(), rel="external"),
                ".",
            ]
        ),
    ]
    top = heading(level, "How to complain", id="complain")
    return html.Section([top, html.Ol(steps, className="steps")], className="complain")
