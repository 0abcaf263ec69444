"""The form of a list of decisions: words first, then what narrows them. A GET, without a script."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.addresses.case_place import REPORTS, Place
from dashboard.addresses.decision_state import DecisionState, pairs
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import INVESTIGATED, Outcome
from dashboard.markup.form_parts import field, hidden, options, select
from dashboard.markup.html import text
from dashboard.markup.markup import Markup
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.decisions import outcomes

PUBLISHED_OUTCOMES = ((Outcome.UPHELD,), (Outcome.NOT_UPHELD,), INVESTIGATED, (Outcome.CLOSED_INITIAL,))
"""The choices of outcome: what is published is either of these; any other is a link's."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a form says of its field of words: what may be typed there, and how it is read."""

    label: str
    hint: str


TEXTS = Words(
    "Words in the decision, or its reference",
    "All words are looked for. Put a phrase in quotes: “damp and mould”. "
    "End a word with * for its endings: hous*.",
)
LISTED = Words(
    "A reference, or words of the council and the subject",
    "All words are looked for, in names of councils, subjects and outcomes, such as “lewisham housing”. "
    "The texts of the decisions are not held here.",
)


def case_form(
    state: DecisionState,
    place: Place,
    repository: Repository,
    sub_categories: Sequence[str],
    *,
    years_held: Sequence[str] | None = None,
    words: Words = TEXTS,
) -> Component:
    """Return the form with what is asked chosen in it. ``sub_categories`` are those of the category asked,
    ``years_held`` the years offered, ascending (the release's)."""
    asked = place.own(state.asked)
    years = [(year, year) for year in reversed(years_held or repository.release().years)]
    categories = [("", "All categories"), *_named(DecisionCategory)]
    fields = [
        select("case", "category", "Category", categories, asked.category),
        *([_outcome(asked.outcomes)] if place.section != REPORTS else []),
        select("case", "year", "Decided in", [("", "All years"), *years], asked.decided),
    ]
    if place.council is None:
        fields.insert(0, _council(asked.councils, repository))
    if asked.category and sub_categories:
        subs = [("", "All sub-categories"), *((sub, sub) for sub in sorted(sub_categories))]
        at = 2 if place.council is None else 1
        fields.insert(at, select("case", "sub", "Sub-category", subs, asked.sub_category))
    more = [_day("from", "Decided from", asked.since), _day("to", "Decided to", asked.until)]
    opened = any((asked.since, asked.until, asked.type, asked.kind))
    if place.council is None:
        types = [("", "All types"), *_named(AuthorityType)]
        more.insert(0, select("case", "type", "Type of council", types, asked.type))
    if place.section != REPORTS:
        kinds = [("", "All kinds"), *_named(DecisionKind)]
        more.append(select("case", "kind", "Kind of decision", kinds, asked.kind))
    shown = ["q", "council", "category", "outcome", "year", "from", "to", "type", "kind", "page"]
    if asked.category:
        shown.append("sub")
    label = "Search decisions" if place.council is None else f"Search {place.section} of this council"
    form = (
        f'<form action="{text(place.path)}" method="get" aria-label="{text(label)}">'
        f"{_words(asked.words, words)}"
        f'<div class="case-fields">{"".join(fields)}</div>'
        f'<details class="case-more"{" open" if opened else ""}><summary>More choices</summary>'
        f'<div class="case-fields">{"".join(more)}</div></details>'
        f"{_hidden(state, place, shown)}</form>"
    )
    return Markup(form, tag="div", className="case-form", role="search")


def _words(typed: str, words: Words) -> str:
    return (
        f'<div class="case-words"><label for="case-q">{text(words.label)}</label>'
        f'<div class="case-words-line"><input id="case-q" name="q" type="search" value="{text(typed)}" '
        'autocomplete="off"><button type="submit" class="button-primary">Search</button></div>'
        f'<p class="small">{text(words.hint)}</p></div>'
    )


def _council(chosen: Sequence[str], repository: Repository) -> str:
    every = repository.councils()
    today = [(council.slug, council.name) for council in every if council.end is None]
    ended = [(council.slug, _with_end(council)) for council in every if council.end is not None]
    any_of: list[tuple[str, str]] = [("", "All councils")]
    if len(chosen) > 1:
        any_of.append((",".join(chosen), f"The {len(chosen)} councils chosen"))
    whole = options(any_of, ",".join(chosen)) + options(today, ",".join(chosen))
    whole += f'<optgroup label="Ended">{options(ended, ",".join(chosen))}</optgroup>' if ended else ""
    return field("case", "council", "Council", f'<select id="case-council" name="council">{whole}</select>')


def _with_end(council: Council) -> str:
    return f"{council.name} (until {council.end.year})" if council.end else council.name


def _outcome(chosen: tuple[Outcome, ...]) -> str:
    groups = list(PUBLISHED_OUTCOMES)
    if chosen and chosen not in groups:
        groups.append(chosen)
    told = [(",".join(group), outcomes(group, capital=True)) for group in groups]
    return select("case", "outcome", "Outcome", [("", "All outcomes"), *told], ",".join(chosen))


def _named(kind: type[AuthorityType] | type[DecisionCategory] | type[DecisionKind]) -> list[tuple[str, str]]:
    return [(member.value, member.label) for member in kind]


def _day(name: str, label: str, chosen: object) -> str:
    value = f' value="{chosen}"' if chosen else ""
    return field("case", name, label, f'<input id="case-{name}" name="{name}" type="date"{value}>')


def _hidden(state: DecisionState, place: Place, shown: Container[str]) -> str:
    """Return what the form keeps although it does not show it."""
    kept = [
        (name, value)
        for name, value in pairs(DecisionState(place.own(state.asked), 1, state.order))
        if name not in shown
    ]
    if place.links.release:
        kept.append(("release", place.links.release))
    return hidden(kept)
