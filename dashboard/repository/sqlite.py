"""The repository of pages over one release's SQLite file. Standard library only; safe among threads."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from functools import lru_cache
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.domain.years import ReportingYear
from dashboard.repository.breakdowns import breakdown
from dashboard.repository.cases_interface import Cases
from dashboard.repository.connection import REGISTER_YEARS, ThreadConnections
from dashboard.repository.finding import find
from dashboard.repository.larger_parts import has_larger_parts, larger_part
from dashboard.repository.listed_interface import Listed
from dashboard.repository.lookups import read_lookups
from dashboard.repository.manifest import DATABASE, read_manifest
from dashboard.repository.quality import SqliteQuality
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
from dashboard.repository.released_files import ReleasedFiles
from dashboard.repository.rows import type_compared_from
from dashboard.repository.sqlite_background import SqliteBackground
from dashboard.repository.sqlite_cases import SqliteCases
from dashboard.repository.sqlite_figures import SqliteFigures
from dashboard.repository.sqlite_listed import SqliteListed
from dashboard.repository.sqlite_services import SqliteServices
from dashboard.repository.sqlite_watch import SqliteWatch, has_watch


class SqliteRepository:
    """A release, read only: see ``dashboard.repository.interface.Repository`` for what each call means."""

    def __init__(self, directory: Path) -> None:
        """Open a release directory. Raises ManifestError or sqlite3.Error when it is not whole."""
        self.directory = directory
        self._manifest = read_manifest(directory)
        self._release = self._manifest.release
        self._connections = ThreadConnections(directory / DATABASE)
        self._lookups = read_lookups(self._connections.get())
        self._cases = SqliteCases(self._connections.get) if self._has_cases() else None
        self._register_years = self._read_register_years()
        self._listed = SqliteListed(self._connections.get) if self._has_a_list() else None
        self._watch = SqliteWatch(self._connections.get) if self._has_watch() else None
        self._has_parts = has_larger_parts(self._connections.get())
        self._councils = lru_cache(maxsize=64)(self._councils_of)
        self._figures = SqliteFigures(self._connections.get, self._lookups)
        self._services = SqliteServices(self._connections.get)
        self._files = ReleasedFiles(directory, self._manifest)
        self._background = SqliteBackground(self._connections.get)

    @property
    def id(self) -> str:
        """The checksum of the release's content: it changes with any file in it."""
        return self._manifest.id

    @property
    def static_directory(self) -> Path:
        """The folder of the release's content-hashed files and their compressed twins."""
        return self._files.directory

    def told_as(self, release: Release) -> "SqliteRepository":
        """Return the same open release, which says of itself what publishing made of it."""
        told = copy(self)
        told._release = release
        return told

    def release(self) -> Release:
        """Return what the release says of itself."""
        return self._release

    def councils(self, year: str | None = None) -> tuple[Council, ...]:
        """Return the councils that existed in a year (all ever, without one), by short name."""
        return self._councils(year)

    def council(self, slug: str) -> Council | None:
        """Return a council, or None."""
        return self._lookups.councils.get(slug)

    def slug_for_code(self, code: str) -> str | None:
        """Return the slug of the council that has, or ever had, an ONS code."""
        return self._lookups.slugs_by_code.get(code)

    def slug_meant(self, name: str) -> str | None:
        """Return the slug of the council that an address means; None for any other text."""
        return self._lookups.slugs_meant.get(name.casefold()) or self.slug_for_code(name.upper())

    def code_in_year(self, slug: str, year: str) -> str:
        """Return the ONS code a council had in a year (its last, after its end)."""
        held = self._lookups.years.get(slug, {}).get(year)
        return held[0] if held else self._lookups.councils[slug].code

    def existed(self, slug: str, year: str) -> bool:
        """Say whether a council existed in a year (on its 1 April)."""
        return self._lookups.existed(slug, year)

    def years_of(self, slug: str) -> tuple[str, ...]:
        """Return the years a council has a page for: those it existed in, and later ones with figures."""
        return tuple(self._lookups.years.get(slug, ()))

    def predecessors(self, slug: str) -> tuple[LineageLink, ...]:
        """Return the links to the councils it was made of."""
        return self._lookups.predecessors.get(slug, ())

    def successors(self, slug: str) -> tuple[LineageLink, ...]:
        """Return the links to the councils that took its place."""
        return self._lookups.successors.get(slug, ())

    def population(self, slug: str, mid_year: int) -> int | None:
        """Return the mid-year population estimate."""
        return self._background.population(slug, mid_year)

    def figures(self, slug: str, year: str, period: int = 1) -> dict[str, Figure]:
        """Return every measure of a council in a year, by measure id."""
        return self._figures.of_council(slug, year, period)

    def figures_of(
        self, slugs: Collection[str], year: str, measures: Collection[str]
    ) -> dict[str, dict[str, Figure]]:
        """Return some measures of some councils in a year, by slug and measure id."""
        return self._figures.of_some(slugs, year, measures)

    def combined(self, slug: str, year: str) -> dict[str, Figure]:
        """Return every measure of a year before a council began, its whole predecessors added together."""
        return self._figures.combined(slug, year)

    def neighbours(self, slug: str, method: str, year: str) -> tuple[str, ...]:
        """Return the councils a method of choosing peers names for a council in a year, nearest first."""
        vintage = ReportingYear.parse(year).vintage
        rows = self._rows(
            "SELECT neighbour FROM neighbour WHERE slug = ? AND method = ?"
            " AND coalesce(from_year, ?) <= ? AND coalesce(to_year, ?) >= ? ORDER BY rank, neighbour",
            (slug, method, vintage, vintage, vintage, vintage),
        )
        return tuple(row["neighbour"] for row in rows if self.existed(row["neighbour"], year))

    def year_figures(self, year: str, measure: str, period: int = 1) -> dict[str, Figure]:
        """Return one measure of every council that existed in a year, by slug."""
        return self._figures.of_year(year, measure, period)

    def figure_counts(self, measures: Sequence[str]) -> dict[str, int]:
        """Return how many figures of some measures there are of each year, over all councils."""
        return self._figures.counts(measures)

    def history(self, slug: str, measure: str) -> tuple[Figure, ...]:
        """Return one measure of a council over its years, ascending."""
        return self._figures.history(slug, measure)

    def breakdown(self, slug: str, year: str, kind: str) -> tuple[CountRow, ...]:
        """Return received by category or decided by outcome, in the field's order, total last."""
        return breakdown(self._connections.get(), slug, year, kind)

    def larger_part(self, slug: str, year: str, of: PartOf) -> LargerPart | None:
        """Return a part of its cases that is larger than at others of its type; None where there is none."""
        return larger_part(self._connections.get(), slug, year, of) if self._has_parts else None

    def services(self, slug: str, year: str) -> tuple[ServiceRow, ...]:
        """Return what was received and decided by service, in the field's order; () where nothing is held."""
        return self._services.of_council(slug, year)

    def type_services(self, kind: AuthorityType, year: str) -> tuple[ServiceRow, ...]:
        """Return the same of all councils of a type together; a count is None unless held of every one."""
        councils = sum(council.type is kind for council in self.councils(year))
        return self._services.of_type(kind, year, councils)

    def services_compared(self, slug: str, year: str) -> dict[str, ServiceCompared]:
        """Return how each service of a council stands beside its type, by category."""
        return self._services.compared(slug, year)

    def case_mix(self, slug: str, year: str) -> CaseMix | None:
        """Return what share upheld is expected of the type's councils with this one's services."""
        return self._services.case_mix(slug, year)

    def case_mixes(self, year: str) -> dict[str, CaseMix]:
        """Return the same of every council of a year that it is worked out of, by slug."""
        return self._services.case_mixes(year)

    def many_looks(self, slug: str) -> ManyLooks:
        """Return the chance that a council like its type is marked somewhere in its years and measures."""
        row = self._one("SELECT looks, chance FROM many_looks WHERE slug = ?", (slug,))
        return ManyLooks(0, 0.0) if row is None else ManyLooks(row["looks"], row["chance"])

    def benchmark(self, kind: AuthorityType, year: str, measure: str, period: int = 1) -> Benchmark | None:
        """Return the average of a type, or None where neither printed nor computable."""
        return self._lookups.benchmarks.get((kind, measure, year, period))

    def type_compared(
        self, kind: AuthorityType, year: str, measure: str, period: int = 1
    ) -> TypeCompared | None:
        """Return how a type could be compared on a measure; None where it is never, or not in that year."""
        row = self._one(
            "SELECT * FROM type_comparison WHERE type = ? AND year = ? AND measure = ? AND period = ?",
            (kind.value, year, measure, period),
        )
        return None if row is None else type_compared_from(row)

    def drawn(self, kind: AuthorityType, year: str, period: int = 1) -> dict[str, dict[str, str]]:
        """Return what all councils of a type share of their pictures: part and text by measure."""
        found: dict[str, dict[str, str]] = {}
        for row in self._rows(
            "SELECT measure, part, content FROM drawn WHERE type = ? AND year = ? AND period = ?",
            (kind.value, year, period),
        ):
            found.setdefault(row["measure"], {})[row["part"]] = row["content"]
        return found

    def benchmark_history(self, kind: AuthorityType, measure: str) -> dict[str, Benchmark]:
        """Return the averages of a type by year."""
        years = ((year, self.benchmark(kind, year, measure)) for year in self._release.years)
        return {year: benchmark for year, benchmark in years if benchmark is not None}

    def national(self, year: str) -> tuple[NationalFigure, ...]:
        """Return the figures for England held for a year."""
        return self._background.national(year)

    def find(self, query: str, *, whole: bool = False) -> Found:
        """Find councils by name, place or postcode. Any text is answered."""
        return find(query, self._lookups, self._connections.get(), whole=whole)

    def static_url(self, logical: str) -> str:
        """Return the content-hashed URL of one of the release's static files. Raises KeyError if unknown."""
        return self._files.url(logical)

    def map_shapes(self, tier: Tier, year: str, *, tiles: bool = False) -> str:
        """Return the inline SVG of a tier's map in a year, or of its tiles, uncoloured.

        Raises KeyError if there is none: releases made before there were tiles have no tiles.
        """
        return self._files.shapes(tier, year, tiles=tiles)

    def cases(self) -> Cases | None:
        """Return the case register, or None where the release holds no cases."""
        return self._cases

    def register_years(self) -> tuple[str, ...]:
        """Return the years the case register is whole for, ascending."""
        return self._register_years

    def cases_of(self, year: str) -> Cases | None:
        """Return the case register where it is whole for a year; else None."""
        return self._cases if year in self._register_years else None

    def listed(self) -> Listed | None:
        """Return the list of decisions where a release has that in the place of a register; else None."""
        return self._listed

    def watch(self) -> SqliteWatch | None:
        """Return what to watch, or None where it was not worked out."""
        return self._watch

    def quality(self) -> SqliteQuality:
        """Return what the release says of its own quality."""
        return SqliteQuality(self._connections.get)

    def official_letter(self, slug: str, year: str) -> str | None:
        """Return the URL of the official letter as PDF, or None where the release holds none."""
        return self._files.letter(slug, year)

    def _has_cases(self) -> bool:
        return self._one("SELECT 1 FROM register_case LIMIT 1", ()) is not None

    def _read_register_years(self) -> tuple[str, ...]:
        told = self._one("SELECT value FROM meta WHERE key = ?", (REGISTER_YEARS,))
        return tuple(told["value"].split()) if told is not None else ()

    def _has_a_list(self) -> bool:
        return self._cases is None and self._one("SELECT 1 FROM listed_decision LIMIT 1", ()) is not None

    def _has_watch(self) -> bool:
        return self._cases is not None and has_watch(self._connections.get())

    def _councils_of(self, year: str | None) -> tuple[Council, ...]:
        known = self._lookups.councils.values()
        return tuple(known if year is None else (c for c in known if self.existed(c.slug, year)))

    def _rows(self, statement: str, values: tuple[object, ...]) -> Iterator[sqlite3.Row]:
        return self._connections.get().execute(statement, values)

    def _one(self, statement: str, values: tuple[object, ...]) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._connections.get().execute(statement, values).fetchone()
        return row
