"""The three feeds: of a council, of a search of the decisions, of a search of the improvements.

A feed has pages, so that all that a publication adds is within reach. What was withdrawn stands where the day
of its withdrawal puts it, however old the decision is: whoever follows the feed learns of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import merge
from itertools import islice

from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.outcomes import Outcome
from dashboard.domain.years import ReportingYear
from dashboard.feeds.atom import Feed, Waiting, newest_first, waiting
from dashboard.feeds.entries import (
    Setting,
    decision_entry,
    gone_entry,
    improvement_entries,
    last_told,
    letter_entries,
    marked,
)
from dashboard.feeds.listed_entry import listed_entry
from dashboard.feeds.place import Place
from dashboard.feeds.watch_entry import watch_entries
from dashboard.repository.interface import Repository
from dashboard.repository.listed_interface import within_a_list
from dashboard.repository.records import Council
from dashboard.words.decisions import asked_parts
from dashboard.words.listed import A_PART, held, held_in_all

MOST = 50
"""How many entries a page of a feed holds at most."""
LAST = 100
"""The last page that is made: what is older is found by a search of its years."""
AUTHOR = "Your council’s performance (not the Ombudsman’s own site)"
_RIGHTS = "Complaints data © Commission for Local Administration in England."
_INVENTED = "A demonstration: every decision and improvement in this feed is simulated. "
_PAGES = f"The newest come first, {MOST} to a page; a page names the next."
_NO_CASES = "The cases behind the figures are not held in this release"


@dataclass(frozen=True, slots=True)
class Feeds:
    """The feeds of a release at a place; ``links`` keep its name where they have to. ``page`` is the page of
    each, the newest first; ``style`` the address of a sheet for those who open one in a browser."""

    repository: Repository
    place: Place
    links: Links
    page: int = 1
    style: str = ""

    def of_council(self, council: Council) -> Feed:
        """Return the feed of a council: its decisions, improvements and letters, or its letters alone."""
        asked = CaseFilter(councils=(council.slug,))
        letters = letter_entries(council, self.repository.years_of(council.slug), self._setting)
        own = (letters, watch_entries(council, self.repository.watch(), self._setting))
        streams = (
            *self._decisions(asked),
            *self._improvements(asked),
            *(waiting(newest_first(one)) for one in own),
        )
        title, says = self._of_council_in_words(council, asked)
        page = self.links.council(council.slug, None)
        at = self.links.council_feed(council.slug)
        return self._feed(f"council/{council.slug}", (title, says), (page, at), streams)

    def of_decisions(self, asked: CaseFilter, query: str) -> Feed:
        """Return the feed of a search of the decisions; ``query`` is the search as its page has it."""
        what = self._said(asked)
        page, own = (self.links.decisions(query, ending) for ending in ("", ".atom"))
        listed = self.repository.listed()
        said = self._subtitle("decisions") if listed is None else f"{held_in_all(listed.scope())} {A_PART}"
        texts = (f"Decisions: {what}" if what else "Decisions", said)
        return self._feed(_searched("decisions", query), texts, (page, own), self._decisions(asked))

    def of_improvements(self, asked: CaseFilter | None, query: str, whose: str) -> Feed:
        """Return the feed of a search of the improvements.

        ``whose`` names in words the group of councils whose slugs the filter holds; empty without a group.
        Without a filter (no council is like the one named) the feed has no entry.
        """
        told = asked or CaseFilter()
        what = self._said(told.changed(councils=()) if whose else told)
        about = ", ".join(part for part in (what, whose) if part)
        title = f"What councils agreed to change{f': {about}' if about else ''}"
        page, own = (self.links.improvements(query, ending) for ending in ("", ".atom"))
        streams = self._improvements(asked) if asked else ()
        texts = (title, self._subtitle("cases with an improvement"))
        return self._feed(_searched("improvements", query), texts, (page, own), streams)

    def _of_council_in_words(self, council: Council, asked: CaseFilter) -> tuple[str, str]:
        """Return the title and the subtitle of a council's feed, by what the release holds."""
        listed, name = self.repository.listed(), council.name
        if listed is not None:
            some = held(listed.scope(asked), f" about {name}")
            return f"{name}: some decisions, and letters", f"{some} With them its annual review letters."
        if self.repository.cases() is None:
            return f"{name}: letters", f"The annual review letters to {name}. {_NO_CASES}."
        said = (
            f"The decisions about {name}, what it agreed to change, its annual review letters, and what to "
            f"watch. {_PAGES}"
        )
        return f"{name}: decisions, improvements and letters", said

    def _decisions(self, asked: CaseFilter) -> tuple[Iterable[Waiting], ...]:
        """Return the decisions that stand, and those that were withdrawn, each newest first."""
        gone = (one.write() for one in self._told(asked, withdrawn=True))
        return self._told(asked, withdrawn=False), waiting(newest_first(gone))

    def _told(self, asked: CaseFilter, *, withdrawn: bool) -> Iterator[Waiting]:
        cases, listed = self.repository.cases(), self.repository.listed()
        if listed is not None:
            some = listed.every_decision(within_a_list(asked), withdrawn=withdrawn)
            told = (listed_entry(one, self._setting) for one in some)
            yield from waiting(entry for entry in told if entry is not None)
        elif cases is not None:
            for row in cases.every_decision(asked, withdrawn=withdrawn):
                yield Waiting(last_told(row), partial(decision_entry, row, self._setting))

    def _improvements(self, asked: CaseFilter) -> tuple[Iterable[Waiting], ...]:
        """Return what was agreed, newest first, and so the cases whose decision was withdrawn."""
        cases = self.repository.cases()
        if cases is None:
            return ()
        upheld = asked.changed(improving=False, outcomes=(Outcome.UPHELD,))
        gone = (
            gone_entry(row, row.withdrawn, self._setting)
            for row in cases.every_decision(upheld, withdrawn=True)
            if row.withdrawn is not None
        )
        return improvement_entries(cases.every_improvement(asked), self._setting), waiting(newest_first(gone))

    def _feed(
        self, specific: str, texts: tuple[str, str], at: tuple[str, str], streams: Iterable[Iterable[Waiting]]
    ) -> Feed:
        place, number = self.place, min(self.page, LAST)
        title, subtitle = texts
        release = self.repository.release()
        of = f"Release {release.name}, {release.standing}."
        page, own = at
        merged = merge(*streams, key=lambda one: -one.updated.toordinal())
        found = tuple(islice(merged, (number - 1) * MOST, number * MOST + 1))
        further = len(found) > MOST and number < LAST
        beside = (("first", 1), ("previous", number - 1), ("next", number + 1 if further else 0))
        return Feed(
            id=place.tag(specific),
            title=marked(title, place),
            subtitle=f"{_INVENTED if place.simulated else ''}{subtitle} {of}",
            author=AUTHOR,
            rights=f"No case in this feed is real. Real figures: {_RIGHTS}" if place.simulated else _RIGHTS,
            url=place.url(page),
            self_url=place.url(_paged(own, number)),
            updated=ReportingYear.parse(self.repository.release().years[-1]).last_day,
            entries=tuple(one.write() for one in found[:MOST]),
            beside=tuple((relation, place.url(_paged(own, n))) for relation, n in beside if n),
            style=self.style,
        )

    def _said(self, asked: CaseFilter) -> str:
        return ", ".join(text for text, _ in asked_parts(asked, self._name))

    def _subtitle(self, what: str) -> str:
        if self.repository.cases() is None:
            return f"{_NO_CASES}, so there is nothing in this feed."
        return f"All {what}. {_PAGES}"

    @property
    def _setting(self) -> Setting:
        return Setting(self.place, self.links, self._name)

    def _name(self, slug: str) -> str:
        council = self.repository.council(slug)
        return council.name if council else slug


def _paged(own: str, number: int) -> str:
    """Return the address of a page of a feed, whose first page has its own."""
    return own if number == 1 else f"{own}{'&' if '?' in own else '?'}page={number}"


def _searched(what: str, query: str) -> str:
    return f"{what}?{query}" if query else what
