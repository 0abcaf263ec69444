"""The names that councils have of their own: none of them can be said to be another council's."""

from dashboard.reference.load import Reference
from dashboard.repository.names import folded


class OwnNames:
    """Says whose own name a text is."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._official: dict[str, set[str]] = {}
        self._other: dict[str, set[str]] = {}
        for slug, council in reference.councils.items():
            self._official.setdefault(folded(council.name), set()).add(slug)
            for name in (council.short_name, *council.other_names):
                self._other.setdefault(folded(name), set()).add(slug)

    def owners(self, text: str) -> frozenset[str]:
        """Return the councils whose official name a text is; else those that have it as another name."""
        name = folded(text)
        return frozenset(self._official.get(name) or self._other.get(name) or ())

    def refusal(self, text: str, slug: str, year: str = "") -> str | None:
        """Say why a text cannot mean a council (or a body off the map) in a year (empty: in any); None where
        it can. A name whose councils did not exist in the year is free in it.
        """
        owners = self.owners(text)
        if not owners or slug in owners:
            return None
        meant = [own for own in sorted(owners) if not year or self._reference.existed(own, year)]
        if not meant:
            return None
        names = " and ".join(self._reference.councils[own].name for own in meant)
        once = "" if year else " For a year in which that council did not exist, give --year."
        return f"This is a name of {names} itself, and cannot mean another.{once}"
