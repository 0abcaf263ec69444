"""How sure the four figures are: what a typical council would have had, and how to read the cards."""

from dash.development.base_component import Component

from dashboard.domain.measures import headline
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.council.measure_bar import Shown
from dashboard.words.figure import usual


def how_sure(shown: Shown, looks: str | None) -> Component:
    """Return what a typical council would have had, and what dot, band, tick and comparison mean, folded.

    ``looks`` says how likely a mark somewhere is for a council that is like its type.
    """
    return html.Details(
        [
            html.Summary("How sure is this?"),
            *_typical(shown),
            html.P(
                "The dot is the council. The band is the range usual for a council of its type with so "
                "few or so many cases, worked out by us: 95 in 100 would lie within it by chance. The tick "
                "is the average it is compared with. The dot lies outside the band exactly where the council "
                "is said to be lower or higher."
            ),
            html.P(
                "“Lower” and “higher” mean that fewer than 1 in 40 councils like the others of the type "
                "would be so far out on that side; “much”, fewer than 1 in 1,000. “No clear difference” does "
                "not mean that councils are alike: small numbers cannot show a difference. These comparisons "
                "are ours. Compliance is not compared: what matters is each recommendation not carried out."
            ),
            *([html.P(looks)] if looks else []),
            html.P("A high upheld rate can mean an open council. Neither end is “good”."),
        ],
        className="how-to-read",
    )


def _typical(shown: Shown) -> list[Child]:
    """Say of each measure compared, in natural frequencies, what a typical council would have had."""
    if shown.ended:
        return []
    told = [(m.label, usual(shown.figures[m.id], shown.council.type)) for m in headline()]
    items = [html.Li([html.Strong(f"{label}. "), said]) for label, said in told if said]
    return [html.Ul(items, className="plain-list")] if items else []
