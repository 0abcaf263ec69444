"""The form that chooses the year and the type of council looked at: a GET, without a script."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.authority_types import AuthorityType
from dashboard.markup.form_parts import keep_release, options
from dashboard.markup.markup import Markup


def quality_form(year: str, kind: AuthorityType, years: Sequence[str], links: Links) -> Component:
    """Return the form with what is shown chosen in it."""
    types = options(((each.value, each.label) for each in AuthorityType), kind.value)
    return Markup(
        '<form action="/data/quality#year" method="get" aria-label="Year and type of council">'
        f"{_field('year', 'Year', options(((y, y) for y in reversed(years)), year))}"
        f"{_field('type', 'Type of council', types)}{keep_release(links.release)}"
        '<button type="submit">Show</button></form>',
        tag="div",
        className="quality-form",
    )


def _field(name: str, label: str, offered: str) -> str:
    return (
        f'<div><label for="quality-{name}">{label}</label>'
        f'<select id="quality-{name}" name="{name}">{offered}</select></div>'
    )
