"""What a check finds: one sentence about one thing, where it stands, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.imports.imported import Place


class Severity(StrEnum):
    """How grave a finding is: an error stops the build; a warning needs a person's acceptance."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``check`` is the id of the check; ``slug``, ``year`` and ``quantity`` are None where it
    is about none in particular, ``place`` where it stands in no file. ``suggestion`` may be empty.
    """

    check: str
    severity: Severity
    sentence: str
    slug: str | None = None
    year: str | None = None
    quantity: str | None = None
    place: Place | None = None
    suggestion: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What tells one finding from another: check, council, year, quantity and what is said."""
        return self.check, self.slug or "", self.year or "", self.quantity or "", self.sentence
