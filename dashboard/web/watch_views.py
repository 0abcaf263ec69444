"""What is at ``/watch`` and its two files."""

from dashboard.addresses.links import UNNAMED
from dashboard.addresses.watch_state import WatchState, pairs, parse, query_string
from dashboard.exports.watch_rows import watch_listing
from dashboard.markup.method_words import explained
from dashboard.pages.watch import page as watch_page_of
from dashboard.pages.watch.page import asked_of, look
from dashboard.repository.watch_interface import Watch
from dashboard.repository.watch_records import WatchScope
from dashboard.web.answer import Answer
from dashboard.web.case_files import CaseFile
from dashboard.web.page import Page
from dashboard.web.request import Asked
from dashboard.words import watch as say

_DESCRIPTION = (
    "Questions that complaints raise, with the cases they rest on: services, late recommendations, faults "
    "that recur, and what followed a promise."
)


def watch_page(asked: Asked) -> Page:
    """Return what to watch across councils."""
    state = parse(asked.query, asked.years)
    found = _found(asked, state)
    if found is None:
        before = asked.repository.cases() is not None and asked.repository.watch() is None
        tree = watch_page_of.not_held(built_before=before)
        return Page(say.TITLE, tree, UNNAMED.watch(), description=_DESCRIPTION)
    watch, year, scope = found
    shown = look(watch, state, year, scope)
    named = say.scope_of(year, state.type, state.region, state.service)
    of = f"{say.HEADINGS[state.question]}, " if state.question else ""
    number = f", page {shown.state.page}" if shown.state.page > 1 else ""
    return Page(
        f"{say.TITLE}: {of}{named}{number}",
        explained(watch_page_of.render(shown, asked.repository, asked.links), asked.links.plain("about")),
        UNNAMED.watch(query_string(shown.state)),
        pages=shown.page.pages if shown.page else 0,
        styles=watch_page_of.STYLES,
        description=_DESCRIPTION,
    )


def as_csv(asked: Asked) -> Answer | Page:
    """Return all questions that are meant as CSV, sent while they are read."""
    told = _file_of(asked)
    return watch_page(asked) if told is None else told.as_csv()


def as_xlsx(asked: Asked) -> Answer | Page:
    """Return the questions that are meant as a workbook."""
    told = _file_of(asked)
    return watch_page(asked) if told is None else told.as_xlsx()


def _found(asked: Asked, state: WatchState) -> tuple[Watch, str, WatchScope] | None:
    """Return what to watch in the year that is meant, else in the latest; None where there is nothing."""
    watch = asked.repository.watch()
    if watch is None or not watch.years():
        return None
    asked_for, latest = state.year, watch.years()[-1]
    scope = (watch.scope(asked_for) if asked_for else None) or watch.scope(latest)
    return None if scope is None else (watch, scope.year, scope)


def _file_of(asked: Asked) -> CaseFile | None:
    state = parse(asked.query, asked.years).at(1)
    found = _found(asked, state)
    if found is None:
        return None
    watch, year, scope = found
    repository = asked.repository
    release = repository.release()
    named = say.scope_of(year, state.type, state.region, state.service)
    query = f"{named}, {say.HEADINGS[state.question]}" if state.question else named
    listing = watch_listing(
        watch.every_question(asked_of(state, year)),
        scope=scope,
        release=release.cited,
        simulated=release.is_demonstration,
        query=query,
        council=repository.council,
        address=lambda slug: asked.links.council(slug, year),
    )
    return CaseFile(
        asked=asked,
        what="what-to-watch",
        listing=listing,
        parts=[year, *(value for name, value in pairs(state) if name != "year")],
        title=say.TITLE,
        origin=say.SIMULATED if release.is_demonstration else say.DERIVED,
        query=query,
        address=asked.links.watch(query_string(state)),
        made_from=query_string(state),
        notes=[(say.HEADINGS[question], say.RULES[question]) for question in say.RULES],
    )
