"""What is at ``/improvements``, at a council's list of improvements, and the two files."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dashboard.addresses.improvement_place import SECTION, council_place
from dashboard.addresses.improvement_state import ImprovementState, pairs, parse, query_string
from dashboard.addresses.links import UNNAMED
from dashboard.downloads.about import EVERYTHING
from dashboard.exports.improvement_rows import improvements_listing
from dashboard.pages.cases.results import council_namer
from dashboard.pages.improvements import of_council as council_improvements
from dashboard.pages.improvements import search as improvements
from dashboard.pages.improvements.group import Alike, alike, cases_meant
from dashboard.pages.improvements.results import find
from dashboard.repository.case_records import Improvement
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.web.answer import Answer, redirect
from dashboard.web.case_files import CaseFile
from dashboard.web.compare_views import meant
from dashboard.web.council_views import of_council
from dashboard.web.decision_views import known_councils
from dashboard.web.page import Page
from dashboard.web.request import Asked
from dashboard.words import improvements as say
from dashboard.words.decisions import in_words
from dashboard.words.wording import council_name

HERE = "improvements"
_DESCRIPTION = "What councils in England agreed to change after the Ombudsman found fault: search it."


def improvements_page(asked: Asked) -> Page | Answer:
    """Return the search of all improvements. A council typed by name leads to the page with its slug."""
    state, group = asked_state(asked)
    if state.like and group is None:
        slug = meant(asked.repository.find(state.like), asked.repository)
        if slug is not None:
            known = replace(state, like=slug)
            return redirect(asked.links.improvements(query_string(known), ""), 302)
    cases = asked.repository.cases()
    wanted = cases_meant(state, group)
    found = None if cases is None else find(cases, wanted, state.cases.page)
    shown = state.at(found.page.page) if found else state.at(1)
    tree = improvements.render(shown, group, found, asked.repository, asked.links)
    query = query_string(shown) if found else ""
    return Page(
        say.title_of(_scope(shown, group, asked.repository), shown.cases.page),
        tree,
        UNNAMED.improvements(query),
        here=HERE,
        pages=found.page.pages if found else 0,
        styles=improvements.STYLES,
        description=_DESCRIPTION,
        feed=asked.links.improvements(query_string(shown.at(1)), ".atom") if found else "",
    )


def council_page(slug: str) -> Callable[[Asked], Page | Answer]:
    """Return the maker of one council's list of improvements."""
    return of_council(slug, _of_council)


def as_csv(asked: Asked) -> Answer | Page:
    """Return all improvements a search means as CSV, sent while they are read."""
    told = _file_of(asked)
    return improvements_page(asked) if told is None else told.as_csv()


def as_xlsx(asked: Asked) -> Answer | Page:
    """Return the newest improvements a search means as a workbook."""
    told = _file_of(asked)
    return improvements_page(asked) if told is None else told.as_xlsx()


def asked_state(asked: Asked) -> tuple[ImprovementState, Alike | None]:
    """Return the state a request asks for, and the group it names. What is no council is left out."""
    state = parse(asked.query, asked.years)
    known, _ = known_councils(state.cases.asked.councils, asked.repository)
    if known != state.cases.asked.councils:
        changed = state.cases.asked.changed(councils=known)
        state = replace(state, cases=replace(state.cases, asked=changed))
    return state, alike(state, asked.repository)


def _of_council(council: Council, asked: Asked) -> Page:
    state = parse(asked.query, asked.years).cases
    place = council_place(council, asked.links)
    cases = asked.repository.cases()
    wanted = place.within(state).asked.changed(improving=True)
    found = None if cases is None else find(cases, wanted, state.page)
    shown = state.at(found.page.page) if found else state.at(1)
    tree = council_improvements.render(council, shown, found, asked.repository, asked.links)
    own = say.scope(place.own(place.within(shown).asked), "", council_namer(asked.repository))
    query = council_place(council, UNNAMED).query(place.within(shown)) if found else ""
    return Page(
        say.title_of(own, shown.page, council_improvements.title(council)),
        tree,
        UNNAMED.council_cases(council.slug, SECTION, query),
        here=HERE,
        description=f"What {council_name(council.name)} agreed to change after the Ombudsman found fault.",
        trail=((council.name, UNNAMED.council(council.slug)),),
        pages=found.page.pages if found else 0,
        styles=improvements.STYLES,
        feed=asked.links.council_feed(council.slug),
    )


def _scope(state: ImprovementState, group: Alike | None, repository: Repository) -> str:
    return say.scope(state.cases.asked, group.whose if group else "", council_namer(repository))


def _every(state: ImprovementState, group: Alike | None, repository: Repository) -> Iterator[Improvement]:
    cases, wanted = repository.cases(), cases_meant(state, group)
    if cases is not None and wanted is not None:
        yield from cases.every_improvement(wanted)


def _file_of(asked: Asked) -> CaseFile | None:
    state, group = asked_state(asked)
    repository = asked.repository
    if repository.cases() is None:
        return None
    release = repository.release()
    query = in_words(state.cases.asked, group.whose if group else "", council_namer(repository))
    of_all = state.at(1)
    listing = improvements_listing(
        _every(state, group, repository),
        release.cited,
        query or EVERYTHING,
        repository.council,
        asked.links.decision,
    )
    return CaseFile(
        asked=asked,
        what="improvements",
        listing=listing,
        parts=[value for _, value in pairs(of_all)],
        title=say.TITLE,
        origin=say.SIMULATED if release.is_demonstration else say.PUBLISHED,
        query=query,
        address=asked.links.improvements(query_string(of_all), ""),
        made_from=query_string(state),
        notes=[("Years", say.years_held(release.years))],
    )
