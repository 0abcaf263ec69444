"""A small release in memory: everything pages may ask, without a file."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.charts.peers import group
from dashboard.charts.ready import measures_drawn, parts_of
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.domain.measures import MEASURES
from dashboard.domain.years import ReportingYear
from dashboard.repository.cases_interface import Cases
from dashboard.repository.listed_interface import Listed
from dashboard.repository.quality_interface import Quality
from dashboard.repository.quality_records import (
    Accepted,
    Completeness,
    Contradiction,
    Correction,
    InputRead,
    Known,
)
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
from tests.support.figures import figure

YEARS = ("2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25")


def release(name: str = "held-figures", kind: str = "real", years: tuple[str, ...] = YEARS) -> Release:
    """A release's own description."""
    return Release(
        name=name,
        title="Figures held" if kind == "real" else "Demonstration",
        kind=kind,
        status="live",
        built_at="2026-01-05T10:00:00Z",
        built_by="0.1.0",
        years=years,
        sources=(),
        rows={},
    )


class FakeQuality:
    """A release about which nothing was decided; its completeness is tested on a release on disk."""

    def completeness(self) -> tuple[Completeness, ...]:
        return ()

    def councils(self, year: str, kind: AuthorityType) -> Mapping[str, Mapping[str, Known]]:
        return {}

    def corrections(self) -> tuple[Correction, ...]:
        return ()

    def accepted(self) -> tuple[Accepted, ...]:
        return ()

    def inputs(self) -> tuple[InputRead, ...]:
        return ()

    def contradictions(self) -> tuple[Contradiction, ...]:
        return ()


