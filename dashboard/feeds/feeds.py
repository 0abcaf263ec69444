"""The three feeds: of a council, of a search of the decisions, of a search of the improvements."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.years import ReportingYear
from dashboard.feeds.atom import Entry, Feed, newest_first
from dashboard.feeds.entries import Setting, decision_entry, improvement_entries, letter_entries, marked
from dashboard.feeds.listed_entry import listed_entry
from dashboard.feeds.place import Place
from dashboard.repository.interface import Repository
from dashboard.repository.listed_interface import within_a_list
from dashboard.repository.records import Council
from dashboard.words.decisions import asked_parts
from dashboard.words.listed import A_PART, held, held_in_all

MOST = 50
"""How many entries a feed holds at most, the newest."""
AUTHOR = "Your council’s performance (not the Ombudsman’s own site)"
_RIGHTS = "Complaints data © Commission for Local Administration in England."
_INVENTED = "A demonstration: every decision and improvement in this feed is simulated. "
_NO_CASES = "The cases behind the figures are not held in this release"


@dataclass(frozen=True, slots=True)
class Feeds:
    """The feeds of a release at a place; ``release`` is its name where links are to keep it."""

    repository: Repository
    place: Place
    links: Links

    def of_council(self, council: Council) -> Feed:
        """Return the feed of a council: its decisions, improvements and letters, or its letters alone."""
        asked = CaseFilter(councils=(council.slug,))
        letters = letter_entries(council, self.repository.years_of(council.slug), self._setting)
        entries = chain(self._decisions(asked), self._improvements(asked), letters)
        title, says = self._of_council_in_words(council, asked)
        page = self.links.council(council.slug, None)
        own = self.links.council_feed(council.slug)
        return self._feed(f"council/{council.slug}", (title, says), (page, own), entries)

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
        entries = self._improvements(asked) if asked else ()
        texts = (title, self._subtitle("cases with an improvement"))
        return self._feed(_searched("improvements", query), texts, (page, own), entries)

    def _of_council_in_words(self, council: Council, asked: CaseFilter) -> tuple[str, str]:
        """Return the title and the subtitle of a council's feed, by what the release holds."""
        listed, name = self.repository.listed(), council.name
        if listed is not None:
            some = held(listed.scope(asked), f" about {name}")
            return f"{name}: some decisions, and letters", f"{some} With them its annual review letters."
        if self.repository.cases() is None:
            return f"{name}: letters", f"The annual review letters to {name}. {_NO_CASES}."
        said = f"The newest decisions about {name}, what it agreed to change, and its annual review letters."
        return f"{name}: decisions, improvements and letters", said

    def _decisions(self, asked: CaseFilter) -> Iterable[Entry]:
        listed = self.repository.listed()
        if listed is not None:
            some = islice(listed.every_decision(within_a_list(asked)), MOST)
            return [entry for row in some if (entry := listed_entry(row, self._setting)) is not None]
        cases = self.repository.cases()
        rows = islice(cases.every_decision(asked), MOST) if cases else ()
        return [decision_entry(row, self._setting) for row in rows]

    def _improvements(self, asked: CaseFilter) -> Iterable[Entry]:
        cases = self.repository.cases()
        if cases is None:
            return ()
        return list(islice(improvement_entries(cases.every_improvement(asked), self._setting), MOST))

    def _feed(
        self, specific: str, texts: tuple[str, str], at: tuple[str, str], entries: Iterable[Entry]
    ) -> Feed:
        place = self.place
        title, subtitle = texts
        release = self.repository.release()
        of = f"Release {release.name}, {release.standing}."
        page, own = at
        return Feed(
            id=place.tag(specific),
            title=marked(title, place),
            subtitle=f"{_INVENTED if place.simulated else ''}{subtitle} {of}",
            author=AUTHOR,
            rights=f"No case in this feed is real. Real figures: {_RIGHTS}" if place.simulated else _RIGHTS,
            url=place.url(page),
            self_url=place.url(own),
            updated=ReportingYear.parse(self.repository.release().years[-1]).last_day,
            entries=newest_first(entries)[:MOST],
        )

    def _said(self, asked: CaseFilter) -> str:
        return ", ".join(text for text, _ in asked_parts(asked, self._name))

    def _subtitle(self, what: str) -> str:
        if self.repository.cases() is None:
            return f"{_NO_CASES}, so there is nothing in this feed."
        return f"The newest {MOST} {what} at most."

    @property
    def _setting(self) -> Setting:
        return Setting(self.place, self.links, self._name)

    def _name(self, slug: str) -> str:
        council = self.repository.council(slug)
        return council.name if council else slug


def _searched(what: str, query: str) -> str:
    return f"{what}?{query}" if query else what
