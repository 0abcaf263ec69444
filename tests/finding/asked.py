"""A text that is asked, what is right, and what is to be said of an answer."""

from dataclasses import dataclass, field

from dashboard.repository.records import Found

SEED = 20261130


@dataclass(frozen=True)
class Asked:
    """A text, its kind for the table, and what would be right.

    ``councils``: all these are found. ``said``: this stands in what is said. ``none``: no council is found.
    ``may_miss``: it may honestly not be found, but nothing else may pass for it.
    """

    kind: str
    text: str
    councils: frozenset[str] = frozenset()
    said: str = ""
    none: bool = False
    may_miss: bool = False
    unsure: bool = field(default=False)

    def verdict(self, found: Found) -> str:
        """Return ``right``, ``honest`` (said not to be known, or only near), ``unknown`` or ``WRONG``."""
        told = " ".join([*found.notes, found.problem or ""])
        reached = {*found.councils, *found.serving, *(place.slug for place in found.places)}
        if self.said and self.said not in told:
            return "WRONG"
        if self.none:
            return (
                "WRONG" if reached else ("unknown" if "not known" in told or "held here" in told else "right")
            )
        if self.councils <= reached:
            return "WRONG" if self.unsure and found.sure else "right"
        if not self.may_miss or found.sure:
            return "WRONG"
        if found.problem:
            return "unknown"
        return "honest" if found.near or found.notes or len(reached) > 1 or not found.serving else "WRONG"
