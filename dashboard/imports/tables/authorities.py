"""Which council a name in a table means, in the table's year."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.years import ReportingYear
from dashboard.imports.store.names_file import AcceptedName
from dashboard.imports.tables.nearest import nearest_name
from dashboard.imports.tables.short_forms import ShortForms, form_of
from dashboard.reference.load import Reference
from dashboard.repository.names import expanded, folded, telling
from dashboard.repository.records import Council

_SMALL = frozenset(
    {"upon", "on", "in", "with", "under", "north", "south", "east", "west", "mid", "central", "new"}
)


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
        self._short_forms = ShortForms(reference.councils.values())
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

        First what a person accepted, then the official name, then other names, then the usual forms of them;
        among several the one that existed in the year. A council that has ended is found by its name, since
        decisions may come after its end; one that had not begun is not.
        """
        name = folded(text)
        for key in ((name, year), (name, "")):
            if name and key in self._accepted:
                return self._known(self._accepted[key])
        found = self.named(text)
        return self._one(found, year) if found else self._suggest(text, year)

    def named(self, text: str) -> frozenset[str]:
        """Return the councils, of whatever time, that a text names by itself: by its official name, else by
        another, else by a usual form; whatever was accepted."""
        name = folded(text)
        return frozenset(
            self._official.get(name)
            or self._other.get(name, set()) | self._other.get(_bare(name), set())
            or self._short_forms.find(text)
        )

    def name(self, slug: str) -> str:
        """Return the official name of a council."""
        return self._reference.councils[slug].name

    def _known(self, slug: str) -> str | Unresolved:
        meant = self._reference.slug_meant(slug)
        if meant is not None:
            return meant
        return Unresolved(f"was accepted as “{slug}”, which is no council")

    def _one(self, found: frozenset[str], year: str) -> str | Unresolved:
        existing = [slug for slug in found if self._reference.existed(slug, year)]
        if not existing:
            ended = [slug for slug in found if self._ended(slug, year)]
            if not ended:
                slug = min(found)
                return Unresolved(self._not_yet(slug, year), self._before(slug, year))
            existing = ended
        if len(existing) > 1:
            which = " or ".join(sorted(self.name(slug) for slug in existing))
            return Unresolved(f"could be {which}", min(existing))
        return existing[0]

    def _not_yet(self, slug: str, year: str) -> str:
        """Say that a council is not of a year: it begins later, or in its course."""
        start = self._reference.councils[slug].start
        if start is None or ReportingYear.of(start) != ReportingYear.parse(year):
            return f"had not begun in {year}"
        return f"begins in the course of {year}, so it is of {ReportingYear.parse(year).shifted(1)} first"

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

    def _suggest(self, text: str, year: str) -> Unresolved:
        """Say that a name is none that is known, and which council of the year and of its sort it may be."""
        form = form_of(text)
        if form is None:
            return Unresolved("is no name in the register")
        there = {
            council.slug
            for council in self._reference.councils_in(year)
            if self._short_forms.may_be(form, council.slug)
        }
        known = {words: slugs & there for words, slugs in self._telling.items() if slugs & there}
        asked = telling(expanded(form.place))
        near = asked if asked in known else _nearest(asked, known)
        slugs = known.get(near or "", set())
        return Unresolved("is no name in the register", next(iter(slugs)) if len(slugs) == 1 else None)


def _nearest(asked: str, known: Iterable[str]) -> str | None:
    """Return the name nearest to one: each word of both has its like in the other; or the only one that has
    all its words, and more than a direction besides. East Surrey is not East Sussex, Kentish Town is not
    Kent, and Berkshire is not West Berkshire."""
    names = list(known)
    near = nearest_name(asked, names)
    if near is not None:
        return near
    words = set(asked.split())
    first = asked.split()[:1]
    holding = [
        name
        for name in names
        if name.split()[:1] == first and words <= set(name.split()) and set(name.split()) - words - _SMALL
    ]
    return holding[0] if len(holding) == 1 and words - _SMALL else None


def _add(names: dict[str, set[str]], name: str, slug: str) -> None:
    if name:
        names.setdefault(name, set()).add(slug)


def _bare(name: str) -> str:
    """Return a folded name without “council” and “the”."""
    return " ".join(word for word in name.split() if word not in {"council", "the"})
