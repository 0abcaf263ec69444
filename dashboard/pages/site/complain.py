"""Which council runs what, and how to complain: for who does not know yet which council to ask."""

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.council_services import SOURCE
from dashboard.markup import elements as html
from dashboard.markup.parts import heading
from dashboard.markup.who_runs_what import by_tier, complaint_about, steps

TITLE = "Which council to complain to, and how"


def render(links: Links = UNNAMED) -> Component:
    """Return the page: the table of services by tier, what each complaint is about, the steps."""
    return html.Article(
        [
            heading(1, TITLE),
            html.P(
                [
                    "Much of England has two councils for one place: a district and a county. Elsewhere one "
                    "council does everything. ",
                    html.A("Type your postcode", href=links.find(None)),
                    " to see which are yours.",
                ]
            ),
            steps(2),
            html.Section(
                [
                    heading(2, "Services by type of council"),
                    by_tier(),
                    html.P(
                        [
                            "Source: ",
                            html.A("GOV.UK, how your council works", href=SOURCE, rel="external"),
                            ", and what the Ombudsman says it can look at.",
                        ]
                    ),
                ]
            ),
            complaint_about((), links, 2),
        ],
        className="prose frame finding",
    )
