"""Councils side by side: who is compared and why, the tables with their charts, the files, the words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.compare_state import CompareState, Look, years_shown
from dashboard.addresses.pictures import of_comparison
from dashboard.compare.comparison import Comparison
from dashboard.compare.forms import LOOKS, add_form, look_form, peers_form, table_form
from dashboard.compare.group import Group, Notice, exists_today, order_said
from dashboard.compare.kept import kept_groups
from dashboard.compare.many_page import TableOf, table_first
from dashboard.compare.table_sections import section
from dashboard.domain.formats import thousands, words
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.lineage import linked
from dashboard.markup.parts import Child, aria, heading, years_whole
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, Found
from dashboard.words.glossary import GLOSSARY
from dashboard.words.wording import capital, council_of_type

START = "Compare councils"
_OFFERED = 12
_ANCHORS = {term.name: term.anchor for term in GLOSSARY}


def render(
    state: CompareState,
    group: Group,
    comparison: Comparison | None,
    repository: Repository,
    found: Found | None = None,
) -> Component:
    """Return the page of a comparison; without a group, how to start one.

    ``found`` is what a search for a council to add found, where it was not one council.
    """
    years = repository.release().years
    told = [*_notices(group.notices, state, group, years), *_which(found, state, group, repository)]
    if comparison is None:
        return html.Article([html.H1(START), *told, *_start(state, group, repository)], className=_CSS)
    shown = years_shown(state, years)

    last_years = {slug: _last_of(shown, slug, repository) for slug in group.slugs}

    def council_url(slug: str) -> str:
        return state.links.council(slug, last_years[slug])

    if comparison.many is not None:
        parts = TableOf(
            comparison,
            comparison.many,
            group,
            council_url,
            told=told,
            looks=_looks(state, group, years),
            change=[
                table_form(state, group, years),
                _group(replace(group, how=None), state, repository),
                _forms(state, group, repository),
            ],
            files=[_files(state, group, years), kept_groups(whole=True)],
            meant=_words(comparison),
        )
        return html.Article(table_first(parts), className=f"{_CSS} many-page")
    picture_of = partial(of_comparison, state, years)
    children: list[Child] = [
        heading(1, years_whole(comparison.title)),
        html.P(
            f"Side by side. {order_said(group)} Nothing is ranked: most numbers are too small to tell a "
            "difference from chance, and each table says which differences are more.",
            className="compare-opening",
        ),
        *told,
        _looks(state, group, years),
        _group(group, state, repository),
        _forms(state, group, repository),
        *[html.P(sentence, className="note") for sentence in comparison.said],
        _contents(comparison),
        *[section(table, state.look, shown, council_url, picture_of) for table in comparison.tables],
        _files(state, group, years),
        kept_groups(whole=True),
        _words(comparison),
    ]
    return html.Article(children, className=_CSS)


_CSS = "frame compare-page"


def _last_of(shown: Sequence[str], slug: str, repository: Repository) -> str:
    """Return the last of the years shown in which a council existed: its page that a table leads to."""
    there = (year for year in reversed(shown) if repository.existed(slug, year))
    return next(there, shown[-1])


def _start(state: CompareState, group: Group, repository: Repository) -> list[Child]:
    return [
        html.P(
            "Put up to ten councils side by side: every measure, what was received and decided, one year or "
            "seven. Begin with one council; others like it are added for you, and you can change them."
        ),
        add_form(state, group, repository.release().years, _current(repository)),
        kept_groups(whole=False),
        heading(2, "Who is compared"),
        html.P(
            "Councils are compared with councils of their own type. Where a group crosses types the page "
            "says so, and each still stands beside its own type alone. There are no ranks."
        ),
    ]


def _group(group: Group, state: CompareState, repository: Repository) -> Component:
    items = [html.Li(_member(council, state, group, repository)) for council in group.members]
    how = [html.P(group.how)] if group.how else []
    count = len(group.members)
    title = "The council" if count == 1 else f"The {words(count)} councils"
    return html.Section(
        [heading(2, title, id="group"), *how, html.Ul(items, className="compare-members")],
        className="compare-group",
        **aria(labelledby="group"),
    )


def _member(council: Council, state: CompareState, group: Group, repository: Repository) -> list[Child]:
    years = repository.release().years
    facts = [capital(council_of_type(council.type)), council.region]
    mid_year = ReportingYear.parse(state.year).population_year
    residents = repository.population(council.slug, mid_year)
    if residents is not None:
        facts.append(f"{thousands(residents)} residents")
    rest = tuple(slug for slug in group.slugs if slug != council.slug)
    without = state.changed(councils=rest, peers=None, add="")
    deeds = [_deed("Remove", council, urls.compare(without, years), "compare-remove")]
    if state.look is Look.TABLE and council != group.base:  # where the first is marked
        first = state.changed(councils=(council.slug, *rest), peers=None, add="")
        deeds.insert(0, _deed("Put first", council, urls.compare(first, years), "compare-first"))
    named = html.Span([council.name, html.Span(", ".join(facts), className="row-note")])
    return [named, html.Span(deeds, className="compare-deeds")]


def _deed(deed: str, council: Council, url: str, css: str) -> Component:
    named = html.Span(f" {council.name}", className="visually-hidden")
    return html.A([deed, named], href=url, className=css)


def _forms(state: CompareState, group: Group, repository: Repository) -> Component:
    years = repository.release().years
    full = "Ten councils are compared at most. Remove one to add another."
    adding: Component = (
        html.P(full, className="small") if group.full else add_form(state, group, years, _current(repository))
    )
    return html.Section(
        [
            heading(2, "Change what is compared", id="change"),
            *([] if state.look is Look.TABLE else [look_form(state, group, years)]),
            peers_form(state, group, years),
            adding,
        ],
        className="compare-forms",
        **aria(labelledby="change"),
    )


def _looks(state: CompareState, group: Group, years: Sequence[str]) -> Component:
    """Return the links between the three ways of looking at a group."""
    councils = state.councils if state.peers else group.slugs
    items = [
        html.Li(
            html.A(
                label,
                href=urls.compare(
                    state.changed(look=look, councils=councils, add="", measures=(), years=()), years
                ),
                **(aria(current="page") if look is state.look else {}),
            )
        )
        for look, label in LOOKS
    ]
    return html.Nav(html.Ul(items), className="compare-looks", **aria(label="Ways of looking at the group"))


def _current(repository: Repository) -> Sequence[Council]:
    return repository.councils(repository.release().years[-1])


def _notices(
    notices: Sequence[Notice], state: CompareState, group: Group, years: Sequence[str]
) -> list[Child]:
    told: list[Child] = []
    for notice in notices:
        offers = [c for c in notice.offers if c not in group.members] if not group.full else []
        told.append(html.P([notice.text, *_additions(offers, state, group, years)], className="note"))
    return told


def _additions(
    councils: Sequence[Council], state: CompareState, group: Group, years: Sequence[str]
) -> list[Child]:
    links: list[Child] = []
    for council in councils:
        more = state.changed(councils=(*group.slugs, council.slug), peers=None, add="")
        links += [" ", html.A(f"Add {council.name}", href=urls.compare(more, years)), "."]
    return links


def _which(found: Found | None, state: CompareState, group: Group, repository: Repository) -> list[Child]:
    """Ask which council was meant, or say that none was found."""
    if found is None:
        return []
    councils = [
        c for slug in found.councils if (c := repository.council(slug)) and exists_today(c, repository)
    ]
    if not councils:
        problem = found.problem or f"No council of today is found for “{found.query[:60]}”."
        return [html.P(problem, className="note", role="status")]
    years = repository.release().years
    items = []
    for council in councils[:_OFFERED]:
        asked = (*group.slugs, council.slug)
        peers = state.peers if not group.members else None
        url = urls.compare(state.changed(councils=asked, peers=peers, add=""), years)
        items.append(html.Li(html.A(f"Add {council.name}", href=url)))
    return [
        html.Div(
            [html.P(f"Which council did you mean by “{found.query[:60]}”?"), html.Ul(items)], className="note"
        )
    ]


def _contents(comparison: Comparison) -> Component:
    links = [(table.id, table.title) for table in comparison.tables]
    items = [
        html.Li(html.A(title, href=f"#{anchor}"))
        for anchor, title in (*links, ("files", "Files"), ("words", "What the words mean"))
    ]
    return html.Nav(html.Ul(items), className="section-links", **aria(label="On this page"))


def _files(state: CompareState, group: Group, years: Sequence[str]) -> Component:
    asked = state.changed(add="")
    return html.Section(
        [
            heading(2, "Files", id="files"),
            html.P(
                [
                    html.A("These figures as CSV", href=urls.compare(asked, years, ".csv"), download=""),
                    " and ",
                    html.A("these tables as XLSX", href=urls.compare(asked, years, ".xlsx"), download=""),
                    ": exactly what is shown, with definitions, source, origin, release and citation in "
                    "them. Councils’ own pages: ",
                    *linked(group.members, state.year, state.links),
                    ".",
                ]
            ),
        ],
        className="compare-files",
    )


def _words(comparison: Comparison) -> Component:
    items: list[Component] = []
    for term, meaning in comparison.definitions:
        anchor = _ANCHORS.get(term)
        items += [html.Dt(term, id=anchor) if anchor else html.Dt(term), html.Dd(meaning)]
    return html.Section(
        [
            heading(2, "What the words mean", id="words"),
            html.Dl(items, className="compare-words"),
            heading(3, "How to cite this"),
            html.P(comparison.citation, className="small"),
        ],
        className="compare-sources",
    )
