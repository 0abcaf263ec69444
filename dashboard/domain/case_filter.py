"""Which cases are meant: the one filter behind every count, every list and every link between them."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Category, Compliance, Outcome


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """A set of cases: those that meet every part that is set.

    ``words`` is what a reader typed, any text. ``councils`` are slugs (any of them). Years are written
    2023-24: ``decided`` in it, ``received`` in it, a recommendation ``due`` in it. ``since`` and
    ``until`` are days of the decision, both included. ``outcomes`` and ``compliance`` are any of.
    ``service`` is the category a complaint was received in, ``category`` and ``sub_category`` (its
    label) those of the decision. ``remedied`` means: with a satisfactory remedy before the complaint
    reached the Ombudsman. ``improving`` means: with a service improvement.
    """

    words: str = ""
    councils: tuple[str, ...] = ()
    type: AuthorityType | None = None
    decided: str | None = None
    received: str | None = None
    due: str | None = None
    since: date | None = None
    until: date | None = None
    outcomes: tuple[Outcome, ...] = ()
    service: Category | None = None
    category: DecisionCategory | None = None
    sub_category: str | None = None
    kind: DecisionKind | None = None
    remedied: bool = False
    compliance: tuple[Compliance, ...] = ()
    improving: bool = False

    def changed(self, **changes: object) -> "CaseFilter":
        """Return the filter with some parts replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]
