"""What pages may ask of a release. The only I/O below the HTTP layer."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.repository.cases_interface import Cases
from dashboard.repository.listed_interface import Listed
from dashboard.repository.quality_interface import Quality
from dashboard.repository.records import (
    CaseMix,
    Council,
    CountRow,
    Found,
    LineageLink,
    ManyLooks,
    NationalFigure,
    Release,
    ServiceCompared,
    ServiceRow,
)
from dashboard.repository.watch_interface import Watch


class Repository(Protocol):
    """A release, read only. Years are written 2023-24, councils named by slug, measures by id.

    ``period`` is 1 for the year itself and 3 for the three years ending with it, pooled.
    """

    def release(self) -> Release:
        """Return what the release says of itself."""

    def councils(self, year: str | None = None) -> tuple[Council, ...]:
        """Return the councils that existed in a year (all ever, without one), by short name."""

    def council(self, slug: str) -> Council | None:
        """Return a council, or None."""

    def slug_for_code(self, code: str) -> str | None:
        """Return the slug of the council that has, or ever had, an ONS code."""

    def slug_meant(self, name: str) -> str | None:
        """Return the slug of the council that an address means: by its slug in any case, by one it had
        before or the Ombudsman's (``Council.led_here_from``), or by an ONS code. None for any other text."""

    def code_in_year(self, slug: str, year: str) -> str:
        """Return the ONS code a council had in a year (its last, after its end)."""

    def existed(self, slug: str, year: str) -> bool:
        """Say whether a council existed in a year (on its 1 April)."""

    def years_of(self, slug: str) -> tuple[str, ...]:
        """Return the years a council has a page for: those it existed in, and later ones with figures."""

    def predecessors(self, slug: str) -> tuple[LineageLink, ...]:
        """Return the links to the councils it was made of."""

    def successors(self, slug: str) -> tuple[LineageLink, ...]:
        """Return the links to the councils that took its place."""

    def population(self, slug: str, mid_year: int) -> int | None:
        """Return the mid-year population estimate."""

    def figures(self, slug: str, year: str, period: int = 1) -> dict[str, Figure]:
        """Return every measure of a council in a year, by measure id."""

    def figures_of(
        self, slugs: Collection[str], year: str, measures: Collection[str]
    ) -> dict[str, dict[str, Figure]]:
        """Return some measures of some councils in a year, by slug and measure id."""

    def combined(self, slug: str, year: str) -> dict[str, Figure]:
        """Return every measure of a year before a council began, its whole predecessors added together.

        Their note names the predecessors. Empty where it existed, or where none of them went into it whole.
        """

    def neighbours(self, slug: str, method: str, year: str) -> tuple[str, ...]:
        """Return the councils a method of choosing peers names for a council in a year, nearest first.

        ``touching`` (longest shared border first), ``ons_global``, ``ons_demographic``, ``ons_economic``
        or ``dfe``; only councils that existed in the year; empty for another method.
        """

    def year_figures(self, year: str, measure: str, period: int = 1) -> dict[str, Figure]:
        """Return one measure of every council that existed in a year, by slug."""

    def figure_counts(self, measures: Sequence[str]) -> Mapping[str, int]:
        """Return how many figures of some measures there are of each year, over all councils; held or not."""
        ...

    def history(self, slug: str, measure: str) -> tuple[Figure, ...]:
        """Return one measure of a council over its years, ascending."""

    def breakdown(self, slug: str, year: str, kind: str) -> tuple[CountRow, ...]:
        """Return received by category or decided by outcome, in the field's order, total last.

        Every item has a row once any is held (``count`` None where it is not); () when none is.
        """

    def larger_part(self, slug: str, year: str, of: PartOf) -> LargerPart | None:
        """Return a part of a council's cases of a year that is larger than at others of its type by more than
        chance explains; None where there is none, or it was not worked out."""

    def services(self, slug: str, year: str) -> tuple[ServiceRow, ...]:
        """Return what was received and decided by service, in the field's order; () where nothing is held."""

    def type_services(self, kind: AuthorityType, year: str) -> tuple[ServiceRow, ...]:
        """Return the same of all councils of a type together; a count is None unless held of every one."""

    def services_compared(self, slug: str, year: str) -> Mapping[str, ServiceCompared]:
        """Return how each service of a council stands beside its type, by category."""
        ...

    def case_mix(self, slug: str, year: str) -> CaseMix | None:
        """Return what share upheld is expected of the type's councils with this one's services."""
        ...

    def case_mixes(self, year: str) -> Mapping[str, CaseMix]:
        """Return the same of every council of a year that it is worked out of, by slug."""
        ...

    def many_looks(self, slug: str) -> ManyLooks:
        """Return the chance that a council like its type is marked somewhere in its years and measures."""
        ...

    def benchmark(self, kind: AuthorityType, year: str, measure: str, period: int = 1) -> Benchmark | None:
        """Return the average of a type, or None where neither printed nor computable."""

    def type_compared(
        self, kind: AuthorityType, year: str, measure: str, period: int = 1
    ) -> TypeCompared | None:
        """Return how a type could be compared on a measure; None where it is never, or not in that year."""
        ...

    def drawn(self, kind: AuthorityType, year: str, period: int = 1) -> dict[str, dict[str, str]]:
        """Return what all councils of a type share of their pictures, ready-made: part and text by measure.

        Empty for a period that pages do not show.
        """
        ...

    def benchmark_history(self, kind: AuthorityType, measure: str) -> dict[str, Benchmark]:
        """Return the averages of a type by year."""

    def national(self, year: str) -> tuple[NationalFigure, ...]:
        """Return the figures for England held for a year."""

    def find(self, query: str, *, whole: bool = False) -> Found:
        """Find councils by name, place or postcode. Any text is answered.

        A name lists the first dozen it matches, and all of them where the ``whole`` is wanted.
        """

    def static_url(self, logical: str) -> str:
        """Return the content-hashed URL of one of the release's static files.

        ``/static/<release>/<file>``: the file of that name in the release's ``static/`` folder, beside
        its precompressed twins ``<file>.br`` and ``<file>.gz``. Raises KeyError for an unknown name.
        """

    def map_shapes(self, tier: Tier, year: str, *, tiles: bool = False) -> str:
        """Return the inline SVG of a tier's map in a year, or of its tiles, uncoloured.

        Raises KeyError if there is none: releases made before there were tiles have no tiles.
        """

    def cases(self) -> Cases | None:
        """Return the case register, or None where the release holds no cases."""

    def register_years(self) -> tuple[str, ...]:
        """Return the years the case register is whole for, ascending: those whose statistics it counts."""

    def cases_of(self, year: str) -> Cases | None:
        """Return the case register where it is whole for a year; else None: what it holds of it is a part."""

    def listed(self) -> Listed | None:
        """Return the list of decisions, some of the Ombudsman's, where a release has that in the place of a
        case register; else None. Nothing is counted from it."""

    def watch(self) -> Watch | None:
        """Return what to watch, or None where the release has no register or was built before that was
        worked out."""

    def quality(self) -> Quality:
        """Return what the release says of its own quality."""

    def official_letter(self, slug: str, year: str) -> str | None:
        """Return the URL of the official letter as PDF, or None where the release holds none."""
