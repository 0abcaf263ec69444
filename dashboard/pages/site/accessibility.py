"""What was done and tested so that everyone can use the site, and what was not."""

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED, Links
from dashboard.markup import elements as html
from dashboard.markup.parts import heading
from dashboard.repository.interface import Repository

_DONE = (
    "Every page is complete without JavaScript: figures, tables, letters and links are in its HTML. The map "
    "is recoloured, and trends are drawn, by scripts; the tables beside them hold the same values.",
    "The map is one stop for the Tab key. Arrow keys move to the neighbouring council, Enter opens it, "
    "Escape goes back. The search by name or postcode, and the table, reach every council too.",
    "No figure is told by colour alone: patterns, symbols and words stand beside it.",
    "Pages reflow at 320 pixels wide and at 400% zoom. Only the map and wide tables scroll in their own box.",
    "Nothing moves when the system asks for reduced motion, and colours yield to high-contrast settings.",
)
_TESTED = (
    "axe-core, with the rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA, on the map with the panel open "
    "and closed, a council’s page, a letter, and the pages of text, at 1280 and 390 pixels wide.",
    "The keyboard alone: reaching, opening and closing a council, in an automated browser (Chromium).",
    "Pages with scripts switched off, and pages as printed on A4, in the same browser.",
)
_NOT_TESTED = (
    "No test with people who use assistive technology has been made.",
    "No test with a screen reader has been made.",
    "No browser but Chromium has been tested.",
)


def render(repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the page. What it says is the same for every release but for its links."""
    del repository
    return html.Article(
        [
            heading(1, "Accessibility"),
            html.P(
                "This site aims to meet WCAG 2.2 at level AA. It has had no independent audit, so no claim "
                "of full conformance is made."
            ),
            heading(2, "What was done"),
            _points(_DONE),
            heading(2, "What was tested, automatically"),
            _points(_TESTED),
            heading(2, "What was not tested"),
            _points(_NOT_TESTED),
            heading(2, "If something does not work for you"),
            html.P(
                [
                    "Please raise an issue in the repository of this project and say what you tried and what "
                    "happened. Every figure can also be had as a table on ",
                    html.A("the data page", href=links.plain("data")),
                    ".",
                ]
            ),
        ],
        className="text-page frame",
    )


def _points(items: tuple[str, ...]) -> Component:
    return html.Ul([html.Li(item) for item in items])
