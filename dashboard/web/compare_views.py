"""What is at ``/compare``: the page, a council typed to be added, and the two files."""

from dashboard.addresses import urls
from dashboard.addresses.compare_state import CompareState, Look, parse
from dashboard.compare import page
from dashboard.compare.comparison import Comparison, compare
from dashboard.compare.group import Group, exists_today, group_of
from dashboard.exports.csv_lines import csv_lines
from dashboard.exports.file_names import attachment, file_name
from dashboard.exports.rows import comparison_listing
from dashboard.exports.xlsx_file import comparison_xlsx
from dashboard.markup.method_words import explained
from dashboard.repository.interface import Repository
from dashboard.repository.names import folded
from dashboard.repository.records import Found
from dashboard.web.answer import CSV, XLSX, Answer, redirect
from dashboard.web.page import Page, follow_of
from dashboard.web.request import Asked
from dashboard.words.glossary import GLOSSARY

KEPT = "js/groups.js"


def comparison_page(asked: Asked) -> Page | Answer:
    """Return the page of a comparison. A council typed to be added leads to the page with it."""
    state = parse(asked.query, asked.years)
    found = None
    if state.add:
        found = asked.repository.find(state.add)
        slug = meant(found, asked.repository)
        if slug is not None:
            more = state.changed(councils=(*state.councils, slug), add="")
            return redirect(urls.compare(more, asked.years), 302)
    group, comparison = _made(state, asked)
    meant_here = {term for term, _ in comparison.definitions} if comparison else set()
    tree = explained(
        page.render(state, group, comparison, asked.repository, found),
        asked.links.plain("about"),
        [term for term in GLOSSARY if term.name in meant_here],
    )
    follow = follow_of(tree)
    return Page(
        comparison.title if comparison else page.START,
        tree,
        urls.compare(state.changed(release=None), asked.years),
        here="compare",
        follow=follow,
        scripts=(KEPT,),
        styles=("many",) if comparison and comparison.many else (),
        description="Councils in England side by side, each against its own type, chance allowed for.",
    )


def comparison_as_csv(asked: Asked) -> Answer:
    """Return the comparison's figures as CSV; without a group, the way to start one."""
    state, comparison = _asked_for(asked)
    if comparison is None:
        return redirect(urls.compare(state, asked.years), 302)
    text = "".join(csv_lines(comparison_listing(comparison)))
    return Answer(text, CSV, headers=_attachment(asked, state, comparison, "csv"))


def comparison_as_xlsx(asked: Asked) -> Answer:
    """Return the comparison's tables as a workbook; without a group, the way to start one."""
    state, comparison = _asked_for(asked)
    if comparison is None:
        return redirect(urls.compare(state, asked.years), 302)
    workbook = comparison_xlsx(comparison, asked.repository.release(), urls.compare(state, asked.years))
    return Answer(workbook, XLSX, headers=_attachment(asked, state, comparison, "xlsx"))


def meant(found: Found, repository: Repository) -> str | None:
    """Return the one council a search meant: the only one found, or the one of just that name.

    A council that has ended is meant only where no other was found: the page then says what took its place.
    """
    if found.near:
        return None  # what is only spelt like it is asked about
    if len(found.councils) == 1 and not found.places:
        return found.councils[0]
    typed = folded(found.query)
    councils = [council for slug in found.councils if (council := repository.council(slug))]
    today = [council for council in councils if exists_today(council, repository)]
    named = [
        c for c in councils if typed in {folded(name) for name in (c.name, c.short_name, *c.other_names)}
    ]
    for choice in ([c for c in named if c in today], named, today):
        if choice:
            return choice[0].slug if len(choice) == 1 else None
    return None


def _asked_for(asked: Asked) -> tuple[CompareState, Comparison | None]:
    state = parse(asked.query, asked.years).changed(add="")
    return state, _made(state, asked)[1]


def _made(state: CompareState, asked: Asked) -> tuple[Group, Comparison | None]:
    group = group_of(state, asked.repository)
    return group, compare(state, group, asked.repository)


def _attachment(asked: Asked, state: CompareState, comparison: Comparison, ending: str) -> dict[str, str]:
    first, *others = state.councils or ("",)
    whose = (first, *([f"and {len(others)} more"] if others else []), str(state.peers or ""))
    measure = (state.measure,) if state.look is Look.YEARS else state.measures
    told = (*whose, comparison.period, *measure)
    return attachment(file_name("comparison", asked.repository.release().name, told, ending))
