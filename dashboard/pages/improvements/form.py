"""The form of a list of improvements: words, subject, year, councils like one. A GET, without a script."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import pairs
from dashboard.addresses.improvement_state import ImprovementState
from dashboard.addresses.peer_methods import Peers
from dashboard.domain.decisions import DecisionCategory
from dashboard.markup.form_parts import field, hidden, select
from dashboard.markup.html import text
from dashboard.markup.markup import Markup
from dashboard.repository.interface import Repository

_SHOWN = ("q", "category", "sub", "year", "page", "order")


def improvement_form(
    state: ImprovementState, place: Place, repository: Repository, sub_categories: Sequence[str]
) -> Component:
    """Return the form with what is asked filled in. ``sub_categories`` are those of the category asked.

    A council's own list has no choice of councils.
    """
    asked = state.cases.asked
    categories = [(one.value, one.label) for one in DecisionCategory]
    years = [(year, year) for year in reversed(repository.release().years)]
    fields = [select("case", "category", "Category", [("", "All categories"), *categories], asked.category)]
    if asked.category and (sub_categories or asked.sub_category):
        every = {*sub_categories, *([asked.sub_category] if asked.sub_category else [])}
        subs = [("", "All sub-categories"), *((sub, sub) for sub in sorted(every))]
        fields.append(select("case", "sub", "Sub-category", subs, asked.sub_category))
    fields.append(select("case", "year", "Decided in", [("", "All years"), *years], asked.decided))
    if place.council is None:
        fields += _alike(state, repository)
    label = "Search improvements" if place.council is None else "Search improvements of this council"
    path = place.path
    return Markup(
        f'<form action="{text(path)}" method="get" aria-label="{text(label)}">{_words(asked.words)}'
        f'<div class="case-fields">{"".join(fields)}</div>{_kept(state, place)}</form>',
        tag="div",
        className="case-form",
        role="search",
    )


def _words(words: str) -> str:
    return (
        '<div class="case-words"><label for="case-q">Words in the decision or the improvement</label>'
        f'<div class="case-words-line"><input id="case-q" name="q" type="search" value="{text(words)}" '
        'autocomplete="off"><button type="submit" class="button-primary">Search</button></div>'
        '<p class="small">All words are looked for. Put a phrase in quotes: “damp and mould”. '
        "End a word with * for its endings: hous*.</p></div>"
    )


def _alike(state: ImprovementState, repository: Repository) -> list[str]:
    """Return the two fields of councils like one: any council may be typed, those of today are offered."""
    base = repository.council(state.like)
    typed = base.name if base else state.like
    today = repository.councils(repository.release().years[-1])
    offered = "".join(f'<option value="{text(council.name)}"></option>' for council in today)
    council = (
        '<input id="case-like" name="like" type="text" list="like-names" maxlength="80" autocomplete="off" '
        f'spellcheck="false" value="{text(typed)}"><datalist id="like-names">{offered}</datalist>'
    )
    ways = [(way.value, "Same type" if way is Peers.TYPE else way.label) for way in Peers]
    return [
        field("case", "like", "Councils like this one (its name)", council),
        select("case", "by", "Alike by", ways, state.by.value),
    ]


def _kept(state: ImprovementState, place: Place) -> str:
    """Return what the form keeps although it does not show it."""
    own = place.own(state.cases.asked)
    kept = [(name, value) for name, value in pairs(state.narrowed().cases) if name not in _SHOWN]
    if place.council is not None:
        kept = [(name, value) for name, value in kept if name != "council"]
    if not own.category and own.sub_category:
        kept.append(("sub", own.sub_category))
    if place.links.release:
        kept.append(("release", place.links.release))
    return hidden(kept)
