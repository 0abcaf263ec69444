"""The quality of the figures: how complete they are, where they come from, what was decided about them."""

from collections import Counter
from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import thousands
from dashboard.markup import elements as html
from dashboard.markup.parts import table
from dashboard.pages.site.corrections_and_acceptances import (
    accepted_section,
    contradictions_section,
    corrections_section,
    inputs_section,
)
from dashboard.pages.site.quality_form import quality_form
from dashboard.repository.interface import Repository
from dashboard.repository.quality_records import RECEIVED, Known
from dashboard.words.quality import KNOWN, label, quantities, short_label

ORIGINS = (*(known for known in KNOWN if known is not Known.NOT_APPLICABLE), Known.NOT_APPLICABLE)
_RULE = (
    "A measure is known of a council where it has a value, or where it is known that there was nothing to "
    "count. What is missing is shown as not held, and never filled in."
)
_RULE_SIMULATED = (
    "The tables count the councils for which a measure has a value, simulated ones among them, or had "
    "nothing to count. “Where the values come from” tells which are simulated."
)
_Key = tuple[str, AuthorityType, str, Known]


def render(repository: Repository, year: str, kind: AuthorityType, links: Links) -> Component:
    """Return the page, with one year looked at, and in it the councils of one type."""
    quality = repository.quality()
    known = Counter[_Key]()
    for row in quality.completeness():
        known[row.year, row.type, row.quantity, row.known] += row.councils
    years = repository.release().years
    return html.Div(
        [
            html.H1("How complete the figures are"),
            html.P(_opening(known, year)),
            html.P(_RULE_SIMULATED if repository.release().is_demonstration else _RULE),
            html.H2("Over the years"),
            _over_the_years(known, years),
            html.H2("In one year", id="year"),
            quality_form(year, kind, years, links),
            _by_type(known, year),
            _by_origin(known, year),
            html.H3(f"{kind.label} councils, {year}"),
            _by_council(repository, year, kind),
            *corrections_section(quality.corrections(), repository, links),
            *contradictions_section(quality.contradictions(), repository, links),
            *accepted_section(quality.accepted()),
            *inputs_section(quality.inputs()),
        ],
        className="frame quality-page",
    )


def _opening(known: Counter[_Key], year: str) -> str:
    councils = _councils(known, year)
    have = {quantity: _complete(known, year, quantity) for quantity in quantities()}
    simulated = _of_origin(known, year, Known.SIMULATED)
    if simulated:
        several = simulated < have["upheld_pct"]
        told = f"{thousands(simulated)} of them simulated" if several else "all simulated"
        return (
            f"Of the {thousands(councils)} councils that existed in {year}, the share of complaints upheld "
            f"stands here for {thousands(have['upheld_pct'])}, {told}. What is simulated is made up for a "
            "demonstration: nothing is known of a real council by it."
        )
    if all(number == councils for number in have.values()):
        return f"Of {year} every measure of all {thousands(councils)} councils is known."
    upheld, received = (thousands(have[quantity]) for quantity in ("upheld_pct", RECEIVED))
    return (
        f"Of the {thousands(councils)} councils that existed in {year}, the share of complaints upheld is "
        f"known of {upheld}, and the number of complaints received of {received}."
    )


def _over_the_years(known: Counter[_Key], years: Sequence[str]) -> Component:
    rows = [["All councils that existed", *(thousands(_councils(known, year)) for year in years)]]
    rows += [
        [label(quantity), *(_cell(known, year, quantity) for year in years)] for quantity in quantities()
    ]
    return table(
        [_caption(known), _small("– : the measure was not counted then.")],
        ["Measure", *years],
        rows,
        numbers=frozenset(range(1, len(years) + 1)),
        label="Completeness by year",
    )


def _by_type(known: Counter[_Key], year: str) -> Component:
    kinds = tuple(AuthorityType)
    rows = [
        [
            "All councils that existed",
            *(thousands(_councils(known, year, kind)) for kind in kinds),
            thousands(_councils(known, year)),
        ]
    ]
    rows += [
        [
            label(quantity),
            *(_cell(known, year, quantity, kind) for kind in kinds),
            _cell(known, year, quantity),
        ]
        for quantity in quantities()
    ]
    return table(
        f"{_caption(known)} in {year}, by type",
        ["Measure", *(kind.label for kind in kinds), "All"],
        rows,
        numbers=frozenset(range(1, len(kinds) + 2)),
        label=f"Completeness by type, {year}",
    )


def _by_origin(known: Counter[_Key], year: str) -> Component:
    def number(quantity: str, how: Known) -> int:
        return _of_origin(known, year, how, quantity)

    shown = [how for how in ORIGINS if any(number(quantity, how) for quantity in quantities())]
    return table(
        f"Where the values of {year} come from: numbers of councils",
        ["Measure", *(KNOWN[how] for how in shown)],
        [[label(q), *(thousands(number(q, how)) for how in shown)] for q in quantities()],
        numbers=frozenset(range(1, len(shown) + 1)),
        label=f"Origins, {year}",
    )


def _by_council(repository: Repository, year: str, kind: AuthorityType) -> Component:
    found = repository.quality().councils(year, kind)
    councils = [council for council in repository.councils(year) if council.type is kind]
    return table(
        f"What each of the {thousands(len(councils))} councils has a value of, and from where",
        ["Council", *(short_label(quantity) for quantity in quantities())],
        [
            [c.short_name, *(_how(found.get(c.slug, {}).get(quantity)) for quantity in quantities())]
            for c in councils
        ],
        label=f"{kind.label} councils, {year}",
    )


def _caption(known: Counter[_Key]) -> str:
    if any(number for (_, _, _, how), number in known.items() if how is Known.SIMULATED):
        return "Of how many councils each measure has a value, real or simulated"
    return "Of how many councils each measure is known"


def _of_origin(known: Counter[_Key], year: str, how: Known, quantity: str = "upheld_pct") -> int:
    return sum(known[year, kind, quantity, how] for kind in AuthorityType)


def _how(known: Known | None) -> str:
    return "–" if known in (None, Known.NOT_HELD, Known.NOT_APPLICABLE) else KNOWN[known]


def _councils(known: Counter[_Key], year: str, kind: AuthorityType | None = None) -> int:
    return sum(
        number
        for (of, type_, quantity, _), number in known.items()
        if of == year and quantity == RECEIVED and kind in (None, type_)
    )


def _complete(known: Counter[_Key], year: str, quantity: str, kind: AuthorityType | None = None) -> int:
    return sum(
        number
        for (of, type_, what, how), number in known.items()
        if (of, what) == (year, quantity) and kind in (None, type_) and how.complete
    )


def _cell(known: Counter[_Key], year: str, quantity: str, kind: AuthorityType | None = None) -> str:
    complete = _complete(known, year, quantity, kind)
    not_then = sum(known[year, each, quantity, Known.NOT_APPLICABLE] for each in AuthorityType)
    return "–" if not complete and not_then else thousands(complete)


def _small(said: str) -> Component:
    return html.Span(said, className="small")
