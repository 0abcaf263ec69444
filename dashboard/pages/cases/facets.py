"""What a list of decisions may be narrowed by, each a link with its count; and what it is narrowed to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.addresses.case_place import REPORTS, Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.formats import thousands
from dashboard.domain.outcomes import Outcome
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria, heading
from dashboard.repository.case_records import Facets, FacetValue
from dashboard.words.decisions import asked_parts
from dashboard.words.wording import capital


@dataclass(frozen=True, slots=True)
class _Facet:
    """One facet: its name, its values, a value's words, the change that chooses it, and the value chosen."""

    name: str
    values: Sequence[FacetValue]
    label: Callable[[str], str]
    change: Callable[[str | None], dict[str, object]]
    chosen: str | None


def facets(
    state: DecisionState, place: Place, counted: Facets, level: int, note: str = ""
) -> Component | None:
    """Return the facets in which there is a choice; None where there is none in any. ``note`` says of what
    the numbers are, where that needs saying."""
    parts = [part for facet in _facets(state, place, counted) if (part := _part(facet, state, place, level))]
    if not parts:
        return None
    title = heading(level, "Narrow this list", id="narrow")
    said = [html.P(note, className="small")] if note else []
    return html.Aside([title, *said, *parts], className="case-facets", **aria(labelledby="narrow"))


def chosen(state: DecisionState, place: Place, named: Callable[[str], str]) -> Component | None:
    """Return what the list is narrowed to, each part with a link that takes it out; None for all."""
    items = [
        html.Li(
            html.A(
                [
                    html.Span("Remove: ", className="visually-hidden"),
                    capital(words),
                    html.Span(" ×", **aria(hidden="true")),
                ],
                href=place.url(place.within(state.narrowed(**change))),
            )
        )
        for words, change in asked_parts(place.own(state.asked), named)
    ]
    if not items:
        return None
    return html.Div(
        [
            html.P("Narrowed to", className="case-chosen-name", id="chosen"),
            html.Ul(items, **aria(labelledby="chosen")),
        ],
        className="case-chosen",
    )


def _facets(state: DecisionState, place: Place, counted: Facets) -> list[_Facet]:
    asked = state.asked
    outcome = ",".join(asked.outcomes)
    found = [
        _Facet(
            "Outcome",
            counted.outcomes,
            lambda value: Outcome(value).label,
            lambda value: {"outcomes": (Outcome(value),) if value else ()},
            outcome or None,
        ),
        _Facet(
            "Category",
            counted.categories,
            lambda value: DecisionCategory(value).label,
            lambda value: {"category": DecisionCategory(value) if value else None, "sub_category": None},
            asked.category,
        ),
        _Facet(
            "Sub-category",
            counted.sub_categories,
            lambda value: value,
            lambda value: {"sub_category": value},
            asked.sub_category,
        ),
        _Facet("Decided in", counted.years, str, lambda value: {"decided": value}, asked.decided),
    ]
    if place.section != REPORTS:
        found.append(
            _Facet(
                "Kind",
                counted.kinds,
                lambda value: DecisionKind(value).label,
                lambda value: {"kind": DecisionKind(value) if value else None},
                asked.kind,
            )
        )
    if place.council is None:
        found.append(
            _Facet(
                "Type of council",
                counted.types,
                lambda value: AuthorityType(value).label,
                lambda value: {"type": AuthorityType(value) if value else None},
                asked.type,
            )
        )
    return found


def _part(facet: _Facet, state: DecisionState, place: Place, level: int) -> Component | None:
    """Return one facet; None where it leaves no choice."""
    values = [value for value in facet.values if value.value]
    if not values or (len(values) == 1 and facet.chosen is None):
        return None
    items: list[Child] = []
    for value in values:
        here = value.value == facet.chosen
        change = facet.change(None if here else value.value)
        items.append(html.Li(_link(facet, value, here, place.url(place.within(state.narrowed(**change))))))
    return html.Div([heading(level + 1, facet.name), html.Ul(items)], className="case-facet")


def _link(facet: _Facet, value: FacetValue, here: bool, href: str) -> Component:
    number = html.Span(thousands(value.count), className="case-count")
    words = facet.label(value.value)
    if here:
        remove = html.Span(" (chosen: choose all again)", className="visually-hidden")
        return html.A([html.Span(words), remove, " ", number], href=href, **aria(current="true"))
    return html.A([html.Span(words), " ", number], href=href)
