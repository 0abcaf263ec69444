"""What is at ``/decisions`` and below, and at a council's lists of decisions and reports."""

from collections.abc import Callable

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState, pairs, parse, query_string
from dashboard.addresses.links import UNNAMED
from dashboard.domain.formats import day
from dashboard.downloads.about import EVERYTHING
from dashboard.exports.decision_rows import decisions_listing
from dashboard.pages.cases import decision as decision_page
from dashboard.pages.cases import of_council as council_decisions
from dashboard.pages.cases import search as decisions_page
from dashboard.pages.cases.results import council_namer, found_decisions
from dashboard.repository.case_records import Decision
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.web import listed_views
from dashboard.web.answer import Answer, redirect
from dashboard.web.case_files import CaseFile
from dashboard.web.council_views import of_council
from dashboard.web.page import Page
from dashboard.web.request import Asked
from dashboard.words import decisions as say
from dashboard.words.decisions import in_words
from dashboard.words.improvements import scope, title_of
from dashboard.words.wording import council_name

HERE = "decisions"
_DESCRIPTION = "What the Ombudsman decided about complaints about councils in England: search its decisions."


def decisions(asked: Asked) -> Page:
    """Return the search of all decisions; where the release holds none, the page that says so."""
    state, unknown = asked_state(asked)
    cases, listed = asked.repository.cases(), asked.repository.listed()
    if listed is not None:
        return listed_views.search_page(asked, listed, state, unknown)
    if cases is None:
        tree = decisions_page.not_held(state, asked.repository, asked.links)
        return Page("Decisions: not held here", tree, UNNAMED.decisions(), here=HERE)
    found = found_decisions(state, cases)
    shown = state.at(found.page)
    tree = decisions_page.render(
        shown,
        found,
        cases.facets(state.asked),
        asked.repository,
        links=asked.links,
        unknown=unknown,
    )
    return Page(
        decisions_page.title(shown, found.page, asked.repository),
        tree,
        UNNAMED.decisions(query_string(shown)),
        here=HERE,
        pages=found.pages,
        styles=decisions_page.STYLES,
        feed=asked.links.decisions(query_string(DecisionState(state.asked)), ".atom"),
        description=_DESCRIPTION,
    )


def decisions_file(asked: Asked) -> Answer | Page:
    """Return all decisions a search means as CSV, sent while they are read."""
    told = _file_of(asked)
    return decisions(asked) if told is None else told.as_csv()


def decisions_workbook(asked: Asked) -> Answer | Page:
    """Return the newest decisions a search means as a workbook."""
    told = _file_of(asked)
    return decisions(asked) if told is None else told.as_xlsx()


def _file_of(asked: Asked) -> CaseFile | None:
    state, _ = asked_state(asked)
    cases, listed = asked.repository.cases(), asked.repository.listed()
    if listed is not None:
        return listed_views.search_file(asked, listed, state)
    if cases is None:
        return None
    release = asked.repository.release()
    named = council_namer(asked.repository)
    query = in_words(state.asked, "", named)
    listing = decisions_listing(
        cases.every_decision(state.asked),
        release.cited,
        query or EVERYTHING,
        named,
        asked.links.decision,
    )
    of_all = DecisionState(state.asked)
    return CaseFile(
        asked=asked,
        what="decisions",
        listing=listing,
        parts=[value for _, value in pairs(of_all)],
        title="Decisions of the Ombudsman about councils",
        origin=say.SIMULATED if release.is_demonstration else say.PUBLISHED,
        query=query,
        address=asked.links.decisions(query_string(of_all), ""),
        made_from=query_string(state),
    )


