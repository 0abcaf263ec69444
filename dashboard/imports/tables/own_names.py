"""The names that councils have of their own: none of them can be said to be another council's."""

from dashboard.imports.marks import without_marks
from dashboard.imports.tables.authorities import Authorities
from dashboard.reference.load import Reference


class OwnNames:
    """Says whose own name a text is: by the register, or in one of the usual forms that are read by
    themselves (“Bolton MBC”, “LB of Camden”), with or without a footnote's mark."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._authorities = Authorities(reference)

    def owners(self, text: str) -> frozenset[str]:
        """Return the councils of whatever time that a text names by itself."""
        return self._authorities.named(text) or self._authorities.named(without_marks(text))

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