@dataclass
class FakeRepository:
    """Answers every call of ``Repository`` from what it was given; what it was not given is not held."""

    councils_: tuple[Council, ...] = ()
    links: tuple[LineageLink, ...] = ()
    figures_: tuple[Figure, ...] = ()
    pooled: tuple[Figure, ...] = ()
    combined_: tuple[Figure, ...] = ()
    near: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    rows: Mapping[tuple[str, str, str], tuple[CountRow, ...]] = field(default_factory=dict)
    benchmarks: Mapping[tuple[AuthorityType, str, str], Benchmark] = field(default_factory=dict)
    types: Mapping[tuple[AuthorityType, str, str], TypeCompared] = field(default_factory=dict)
    populations: Mapping[tuple[str, int], int] = field(default_factory=dict)
    services_: Mapping[tuple[str, str], tuple[ServiceRow, ...]] = field(default_factory=dict)
    services_compared_: Mapping[tuple[str, str], Mapping[str, ServiceCompared]] = field(default_factory=dict)
    case_mixes_: Mapping[tuple[str, str], CaseMix] = field(default_factory=dict)
    cases_: Cases | None = None
    listed_: Listed | None = None
    watch_: Watch | None = None
    larger: Mapping[tuple[str, str, PartOf], LargerPart] = field(default_factory=dict)
    official: Mapping[tuple[str, str], str] = field(default_factory=dict)
    release_: Release = field(default_factory=release)

    def release(self) -> Release:
        return self.release_

    def councils(self, year: str | None = None) -> tuple[Council, ...]:
        found: Iterable[Council] = self.councils_
        if year is not None:
            found = (c for c in self.councils_ if self.existed(c.slug, year))
        return tuple(sorted(found, key=lambda c: c.name))

    def council(self, slug: str) -> Council | None:
        return next((c for c in self.councils_ if c.slug == slug), None)

    def slug_for_code(self, code: str) -> str | None:
        return next((c.slug for c in self.councils_ if code in c.codes), None)

    def slug_meant(self, name: str) -> str | None:
        meant = ((c.slug, (c.slug, *c.led_here_from)) for c in self.councils_)
        own = next((slug for slug, names in meant if name.casefold() in names), None)
        return own or self.slug_for_code(name.upper())

    def code_in_year(self, slug: str, year: str) -> str:
        council = self.council(slug)
        assert council is not None
        return council.code

    def existed(self, slug: str, year: str) -> bool:
        council = self.council(slug)
        if council is None:
            return False
        first = ReportingYear.parse(year).first_day
        return (council.start is None or council.start <= first) and (
            council.end is None or council.end >= first
        )

    def years_of(self, slug: str) -> tuple[str, ...]:
        held = {f.year for f in self.figures_ if f.slug == slug}
        return tuple(y for y in self.release_.years if y in held or self.existed(slug, y))

    def predecessors(self, slug: str) -> tuple[LineageLink, ...]:
        return tuple(link for link in self.links if link.successor == slug)

    def successors(self, slug: str) -> tuple[LineageLink, ...]:
        return tuple(link for link in self.links if link.predecessor == slug)

    def population(self, slug: str, mid_year: int) -> int | None:
        return self.populations.get((slug, mid_year))

    def figures(self, slug: str, year: str, period: int = 1) -> dict[str, Figure]:
        if year not in self.years_of(slug):
            return {}
        pool = self.figures_ if period == 1 else self.pooled
        held = {f.measure: f for f in pool if f.slug == slug and f.year == year}
        return {m: held.get(m) or not_held(slug, year, m) for m in MEASURES}

    def figures_of(
        self, slugs: Collection[str], year: str, measures: Collection[str]
    ) -> dict[str, dict[str, Figure]]:
        each = {slug: self.figures(slug, year) for slug in slugs}
        return {slug: {m: f for m, f in held.items() if m in measures} for slug, held in each.items()}

    def combined(self, slug: str, year: str) -> dict[str, Figure]:
        return {f.measure: f for f in self.combined_ if (f.slug, f.year) == (slug, year)}

    def neighbours(self, slug: str, method: str, year: str) -> tuple[str, ...]:
        return tuple(n for n in self.near.get((slug, method), ()) if self.existed(n, year))

    def year_figures(self, year: str, measure: str, period: int = 1) -> dict[str, Figure]:
        return {c.slug: self.figures(c.slug, year, period)[measure] for c in self.councils(year)}

    def figure_counts(self, measures: Sequence[str]) -> dict[str, int]:
        years = self.release().years
        return {year: sum(len(self.year_figures(year, one)) for one in measures) for year in years}

    def history(self, slug: str, measure: str) -> tuple[Figure, ...]:
        return tuple(self.figures(slug, year)[measure] for year in self.years_of(slug))

    def breakdown(self, slug: str, year: str, kind: str) -> tuple[CountRow, ...]:
        return self.rows.get((slug, year, kind), ())

    def larger_part(self, slug: str, year: str, of: PartOf) -> LargerPart | None:
        return self.larger.get((slug, year, of))

    def services(self, slug: str, year: str) -> tuple[ServiceRow, ...]:
        return self.services_.get((slug, year), ())

    def type_services(self, kind: AuthorityType, year: str) -> tuple[ServiceRow, ...]:
        return self.services_.get((kind.value, year), ())

    def benchmark(self, kind: AuthorityType, year: str, measure: str, period: int = 1) -> Benchmark | None:
        return self.benchmarks.get((kind, year, measure))

    def services_compared(self, slug: str, year: str) -> Mapping[str, ServiceCompared]:
        return self.services_compared_.get((slug, year), {})

    def case_mix(self, slug: str, year: str) -> CaseMix | None:
        return self.case_mixes_.get((slug, year))

    def case_mixes(self, year: str) -> Mapping[str, CaseMix]:
        return {slug: mixed for (slug, of), mixed in self.case_mixes_.items() if of == year}

    def many_looks(self, slug: str) -> ManyLooks:
        return ManyLooks(0, 0.0)

    def type_compared(
        self, kind: AuthorityType, year: str, measure: str, period: int = 1
    ) -> TypeCompared | None:
        return self.types.get((kind, year, measure))

    def drawn(self, kind: AuthorityType, year: str, period: int = 1) -> dict[str, dict[str, str]]:
        """What the build would have drawn of the figures it was given."""
        councils = [council for council in self.councils(year) if council.type is kind]
        return {
            measure.id: {
                part.value: text
                for part, text in parts_of(
                    group(
                        councils,
                        self.year_figures(year, measure.id, period),
                        self.benchmark(kind, year, measure.id, period),
                        self.type_compared(kind, year, measure.id, period),
                        period=period,
                    )
                )
            }
            for measure in measures_drawn()
        }

    def benchmark_history(self, kind: AuthorityType, measure: str) -> dict[str, Benchmark]:
        return {y: b for (k, y, m), b in sorted(self.benchmarks.items()) if k is kind and m == measure}

    def national(self, year: str) -> tuple[NationalFigure, ...]:
        if year != "2023-24":
            return ()
        return (NationalFigure(year, "upheld_pct", Decimal(80), None, 4003, "https://www.lgo.org.uk/"),)

    def find(self, query: str, *, whole: bool = False) -> Found:
        slugs = tuple(c.slug for c in self.councils_ if query.casefold() in c.name.casefold())
        one = len(slugs) == 1
        return Found(
            query,
            f"councils named “{query}”",
            slugs,
            None if slugs else "No council found.",
            matches=len(slugs),
            serving=slugs if one else (),
            sure=one,
        )

    def cases(self) -> Cases | None:
        return self.cases_

    def register_years(self) -> tuple[str, ...]:
        return self.release_.years if self.cases_ is not None else ()

    def cases_of(self, year: str) -> Cases | None:
        return self.cases_ if year in self.register_years() else None

    def listed(self) -> Listed | None:
        return self.listed_

    def watch(self) -> Watch | None:
        return self.watch_

    def quality(self) -> Quality:
        return FakeQuality()

    def official_letter(self, slug: str, year: str) -> str | None:
        return self.official.get((slug, year))

    def static_url(self, logical: str) -> str:
        return f"/static/{logical}"

    def map_shapes(self, tier: Tier, year: str, *, tiles: bool = False) -> str:
        return f'<svg data-tier="{tier}" data-year="{year}" data-tiles="{tiles}"></svg>'


def not_held(slug: str, year: str, measure: str) -> Figure:
    """The figure of which nothing is held."""
    return figure(slug, year, measure, state=State.NOT_HELD)
