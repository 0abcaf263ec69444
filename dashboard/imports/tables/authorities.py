"""Which council a name in a table means, in the table's year."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.imports.store.names_file import AcceptedName
from dashboard.reference.load import Reference
from dashboard.repository.names import expanded, folded, telling
from dashboard.repository.records import Council

_CLOSE_ENOUGH = 0.72


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that means no council for certain: why, and the council it may mean (its slug), if any."""

    why: str
    suggested: str | None = None


class Authorities:
    """Finds councils by their names: the register's, their other names, and those a person accepted."""

    def __init__(self, reference: Reference, accepted: Iterable[AcceptedName] = ()) -> None:
        self._reference = reference
        self._official: dict[str, set[str]] = {}
        self._other: dict[str, set[str]] = {}
        self._telling: dict[str, set[str]] = {}
        self._accepted: dict[tuple[str, str], str] = {}
        for council in reference.councils.values():
            names = {folded(name) for name in (council.name, council.short_name, *council.other_names)}
            _add(self._official, folded(council.name), council.slug)
            for name in names:
                _add(self._other, name, council.slug)
                _add(self._other, _bare(name), council.slug)
                _add(self._telling, telling(expanded(name)), council.slug)
        for one in accepted:
            self._accepted[folded(one.text), one.year] = one.slug

    def find(self, text: str, year: str) -> str | Unresolved:
        """Return the slug of the council that a text names in a year, or why none is certain.

        First what a person accepted, then the official name, then other names; among several the one
        that existed in the year. A council that has ended is found by its name, since decisions may come
        after its end; one that had not begun is not.
        """
        name = folded(text)
        for key in ((name, year), (name, "")):
            if key in self._accepted:
                return self._known(self._accepted[key])
        for names in (self._official, self._other):
            found = names.get(name, set()) | (
                names.get(_bare(name), set()) if names is self._other else set()
            )
            if found:
                return self._one(found, year)
        return self._suggest(name, year)

    def name(self, slug: str) -> str:
        """Return the official name of a council."""
        return self._reference.councils[slug].name

    def _known(self, slug: str) -> str | Unresolved:
        meant = self._reference.slug_meant(slug)
        if meant is not None:
            return meant
        return Unresolved(f"was accepted as “{slug}”, which is no council")

    def _one(self, found: set[str], year: str) -> str | Unresolved:
        existing = [slug for slug in found if self._reference.existed(slug, year)]
        if not existing:
            ended = [slug for slug in found if self._ended(slug, year)]
            if not ended:
                slug = min(found)
                return Unresolved(f"had not begun in {year}", self._before(slug, year))
            existing = ended
        if len(existing) > 1:
            which = " or ".join(sorted(self.name(slug) for slug in existing))
            return Unresolved(f"could be {which}", min(existing))
        return existing[0]

    def _ended(self, slug: str, year: str) -> bool:
        council = self._reference.councils[slug]
        return (
            council.end is not None and not self._reference.existed(slug, year) and self._began(council, year)
        )

    def _began(self, council: Council, year: str) -> bool:
        return council.start is None or str(council.start.year) <= year[:4]

    def _before(self, slug: str, year: str) -> str | None:
        """Return the council that was there before one that had not begun: its namesake, if there is one."""
        before = [link.predecessor for link in self._reference.predecessors(slug)]
        there = [one for one in before if self._reference.existed(one, year)]
        short = self._reference.councils[slug].short_name
        namesakes = [one for one in there if self._reference.councils[one].short_name == short]
        return next(iter(namesakes or (there if len(there) == 1 else [])), None)

    def _suggest(self, name: str, year: str) -> Unresolved:
        there = {council.slug for council in self._reference.councils_in(year)}
        telling_name = telling(expanded(name))
        found = self._telling.get(telling_name, set()) & there
        if len(found) == 1:
            return Unresolved("is no name in the register", found.pop())
        for known, asked in ((self._telling, telling_name), (self._other, name)):
            names = {key: slugs & there for key, slugs in known.items() if slugs & there}
            near = difflib.get_close_matches(asked, list(names), n=1, cutoff=_CLOSE_ENOUGH)
            if near:
                return Unresolved("is no name in the register", min(names[near[0]]))
        return Unresolved("is no name in the register")


def _add(names: dict[str, set[str]], name: str, slug: str) -> None:
    if name:
        names.setdefault(name, set()).add(slug)


def _bare(name: str) -> str:
    """Return a folded name without “council” and “the”."""
    return " ".join(word for word in name.split() if word not in {"council", "the"})
