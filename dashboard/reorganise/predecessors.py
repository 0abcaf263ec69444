"""Which council a predecessor's name or code means: any it has or had, on the last day before a change."""

from datetime import date

from dashboard.domain.formats import day as written
from dashboard.reference.counties import alive
from dashboard.reference.load import Reference
from dashboard.repository.names import folded
from dashboard.repository.records import Council


class Names:
    """The councils of a reference by every name and code they have or had."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._official: dict[str, set[str]] = {}
        self._other: dict[str, set[str]] = {}
        for slug, council in reference.councils.items():
            for name in (council.name, *(former.name for former in council.former_names)):
                self._official.setdefault(folded(name), set()).add(slug)
            for name in (council.short_name, *council.other_names, slug):
                self._other.setdefault(folded(name), set()).add(slug)

    def taken(self, name: str) -> Council | None:
        """Return the council that has, or had, a name as its official one; None where none has."""
        found = self._official.get(folded(name))
        return self._reference.councils[min(found)] if found else None

    def find(self, text: str, day: date) -> Council | str:
        """Return the council that a text means on a day, or a sentence that says why none is certain.

        Official names come before others, and councils that exist on the day before those that do not.
        """
        code = self._reference.slug_for_code(text.upper())
        name = folded(text)
        found = {code} if code else self._official.get(name, set()) | self._other.get(name, set())
        if not found:
            return f"“{text}” is no name or code that a council of England has or had."
        there = {slug for slug in found if alive(self._reference.councils[slug], day)}
        official = there & self._official.get(name, set())
        meant = sorted(official or there)
        if len(meant) == 1:
            return self._reference.councils[meant[0]]
        if meant:
            names = " or ".join(self._reference.councils[slug].name for slug in meant)
            return f"“{text}” could be {names}: write the whole name, or the code."
        return self._gone(self._reference.councils[min(found)], day)

    def _gone(self, council: Council, day: date) -> str:
        if council.start is not None and council.start > day:
            return f"{council.name} does not exist on {written(day)}: it begins on {written(council.start)}."
        ended = f": it ended on {written(council.end)}" if council.end else ""
        after = [
            self._reference.councils[link.successor] for link in self._reference.successors(council.slug)
        ]
        now = [one.name for one in after if alive(one, day)]
        served = f", and {' and '.join(now)} took its place" if now else ""
        return f"{council.name} does not exist on {written(day)}{ended}{served}."
