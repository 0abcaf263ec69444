"""The one large question of the first screen: which council is yours? A form that works by itself."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.markup.form_parts import keep_release
from dashboard.markup.markup import Markup

EXAMPLES = ("Harrogate", "CT1 2AA")


def find_form(links: Links) -> Component:
    """Return the field with its button, and two examples as links to what they find."""
    kept = keep_release(links.release)
    form = (
        '<form action="/find" method="get"><label for="map-find-input"><strong>Find your council:</strong> '
        '<span>name, town or postcode</span></label><div class="map-find-field">'
        '<input id="map-find-input" name="q" '
        f'type="search" autocomplete="off" spellcheck="false" maxlength="80">{kept}'
        '<button type="submit" class="button-primary">Find</button></div></form>'
    )
    chips = [html.A(name, href=links.find(name), className="map-chip") for name in EXAMPLES]
    return html.Div(
        [
            Markup(form, tag="div", className="map-find-box", role="search"),
            html.P(["For example ", *chips], className="map-find-examples"),
        ],
        className="map-find",
    )
