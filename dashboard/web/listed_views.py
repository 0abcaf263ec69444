"""What is at the addresses of decisions where a release holds a list of some, and no register of cases."""

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState, pairs, parse, query_string
from dashboard.addresses.links import UNNAMED
from dashboard.downloads.about import EVERYTHING
from dashboard.exports.listed_rows import SOME, listed_listing
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.cases.of_council import title as council_title
from dashboard.pages.cases.results import council_namer
from dashboard.pages.cases.search import title as search_title
from dashboard.pages.listed import decision as decision_page
from dashboard.pages.listed import of_council, search
from dashboard.repository.listed_interface import Listed, within_a_list
from dashboard.repository.records import Council
from dashboard.web.case_files import CaseFile
from dashboard.web.page import Page
from dashboard.web.request import Asked
from dashboard.words import listed as say
from dashboard.words.decisions import PUBLISHED, in_words

HERE = "decisions"


def search_page(asked: Asked, listed: Listed, state: DecisionState, unknown: tuple[str, ...]) -> Page:
    """Return the search of the decisions held. ``unknown`` are councils asked for that are none."""
    notes = _notes(state)
    state = _answerable(state)
    found = listed.decisions(state.asked, state.page)
    shown = state.at(found.page)
    tree = search.render(
        shown, found, listed, asked.repository, links=asked.links, unknown=unknown, notes=notes
    )
    return Page(
        search_title(shown, found.page, asked.repository),
        tree,
        UNNAMED.decisions(query_string(shown)),
        here=HERE,
        pages=found.pages,
        styles=search.STYLES,
        feed=asked.links.decisions(query_string(DecisionState(state.asked)), ".atom"),
        description=say.held_in_all(listed.scope()),
    )


def search_file(asked: Asked, listed: Listed, state: DecisionState) -> CaseFile:
    """Return the file of all decisions a search means."""
    meant = DecisionState(_answerable(state).asked)
    named = council_namer(asked.repository)
    query = in_words(meant.asked, "", named)
    release = asked.repository.release()
    return CaseFile(
        asked=asked,
        what="some-decisions",
        listing=listed_listing(listed.every_decision(meant.asked), release.cited, query or EVERYTHING, named),
        parts=[value for _, value in pairs(meant)],
        title="Some of the Ombudsman’s decisions about councils",
        origin=PUBLISHED,
        query=query,
        address=asked.links.decisions(query_string(meant), ""),
        made_from=query_string(meant),
        notes=[("How many", SOME)],
    )


def council_page(council: Council, section: str, asked: Asked, listed: Listed) -> Page:
    """Return a council's list of the decisions held, or of the public reports among them."""
    place, bare = Place(council, section, asked.links), Place(council, section)
    read = parse(asked.query, asked.case_years)
    state = place.within(_answerable(read))
    found = listed.decisions(state.asked, state.page)
    shown = state.at(found.page)
    tree = of_council.render(
        shown,
        place,
        council,
        found=found,
        listed=listed,
        repository=asked.repository,
        notes=_notes(read),
    )
    year = f", {state.asked.decided}" if state.asked.decided else ""
    page = f", page {found.page}" if found.page > 1 else ""
    return Page(
        *(f"{council_title(place)}{year}{page}", tree, bare.url(shown)),
        here=HERE,
        pages=found.pages,
        styles=search.STYLES,
        feed=asked.links.council_feed(council.slug),
    )


def decision(reference: str, asked: Asked, listed: Listed) -> tuple[str, Page] | None:
    """Return the address and the page of a listed decision; None where none has the reference."""
    told = listed.decision(reference)
    if told is None:
        return None
    address = UNNAMED.decision(told.reference)
    return address, Page(
        decision_page.title(told, asked.repository),
        decision_page.render(told, listed, asked.repository, asked.links),
        address,
        here=HERE,
        status=410 if told.withdrawn else 200,
        styles=search.STYLES,
    )


def _answerable(state: DecisionState) -> DecisionState:
    return DecisionState(within_a_list(state.asked), state.page)


def _notes(state: DecisionState) -> list[Child]:
    return [html.P(say.BEYOND, className="note")] if say.asks_beyond(state.asked) else []
