"""Assembling a release's content from the reference tables, the held figures and what was measured."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from dashboard.build.content import (
    Breakdown,
    CaseRow,
    CodeSpan,
    ComplianceRow,
    CouncilYear,
    DecisionText,
    HeldConflict,
    HeldValue,
    ImprovementRow,
    PopulationEstimate,
    PostcodePrefix,
    ReleaseContent,
    RemedyRow,
    TypeBenchmark,
)
from dashboard.build.services import service_figures
from dashboard.domain.figures import Figure
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Outcome
from dashboard.metrics.combined import combined_figures
from dashboard.metrics.counts_with_origin import Counts
from dashboard.metrics.figures import Assembled
from dashboard.metrics.services import ServiceKey, ServiceOutcomes
from dashboard.reference.artefact import PROVENANCE, ArtefactError, read_artefact
from dashboard.reference.decisions import load_decisions
from dashboard.reference.held import Held, load_held
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.records import CountRow, NationalFigure, Source

POSTCODES = "reference/postcodes.csv.gz"
_ITEMS = (
    *(("received", category.value, received_quantity(category)) for category in Category),
    ("received", "total", RECEIVED_TOTAL),
    *(("decided", outcome.value, decided_quantity(outcome)) for outcome in Outcome),
    ("decided", "total", "dealt_with"),
)


@dataclass(frozen=True, slots=True)
class Edition:
    """What tells one release from another, apart from its figures."""

    name: str
    title: str
    kind: str
    status: str
    years: tuple[str, ...]
    seed: int | None = None
    further_sources: tuple[Source, ...] = ()
    cases: Iterable[CaseRow] = field(default=())
    compliance: Iterable[ComplianceRow] = field(default=())
    outcomes: Mapping[ServiceKey, ServiceOutcomes] = field(default_factory=dict)
    decisions: Iterable[DecisionText] = field(default=())
    remedies: Iterable[RemedyRow] = field(default=())
    improvements: Iterable[ImprovementRow] = field(default=())
    listed: Iterable[ListedDecision] = field(default=())
    register_years: tuple[str, ...] = ()
    embargoed_until: str | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What every release is made from, read once from the committed ``data``."""

    data: Path
    reference: Reference
    held: Held
    decisions: tuple[ListedDecision, ...] = ()


def read_inputs(data: Path) -> Inputs:
    """Read the committed data. Raises ArtefactError naming file and line."""
    return Inputs(data, load_reference(data), load_held(data), load_decisions(data))


def assemble(edition: Edition, inputs: Inputs, counts: Counts, measured: Assembled) -> ReleaseContent:
    """Return the content of a release of an edition.

    ``counts`` are what breakdowns are made of and ``measured`` what was worked out from them;
    postcodes and provenance are read from the data. Raises ArtefactError when one of these is odd.
    """
    reference, held = inputs.reference, inputs.held
    urls = _urls(held)
    return ReleaseContent(
        name=edition.name,
        title=edition.title,
        kind=edition.kind,
        status=edition.status,
        years=edition.years,
        seed=edition.seed,
        sources=(*read_sources(inputs.data), *edition.further_sources),
        councils=tuple(council for _, council in sorted(reference.councils.items())),
        codes=(CodeSpan(s.slug, s.code, s.first, s.last) for s in reference.code_spans),
        council_years=tuple(_council_years(reference, measured)),
        lineage=reference.lineage,
        population=(
            PopulationEstimate(slug, year, residents, reference.population_sources[slug, year])
            for (slug, year), residents in sorted(reference.populations.items())
        ),
        benchmarks=tuple(
            TypeBenchmark(a.type, a.year, a.measure, a.period, a.benchmark) for a in measured.averages
        ),
        figures=measured.figures,
        breakdowns=_breakdowns(counts, edition.years),
        national=_national(held, urls),
        held_values=_held_values(held, urls),
        held_conflicts=_held_conflicts(held),
        cases=edition.cases,
        compliance=edition.compliance,
        decisions=edition.decisions,
        remedies=edition.remedies,
        improvements=edition.improvements,
        listed=edition.listed,
        register_years=edition.register_years,
        postcodes=_postcodes(inputs.data),
        combined=_combined(counts, reference, edition.years),
        neighbours=load_neighbours(inputs.data),
        services=service_figures(
            counts,
            edition.outcomes,
            edition.years,
            Origin.DERIVED if edition.kind == "real" else Origin.SIMULATED,
        ),
        embargoed_until=edition.embargoed_until,
    )


def read_sources(data: Path) -> tuple[Source, ...]:
    """Return the publications the data was derived from, with licence and attribution.

    Raises ArtefactError when ``provenance.json`` is missing or does not say.
    """
    try:
        told = json.loads((data / PROVENANCE).read_text("utf-8"))
        return tuple(Source(**publication) for publication in told["publications"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArtefactError(f"{PROVENANCE} in {data} does not name the sources: {error}.") from None


def _council_years(reference: Reference, measured: Assembled) -> Iterator[CouncilYear]:
    """Every year a council has a page for: exactly those it has figures for."""
    for year, slug in sorted({(figure.year, figure.slug) for _, figure in measured.figures}):
        yield CouncilYear(year, slug, reference.code_in_year(slug, year), reference.existed(slug, year))


def _combined(counts: Counts, reference: Reference, years: Iterable[str]) -> Iterator[Figure]:
    """The years before each council made of whole ones began."""
    merged = sorted({link.successor for link in reference.lineage if link.change == "merged"})
    for slug in merged:
        for year in years:
            yield from combined_figures(counts, reference, slug, year)


def _breakdowns(counts: Counts, years: Iterable[str]) -> Iterator[Breakdown]:
    wanted = frozenset(years)
    for (slug, year), row in sorted(counts.items()):
        if year not in wanted:
            continue
        for kind, item, quantity in _ITEMS:
            known = row.get(quantity)
            if known is not None:
                count = CountRow(kind, item, known.value, known.origin, known.source_url)
                yield Breakdown(slug, year, count)


def _urls(held: Held) -> dict[str, str]:
    return dict(zip(held.sources["source"], held.sources["url"], strict=True))


def _national(held: Held, urls: dict[str, str]) -> Iterator[NationalFigure]:
    for row in held.national.itertuples():
        yield NationalFigure(
            str(row.year),
            str(row.metric),
            row.value,
            _optional(row.numerator),
            _optional(row.denominator),
            urls[str(row.source)],
        )


def _optional(value: object) -> int | None:
    return int(value) if isinstance(value, int) else None


def _held_values(held: Held, urls: dict[str, str]) -> Iterator[HeldValue]:
    for row in held.values.itertuples():
        yield HeldValue(
            str(row.slug),
            str(row.year),
            str(row.quantity),
            row.value,
            Origin(str(row.origin)),
            urls.get(str(row.source), ""),
        )


def _held_conflicts(held: Held) -> Iterator[HeldConflict]:
    columns = ("slug", "year", "quantity", "kind", "kept", "other", "reason")
    for slug, year, quantity, kind, kept, other, reason in zip(
        *(held.conflicts[column].tolist() for column in columns), strict=True
    ):
        printed, instead = (Decimal(text) if text else None for text in (kept, other))
        yield HeldConflict(slug, year, quantity, kind, printed, instead, reason)


def _postcodes(data: Path) -> Iterator[PostcodePrefix]:
    for line in read_artefact(data, POSTCODES, ("prefix", "slug", "country", "level")):
        yield PostcodePrefix(line["prefix"], line["slug"] or None, line["country"], line["level"])
