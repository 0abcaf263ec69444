"""What pages may ask of a release about its own quality."""

from collections.abc import Mapping
from typing import Protocol

from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.quality_records import (
    Accepted,
    Completeness,
    Contradiction,
    Correction,
    InputRead,
    Known,
)


class Quality(Protocol):
    """How complete a release is, and what was decided about its figures before it was built."""

    def completeness(self) -> tuple[Completeness, ...]:
        """Return how many councils have each measure known how, by year, type and measure."""

    def councils(self, year: str, kind: AuthorityType) -> Mapping[str, Mapping[str, Known]]:
        """Return what is known of each council of a type in a year, by slug, then by measure."""

    def corrections(self) -> tuple[Correction, ...]:
        """Return the corrections that were applied, newest year first."""

    def accepted(self) -> tuple[Accepted, ...]:
        """Return the warnings that were accepted, by check."""

    def inputs(self) -> tuple[InputRead, ...]:
        """Return the files the release was made from; () for one made from the committed data alone."""

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Return the contradictions known among what is held, newest year first."""