def decision(reference: str) -> Callable[[Asked], Page | Answer]:
    """Return the maker of one decision's page; another spelling of its reference leads to its address."""

    def make(asked: Asked) -> Page | Answer:
        cases, listed = asked.repository.cases(), asked.repository.listed()
        if listed is not None:
            found = listed_views.decision(reference, asked, listed)
            return (_elsewhere(found[0], asked) or found[1]) if found else _unknown(reference, asked)
        if cases is None:
            return decisions(Asked(asked.path, "", asked.release, asked.served))
        told = cases.decision(reference)
        if told is None:
            return _unknown(reference, asked)
        address = UNNAMED.decision(told.reference)
        if elsewhere := _elsewhere(address, asked):
            return elsewhere
        tree = decision_page.render(told, asked.repository, asked.links)
        council = council_namer(asked.repository)(told.slug)
        return Page(
            f"{decision_page.title(told)} ({told.reference}), {council}",
            tree,
            address,
            here=HERE,
            description=_of_one(told, council),
            trail=(("Decisions", UNNAMED.decisions()),),
            status=410 if told.withdrawn else 200,  # gone, and said to be: crawlers forget its text
            styles=decision_page.STYLES,
        )

    return make


def _elsewhere(address: str, asked: Asked) -> Answer | None:
    """Lead another spelling of a decision's address to it; None for the address itself."""
    if asked.path.removesuffix(".json") == address:
        return None
    ending = ".json" if asked.path.endswith(".json") else ""
    return redirect(address + ending + (f"?{asked.query}" if asked.query else ""), 301)


def _of_one(told: Decision, council: str) -> str:
    """Return what one decision's page says of itself: nothing of what was withdrawn."""
    if told.withdrawn:
        return f"A decision about {council_name(council)} that has been withdrawn."
    what = f"{told.category.label}, {told.outcome.label.lower()}, {day(told.decided)}"
    return f"The Ombudsman’s decision about {council_name(council)}: {what}."


def council_list(slug: str, section: str) -> Callable[[Asked], Page | Answer]:
    """Return the maker of a council's list of ``decisions`` or ``reports``."""

    def make(found: Council, asked: Asked) -> Page:
        some = asked.repository.listed()
        if some is not None:
            return listed_views.council_page(found, section, asked, some)
        place = Place(found, section, asked.links)
        state = place.within(parse(asked.query, asked.years))
        bare = Place(found, section)
        title = council_decisions.title(place)
        cases = asked.repository.cases()
        if cases is None:
            tree = council_decisions.not_held(state, place, asked.repository)
            path = bare.url(bare.within(DecisionState()))
            return Page(
                *(f"{title}: not held here", tree, path),
                description=f"{title}: not held in this release, and where the Ombudsman publishes them.",
                trail=((found.name, UNNAMED.council(found.slug)),),
                here=HERE,
                styles=council_decisions.STYLES,
            )
        listed = found_decisions(state, cases)
        shown = state.at(listed.page)
        tree = council_decisions.render(
            shown,
            place,
            listed,
            cases.facets(state.asked),
            asked.repository,
        )
        own = scope(place.own(state.asked), "", council_namer(asked.repository))
        return Page(
            *(title_of(own, listed.page, title), tree, bare.url(shown)),
            description=f"{title}: what the Ombudsman decided, by year, category and outcome.",
            trail=((found.name, UNNAMED.council(found.slug)),),
            here=HERE,
            pages=listed.pages,
            styles=council_decisions.STYLES,
            feed=asked.links.council_feed(found.slug),
        )

    return of_council(slug, make)


def asked_state(asked: Asked) -> tuple[DecisionState, tuple[str, ...]]:
    """Return the state a request asks for, its councils known ones, and those asked for that are none."""
    state = parse(asked.query, asked.case_years)
    known, unknown = known_councils(state.asked.councils, asked.repository)
    if known == state.asked.councils:
        return state, unknown
    return DecisionState(state.asked.changed(councils=known), state.page, state.order), unknown


def known_councils(given: tuple[str, ...], repository: Repository) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the slugs of the councils meant by slugs or ONS codes, each once, and what names none."""
    known: dict[str, None] = {}
    unknown: list[str] = []
    for name in given:
        slug = repository.slug_meant(name)
        if slug is None:
            unknown.append(name)
        else:
            known[slug] = None
    return tuple(known), tuple(unknown)


def _unknown(reference: str, asked: Asked) -> Page:
    words = query_string(DecisionState().narrowed(words=reference.replace("-", " ")[:40]))
    tree = decision_page.unknown(reference, words, asked.links)
    return Page("No such decision", tree, UNNAMED.decisions(), here=HERE, status=404)
